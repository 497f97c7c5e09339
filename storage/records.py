"""A person's record: what they took part in and the hours that the ledger holds of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from domain.ledger import Check, Grade, Line, Sum, add_up, by_grade
from domain.record import skills_used
from domain.work import OpenRole
from storage import ledger, projects, sign_ups
from storage.ledger import Wanted


@dataclass(frozen=True, slots=True)
class Record:
    """What somebody has done so far."""

    roles: Sequence[OpenRole]
    """Those that they have or had a seat in, the newest first."""
    lines: Sequence[Line]
    """Their entries that stand, by the day they are for."""
    skills: Sequence[str]
    """Those used, the longest first."""

    @property
    def grades(self) -> Mapping[Grade, Sum]:
        """The hours that count, by who vouches for them."""
        return by_grade(self.lines)

    @property
    def total(self) -> Sum:
        """All hours that count."""
        return add_up(self.lines)

    @property
    def rejected(self) -> list[Line]:
        """The entries that count nowhere, the latest first."""
        return [each for each in reversed(self.lines) if each.check == Check.REJECTED]


def of(tx: Connection, person: str) -> Record:
    """What has this person done so far?"""
    lines = ledger.lines(tx, Wanted(person=person))
    roles = {each.role for each in lines if each.role}
    found = {role: each.role.skills for role in roles if (each := projects.find_role(tx, role))}
    return Record(sign_ups.roles_of(tx, person), lines, skills_used(lines, found))
