"""Tells people of roles: whom they suit, what it takes of the month, and doing it, wave by wave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from domain import announcing
from domain.announcing import Plan, Suited, Way
from domain.events import ROLE_ANNOUNCED, Arrival
from domain.push_budget import Month
from domain.searching import Forecast, Search, forecast
from domain.work import OpenRole, Project
from flows.engine import Turn
from storage import announcements, inbox, projects, quotas, searches, settings, staff, volunteers
from storage.announcements import Notice
from texts.dates import local

PAID_CHANNEL: Final = "line"


# ---------------------------------------------------------------- the month


def month_began(turn: Turn) -> datetime:
    """When the month began, on the network's calendar."""
    return local(turn.now, turn.network.timezone).replace(day=1, hour=0, minute=0, second=0, microsecond=0)


def is_known(turn: Turn) -> bool:
    """Whether the channel has told us of its month."""
    return quotas.latest(turn.tx, PAID_CHANNEL) is not None


def month(turn: Turn) -> Month:
    """Where the month's paid messages stand."""
    return quotas.month(turn.tx, PAID_CHANNEL, month_began(turn))


def lock(turn: Turn) -> None:
    """Let nobody else spend from the month, or go on with a search, until this turn ends."""
    quotas.lock(turn.tx, quotas.assumed(PAID_CHANNEL, month_began(turn)))


# ---------------------------------------------------------------- who and what it takes


def seeking(turn: Turn, project: Project) -> list[OpenRole]:
    """The roles of a project that still need people, or will once it is published."""
    found = [projects.find_role(turn.tx, role.id) for role in projects.roles_of(turn.tx, project.id)]
    return [each for each in found if each and each.role.state == "open" and each.seats_left]


def suited(turn: Turn, roles: Sequence[OpenRole]) -> list[Suited]:
    """Those whom one of the roles suits and who may be told of it, the best first: as many as all waves could reach."""
    size = settings.number(turn.tx, "wave_size") * len(roles)
    found = [
        Suited(each.role.id, who.person, who.chat, who.match)
        for each in roles
        for who in volunteers.ranked(turn.tx, each, turn.now, size * waves_left(turn, each.role.id))
    ]
    return announcing.best_first(filter(announcing.suits, found))


def plan(
    turn: Turn,
    fitting: Sequence[Suited],
    way: Way = Way.TELL,
    sizes: Mapping[str, int] | None = None,
    pushes: Mapping[str, int] | None = None,
) -> Plan:
    """Who of those whom a role suits would be told in its next wave, and what that takes."""
    if sizes is None:
        sizes = dict.fromkeys((each.role for each in fitting), settings.number(turn.tx, "wave_size"))
    riding = announcements.with_digest_planned(turn.tx)
    here = local(turn.now, turn.network.timezone)
    return announcing.choose(fitting, month(turn), here, sizes, way, riding, pushes)


def forecasts(turn: Turn, fitting: Sequence[Suited], way: Way = Way.TELL) -> dict[str, Forecast]:
    """What the waves of each role that are left may take together, at most."""
    size, now = settings.number(turn.tx, "wave_size"), month(turn)
    most = {role: waves_left(turn, role) for role in sorted({each.role for each in fitting})}
    reached = announcing.best_of_each_role(fitting, {role: size * waves for role, waves in most.items()})
    return {
        role: forecast([each for each in reached if each.role == role], size, now, free_only=way == Way.FREE)
        for role in most
    }


def waves_left(turn: Turn, role: str) -> int:
    """How many waves of a role there may be from the one that would be told now."""
    before, most = searches.find(turn.tx, role), settings.number(turn.tx, "most_waves")
    return max(1, max(most, before.most_waves) - before.wave) if before else most


# ---------------------------------------------------------------- doing it


