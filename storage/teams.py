"""Teams: whether a project has the people that it needs to begin, who is still missing, and what they are called."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select, update

from domain.events import TEAM_COMPLETED
from domain.sign_ups import IN_TEAM
from domain.work import Role
from storage import notices
from storage.projects import project_of, roles_of
from storage.schema import people, projects, roles, sign_ups


@dataclass(frozen=True, slots=True)
class Gap:
    """An open role that has not the people that it needs to begin."""

    role: Role
    has: int

    @property
    def missing(self) -> int:
        """How many people it needs still."""
        return self.role.least - self.has


def gaps(tx: Connection, project: str) -> list[Gap]:
    """Which open roles of this project lack people to begin, the leading one first?"""
    count = select(sign_ups.c.role, func.count().label("number")).join(roles, roles.c.id == sign_ups.c.role)
    query = count.where(roles.c.project == project, sign_ups.c.state.in_(IN_TEAM)).group_by(sign_ups.c.role)
    seated = {row.role: row.number for row in tx.execute(query)}
    found = [Gap(role, seated.get(role.id, 0)) for role in roles_of(tx, project) if role.state == "open"]
    return sorted((gap for gap in found if gap.missing > 0), key=lambda gap: not gap.role.lead)


def settle(tx: Connection, role: str, now: datetime) -> None:
    """Note since when the team of this role's project is complete, or that it is no longer; staff hear of it once.

    To be called whenever somebody joins or leaves a team, or what a role needs changes.
    """
    project = project_of(tx, role)
    mine = projects.c.id == project
    tx.execute(select(projects.c.id).where(mine).with_for_update(key_share=True))
    if gaps(tx, project):
        tx.execute(update(projects).where(mine).values(teamed_at=None))
        return
    whole = update(projects).where(mine, projects.c.teamed_at.is_(None), projects.c.state == "published")
    if tx.execute(whole.values(teamed_at=now)).rowcount:
        notices.tell_staff(tx, TEAM_COMPLETED, f"{project}:{now.isoformat()}", now, project=project)


def called(tx: Connection, project: str) -> list[tuple[str, list[str | None]]]:
    """What do the people of this project's team like to be called, by the titles of their roles, the leading one first?

    ``None`` is somebody who has not said.
    """
    query = (
        select(roles.c.id, roles.c.title, people.c.name)
        .join(sign_ups, sign_ups.c.role == roles.c.id)
        .join(people, people.c.id == sign_ups.c.person)
        .where(roles.c.project == project, sign_ups.c.state.in_(IN_TEAM))
        .order_by(roles.c.lead.desc(), roles.c.title, roles.c.id, people.c.name, people.c.id)
    )
    found: dict[str, tuple[str, list[str | None]]] = {}
    for row in tx.execute(query):
        found.setdefault(row.id, (row.title, []))[1].append(row.name)
    return list(found.values())
