"""Join as one of a company's people, by the code that the company gave out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from domain.messages import Choice
from flows import codes, employer, profile_saving
from flows.codes import GAP
from flows.engine import NOT_KNOWN, Ask, Do, End, Flow, Go, Read, Say, Turn, Unclear, Understood
from storage import companies, people
from storage.companies import Company

CODE: Final = re.compile(rf"(?:/start\s+)?team{GAP}(?=\S*\d)([0-9a-z]{{6}})", re.IGNORECASE)


def recognise(text: str, _turn: Turn) -> Mapping[str, str] | None:
    """A line that is a company's code: ``team-k3f9m2``, ``Team K3F9M2``."""
    found = CODE.fullmatch(text.strip())
    return {"code": f"team-{found[1].lower()}"} if found else None


def read_code(text: str, turn: Turn) -> Read:
    """A typed code, with or without its first word."""
    found = recognise(text, turn) or recognise(f"team-{text.strip()}", turn)
    return Understood(found["code"] if found else text.strip()) if text.strip() else Unclear()


def look(turn: Turn) -> str | None:
    """Find the company; too many wrong codes, and none is looked at."""
    if codes.too_many_were_wrong(turn):
        return "enough"
    found = companies.by_code(turn.tx, turn.answers["code"])
    if found is None:
        codes.note_wrong(turn)
        return "wrong"
    turn.answers["company"] = found.id
    return "already" if turn.person.company == found.id else None


def company(turn: Turn) -> Company | None:
    """The company that was found; it may be gone by the time of the answer."""
    return companies.find(turn.tx, turn.answers["company"])


def names(turn: Turn) -> dict[str, str]:
    """The company, and the other employer that the person told us before, if there is one."""
    found = company(turn)
    name, before = found.name if found else "", turn.person.employer
    return {"company": name, "before": before if before and before != name else "none"}


def join(turn: Turn) -> str | None:
    """Write down whose people they belong to; the employer is not asked again."""
    found = company(turn)
    if found is None:
        return "gone"
    turn.answers["known"] = turn.person.employer == found.name and "employer_sees" in turn.person.answered
    profile_saving.save_employer(turn, found.name)
    turn.learn(company=found.id)
    return None


def answered(turn: Turn) -> Any:
    """What this employer may see, if the person has said it already."""
    said = people.consents_of(turn.tx, turn.person.id).get("employer", "none")
    return said if turn.answers.get("known") else NOT_KNOWN


def is_newcomer(turn: Turn) -> bool:
    """Whether we are to get to know the person next; what was put aside goes on by itself."""
    return turn.person.name is None and not turn.talk.parked


def onward(turn: Turn) -> str | None:
    """Whether the newcomer's questions come next."""
    return "newcomer" if is_newcomer(turn) else None


def ways(turn: Turn) -> list[Choice]:
    """What somebody may want next who is neither in the middle of something nor new."""
    return [] if is_newcomer(turn) or turn.talk.parked else [turn.button("find_role"), turn.button("about_me")]


def help_with_code(turn: Turn) -> list[Choice]:
    """Somebody who may know the right code."""
    return [turn.button("talk_to_person")]


JOIN_COMPANY: Final = Flow(
    "join_company",
    Ask("code", read=read_code),
    Do("look", look, exits={"wrong": "not_good", "enough": "later", "already": "already"}),
    Ask("yours", ("yes", "no"), values=names, exits={"no": "not_joined"}),
    Do("join", join, exits={"gone": "not_good"}, final=True),
    Say("joined", values=names),
    Ask("office", read=employer.read_office, keep=employer.save_office, skippable=True),
    Ask(
        "sees",
        employer.ANSWERS,
        labels="words.consent",
        known=answered,
        keep=employer.save_sees,
        skippable=True,
        values=names,
    ),
    Say("noted", values=employer.facts, choices=ways),
    Do("onward", onward, exits={"newcomer": "get_to_know"}),
    End("done", quiet=True),
    Go("get_to_know", "about_me"),
    Say("not_joined", choices=ways, then="onward"),
    Say("already", values=names, choices=ways, then="onward"),
    Say("not_good", choices=help_with_code, then="onward"),
    Say("later", choices=help_with_code, then="onward"),
    recognises=recognise,
    unmistakable=True,
)
