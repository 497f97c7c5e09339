"""The person brings ideas to a session, one a line; before it begins, what they want it to answer."""

from __future__ import annotations

from typing import Any

from domain.work import Session
from domain.workshop import BEFORE, CARDS, FREELY, MOST_CHARACTERS, MOST_IDEAS, ideas_in
from flows import boards
from flows.engine import Ask, Do, End, Flow, Option, Read, Turn, Unclear, Understood
from storage import ideas, workshops


def refusal(turn: Turn, session: Session) -> str | None:
    """Why no ideas can be brought now: ``closed`` (they are voted on, or were) or ``not_open`` (yet)."""
    if any(ideas.takes(session, each, turn.now) for each in (BEFORE, FREELY)):
        return None
    return "closed" if session.board else "not_open"


def find(turn: Turn) -> str | None:
    """Settle for which session; before it begins only one thing is asked."""
    if (why := boards.find(turn, refusal)) is not None:
        return why
    if boards.session(turn).board is None:
        turn.answers["card"] = BEFORE
    return None


def session_options(turn: Turn) -> list[Option]:
    """The sessions that take ideas, to choose one."""
    return boards.options(turn, refusal)


# ---------------------------------------------------------------- asking


def read_ideas(text: str, _turn: Turn) -> Read:
    """The ideas in a message: one a line."""
    found = ideas_in(text)
    if any(len(each) > MOST_CHARACTERS for each in found):
        return Unclear("too_long", values={"most": MOST_CHARACTERS})
    return Understood(found) if found else Unclear()


def on_board(turn: Turn) -> dict[str, Any]:
    """The session, and how many ideas it has so far."""
    return {**boards.meant(turn), "count": workshops.count(turn.tx, boards.session_id(turn)).ideas}


def question(turn: Turn) -> dict[str, Any]:
    """What is asked, what was noted just now, how many ideas are the person's and how many the board has."""
    card = turn.answers["card"]
    asked = card if isinstance(card, str) else FREELY
    noted = None if turn.conversation.tries else turn.answers.get("noted")
    return {
        **brought(turn),
        "question": turn.words(f"ideas.question-{asked}"),
        "noted": "" if noted is None else turn.words("ideas.noted", new=noted, mine=mine(turn)) + "\n\n",
    }


def mine(turn: Turn) -> int:
    """How many of what is asked for now the person has brought."""
    found = ideas.brought_by(turn.tx, boards.session_id(turn), turn.person.id)
    return sum((each.question == BEFORE) == is_before(turn) for each in found)


def ways_on(turn: Turn) -> list[Option]:
    """Once something is noted: that is all, or another question."""
    if "noted" not in turn.answers:
        return []
    also = {each: tuple(turn.words(f"ideas.idea-{each}.also").split(",")) for each in ("enough", "other")}
    shown = ("enough",) if turn.answers["card"] == BEFORE else ("enough", "other")
    return [Option(each, turn.words(f"ideas.idea-{each}"), also[each]) for each in shown]


# ---------------------------------------------------------------- writing down


def was_written(turn: Turn) -> str | None:
    """Whether ideas were written straight away instead of choosing a question."""
    if isinstance(turn.answers["card"], str):
        return None
    turn.answers["idea"], turn.answers["card"] = turn.answers["card"], FREELY
    return "save"


def save(turn: Turn) -> str | None:
    """Write the ideas down, and ask for more."""
    session, words = boards.session_id(turn), turn.answers.pop("idea")
    done = ideas.add(turn.tx, session, turn.person.id, turn.answers["card"], words, turn.now)
    if isinstance(done, str):
        return done
    turn.answers["noted"] = done
    return None


def another(turn: Turn) -> None:
    """Ask which question again."""
    for name in ("card", "idea", "noted"):
        turn.answers.pop(name, None)


def brought(turn: Turn) -> dict[str, Any]:
    """How many ideas the person has brought, and the session."""
    before = "yes" if is_before(turn) else "no"
    return {**on_board(turn), "mine": mine(turn), "most": MOST_IDEAS, "before": before}


def is_before(turn: Turn) -> bool:
    """Whether it was asked what the session is to answer."""
    return turn.answers.get("card") == BEFORE


IDEAS = Flow(
    "ideas",
    Do("find", find, exits={**boards.NOT_FOUND, "closed": "closed", "not_open": "not_open"}),
    Ask("card", CARDS, read=read_ideas, values=on_board),
    Do("was_written", was_written, exits={"save": "save"}),
    Ask("idea", ways_on, read=read_ideas, values=question, exits={"enough": "thanks", "other": "another"}),
    Do("save", save, exits={"closed": "closed", "too_many": "too_many"}, final=True, then="idea"),
    Do("another", another, then="card"),
    Ask("session", session_options, then="find"),
    End("thanks", values=brought, offers=("my_roles", "menu")),
    End("too_many", values=brought, offers=("my_roles", "menu")),
    End("closed", values=boards.meant, offers=("vote", "session_results", "menu")),
    End("not_open", values=boards.meant, offers=("my_roles", "menu")),
    End("none", offers=("my_roles", "menu")),
    End("unknown", offers=("my_roles", "menu")),
    End("not_yours", offers=("my_roles", "menu")),
    End("called_off", offers=("my_roles", "menu")),
)
