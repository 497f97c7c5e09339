"""Tells who signed up what is different now from what they signed up for; what was changed back is not told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from domain.projects import PROJECT_NEWS, ROLE_NEWS, fact_of
from domain.sign_ups import IN_TEAM
from domain.work import OpenRole, Project, Role
from flows.engine import Turn
from flows.project_facts import PROJECT_FACTS
from flows.role_facts import ROLE_FACTS
from storage import projects, sign_ups
from storage.changes import CONCERNED

SAID_AS: Final = {"hours_per_week": "hours", "province": "place"}
"""Columns that are spoken of under another name."""


def show(turn: Turn, project: str, before: Mapping[str, Mapping[str, Any]]) -> None:
    """Say it in one message, with the way to the person's roles."""
    found = projects.find(turn.tx, project)
    if found is None or not turn.known:
        return
    mine = roles_of(turn, project)
    said = [project_lines(turn, found, before.get(project, {}), mine)] if mine else []
    said += [role_lines(turn, each, before.get(each.role.id, {})) for each in mine if found.state != "closed"]
    lines = [line for part in said for line in part]
    if lines:
        facts = {"project": found.title, "organisation": found.organisation, "lines": "\n".join(lines)}
        goes_on = found.state != "closed" and any(each.role.state != "closed" for each in mine)
        words = turn.words(f"role_changes.{'news' if goes_on else 'over'}", **facts)
        turn.say(words, [turn.button("my_roles" if goes_on else "find_role")], lasting=True)


def roles_of(turn: Turn, project: str) -> list[OpenRole]:
    """The roles of the project with which the person stands so that changes concern them."""
    found = sign_ups.roles_of(turn.tx, turn.person.id, *CONCERNED)
    return [each for each in found if each.project.id == project]


def stands(turn: Turn, mine: list[OpenRole]) -> str:
    """Whether the person is in the ``team`` of one of the roles, has been ``offered`` one, or ``asks`` for them."""
    states = {sign_ups.state_of(turn.tx, each.role.id, turn.person.id) for each in mine}
    return "team" if states & set(IN_TEAM) else "offered" if "offered" in states else "asks"


# ---------------------------------------------------------------- what is different


def different(thing: Project | Role, before: Mapping[str, Any]) -> dict[str, Any]:
    """The old values of what is different now, always in the same order."""
    names = ROLE_NEWS if isinstance(thing, Role) else PROJECT_NEWS
    old = {name: fact_of(name, before[name]) for name in names if name in before}
    return {name: value for name, value in old.items() if getattr(thing, name) != value}


def project_lines(turn: Turn, project: Project, before: Mapping[str, Any], mine: list[OpenRole]) -> list[str]:
    """What is different about the project, a line each."""
    old = different(project, before)
    lines = []
    if "state" in old:
        lines.append(turn.words(f"role_changes.project-{project.state}", stands=stands(turn, mine)))
    if project.state == "closed":
        return lines
    return lines + [
        turn.words(f"role_changes.{name}", now=PROJECT_FACTS[name][0](turn, project) or turn.words("engine.nothing"))
        for name in old
        if name != "state"
    ]


def role_lines(turn: Turn, found: OpenRole, before: Mapping[str, Any]) -> list[str]:
    """What is different about a role, a line each."""
    role, old = found.role, different(found.role, before)
    lines = []
    if "state" in old:
        lines.append(turn.words(f"role_changes.role-{role.state}", role=role.title, stands=stands(turn, [found])))
    earlier = replace(role, **old)
    names = dict.fromkeys(SAID_AS.get(name, name) for name in old if name != "state")
    return lines + [fact_line(turn, earlier, role, name) for name in names if role.state != "closed"]


def fact_line(turn: Turn, earlier: Role, role: Role, name: str) -> str:
    """One thing that is different about a role: what it was, and what it is."""
    was, now = (ROLE_FACTS[name][0](turn, each) or turn.words("engine.nothing") for each in (earlier, role))
    return turn.words(f"role_changes.{name}", role=role.title, was=was, now=now)
