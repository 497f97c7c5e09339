"""How long the best team takes to be found: 60 people who asked for two roles each, 12 seats."""

from __future__ import annotations

import random
import sys
import time
from statistics import median

from domain.team import Applicant, Place, propose
from domain.work import Role

SKILLS = tuple("abcdefgh")
LEVELS = ("learning", "able", "professional")


def situation(seed: int, people: int = 60, roles: int = 4, seats: int = 3) -> tuple[list[Place], list[Applicant]]:
    """Invented roles, one of which leads, and people who asked for two of them each."""
    chance = random.Random(seed)
    places = [
        Place(Role(f"r{n}", "j", f"r{n}", skills, seats, 3.0, "online", None, frozenset(), lead=n == 0), seats)
        for n in range(roles)
        for skills in [tuple(chance.sample(SKILLS, 2))]
    ]
    asked = [
        Applicant(
            person=f"p{n}",
            role=place.role.id,
            score=chance.uniform(20, 95),
            skills={skill: chance.choice(LEVELS) for skill in chance.sample(SKILLS, 3)},
            days=chance.uniform(0, 9),
            employer=chance.choice(("x", "y", "z", None)),
        )
        for n in range(people)
        for place in chance.sample(places, 2)
    ]
    return places, asked


def main(rounds: int = 20) -> None:
    """Print how long it took: the first time, with the library still to be loaded, and after that."""
    took = []
    for seed in range(rounds):
        places, asked = situation(seed)
        began = time.perf_counter()
        propose(places, asked)
        took.append(1000 * (time.perf_counter() - began))
    first, *others = took
    print(f"first {first:.0f} ms, then {median(others):.1f} ms, {max(others):.1f} ms at most")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
