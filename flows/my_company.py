"""What my employer sees of me, and changing it: what it may see, my office, or leaving the company."""

from __future__ import annotations

from typing import Any, Final

from flows import employer, profile_saving
from flows.employer import facts
from flows.engine import Ask, Do, End, Flow, Turn
from storage import companies


def look(turn: Turn) -> str | None:
    """Whether the person came with a company that is there still."""
    about = turn.person.company
    return None if about and companies.find(turn.tx, about) else "none"


def leave(turn: Turn) -> None:
    """Belong to no company any more; it sees nothing of what comes, nor a name in any later report."""
    turn.answers["company"] = facts(turn)["company"]
    profile_saving.save_employer(turn, None)


def left(turn: Turn) -> dict[str, Any]:
    """The company that was left."""
    return {"company": turn.answers["company"]}


MY_COMPANY: Final = Flow(
    "my_company",
    Do("look", look, exits={"none": "none"}),
    Ask(
        "act",
        ("change", "office", "leave", "enough"),
        values=facts,
        exits={"office": "office", "leave": "sure", "enough": "kept"},
    ),
    Ask("sees", employer.ANSWERS, labels="words.consent", values=facts, keep=employer.save_sees),
    End("changed", values=facts, offers=("my_company", "menu")),
    Ask("office", read=employer.read_office, values=facts, keep=employer.save_office, skippable=True),
    End("office_saved", values=facts, offers=("my_company", "menu")),
    Ask("sure", ("yes", "no"), values=facts, exits={"no": "kept"}),
    Do("leave", leave, final=True),
    End("left", values=left, offers=("my_data", "menu")),
    End("kept", offers=("menu",)),
    End("none", offers=("join_company", "menu")),
)
