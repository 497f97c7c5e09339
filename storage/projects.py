"""Projects and their roles: what staff write, what volunteers can sign up for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, func, insert, select, update

from domain.sign_ups import HOLDING, SEATED, SILENT
from domain.work import OpenRole, Project, Role
from storage.columns import new_id
from storage.schema import companies as companies_table
from storage.schema import people, projects, roles, sign_ups

PROJECT = tuple(projects.c[each.name] for each in fields(Project))
ROLE = tuple(roles.c[each.name] for each in fields(Role))
TUPLES = frozenset({"skills", "nice", "teaches"})


def draft(
    tx: Connection, organisation: str, title: str, aim: str, cause: str | None, now: datetime, **more: Any
) -> str:
    """Write a new project that only staff see (``more`` are other columns of projects); gives its id."""
    project = new_id()
    facts = {"organisation": organisation, "title": title, "aim": aim, "cause": cause, **more}
    tx.execute(insert(projects).values(id=project, state="draft", written_at=now, **facts))
    return project


def add_role(tx: Connection, project: str, **facts: Any) -> str:
    """Add a role to a project (columns of roles; title, skills, seats, hours_per_week, place, slots at least)."""
    role = new_id()
    tx.execute(insert(roles).values(id=role, project=project, **facts))
    return role


def publish(tx: Connection, project: str, now: datetime) -> bool:
    """Open a drafted project for sign-ups; false if it is not a draft (any more)."""
    changed = tx.execute(
        update(projects)
        .where(projects.c.id == project, projects.c.state == "draft")
        .values(state="published", published_at=now)
    )
    return changed.rowcount == 1


def change(tx: Connection, project: str, **facts: Any) -> None:
    """Write these facts of a project anew (columns of projects)."""
    tx.execute(update(projects).where(projects.c.id == project).values(**facts))


def change_role(tx: Connection, role: str, **facts: Any) -> None:
    """Write these facts of a role anew (columns of roles)."""
    tx.execute(update(roles).where(roles.c.id == role).values(**facts))


def copy(tx: Connection, project: str, now: datetime) -> str | None:
    """Write a new draft like this project, with its roles but without dates; gives its id, nothing if there is none."""
    found = find(tx, project)
    if found is None:
        return None
    made = draft(tx, found.organisation, found.title, found.aim, found.cause, now)
    change(tx, made, **{name: getattr(found, name) for name in COPIED})
    for role in roles_of(tx, project):
        if role.state != "closed":
            add_role(tx, made, **facts_to_copy(role))
    return made


COPIED = ("scope_in", "scope_out", "done_when", "needs")
OF_ONE_ROLE = frozenset({"id", "project", "state", "reserved", "reserved_for", "reserved_until"})
"""What another role does not take over: seats are kept until a date, and dates are not copied."""


def facts_to_copy(role: Role) -> dict[str, Any]:
    """What a role like this one says, as its columns hold it."""
    facts = {each.name: getattr(role, each.name) for each in fields(Role) if each.name not in OF_ONE_ROLE}
    return facts | {name: list(facts[name]) for name in TUPLES} | {"slots": sorted(role.slots)}


def find(tx: Connection, project: str) -> Project | None:
    """Which project is this?"""
    row = tx.execute(select(*PROJECT).where(projects.c.id == project)).one_or_none()
    return Project(*row) if row else None


def lock(tx: Connection, project: str) -> Project | None:
    """As :func:`find`, but nobody else changes it until this transaction ends."""
    tx.execute(select(projects.c.id).where(projects.c.id == project).with_for_update(key_share=True))
    return find(tx, project)


def drafts(tx: Connection) -> list[Project]:
    """Which projects are written but not published, the newest first?"""
    query = select(*PROJECT).where(projects.c.state == "draft").order_by(projects.c.written_at.desc())
    return [Project(*row) for row in tx.execute(query)]


def published(tx: Connection) -> list[Project]:
    """Which projects are open, the newest first?"""
    query = select(*PROJECT).where(projects.c.state == "published").order_by(projects.c.published_at.desc())
    return [Project(*row) for row in tx.execute(query)]


def in_states(tx: Connection, states: Sequence[str]) -> list[Project]:
    """Which projects are in one of these states, the newest first?"""
    query = select(*PROJECT).where(projects.c.state.in_(states))
    return [Project(*row) for row in tx.execute(query.order_by(projects.c.written_at.desc(), projects.c.id))]


def names(tx: Connection) -> list[tuple[str, str]]:
    """What are all projects called, with their organisations first, by title?"""
    rows = tx.execute(select(projects.c.organisation, projects.c.title).order_by(projects.c.title, projects.c.id))
    return [(row.organisation, row.title) for row in rows]


def roles_of(tx: Connection, project: str) -> list[Role]:
    """Which roles does this project have, by title?"""
    rows = tx.execute(select(*ROLE).where(roles.c.project == project).order_by(roles.c.title))
    return [role_of(row) for row in rows]


def role_of(row: Sequence[Any]) -> Role:
    """The role in a row whose columns are a role's."""
    facts: dict[str, Any] = {column.name: value for column, value in zip(ROLE, row, strict=True)}
    facts |= {name: tuple(facts[name]) for name in TUPLES}
    return Role(**{**facts, "slots": frozenset(facts["slots"])})


