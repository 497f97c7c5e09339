"""Call a session off, alone or with those of its series that follow; it asks first, and people can hear at once."""

from __future__ import annotations

from typing import Any, Final

from domain.messages import Choice
from flows import planning, staff_session
from flows.engine import Ask, Audience, Do, End, Flow, Option, Say, Turn
from flows.project_answers import text_of
from storage import answers
from storage import planning as acts
from storage.session_news import CANCELLED, News


def news(turn: Turn) -> list[News]:
    """What people would hear."""
    return [News(each, CANCELLED) for each in staff_session.meant(turn)]


def people(turn: Turn) -> list[str]:
    """Who would hear of it."""
    return planning.told_of(turn, news(turn))


def ways(turn: Turn) -> list[Option]:
    """Call it off and tell them now, without telling, or not at all."""
    return planning.ways(turn, people(turn), "call_off")


def overview(turn: Turn) -> dict[str, Any]:
    """What is called off, why, and what telling takes."""
    return {
        **staff_session.facts(turn),
        "further": len(staff_session.meant(turn)) - 1,
        "yes": sum(len(answers.coming(turn.tx, each.id)) for each in staff_session.meant(turn)),
        "reason": turn.answers.get("reason") or turn.words("engine.nothing"),
        "price": planning.price(turn, people(turn)),
    }


def save(turn: Turn) -> str | None:
    """Call it off, unless it cannot be any more."""
    if refused := staff_session.check(turn):
        return refused
    reason = turn.answers.get("reason") or ""
    made = [acts.cancel(turn.tx, each.id, turn.person.id, turn.now, reason) for each in staff_session.meant(turn)]
    done = [each for each in made if isinstance(each, News)]
    turn.answers["done"] = planning.done(turn, done, planning.tell(turn, done, turn.answers["how"]))
    return None


def done(turn: Turn) -> dict[str, Any]:
    """What was called off, and how many hear of it."""
    found: dict[str, Any] = {**turn.answers["done"], "way": turn.answers["how"]}
    return found


def onward(turn: Turn) -> list[Choice]:
    """Plan another instead, or see the others."""
    project = staff_session.chosen(turn).project
    return [turn.button(each) for each in (f"plan_session:{project}", f"sessions_of:{project}", "staff_menu")]


CANCEL_SESSION: Final = Flow(
    "cancel_session",
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
    Ask("reason", read=text_of(300), skippable=True, asks="planning.reason"),
    Ask("how", ways, values=overview, exits={"not_yet": "left"}),
    Do("save", save, exits=staff_session.REFUSED, final=True),
    Say("cancelled_now", values=done, choices=onward),
    End("done", quiet=True),
    Say("begun", values=staff_session.facts, choices=staff_session.ways_on, then="done"),
    Say("called_off", values=staff_session.facts, choices=staff_session.instead, then="done"),
    End("left", offers=("sessions_of", "staff_menu")),
    End("gone", offers=("sessions_of", "staff_menu")),
    End("nothing", offers=("plan_session", "staff_menu")),
    audience=Audience.STAFF,
)
