"""The person says how a session was, without their name: three ratings, four things in words, all or nothing."""

from __future__ import annotations

from typing import Any

from domain.work import Session
from domain.workshop import FEEDBACK_LASTS, FEWEST, RATINGS, SCALE, WORDS
from flows import boards
from flows.engine import Ask, Do, End, Flow, Option, Say, Turn
from flows.few_words import few_words
from storage import feedback


def refusal(turn: Turn, session: Session) -> str | None:
    """Why this person cannot say how it was: ``too_soon``, ``too_late``, or ``given`` already."""
    if session.ends_at > turn.now:
        return "too_soon"
    if session.ends_at + FEEDBACK_LASTS <= turn.now:
        return "too_late"
    return "given" if feedback.has_given(turn.tx, session.id, turn.person.id) else None


def find(turn: Turn) -> str | None:
    """Settle of which session."""
    return boards.find(turn, refusal)


def session_options(turn: Turn) -> list[Option]:
    """The sessions that one can still say something to."""
    return boards.options(turn, refusal)


def promise(turn: Turn) -> dict[str, Any]:
    """The session, and from how many answers on they are shown."""
    return {**boards.meant(turn), "fewest": FEWEST}


def give(turn: Turn) -> str | None:
    """Hand the sheet in, and leave no trace of it with the person."""
    answers = {name: turn.answers.pop(name, None) for name in (*RATINGS, *WORDS)}
    turn.talk.last_tap = str(turn.event.facts.get("value", ""))
    sheet = {name: int(value) if name in RATINGS else value for name, value in answers.items() if value}
    return None if feedback.give(turn.tx, boards.session_id(turn), turn.person.id, sheet) else "given"


FEEDBACK = Flow(
    "feedback",
    Do("find", find, exits={**boards.NOT_FOUND, "too_soon": "too_soon", "too_late": "too_late", "given": "given"}),
    Say("promise", values=promise),
    Ask("skill", SCALE, labels="feedback.rate"),
    Ask("aim", SCALE, labels="feedback.rate"),
    Ask("voice", SCALE, labels="feedback.rate"),
    Ask("keep", read=few_words, skippable=True),
    Ask("stop", read=few_words, skippable=True),
    Ask("start", read=few_words, skippable=True),
    Ask("tell", read=few_words, skippable=True),
    Ask("sure", ("send", "drop"), exits={"drop": "dropped"}),
    Do("give", give, exits={"given": "given"}, final=True),
    End("thanks", values=promise, offers=("my_roles", "menu")),
    Ask("session", session_options, then="find"),
    End("dropped", offers=("my_roles", "menu")),
    End("given", values=boards.meant, offers=("my_roles", "menu")),
    End("too_soon", values=boards.meant, offers=("my_roles", "menu")),
    End("too_late", values=boards.meant, offers=("my_roles", "menu")),
    End("none", offers=("my_roles", "menu")),
    End("unknown", offers=("my_roles", "menu")),
    End("not_yours", offers=("my_roles", "menu")),
    End("called_off", offers=("my_roles", "menu")),
    unkept=True,
)
