"""Gathers who asked for a project's roles and could be offered a seat, and lets the best team be found among them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from domain.matching import match
from domain.people import Person
from domain.sign_ups import APPLIED, IN_TEAM
from domain.suiting import bare
from domain.team import Applicant, Member, Place, Proposal, propose, without
from domain.work import OpenRole
from flows import roster
from flows.engine import Turn
from flows.roster import Seat
from storage import offers, people, projects, sign_ups
from storage.sign_ups import SignUp


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a team can be made of."""

    places: list[Place]
    applicants: list[Applicant]
    members: list[Member]
    left_out: list[str]
    """Who cannot be offered a seat now: a line each, with the reason."""


def gather(turn: Turn, project: str) -> Gathered:
    """The free seats of a project, who asked for them, who belongs to the team, and who has to be left out."""
    open_roles = [found for found in all_roles(turn, project) if found.is_open and found.seats_left]
    states = (*APPLIED, "expired")
    asked = [(found, each) for found in open_roles for each in sign_ups.of_role(turn.tx, found.role.id, states)]
    refusals = {(each.role, each.person): why_left_out(turn, found, each) for found, each in asked}
    return Gathered(
        places=[Place(found.role, found.seats_left, found.kept_back(turn.now)) for found in open_roles],
        applicants=[applicant(turn, *one) for one in asked if not refusals[one[1].role, one[1].person]],
        members=members(turn, project),
        left_out=[line for line in refusals.values() if line],
    )


def all_roles(turn: Turn, project: str) -> list[OpenRole]:
    """The roles of a project with their seats."""
    ids = [role.id for role in projects.roles_of(turn.tx, project)]
    return [found for role in ids if (found := projects.find_role(turn.tx, role))]


def why_left_out(turn: Turn, found: OpenRole, asked: SignUp) -> str:
    """Why somebody who asked cannot be offered a seat now, in words; nothing if they can."""
    who = people.find(turn.tx, asked.person)
    refusal = offers.may_be_asked(turn.tx, found, who, turn.now) if who else None
    return roster.refused(turn, refusal, asked.role, asked.person) if refusal else ""


def applicant(turn: Turn, found: OpenRole, asked: SignUp) -> Applicant:
    """Somebody who asked, as the rules weigh them."""
    who = people.find(turn.tx, asked.person)
    if who is None:
        raise LookupError("somebody was forgotten in the middle of a turn")
    skills = people.skills_of(turn.tx, who.id)
    return Applicant(
        person=who.id,
        role=found.role.id,
        score=match(who, skills, found.role, found.project).score,
        skills=skills,
        days=(turn.now - (asked.asked_at or asked.changed_at)) / timedelta(days=1),
        employer=employer_of(who),
        company=who.company,
        shortlisted=asked.state == "shortlisted",
    )


def employer_of(who: Person) -> str | None:
    """Where somebody works, so that two spellings of one name are one: the company's id, or the bare name."""
    return who.company or (bare(who.employer) if who.employer else None) or None


def members(turn: Turn, project: str) -> list[Member]:
    """Who belongs to the team, or has an offer to."""
    held = projects.roles_of(turn.tx, project)
    there = [each.person for role in held for each in sign_ups.of_role(turn.tx, role.id, ("offered", *IN_TEAM))]
    found = [who for person in there if (who := people.find(turn.tx, person))]
    return [Member(people.skills_of(turn.tx, who.id), employer_of(who)) for who in found]


# ---------------------------------------------------------------- with what staff want


def around(gathered: Gathered, kept: Sequence[Seat], unwanted: Iterable[Seat]) -> Proposal:
    """The best team that has these people in it and not those; what is missing is said of the whole."""
    pinned = [each for each in gathered.applicants if (each.role, each.person) in set(kept)]
    there = {each.person for each in pinned}
    others = [each for each in without(gathered.applicants, unwanted) if each.person not in there]
    joined = [*gathered.members, *(Member(each.skills, each.employer) for each in pinned)]
    return propose([less(place, pinned) for place in gathered.places], others, joined)


def less(place: Place, pinned: Sequence[Applicant]) -> Place:
    """A place without the seats of those who are kept."""
    mine = [each for each in pinned if each.role == place.role.id]
    own = Counter(each.company == place.role.reserved_for and each.company is not None for each in mine)[True]
    return replace(place, free=max(0, place.free - len(mine)), kept_back=max(0, place.kept_back - own))
