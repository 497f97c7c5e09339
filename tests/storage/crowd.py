"""Many people who reach for the same seats, each through the bot's own door to the database; also as a process."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from itertools import groupby, pairwise

from sqlalchemy import Connection, select

from domain.sign_ups import SEATED
from storage import offers, projects, seats
from storage.database import Database, is_clash
from storage.schema import sign_up_moves, sign_ups

Act = Callable[[Connection], object]


def ask_all(url: str, role: str, people: Sequence[tuple[str, datetime]]) -> None:
    """Let these people ask for the role at once (a process's life)."""
    asyncio.run(at_once(url, [partial(asks, role=role, person=person, now=now) for person, now in people]))


def asks(tx: Connection, role: str, person: str, now: datetime) -> object:
    return seats.ask(tx, role, person, None, now)


def do_anything(url: str, seed: int, roles: Sequence[str], people: Sequence[str], now: datetime, count: int) -> None:
    """Do so many things at random, many of them at once (a process's life)."""
    chance = random.Random(seed)
    asyncio.run(at_once(url, [partial(anything(chance, roles, people, now)) for _ in range(count)]))


async def at_once(url: str, acts: Sequence[Act]) -> None:
    """Do all of this at once; who only met somebody else tries again, as the bot's worker does."""
    database = Database(url)
    await asyncio.gather(*(until_done(database, act) for act in acts))
    await database.close()


async def until_done(database: Database, act: Act) -> None:
    for _ in range(20):
        try:
            await database.run(act)
        except Exception as error:
            if not is_clash(error):
                raise
        else:
            return
    raise AssertionError("twenty deadlocks in a row")


def anything(chance: random.Random, roles: Sequence[str], people: Sequence[str], now: datetime) -> Act:
    """Something that somebody, staff or time may do with a sign-up at some moment of the next days."""
    role, person = chance.choice(roles), chance.choice(people)
    moment = now + timedelta(hours=chance.uniform(0, 150))
    acts: list[Act] = [
        lambda tx: seats.ask(tx, role, person, None, moment),
        lambda tx: seats.ask(tx, role, person, None, moment),
        lambda tx: offers.accept(tx, role, person, moment),
        lambda tx: offers.accept(tx, role, person, moment),
        lambda tx: offers.decline(tx, role, person, moment),
        lambda tx: offers.offer(tx, role, person, "staff2345678", moment),
        lambda tx: seats.withdraw(tx, role, person, moment),
        lambda tx: seats.release(tx, role, person, "staff2345678", "left", moment),
        lambda tx: seats.withdraw_from_all(tx, person, moment),
        lambda tx: offers.expire_due(tx, moment, 50),
        lambda tx: offers.fill_all(tx, moment),
    ]
    return chance.choice(acts)


# ---------------------------------------------------------------- what must hold


def most_seated(tx: Connection, role: str) -> int:
    """How many had a seat of this role at once, at most, as its moves tell in their order?"""
    query = select(sign_up_moves.c.person, sign_up_moves.c.after).where(sign_up_moves.c.role == role)
    standing: dict[str, str] = {}
    most = 0
    for row in tx.execute(query.order_by(sign_up_moves.c.number)):
        standing[row.person] = row.after
        most = max(most, sum(state in SEATED for state in standing.values()))
    return most


def broken_chains(tx: Connection) -> list[tuple[str, str]]:
    """Whose moves do not follow from each other, or do not end where they stand?"""
    columns = (sign_up_moves.c.role, sign_up_moves.c.person, sign_up_moves.c.before, sign_up_moves.c.after)
    rows = tx.execute(select(*columns).order_by(*columns[:2], sign_up_moves.c.number)).all()
    now = {(row.role, row.person): row.state for row in tx.execute(select(sign_ups))}
    broken = []
    for pair, chain in groupby(rows, key=lambda row: (row.role, row.person)):
        moves = list(chain)
        links = [(one.after, other.before) for one, other in pairwise(moves)]
        if moves[0].before is not None or any(one != other for one, other in links) or moves[-1].after != now[pair]:
            broken.append(pair)
    return broken


def with_two_offers(tx: Connection) -> list[str]:
    """Who has two offers that are good at the same time?"""
    query = select(sign_ups.c.person, sign_ups.c.changed_at, sign_ups.c.expires_at).where(sign_ups.c.state == "offered")
    rows = tx.execute(query.order_by(sign_ups.c.person, sign_ups.c.changed_at)).all()
    return [
        one.person for one, next_ in pairwise(rows) if one.person == next_.person and next_.changed_at < one.expires_at
    ]


def seats_of(tx: Connection, role: str) -> int:
    found = projects.find_role(tx, role)
    return found.role.seats if found else 0
