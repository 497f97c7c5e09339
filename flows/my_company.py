"""What my employer sees of me, and changing it: what it may see, my office, or leaving the company."""

from __future__ import annotations

from typing import Any, Final

from flows import profile_reading, profile_saving
from flows.engine import Ask, Do, End, Flow, Read, Turn, Unclear, Understood
from flows.my_data import CONSENT_ANSWERS
from storage import companies, people

LONGEST_OFFICE: Final = 80


def look(turn: Turn) -> str | None:
    """Whether the person came with a company that is there still."""
    about = turn.person.company
    return None if about and companies.find(turn.tx, about) else "none"


def facts(turn: Turn) -> dict[str, Any]:
    """The company, the office, and what the company may see."""
    found = companies.find(turn.tx, turn.person.company or "")
    sees = people.consents_of(turn.tx, turn.person.id).get("employer", "none")
    return {
        "company": found.name if found else turn.person.employer or "",
        "office": turn.person.office or "none",
        "sees": sees,
        "name": turn.person.name or "",
    }


def read_office(text: str, turn: Turn) -> Read:
    """An office, in the person's own words."""
    found = profile_reading.an_employer(text, turn)
    if isinstance(found, Understood) and len(found.value) > LONGEST_OFFICE:
        return Unclear()
    return found if isinstance(found, Understood) else Unclear()


def save_office(turn: Turn, office: str | None) -> None:
    """Write down the office."""
    turn.learn(office=office)


def save_sees(turn: Turn, answer: str | None) -> None:
    """Write down what the employer may see; who skips the question lets it see nothing."""
    profile_saving.consents_to("employer_sees", "employer")(turn, answer or "none")


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
    Ask("sees", CONSENT_ANSWERS["employer"], labels="words.consent", values=facts, keep=save_sees),
    End("changed", values=facts, offers=("my_company", "menu")),
    Ask("office", read=read_office, values=facts, keep=save_office, skippable=True),
    End("office_saved", values=facts, offers=("my_company", "menu")),
    Ask("sure", ("yes", "no"), values=facts, exits={"no": "kept"}),
    Do("leave", leave, final=True),
    End("left", values=left, offers=("my_data", "menu")),
    End("kept", offers=("menu",)),
    End("none", offers=("join_company", "menu")),
)
