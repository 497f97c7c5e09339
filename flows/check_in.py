"""The person checks in to a session by the code of the day: typed, or by the link in the QR code."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from domain import attendance as rules
from domain.attendance import Door
from domain.messages import Choice
from domain.several import DIGITS
from domain.work import Session
from flows import codes, showing
from flows.engine import Ask, Do, End, Flow, Read, Say, Turn, Unclear, Understood
from storage import attendance, invitations, sessions, training
from texts import dates

GAP: Final = r"[\s\-‐‑–—_.:]*"
SIX: Final = r"(\d{3})[ \-]?(\d{3})"
"""A code as it is typed: in one, or in two halves."""
CODE: Final = re.compile(rf"(?<!\d){SIX}(?!\d)")
BY_LINK: Final = re.compile(rf"(?:/start\s+)?in{GAP}(\d{{6}})", re.IGNORECASE)
SLOW: Final = timedelta(minutes=10)
"""After five wrong codes within this time we look at no more for a while."""
RECENT: Final = timedelta(days=1)


# ---------------------------------------------------------------- what somebody types


def recognise(text: str, turn: Turn) -> Mapping[str, str] | None:
    """A line that checks in: ``เช็คอิน 482193``, ``check in 482193``, a link's ``in-482193``, or the code alone."""
    line = text.translate(DIGITS).strip()
    if found := BY_LINK.fullmatch(line):
        return came(turn, found[1], "qr")
    if found := re.fullmatch(rf"(?:{words(turn)}){GAP}{SIX}", line, re.IGNORECASE):
        return came(turn, found[1] + found[2], "code")
    alone = re.fullmatch(SIX, line)
    return came(turn, alone[1] + alone[2], "code") if alone and is_a_code(turn, alone[1] + alone[2]) else None


def words(turn: Turn) -> str:
    """The words before a code, in either language, as a pattern."""
    texts = turn.network.texts
    listed = [word for key in ("check_in.called", "check_in.words") for word in texts.both(key).values()]
    named = [word.strip() for each in listed for word in each.split(",")]
    return "|".join(re.escape(word).replace(r"\ ", r"[\s-]*") for word in named)


def is_a_code(turn: Turn, digits: str) -> bool:
    """Whether six digits are a code: of a session of today; or meant as one, if no question waits for an answer."""
    found = [session for session, _ in attendance.by_code(turn.tx, digits, turn.now)]
    if turn.talk.now is not None:
        return any(is_of_today(turn, each) for each in found)
    return bool(found) or (turn.welcomed and bool(to_check_in(turn)))


def is_of_today(turn: Turn, session: Session) -> bool:
    """Whether a session is today, or is open for checking in now."""
    begins = dates.local(session.starts_at, turn.network.timezone).date()
    return begins == turn.today or rules.door(session, turn.now) == Door.OPEN


def came(turn: Turn, code: str, how: str) -> dict[str, str]:
    """The code with its moment: it may be looked at only after a welcome."""
    return {"code": code, "how": how, "heard": turn.event.happened_at.isoformat()}


def read_code(text: str, turn: Turn) -> Read:
    """A typed code, with or without words before it."""
    found = CODE.search(text.translate(DIGITS))
    if found is None:
        return Unclear()
    turn.answers.update(how="code", heard=turn.event.happened_at.isoformat())
    return Understood(found[1] + found[2])


# ---------------------------------------------------------------- without a code


def look(turn: Turn) -> str | None:
    """Whether there is anything to check in to today; who comes with a code is not asked."""
    if "code" in turn.answers:
        return None
    near = near_ones(turn)
    if not near:
        return "none"
    not_yet = [each for each in near if not is_there(turn, each)]
    turn.answers["session"] = (not_yet or near)[0].id
    if not not_yet:
        return "already"
    return "early" if rules.door(not_yet[0], turn.now) == Door.EARLY else None


def to_check_in(turn: Turn) -> list[Session]:
    """The person's sessions that they could check in to at this moment."""
    open_now = [each for each in near_ones(turn) if rules.door(each, turn.now) == Door.OPEN]
    return [each for each in open_now if not is_there(turn, each)]


def near_ones(turn: Turn) -> list[Session]:
    """The person's sessions of today that are not long over, the soonest first."""
    mine = [each.session for each in sessions.of_person(turn.tx, turn.person.id, turn.now - RECENT)]
    return [each for each in mine if is_of_today(turn, each) and rules.door(each, turn.now) != Door.SHUT]


def is_there(turn: Turn, session: Session) -> bool:
    """Whether the person has checked in already."""
    seen = attendance.of(turn.tx, session.id, turn.person.id)
    return seen is not None and seen.came


# ---------------------------------------------------------------- with a code


