"""Staff see who was at a session, beside what they answered, and mark several at once by their numbers."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from domain import attendance as rules
from domain.attendance import Presence
from domain.work import Session
from flows import marks, showing
from flows.engine import Ask, Audience, Do, End, Flow, Option, Say, Turn
from flows.marks import listed, session
from storage import attendance, sessions
from storage.attendance import Standing
from texts import dates

BACK: Final = timedelta(days=14)
"""So long ago a session may have begun to be offered by itself; an older one by its own button."""
MOST_OFFERED: Final = 10

# ---------------------------------------------------------------- which session


def look(turn: Turn) -> str | None:
    """Whether a session is named, or there are some that people can have come to."""
    return None if "about" in turn.answers or options(turn) else "none"


def options(turn: Turn) -> list[Option]:
    """The sessions that people can check in to or could lately, the latest first."""
    found = attendance.beginning_between(turn.tx, turn.now - BACK, turn.now + rules.OPENS)
    return [
        Option(each.id, showing.short(turn, each, title), (title,)) for each, title in found[: -MOST_OFFERED - 1 : -1]
    ]


def check(turn: Turn) -> str | None:
    """Whether somebody can have come to it; remembers their order, so that numbers hold."""
    found = sessions.find(turn.tx, str(turn.answers["about"]))
    if found is None:
        return "gone"
    if found.state != "planned":
        return "called_off"
    if turn.now < rules.opens_at(found):
        return "early"
    turn.answers["listed"] = [each.person for each in attendance.of_session(turn.tx, found)]
    return None if turn.answers["listed"] else "nobody"


def where_and_when(turn: Turn) -> dict[str, Any]:
    """The session in words, and from when on people can check in."""
    found = session(turn)
    opens = dates.local(rules.opens_at(found), turn.network.timezone)
    shown = showing.session_facts(turn, found, showing.project_title(turn, found))
    return {**shown, "opens": dates.clock(turn.chat.language, opens)}


# ---------------------------------------------------------------- the list


def summary(turn: Turn) -> dict[str, Any]:
    """Everybody with what they answered and whether they came, a line each, and how many did."""
    found, everybody = session(turn), listed(turn)
    lines = [line(turn, found, number, each) for number, each in enumerate(everybody, 1)]
    came = sum(each.seen is not None and each.seen.came for each in everybody)
    return {**where_and_when(turn), "people": "\n".join(lines), "count": came, "of": len(everybody)}


def line(turn: Turn, found: Session, number: int, each: Standing) -> str:
    """One person: RSVP and attendance side by side."""
    return turn.words(
        "attendance.line",
        number=number,
        name=each.name or turn.words("showing.somebody"),
        said=each.answer or "open",
        there=there(turn, found, each),
    )


def there(turn: Turn, found: Session, each: Standing) -> str:
    """Whether somebody was there, in words: from when, until when, and who says so."""
    how = rules.presence(found, each.answer, each.seen, turn.now)
    if each.seen is None or how == Presence.ABSENT:
        return turn.words(f"attendance.is-{how}")
    timezone, language = turn.network.timezone, turn.chat.language
    clock = {
        name: dates.clock(language, dates.local(moment, timezone)) if moment else "none"
        for name, moment in (("at", each.seen.arrived_at), ("left", each.seen.left_at))
    }
    late, early = rules.minutes_late(found, each.seen.arrived_at), rules.minutes_early(found, each.seen.left_at)
    told = {"late": "yes" if late else "no", "early": "yes" if early else "no"}
    return turn.words("attendance.is-came", **clock, **told, source=each.seen.source)


# ---------------------------------------------------------------- marking


def acts(turn: Turn) -> list[Option]:
    """Nothing more."""
    also = ",".join(turn.network.texts.both("attendance.act-done.also").values())
    return [Option("done", turn.words("attendance.act-done"), tuple(also.split(",")))]


def told(turn: Turn) -> dict[str, str]:
    """What came of it."""
    return {"result": turn.answers.pop("result")}


ATTENDANCE: Final = Flow(
    "attendance",
    Do("look", look, exits={"none": "none"}),
    Ask("about", options),
    Do(
        "check",
        check,
        exits={"gone": "gone", "called_off": "called_off", "early": "early", "nobody": "nobody"},
    ),
    Ask("act", acts, read=marks.read_marks, values=summary, exits={"done": "done"}),
    Ask("reason", read=marks.read_reason, values=marks.whom, when=marks.needs_reason),
    Do("apply", marks.apply, exits={"reason": "reason"}, final=True),
    Say("result", values=told, then="act"),
    End("done", offers=("attendance", "staff_menu")),
    End("gone", offers=("attendance", "staff_menu")),
    End("called_off", offers=("attendance", "staff_menu")),
    End("early", values=where_and_when, offers=("check_in_code", "staff_menu")),
    End("nobody", values=where_and_when, offers=("staff_menu",)),
    End("none", offers=("check_in_code", "staff_menu")),
    audience=Audience.STAFF,
)
