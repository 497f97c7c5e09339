"""What an employer may see of a person, and where they work for it: asked on joining, changed at will."""

from __future__ import annotations

from typing import Any, Final

from flows import profile_reading, profile_saving
from flows.engine import Read, Turn, Unclear, Understood
from storage import companies, people

ANSWERS: Final = ("none", "total_only", "name_and_hours")
"""What the employer may see."""
LONGEST_OFFICE: Final = 80


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