@dataclass(frozen=True, slots=True)
class Prepared:
    """A wave that staff want now: whom the roles suit, who would be told, and how."""

    roles: Sequence[OpenRole]
    way: Way
    fitting: Sequence[Suited]
    plan: Plan

    @property
    def is_over(self) -> bool:
        """Whether everybody was to be told, and the month does not allow it."""
        return self.way == Way.TELL and bool(self.plan.held_back)


def prepare(turn: Turn, roles: Sequence[OpenRole], way: str) -> Prepared:
    """Look who would be told of these roles, and let nobody else spend from the month meanwhile."""
    lock(turn)
    fitting = suited(turn, roles)
    return Prepared(roles, Way(way), fitting, plan(turn, fitting, Way(way)))


def tell(turn: Turn, ready: Prepared) -> Plan:
    """Tell the next wave of these roles; what comes after follows by itself. Gives who was told."""
    chosen, ahead = ready.plan, forecasts(turn, ready.fitting, ready.way)
    waves = {}
    for role in (each.role.id for each in ready.roles):
        if chosen.count(role):
            waves[role] = begun(turn, role, max(0, ahead[role].pushes - chosen.pushes(role)))
        staff.record(turn.tx, turn.person.id, "role_announced", f"{role}:{chosen.count(role)}", turn.now)
    return write(turn, chosen, waves)


def begun(turn: Turn, role: str, pushes: int) -> Search:
    """The search of a role whose next wave is told now: by the network's settings as they are."""
    before = searches.find(turn.tx, role)
    wave = before.wave + 1 if before else 1
    most = settings.number(turn.tx, "most_waves")
    return Search(
        role=role,
        state="running",
        wave=wave,
        most_waves=max(most, wave, before.most_waves if before else 0),
        size=settings.number(turn.tx, "wave_size"),
        next_at=turn.now + pause(turn),
        begun_at=before.begun_at if before else turn.now,
        begun_by=turn.person.id,
        pushes=pushes,
    )


def pause(turn: Turn) -> timedelta:
    """How long people have to answer before the next are told."""
    return timedelta(hours=settings.number(turn.tx, "wave_hours"))


def write(turn: Turn, chosen: Plan, waves: Mapping[str, Search]) -> Plan:
    """Write down what was planned and let those who hear at once hear; gives the plan without who had heard before."""
    for search in waves.values():
        searches.write(turn.tx, search)
    notices = [
        *(notice(turn, each, waves, "told") for each in chosen.told),
        *(notice(turn, each, waves, "planned", at) for each, at in chosen.planned),
        *(notice(turn, each, waves, "tray") for each in chosen.tray),
    ]
    fresh = {(each.role, each.person) for each in announcements.keep(turn.tx, notices)}
    done = without_others(chosen, fresh)
    inbox.keep(turn.tx, [news(turn, each) for each in done.told], turn.now)
    announcements.count_tray(turn.tx, [each.person.id for each in done.tray])
    return done


def notice(
    turn: Turn, suited: Suited, waves: Mapping[str, Search], state: str, due_at: datetime | None = None
) -> Notice:
    """What is written down of a person who hears of a role."""
    return Notice(suited.role, suited.person.id, turn.now, waves[suited.role].wave, state, due_at)


def without_others(chosen: Plan, fresh: set[tuple[str, str]]) -> Plan:
    """The plan with only these roles and people."""

    def is_fresh(each: Suited) -> bool:
        return (each.role, each.person.id) in fresh

    return replace(
        chosen,
        told=tuple(filter(is_fresh, chosen.told)),
        planned=tuple((each, at) for each, at in chosen.planned if is_fresh(each)),
        tray=tuple(filter(is_fresh, chosen.tray)),
    )


def news(turn: Turn, suited: Suited) -> Arrival:
    """The event that shows a person the role."""
    key = f"announce:{suited.role}:{suited.person.id}:{turn.now:%Y%m%d%H%M%S}"
    return Arrival(key, suited.chat, ROLE_ANNOUNCED, turn.now, facts={"role": suited.role})
