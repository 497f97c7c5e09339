"""WHAT WE SAY NEXT: one file for each conversation, read as a script, and the table of them."""

from __future__ import annotations

from typing import Final

from flows.about_me import ABOUT_ME
from flows.answer_person import ANSWER_PERSON
from flows.audit_log import AUDIT_LOG
from flows.choose_language import CHOOSE_LANGUAGE
from flows.coming import COMING
from flows.companies import COMPANIES
from flows.create_project import CREATE_PROJECT
from flows.engine import Flows
from flows.erase_company import ERASE_COMPANY
from flows.find_role import FIND_ROLE
from flows.fix_hours import FIX_HOURS
from flows.join_company import JOIN_COMPANY
from flows.join_staff import JOIN_STAFF
from flows.leave_staff import LEAVE_STAFF
from flows.log_hours import LOG_HOURS
from flows.menu import MENU
from flows.my_data import MY_DATA
from flows.my_record import MY_RECORD
from flows.my_roles import MY_ROLES
from flows.network_settings import NETWORK_SETTINGS
from flows.no_thanks import NO_THANKS
from flows.not_coming import NOT_COMING
from flows.not_now import NOT_NOW
from flows.publish_project import PUBLISH_PROJECT
from flows.see_project import SEE_PROJECT
from flows.see_role import SEE_ROLE
from flows.share import SHARE
from flows.sign_up import SIGN_UP
from flows.staff_members import STAFF_MEMBERS
from flows.staff_menu import STAFF_MENU
from flows.talk_to_person import TALK_TO_PERSON
from flows.welcome import WELCOME
from texts import all_texts

FLOWS: Final = Flows(
    [
        WELCOME,
        MENU,
        CHOOSE_LANGUAGE,
        ABOUT_ME,
        FIND_ROLE,
        SEE_ROLE,
        SEE_PROJECT,
        SHARE,
        SIGN_UP,
        NOT_NOW,
        NO_THANKS,
        MY_ROLES,
        COMING,
        NOT_COMING,
        MY_RECORD,
        LOG_HOURS,
        FIX_HOURS,
        MY_DATA,
        TALK_TO_PERSON,
        JOIN_COMPANY,
        JOIN_STAFF,
        LEAVE_STAFF,
        STAFF_MENU,
        CREATE_PROJECT,
        PUBLISH_PROJECT,
        ANSWER_PERSON,
        COMPANIES,
        ERASE_COMPANY,
        STAFF_MEMBERS,
        NETWORK_SETTINGS,
        AUDIT_LOG,
    ],
    all_texts(),
)
