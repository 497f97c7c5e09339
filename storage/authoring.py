"""What staff do with projects and roles: locked, allowed or refused, written down, noted for whom it concerns.

Each step gives ``None`` when it is done, or why it cannot be.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection

from domain.projects import PROJECT_MOVES, ROLE_MOVES, Refusal, may_have_seats, may_move, news
from domain.work import OpenRole, Project
from storage import announcements, changes, offers, projects, reminders, searches, seats, staff, teams

ACTS: Final = {"paused": "paused", "published": "resumed", "open": "resumed", "closed": "closed"}
"""How the audit log calls the step to a state."""

# ---------------------------------------------------------------- what they say


def change_project(tx: Connection, project: str, by: str, now: datetime, **facts: Any) -> Refusal | None:
    """Write facts of a project anew (columns of projects)."""
    before = projects.lock(tx, project)
    if before is None or before.state == "closed":
        return Refusal.CLOSED if before else Refusal.GONE
    projects.change(tx, project, **facts)
    after = projects.find(tx, project)
    if after:
        note(tx, before, project, news(before, after), now)
    staff.record(tx, by, "project_changed", f"{project}:{','.join(sorted(facts))}"[:80], now)
    return None


def change_role(tx: Connection, role: str, by: str, now: datetime, **facts: Any) -> Refusal | None:
    """Write facts of a role anew (columns of roles); never fewer seats than are taken."""
    before = projects.lock_role(tx, role)
    refusal = may_change(before, facts)
    if before is None or refusal:
        return refusal or Refusal.GONE
    projects.change_role(tx, role, **facts)
    after = projects.find_role(tx, role)
    if after:
        note(tx, before.project, role, news(before.role, after.role), now)
    staff.record(tx, by, "role_changed", f"{role}:{','.join(sorted(facts))}"[:80], now)
    offers.fill(tx, role, now)
    teams.settle(tx, role, now)
    return None


def may_change(found: OpenRole | None, facts: dict[str, Any]) -> Refusal | None:
    """Whether a role can be changed to this; else why not."""
    if found is None:
        return Refusal.GONE
    if "closed" in {found.role.state, found.project.state}:
        return Refusal.CLOSED
    numbers = {name: facts[name] for name in ("seats", "least", "reserved") if name in facts}
    return may_have_seats(replace(found.role, **numbers), found.taken) if numbers else None


def note(tx: Connection, project: Project, subject: str, before: dict[str, Any], now: datetime) -> None:
    """Note what those who signed up are to hear; nobody has signed up for a draft."""
    if project.state != "draft":
        changes.note(tx, project.id, subject, before, now)


def copy(tx: Connection, project: str, by: str, now: datetime) -> str | None:
    """Write a new draft like this project; gives its id, nothing if there is no such project."""
    made = projects.copy(tx, project, now)
    if made:
        staff.record(tx, by, "project_copied", f"{project}:{made}", now)
    return made


# ---------------------------------------------------------------- paused, resumed, closed


def move_project(tx: Connection, project: str, after: str, by: str, now: datetime) -> Refusal | None:
    """Pause (``paused``), resume (``published``) or close (``closed``) a project; a draft is published elsewhere."""
    before = projects.lock(tx, project)
    refusal = may_move(before.state if before else None, after, PROJECT_MOVES)
    if before and before.state == "draft" and after == "published":
        refusal = Refusal.DRAFT
    if before is None or refusal:
        return refusal
    projects.change(tx, project, state=after, **({"closed_at": now} if after == "closed" else {}))
    note(tx, before, project, {"state": before.state}, now)
    staff.record(tx, by, f"project_{ACTS[after]}", project, now)
    for role in changes.roles_in(tx, project):
        settle(tx, role, after, by, now)
    reminders.begin_anew_in(tx, project)
    return None


def move_role(tx: Connection, role: str, after: str, by: str, now: datetime) -> Refusal | None:
    """Pause (``paused``), resume (``open``) or close (``closed``) one role of a project."""
    before = projects.lock_role(tx, role)
    refusal = may_move(before.role.state if before else None, after, ROLE_MOVES)
    if before is None or refusal:
        return refusal
    projects.change_role(tx, role, state=after)
    note(tx, before.project, role, {"state": before.role.state}, now)
    staff.record(tx, by, f"role_{ACTS[after]}", role, now)
    settle(tx, role, after, by, now)
    return None


def settle(tx: Connection, role: str, after: str, by: str, now: datetime) -> None:
    """What follows for those who asked for a role, or may hear of it: a kind no and silence, or free seats again."""
    projects.lock_role(tx, role)  # who asks at this moment is seen, or sees that it is closed
    if after == "closed":
        seats.close(tx, role, by, now)
        searches.end(tx, role, "stopped")
        announcements.drop(tx, role)
    elif after != "paused":
        offers.fill(tx, role, now)
    teams.settle(tx, role, now)
