"""WHAT WE SAY NEXT: one file for each conversation, read as a script, and the table of them."""

from __future__ import annotations

from typing import Final

from flows.about_me import ABOUT_ME
from flows.accept_seat import ACCEPT_SEAT
from flows.add_role import ADD_ROLE
from flows.adjust_hours import ADJUST_HOURS
from flows.alarms import ALARMS
from flows.answer_check import ANSWER_CHECK
from flows.answer_person import ANSWER_PERSON
from flows.applicants import APPLICANTS
from flows.ask_for_hours import ASK_FOR_HOURS
from flows.ask_letter import ASK_LETTER
from flows.attendance import ATTENDANCE
from flows.audit_log import AUDIT_LOG
from flows.broadcast import BROADCAST
from flows.broadcasts import BROADCASTS
from flows.calendar import CALENDAR
from flows.calendar_off import CALENDAR_OFF
from flows.cancel_session import CANCEL_SESSION
from flows.change_project import CHANGE_PROJECT
from flows.change_role import CHANGE_ROLE
from flows.change_session import CHANGE_SESSION
from flows.check_in import CHECK_IN
from flows.check_in_code import CHECK_IN_CODE
from flows.choose_language import CHOOSE_LANGUAGE
from flows.close_project import CLOSE_PROJECT
from flows.coming import COMING
from flows.companies import COMPANIES
from flows.company_report import COMPANY_REPORT
from flows.connect_chat import CONNECT_CHAT
from flows.copy_project import COPY_PROJECT
from flows.create_project import CREATE_PROJECT
from flows.decide import DECIDE
from flows.decline_seat import DECLINE_SEAT
from flows.disconnect_chat import DISCONNECT_CHAT
from flows.engine import Flows
from flows.erase_company import ERASE_COMPANY
from flows.feedback import FEEDBACK
from flows.find_role import FIND_ROLE
from flows.fix_hours import FIX_HOURS
from flows.heard import HEARD
from flows.hours_history import HOURS_HISTORY
from flows.ideas import IDEAS
from flows.join_company import JOIN_COMPANY
from flows.join_organisation import JOIN_ORGANISATION
from flows.join_staff import JOIN_STAFF
from flows.leave_early import LEAVE_EARLY
from flows.leave_staff import LEAVE_STAFF
from flows.letters import LETTERS
from flows.log_hours import LOG_HOURS
from flows.log_session import LOG_SESSION
from flows.look_back import LOOK_BACK
from flows.maybe_later import MAYBE_LATER
from flows.members import MEMBERS
from flows.menu import MENU
from flows.move_session import MOVE_SESSION
from flows.my_company import MY_COMPANY
from flows.my_data import MY_DATA
from flows.my_letters import MY_LETTERS
from flows.my_record import MY_RECORD
from flows.my_roles import MY_ROLES
from flows.network_settings import NETWORK_SETTINGS
from flows.no_hours import NO_HOURS
from flows.no_thanks import NO_THANKS
from flows.not_coming import NOT_COMING
from flows.not_now import NOT_NOW
from flows.not_there import NOT_THERE
from flows.organisation_people import ORGANISATION_PEOPLE
from flows.organisation_review import ORGANISATION_REVIEW
from flows.outcomes import OUTCOMES
from flows.pause_project import PAUSE_PROJECT
from flows.plan_project import PLAN_PROJECT
from flows.plan_session import PLAN_SESSION
from flows.preview import PREVIEW
from flows.projects_list import PROJECTS_LIST
from flows.publish_project import PUBLISH_PROJECT
from flows.rates import RATES
from flows.resume_project import RESUME_PROJECT
from flows.room import ROOM
from flows.search import SEARCH
from flows.seat_offer import SEAT_OFFER
from flows.see_project import SEE_PROJECT
from flows.see_role import SEE_ROLE
from flows.session import SESSION
from flows.session_board import SESSION_BOARD
from flows.session_results import SESSION_RESULTS
from flows.sessions_of import SESSIONS_OF
from flows.share import SHARE
from flows.share_record import SHARE_RECORD
from flows.sign_up import SIGN_UP
from flows.silent import SILENT
from flows.staff_members import STAFF_MEMBERS
from flows.staff_menu import STAFF_MENU
from flows.talk_to_person import TALK_TO_PERSON
from flows.team import TEAM
from flows.tell_why import TELL_WHY
from flows.tray import TRAY
from flows.value_report import VALUE_REPORT
from flows.verify_hours import VERIFY_HOURS
from flows.vote import VOTE
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
        SEAT_OFFER,
        ACCEPT_SEAT,
        DECLINE_SEAT,
        TRAY,
        MY_ROLES,
        TELL_WHY,
        COMING,
        NOT_COMING,
        MAYBE_LATER,
        CALENDAR,
        CALENDAR_OFF,
        CHECK_IN,
        LEAVE_EARLY,
        IDEAS,
        VOTE,
        FEEDBACK,
        SESSION_RESULTS,
        NOT_THERE,
        LOOK_BACK,
        ORGANISATION_REVIEW,
        MY_RECORD,
        SHARE_RECORD,
        LOG_HOURS,
        LOG_SESSION,
        FIX_HOURS,
        HOURS_HISTORY,
        NO_HOURS,
        ASK_FOR_HOURS,
        ASK_LETTER,
        MY_LETTERS,
        VERIFY_HOURS,
        ANSWER_CHECK,
        MY_DATA,
        CONNECT_CHAT,
        DISCONNECT_CHAT,
        TALK_TO_PERSON,
        JOIN_COMPANY,
        MY_COMPANY,
        JOIN_STAFF,
        JOIN_ORGANISATION,
        LEAVE_STAFF,
        STAFF_MENU,
        CREATE_PROJECT,
        PUBLISH_PROJECT,
        PROJECTS_LIST,
        CHANGE_PROJECT,
        CHANGE_ROLE,
        ADD_ROLE,
        COPY_PROJECT,
        PREVIEW,
        PAUSE_PROJECT,
        RESUME_PROJECT,
        CLOSE_PROJECT,
        SEARCH,
        SESSIONS_OF,
        SESSION,
        PLAN_SESSION,
        PLAN_PROJECT,
        MOVE_SESSION,
        CHANGE_SESSION,
        CANCEL_SESSION,
        ANSWER_PERSON,
        ADJUST_HOURS,
        ALARMS,
        APPLICANTS,
        DECIDE,
        MEMBERS,
        SILENT,
        CHECK_IN_CODE,
        ATTENDANCE,
        TEAM,
        SESSION_BOARD,
        BROADCAST,
        BROADCASTS,
        HEARD,
        ROOM,
        LETTERS,
        ORGANISATION_PEOPLE,
        COMPANIES,
        COMPANY_REPORT,
        OUTCOMES,
        ERASE_COMPANY,
        STAFF_MEMBERS,
        NETWORK_SETTINGS,
        VALUE_REPORT,
        RATES,
        AUDIT_LOG,
    ],
    all_texts(),
)