SEAT = select(func.count()).where(sign_ups.c.role == roles.c.id, sign_ups.c.state.in_(SEATED)).correlate(roles)
TAKEN = SEAT.scalar_subquery()
TAKEN_BY_COMPANY = (
    SEAT.join(people, people.c.id == sign_ups.c.person)
    .where(people.c.company == roles.c.reserved_for)
    .scalar_subquery()
)


def with_projects() -> Select[*tuple[Any, ...]]:
    """The query of roles, each with its project and how many seats are taken."""
    return select(TAKEN, TAKEN_BY_COMPANY, *PROJECT, *ROLE).join(projects, projects.c.id == roles.c.project)


def open_role_of(row: Row[*tuple[Any, ...]]) -> OpenRole:
    """The role, project and taken seats in a row of :func:`with_projects`."""
    taken, by_company, *facts = row
    project, role = facts[: len(PROJECT)], facts[len(PROJECT) :]
    return OpenRole(role_of(role), Project(*project), taken, by_company)


def with_seats(tx: Connection, project: str) -> list[OpenRole]:
    """Which roles does this project have, by title, each with how many seats are taken?"""
    query = with_projects().where(roles.c.project == project)
    return [open_role_of(row) for row in tx.execute(query.order_by(roles.c.title, roles.c.id))]


def open_roles(tx: Connection, person: str) -> list[OpenRole]:
    """Which published roles could this person still sign up for, full ones included (there is a wait-list)?"""
    answered = select(sign_ups.c.role).where(sign_ups.c.person == person, sign_ups.c.state.in_([*HOLDING, *SILENT]))
    query = with_projects().where(projects.c.state == "published", roles.c.state == "open", roles.c.id.not_in(answered))
    return [open_role_of(row) for row in tx.execute(query.order_by(roles.c.id))]


def find_role(tx: Connection, role: str) -> OpenRole | None:
    """Which role is this, in which project, with how many free seats?"""
    row = tx.execute(with_projects().where(roles.c.id == role)).one_or_none()
    return open_role_of(row) if row else None


def lock_role(tx: Connection, role: str) -> OpenRole | None:
    """As :func:`find_role`, but nobody else can take a seat until this transaction ends."""
    tx.execute(select(roles.c.id).where(roles.c.id == role).with_for_update(key_share=True))
    return find_role(tx, role)


def project_of(tx: Connection, role: str) -> str:
    """Which project is this role of?"""
    return str(tx.execute(select(roles.c.project).where(roles.c.id == role)).scalar_one())


def companies(tx: Connection) -> dict[str, str]:
    """What are the companies called that seats can be kept for, by name?"""
    query = select(companies_table.c.id, companies_table.c.name).order_by(companies_table.c.name)
    return {row.id: row.name for row in tx.execute(query)}


def titles(tx: Connection, ids: Sequence[str]) -> dict[str, tuple[str, str]]:
    """What are these roles called, and their projects?"""
    query = select(roles.c.id, roles.c.title, projects.c.title).join(projects, projects.c.id == roles.c.project)
    return {row[0]: (row[1], row[2]) for row in tx.execute(query.where(roles.c.id.in_(ids)))}
