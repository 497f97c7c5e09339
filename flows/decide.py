"""Staff do one thing with one sign-up, from the button on its card; what cannot be taken back is asked first."""

from __future__ import annotations

from typing import Any, Final

from domain.messages import Choice
from flows import roster, showing
from flows.engine import Ask, Audience, Do, End, Flow, Say, Turn
from flows.few_words import few_words
from storage import people, projects

ASKED_FIRST: Final = frozenset({"turn_down"})


def parts(turn: Turn) -> tuple[str, str, str]:
    """The verb, the role and the person that the button names."""
    verb, role, person = (*str(turn.answers.get("about", "")).split(":"), "", "", "")[:3]
    return verb, role, person


def look(turn: Turn) -> str | None:
    """Whether the button names something that can be done."""
    verb, role, person = parts(turn)
    known = verb in roster.AFTER and projects.find_role(turn.tx, role) and people.find(turn.tx, person)
    return None if known else "gone"


def is_asked_first(turn: Turn) -> bool:
    """Whether the person will hear a no."""
    return parts(turn)[0] in ASKED_FIRST


def needs_reason(turn: Turn) -> bool:
    """Whether a reason has to be on record: they are let go, or are to begin without the training."""
    verb, role, person = parts(turn)
    return verb == "release" or (verb == "train" and roster.is_untrained(turn, role, person))


def facts(turn: Turn) -> dict[str, Any]:
    """Whom and which role this is about, and how it stands with their training."""
    verb, role, person = parts(turn)
    title, project = projects.titles(turn.tx, [role])[role]
    told = {"verb": verb, "training": roster.training_words(turn, role, person)}
    return {"name": showing.name_of(turn, person), "role": title, "project": project, **told}


def act(turn: Turn) -> None:
    """Do it, and remember what came of it."""
    verb, role, person = parts(turn)
    outcome = roster.take(turn, verb, [(role, person)], turn.answers.get("reason"))
    turn.answers["result"] = roster.result(turn, verb, outcome)


def result(turn: Turn) -> dict[str, str]:
    """What came of it."""
    return {"result": turn.answers["result"]}


def onward(turn: Turn) -> list[Choice]:
    """The others who asked for the role, or the team."""
    verb, role, _ = parts(turn)
    found = projects.find_role(turn.tx, role)
    in_team = verb in {"train", "activate", "complete", "release"} and found
    return [turn.button(f"members:{found.project.id}" if in_team and found else f"applicants:{role}")]


DECIDE: Final = Flow(
    "decide",
    Do("look", look, exits={"gone": "gone"}),
    Ask("sure", options=("yes", "no"), values=facts, when=is_asked_first, exits={"no": "left"}),
    Ask("reason", read=few_words, values=facts, when=needs_reason),
    Do("act", act, final=True),
    Say("done", values=result, choices=onward),
    End("quiet", quiet=True),
    End("left", offers=("applicants", "staff_menu")),
    End("gone", offers=("applicants", "staff_menu")),
    audience=Audience.STAFF,
)
