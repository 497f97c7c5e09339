"""The person says why they left a role: staff read it, and it stays with the record."""

from __future__ import annotations

from typing import Any

from flows import showing
from flows.engine import Ask, Do, End, Flow, Turn
from flows.few_words import few_words
from storage import moves, projects, sign_ups


def look(turn: Turn) -> str | None:
    """Whether there is a role that the person has left."""
    role = str(turn.answers.get("about"))
    return None if sign_ups.state_of(turn.tx, role, turn.person.id) == "withdrawn" else "nothing"


def left(turn: Turn) -> dict[str, Any]:
    """The role, and its project."""
    title, project = projects.titles(turn.tx, [str(turn.answers["about"])])[str(turn.answers["about"])]
    return {"role": title, "project": project}


def explain(turn: Turn) -> None:
    """Keep the reason, and tell staff."""
    facts = {**left(turn), "name": showing.person_name(turn), "why": turn.answers["why"]}
    moves.explain(turn.tx, str(turn.answers["about"]), turn.person.id, turn.answers["why"])
    showing.tell_staff(turn, "tell_why.told_staff", lambda _there: facts)


TELL_WHY = Flow(
    "tell_why",
    Do("look", look, exits={"nothing": "nothing"}),
    Ask("why", read=few_words, values=left),
    Do("explain", explain, final=True),
    End("thanks", offers=("find_role", "menu")),
    End("nothing", offers=("my_roles", "menu")),
)
