"""Forget a company and its code; its people stay, and so does the employer that they named."""

from __future__ import annotations

from typing import Any, Final

from flows.engine import Ask, Audience, Do, End, Flow, Option, Turn
from storage import companies, staff


def look(turn: Turn) -> str | None:
    """Whether there is a company to forget."""
    return None if "about" in turn.answers or companies.all_of_them(turn.tx) else "gone"


def which(turn: Turn) -> list[Option]:
    """The companies, by name."""
    return [Option(each.id, each.name) for each in companies.all_of_them(turn.tx)]


def check(turn: Turn) -> str | None:
    """Whether the company is there, and nothing is kept for its people."""
    if companies.find(turn.tx, str(turn.answers["about"])) is None:
        return "gone"
    return "keeps_seats" if companies.keeps_seats(turn.tx, str(turn.answers["about"])) else None


def facts(turn: Turn) -> dict[str, Any]:
    """What the company is called, and how many came by its code."""
    found = companies.find(turn.tx, str(turn.answers["about"]))
    count = companies.people_of(turn.tx, found.id) if found else 0
    return {"company": found.name if found else turn.answers.get("name", ""), "count": count}


def erase(turn: Turn) -> str | None:
    """Forget it, if that is still possible."""
    turn.answers["name"] = facts(turn)["company"]
    if refusal := check(turn):
        return refusal
    companies.erase(turn.tx, turn.answers["about"])
    staff.record(turn.tx, turn.person.id, "company_erased", turn.answers["about"], turn.now)
    return None


ERASE_COMPANY: Final = Flow(
    "erase_company",
    Do("look", look, exits={"gone": "gone"}),
    Ask("about", which),
    Do("check", check, exits={"gone": "gone", "keeps_seats": "keeps_seats"}),
    Ask("sure", ("erase", "keep"), values=facts, exits={"keep": "kept"}),
    Do("erase", erase, exits={"gone": "gone", "keeps_seats": "keeps_seats"}, final=True),
    End("erased", values=facts, offers=("companies", "staff_menu")),
    End("kept", offers=("companies", "staff_menu")),
    End("keeps_seats", values=facts, offers=("companies", "staff_menu")),
    End("gone", offers=("companies", "staff_menu")),
    audience=Audience.ADMINS,
)
