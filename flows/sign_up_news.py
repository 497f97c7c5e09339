"""Says what staff, or time, made of somebody's sign-up: kindly, and with what may suit them instead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from domain.matching import best, match
from domain.messages import Choice
from domain.work import OpenRole
from flows import showing
from flows.engine import Turn
from storage import people, projects, seats, sign_ups
from storage.seats import CLOSING

MOST_OTHERS: Final = 2
"""So many other roles are named to who was turned down."""


def show(turn: Turn, role: str, state: str) -> None:
    """Say it, unless it has come to something else meanwhile."""
    found = projects.find_role(turn.tx, role)
    mine = sign_ups.standing(turn.tx, role, turn.person.id) if turn.welcomed else None
    if found is None or mine is None or mine.state != state:
        return
    key = "closing" if mine.reason == CLOSING else state
    turn.say(turn.words(f"sign_up_news.{key}", **facts(turn, found)), ways_on(turn, found, state), lasting=True)


def facts(turn: Turn, found: OpenRole) -> dict[str, Any]:
    """The role, the person's place in line if they have one, and what may suit them instead."""
    others = [turn.words("sign_up_news.other", role=each.role.title, project=each.project.title) for each in fit(turn)]
    listed = turn.words("sign_up_news.others", roles="\n".join(others)) if others else ""
    place = sign_ups.place_in_line(turn.tx, found.role.id, turn.person.id) or 0
    name = showing.person_name(turn)
    return {"name": name, "role": found.role.title, "project": found.project.title, "place": place, "others": listed}


def fit(turn: Turn) -> list[OpenRole]:
    """The open roles with free seats that suit the person best, and have to do with what they can."""
    skills = people.skills_of(turn.tx, turn.person.id)
    free = [each for each in projects.open_roles(turn.tx, turn.person.id) if each.seats_left]
    suiting = [each for each in free if match(turn.person, skills, each.role, each.project).skills]
    return best(turn.person, skills, suiting)[:MOST_OTHERS]


def ways_on(turn: Turn, found: OpenRole, state: str) -> Sequence[Choice]:
    """What one may want next."""
    if state == "waiting":
        return [turn.button("my_roles")]
    if state == "released":
        return [turn.button("find_role"), turn.button("talk_to_person")]
    again = state == "expired" and seats.takes_sign_ups(found, turn.now)
    return [*([turn.button(f"sign_up:{found.role.id}")] if again else []), turn.button("find_role")]