def check(turn: Turn) -> str | None:
    """Settle which session the code means; else say why nobody can check in to it now."""
    whose = f"check_in:{turn.person.id}"
    if codes.too_many_were_wrong(turn, whose, SLOW):
        return "slow_down"
    found = [session for session, _ in attendance.by_code(turn.tx, turn.answers["code"], heard(turn))]
    mine = [each for each in found if belongs(turn, each)]
    if not mine:
        codes.note_wrong(turn, whose)
    if not found:
        return "wrong"
    turn.answers["session"] = (mine or found)[0].id
    return why_not(turn, mine[0]) if mine else "not_yours"


def belongs(turn: Turn, session: Session) -> bool:
    """Whether the person is invited to a session, or was seen there."""
    return is_there(turn, session) or invitations.is_invited(turn.tx, session, turn.person.id)


def why_not(turn: Turn, session: Session) -> str | None:
    """Why the person cannot check in to a session of theirs; nothing if they can."""
    seen = attendance.of(turn.tx, session.id, turn.person.id)
    if seen is not None and seen.came:
        return "already"
    door = rules.door(session, heard(turn))
    return "called_off" if session.state != "planned" else None if door == Door.OPEN else door.value


def heard(turn: Turn) -> datetime:
    """When the person sent the code."""
    return min(datetime.fromisoformat(turn.answers["heard"]), turn.now)


def enter(turn: Turn) -> str | None:
    """Write down that they are there; who attends a training session is trained by it."""
    session = found_session(turn)
    new = attendance.check_in(turn.tx, session.id, turn.person.id, heard(turn), str(turn.answers["how"]), turn.now)
    if not new:
        return "already" if is_there(turn, session) else "staff_said"
    turn.answers["trained"] = bool(training.settle(turn.tx, session, turn.person.id, turn.now))
    return "over" if heard(turn) >= session.ends_at else None


def found_session(turn: Turn) -> Session:
    """The session of the code, where an earlier step has made sure of it."""
    found = sessions.find(turn.tx, str(turn.answers["session"]))
    if found is None:
        raise LookupError("the session is gone")
    return found


# ---------------------------------------------------------------- what is said


def facts(turn: Turn) -> dict[str, Any]:
    """The session, and when one can check in."""
    session, timezone = found_session(turn), turn.network.timezone
    opens = dates.local(rules.opens_at(session), timezone)
    return {
        **showing.session_facts(turn, session, showing.project_title(turn, session)),
        "opens": dates.clock(turn.chat.language, opens),
        "day": dates.on_that_day(turn.chat.language, opens.date(), turn.today),
    }


def done(turn: Turn) -> dict[str, Any]:
    """The session, since when they are there, how late that is, and whether it makes them trained."""
    session = found_session(turn)
    seen = attendance.of(turn.tx, session.id, turn.person.id)
    arrived = (seen and seen.arrived_at) or session.starts_at
    late = rules.minutes_late(session, arrived)
    return {
        **facts(turn),
        "at": dates.clock(turn.chat.language, dates.local(arrived, turn.network.timezone)),
        "late": dates.duration(turn.chat.language, late) if late else "no",
        "trained": "yes" if turn.answers.get("trained") else "no",
    }


def ways_out(turn: Turn) -> list[Choice]:
    """Leaving before the end, while it lasts; afterwards, the hours."""
    session = found_session(turn)
    over = session.ends_at <= turn.now
    return [turn.button(f"{'log_session' if over else 'leave_early'}:{session.id}"), turn.button("my_roles")]


def after_all(turn: Turn) -> list[Choice]:
    """Who comes too late asks staff, and can log the hours."""
    return [turn.button(f"log_session:{found_session(turn).id}"), turn.button("talk_to_person")]


CHECK_IN: Final = Flow(
    "check_in",
    Do("look", look, exits={"none": "none", "early": "early", "already": "already"}),
    Ask("code", read=read_code),
    Do(
        "check",
        check,
        exits={
            "slow_down": "slow_down",
            "wrong": "wrong",
            "not_yours": "not_yours",
            "called_off": "called_off",
            "early": "early",
            "shut": "too_late",
            "already": "already",
        },
    ),
    Do("enter", enter, exits={"already": "already", "staff_said": "staff_said", "over": "behind"}, final=True),
    Say("checked_in", values=done, choices=ways_out),
    End("quiet", quiet=True),
    Say("behind", values=done, choices=ways_out, then="quiet"),
    Say("already", values=done, choices=ways_out, then="quiet"),
    Say("too_late", values=facts, choices=after_all, then="quiet"),
    End("early", values=facts, offers=("my_roles", "menu")),
    End("staff_said", values=facts, offers=("talk_to_person", "menu")),
    End("called_off", values=facts, offers=("my_roles", "menu")),
    End("not_yours", values=facts, offers=("my_roles", "talk_to_person")),
    End("wrong", offers=("check_in", "talk_to_person")),
    End("slow_down", offers=("talk_to_person", "menu")),
    End("none", offers=("my_roles", "find_role")),
    recognises=recognise,
    unmistakable=True,
)
