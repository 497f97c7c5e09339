"""Tells the people whom a project's roles suit: who they are, what it takes of the month, and doing it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from domain import announcing
from domain.announcing import Plan, Suited
from domain.events import ROLE_ANNOUNCED, Arrival
from domain.matching import match
from domain.push_budget import ASSUMED_ALLOWED, Month
from domain.work import Project, Role
from flows.engine import Turn
from storage import inbox, projects, quotas, sign_ups, staff, volunteers
from storage.quotas import Quota
from texts.dates import local

PAID_CHANNEL: Final = "line"


def assumed(turn: Turn) -> Quota:
    """What we go by before the channel has told us: the smallest plan, and what we sent since the month began."""
    began = local(turn.now, turn.network.timezone).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    return Quota(PAID_CHANNEL, ASSUMED_ALLOWED, 0, began)


def is_known(turn: Turn) -> bool:
    """Whether the channel has told us of its month."""
    return quotas.latest(turn.tx, PAID_CHANNEL) is not None


def month(turn: Turn) -> Month:
    """Where the month's paid messages stand."""
    quota = quotas.latest(turn.tx, PAID_CHANNEL) or assumed(turn)
    used, waiting = quotas.used_by(turn.tx, quota), quotas.on_their_way(turn.tx, PAID_CHANNEL)
    return Month(quota.allowed, used, waiting)


def suited(turn: Turn, project: Project, roles: Iterable[Role]) -> list[Suited]:
    """Everybody whom one of the roles suits and who may be told of it, the best first."""
    found = [
        Suited(role.id, each.person, each.chat, match(each.person, each.skills, role, project))
        for role in roles
        for each in volunteers.candidates(turn.tx, role.id, turn.now)
    ]
    return announcing.best_first(filter(announcing.suits, found))


def plan(turn: Turn, project: Project) -> Plan:
    """Who would be told of the project now, and what that takes."""
    fitting = suited(turn, project, projects.roles_of(turn.tx, project.id))
    clock = f"{local(turn.now, turn.network.timezone):%H:%M}"
    return announcing.choose(fitting, month(turn), clock)


def tell(turn: Turn, project: Project) -> Plan:
    """Tell those of the plan who were not told before; each gets the card in their own turn."""
    quotas.lock(turn.tx, assumed(turn))
    chosen = plan(turn, project)
    told = [each for each in chosen.told if sign_ups.announce(turn.tx, each.role, each.person.id, turn.now)]
    inbox.keep(turn.tx, [news(turn, each) for each in told], turn.now)
    for role in projects.roles_of(turn.tx, project.id):
        subject = f"{role.id}:{sum(each.role == role.id for each in told)}"
        staff.record(turn.tx, turn.person.id, "role_announced", subject, turn.now)
    return replace(chosen, told=tuple(told))


def news(turn: Turn, suited: Suited) -> Arrival:
    """The event that shows a person the role."""
    key = f"announce:{suited.role}:{suited.person.id}"
    return Arrival(key, suited.chat, ROLE_ANNOUNCED, turn.now, facts={"role": suited.role})
