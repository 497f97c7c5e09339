"""Staff show the code of the day: big on the phone, as QR codes, and on a page to print."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, Final

from domain import attendance as rules
from domain.attendance import Door
from domain.messages import Choice
from domain.work import Session
from flows import links, showing
from flows.engine import Ask, Audience, Do, End, Flow, Option, Say, Turn
from storage import attendance, invitations, people, sessions, staff
from texts import dates

AHEAD: Final = timedelta(days=8)
"""If nothing meets today, so far ahead there may be something to print a page for."""
MOST_OFFERED: Final = 8
PURPOSE: Final = "check_in"

# ---------------------------------------------------------------- which session


def look(turn: Turn) -> str | None:
    """Whether a session is named, or one is near; of a single one of today nobody is asked."""
    if "about" in turn.answers:
        return None
    found = of_today(turn)
    if len(found) == 1:
        turn.answers["about"] = found[0][0].id
        return None
    return None if near(turn) else "none"


def of_today(turn: Turn) -> list[tuple[Session, str]]:
    """The sessions of today that are not long over."""
    begin = dates.local(turn.now, turn.network.timezone).replace(hour=0, minute=0, second=0, microsecond=0)
    found = attendance.beginning_between(turn.tx, begin, begin + timedelta(days=1))
    return [each for each in found if rules.door(each[0], turn.now) != Door.SHUT]


def near(turn: Turn) -> list[tuple[Session, str]]:
    """The sessions of today; if there are none, those of the days ahead."""
    return of_today(turn) or attendance.beginning_between(turn.tx, turn.now, turn.now + AHEAD)


def options(turn: Turn) -> list[Option]:
    """The sessions to choose from, by time, kind and project."""
    return [Option(each.id, showing.short(turn, each, title), (title,)) for each, title in near(turn)[:MOST_OFFERED]]


def check(turn: Turn) -> str | None:
    """Whether people can check in to it, now or later."""
    found = sessions.find(turn.tx, str(turn.answers["about"]))
    if found is None:
        return "gone"
    door = rules.door(found, turn.now)
    return {Door.CALLED_OFF: "called_off", Door.SHUT: "over"}.get(door)


def session(turn: Turn) -> Session:
    """The session, where an earlier step has made sure of it."""
    found = sessions.find(turn.tx, str(turn.answers["about"]))
    if found is None:
        raise LookupError("the session is gone")
    return found


# ---------------------------------------------------------------- what is shown


def make(turn: Turn) -> None:
    """Make the code if there is none, and a private link to the page that can be printed."""
    found = session(turn)
    if attendance.code_of(turn.tx, found.id) != found.code:
        staff.record(turn.tx, turn.person.id, "check_in_code_made", found.id, turn.now)
    if turn.network.public_url:
        until = rules.shuts_at(found)
        token = people.share_link(turn.tx, turn.person.id, PURPOSE, until, about=found.id)
        turn.answers["link"] = f"{turn.network.public_url.rstrip('/')}/check-in/{token}"


def facts(turn: Turn) -> dict[str, Any]:
    """The session, from when until when one can check in, and how many have."""
    found, timezone, language = session(turn), turn.network.timezone, turn.chat.language
    return {
        **showing.session_facts(turn, found, showing.project_title(turn, found)),
        "code": f"{found.code}",
        "opens": dates.clock(language, dates.local(rules.opens_at(found), timezone)),
        "shuts": dates.clock(language, dates.local(rules.shuts_at(found), timezone)),
        "count": attendance.count(turn.tx, found.id),
        "invited": len(invitations.invited(turn.tx, found)),
        "pictures": links.which_pictures(turn, door(turn)),
    }


def card(turn: Turn) -> Sequence[tuple[Mapping[str, Any], Sequence[Choice]]]:
    """The code, with the page to print, the list of who is there, and the newest count."""
    about = session(turn).id
    again = showing.named_button(turn.words("check_in_code.again"), f"check_in_code:{about}")
    page = [Choice(turn.words("check_in_code.page"), turn.answers["link"], "link")] if "link" in turn.answers else []
    return [(facts(turn), [*page, turn.button(f"attendance:{about}"), again])]


def door(turn: Turn) -> links.Door:
    """What the QR codes lead to."""
    return links.door_of_check_in(turn.network.texts, turn.chat.language, str(session(turn).code))


CHECK_IN_CODE: Final = Flow(
    "check_in_code",
    Do("look", look, exits={"none": "none"}),
    Ask("about", options),
    Do("check", check, exits={"gone": "gone", "called_off": "called_off", "over": "over"}),
    Do("make", make),
    Say("code", many=card),
    Do("pictures", lambda turn: links.show_pictures(turn, door(turn))),
    End("shown", quiet=True),
    End("gone", offers=("check_in_code", "staff_menu")),
    End("called_off", offers=("check_in_code", "staff_menu")),
    Say("over", choices=lambda turn: [turn.button(f"attendance:{session(turn).id}")], then="shown"),
    End("none", offers=("projects_list", "staff_menu")),
    audience=Audience.STAFF,
)
