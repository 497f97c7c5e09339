"""What a button of staff's names, a project or one of its roles, and whom it concerns when that changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from domain.work import OpenRole, Project, Role
from flows import telling
from flows.engine import Option, Turn
from storage import changes, projects


@dataclass(frozen=True, slots=True)
class Subject:
    """A project, or one role of it."""

    project: Project
    found: OpenRole | None = None
    """The role, if it is one."""

    @property
    def facts(self) -> Project | Role:
        """The project or the role itself."""
        return self.found.role if self.found else self.project

    @property
    def kind(self) -> str:
        """``project`` or ``role``."""
        return "role" if self.found else "project"


def find(turn: Turn) -> Subject | None:
    """What the button named, or what was chosen: it comes from a client, so it may be anything."""
    wanted = str(turn.answers.get("about"))
    if found := projects.find_role(turn.tx, wanted):
        return Subject(found.project, found)
    project = projects.find(turn.tx, wanted)
    return Subject(project) if project else None


def chosen(turn: Turn) -> Subject:
    """As :func:`find`, where an earlier step has made sure of it: projects and roles are never removed."""
    subject = find(turn)
    if subject is None:
        raise LookupError("the project is gone")
    return subject


def titles(turn: Turn) -> dict[str, str]:
    """What it is called, and which of the two it is."""
    subject = chosen(turn)
    return {"kind": subject.kind, "title": subject.facts.title, "project": subject.project.title}


def role_ids(turn: Turn, subject: Subject) -> list[str]:
    """The roles that it is about."""
    return [subject.found.role.id] if subject.found else changes.roles_in(turn.tx, subject.project.id)


def choices(turn: Turn, *states: str) -> list[Option]:
    """The projects in one of these states, to choose one."""
    return [Option(each.id, each.title, (each.organisation,)) for each in projects.in_states(turn.tx, states)]


# ---------------------------------------------------------------- whom it concerns


def reached(turn: Turn, subject: Subject, states: Iterable[str] = changes.CONCERNED) -> Mapping[str, int]:
    """How many people who stand with it in one of these states are told, by channel?"""
    return Counter(changes.channels_of(turn.tx, role_ids(turn, subject), states).values())


def telling_words(turn: Turn, people: Mapping[str, int]) -> str:
    """How many are told, how many of them by a paid message, and what remains of the month."""
    left, paid = telling.month(turn).left, people.get("line", 0)
    facts = {"count": sum(people.values()), "telegram": people.get("telegram", 0), "line": paid}
    known = "yes" if telling.is_known(turn) else "no"
    return turn.words("changing.told", **facts, known=known, left="unlimited" if left is None else max(0, left - paid))
