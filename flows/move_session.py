"""Move a session to another time, alone or with those of its series that follow; people can hear of it at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final

from domain.messages import Choice
from domain.work import Session
from flows import planning, session_draft, showing, staff_session
from flows import session_asking as asking
from flows.daytime import Times, hours_of, times_on
from flows.engine import Ask, Audience, Do, End, Flow, Option, Say, Turn
from flows.project_answers import text_of
from storage import planning as acts
from storage.session_news import MOVED, News
from texts import dates

SAME: Final = "same"


def same_hours(turn: Turn) -> list[Option]:
    """The hours that it has now."""
    first, last = hours_of(turn, staff_session.chosen(turn))
    label = turn.words("move_session.same", times=session_draft.show_times(turn, [first, last]))
    return [Option(SAME, label, planning.also(turn, "same"))]


def hours(turn: Turn) -> list[int]:
    """From when until when it will be."""
    said = turn.answers["times"]
    return hours_of(turn, staff_session.chosen(turn)) if said == SAME else list(said)


def later(turn: Turn, session: Session) -> Times:
    """When a session will be: those that follow move by as many days, to the same hours."""
    here = turn.network.timezone
    now, first = (dates.local(each.starts_at, here).date() for each in (session, staff_session.chosen(turn)))
    return times_on(turn, date.fromisoformat(turn.answers["day"]) + (now - first), hours(turn))


def moved(turn: Turn) -> list[tuple[Session, Times]]:
    """Each session that is meant, and when it will be."""
    return [(each, later(turn, each)) for each in staff_session.meant(turn)]


def weigh(turn: Turn) -> str | None:
    """Whether it is another time, and one to come."""
    before, (starts, ends) = moved(turn)[0]
    if starts <= turn.now:
        return forget(turn, "past")
    return forget(turn, SAME) if (before.starts_at, before.ends_at) == (starts, ends) else None


def forget(turn: Turn, why: str) -> str:
    """Ask for the time again."""
    for name in ("day", "times"):
        turn.answers.pop(name, None)
    return why


def news(turn: Turn) -> list[News]:
    """What people would hear."""
    return [News(session_then(each, when), MOVED, was=each) for each, when in moved(turn)]


def session_then(session: Session, when: tuple[datetime, datetime]) -> Session:
    """The session as it would be."""
    return replace(session, starts_at=when[0], ends_at=when[1])


def people(turn: Turn) -> list[str]:
    """Who would hear of it."""
    return planning.told_of(turn, news(turn))


def ways(turn: Turn) -> list[Option]:
    """Tell them now, leave it to My roles and the reminder, or not at all."""
    return planning.ways(turn, people(turn), "tell_now")


def overview(turn: Turn) -> dict[str, Any]:
    """From when to when; who cannot well come then; what telling takes."""
    told, changed = people(turn), moved(turn)
    without = [each.id for each, _ in changed]
    then = [when for _, when in changed]
    invited = planning.audience(turn, staff_session.chosen(turn))
    return {
        **staff_session.facts(turn),
        "new": showing.session_time(turn, session_then(*changed[0])),
        "further": len(changed) - 1,
        "reason": turn.answers.get("reason") or turn.words("engine.nothing"),
        "clashes": planning.with_clashes(turn, invited, then, without),
        "price": planning.price(turn, told),
    }


def save(turn: Turn) -> str | None:
    """Move it, unless it cannot be any more."""
    refused, way = check_again(turn), turn.answers["how"]
    if refused:
        return refused
    by, now, reason = turn.person.id, turn.now, turn.answers.get("reason") or ""
    made = [acts.move(turn.tx, each.id, *when, by, now, reason) for each, when in moved(turn)]
    done = [each for each in made if isinstance(each, News)]
    turn.answers["done"] = planning.done(turn, done, planning.tell(turn, done, way))
    return None


def check_again(turn: Turn) -> str | None:
    """Why it cannot be moved any more: it has begun, was called off, or the new time has passed."""
    return staff_session.check(turn) or weigh(turn)


def done(turn: Turn) -> dict[str, Any]:
    """What was moved, and how many hear of it."""
    found: dict[str, Any] = {**turn.answers["done"], "way": turn.answers["how"]}
    return found


def onward(turn: Turn) -> list[Choice]:
    """The session, and the others."""
    return staff_session.ways_on(turn, "staff_menu")


MOVE_SESSION: Final = Flow(
    "move_session",
    Do("look", staff_session.look, exits={"nothing": "nothing"}),
    Ask("about", staff_session.choices, values=staff_session.numbered),
    Do("check", staff_session.check, exits=staff_session.REFUSED),
    Ask(
        "which",
        ("this", "all"),
        when=staff_session.has_further,
        values=staff_session.how_many_follow,
        labels="planning.which",
    ),
    Ask(
        "day",
        read=asking.read_when,
        keep=asking.keep_when,
        picks="date",
        resets=("times",),
        values=staff_session.facts,
    ),
    Ask("times", same_hours, read=session_draft.read_times, values=session_draft.day_in_words),
    Do("weigh", weigh, exits={"past": "past", SAME: "same_time"}),
    Ask("reason", read=text_of(300), skippable=True, asks="planning.reason"),
    Ask("how", ways, values=overview, exits={"not_yet": "left"}),
    Do("save", save, exits={**staff_session.REFUSED, "past": "past", SAME: "same_time"}, final=True),
    Say("moved", values=done, choices=onward),
    End("done", quiet=True),
    Say("past", then="day"),
    Say("same_time", then="day"),
    Say("begun", values=staff_session.facts, choices=staff_session.instead, then="done"),
    Say("called_off", values=staff_session.facts, choices=staff_session.instead, then="done"),
    End("left", offers=("sessions_of", "staff_menu")),
    End("gone", offers=("sessions_of", "staff_menu")),
    End("nothing", offers=("plan_session", "staff_menu")),
    audience=Audience.STAFF,
)
