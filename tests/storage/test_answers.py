"""The questions about answers and places, asked of real databases: a place is never given twice, and never lost."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import count

import pytest
from sqlalchemy import Connection, Engine, select, update

from domain.events import PLACE_FREED
from domain.work import Session
from storage import answers, chats, invitations, people, projects, seats, sessions
from storage.database import is_clash
from storage.schema import chats as chat_table
from storage.schema import inbox, reminders
from tests.storage import some
from tests.storage.some import NOW

HOUR = timedelta(hours=1)
LATER = NOW + HOUR


def team(tx: Connection, people_count: int, capacity: int | None = 1) -> tuple[str, list[str]]:
    """A session with so many places in two days, and so many people who are invited to it."""
    project = some.project(tx)
    role = some.role(tx, project, seats=people_count)
    members = [some.reached(tx, f"คน {number}") for number in range(people_count)]
    for member in members:
        seats.write(tx, role, member, "accepted", NOW)
    session = some.session(tx, project, 48 * HOUR)
    sessions.note(tx, session, capacity=capacity)
    return session, members


def say_yes(tx: Connection, session: str, members: list[str]) -> list[str]:
    """Let them say yes one after the other; gives how each stands."""
    return [answers.give(tx, session, each, "yes", NOW + timedelta(seconds=n)) for n, each in enumerate(members)]


def told(tx: Connection) -> list[str]:
    """Who hears that they have a place."""
    query = select(chat_table.c.person).join(inbox, inbox.c.chat == chat_table.c.name)
    return list(tx.execute(query.where(inbox.c.kind == PLACE_FREED).order_by(inbox.c.id)).scalars())


def role_of(tx: Connection, session: str) -> str:
    """The role whose people are invited."""
    return projects.roles_of(tx, found(tx, session).project)[0].id


def found(tx: Connection, session: str) -> Session:
    """The session as it stands."""
    known = sessions.find(tx, session)
    assert known is not None
    return known


# ---------------------------------------------------------------- answering


def test_an_answer_can_be_given_again_and_changed(engine: Engine) -> None:
    with engine.begin() as tx:
        session, [person] = team(tx, 1, capacity=None)
        assert answers.of(tx, session, person) is None
        for said in ("yes", "yes", "no", "maybe", "yes"):
            assert answers.give(tx, session, person, said, NOW) == said == answers.of(tx, session, person)


def test_a_yes_to_a_full_session_waits_in_line(engine: Engine) -> None:
    with engine.begin() as tx:
        session, members = team(tx, 4, capacity=2)
        assert say_yes(tx, session, members) == ["yes", "yes", "waiting", "waiting"]
        assert [answers.place_in_line(tx, session, each) for each in members] == [None, None, 1, 2]
        assert answers.give(tx, session, members[2], "yes", LATER) == "waiting"
        assert answers.place_in_line(tx, session, members[2]) == 1
        assert answers.count(tx, found(tx, session)) == answers.Count(2, 0, 0, 2, 0)


def test_who_waits_may_leave_the_line(engine: Engine) -> None:
    with engine.begin() as tx:
        session, members = team(tx, 3)
        say_yes(tx, session, members)
        assert answers.give(tx, session, members[1], "no", LATER) == "no"
        assert answers.place_in_line(tx, session, members[2]) == 1
        assert told(tx) == []


def test_the_silent_are_those_who_said_nothing_or_maybe(engine: Engine) -> None:
    with engine.begin() as tx:
        session, members = team(tx, 5, capacity=1)
        for member, said in zip(members, ("yes", "no", "maybe", "yes"), strict=False):
            answers.give(tx, session, member, said, NOW)
        assert set(answers.silent(tx, found(tx, session))) == {members[2], members[4]}


# ---------------------------------------------------------------- places that become free


def cannot_come(tx: Connection, session: str, person: str) -> None:
    answers.give(tx, session, person, "no", LATER)


def is_not_sure(tx: Connection, session: str, person: str) -> None:
    answers.give(tx, session, person, "maybe", LATER)


def leaves_the_team(tx: Connection, session: str, person: str) -> None:
    assert seats.withdraw(tx, role_of(tx, session), person, LATER) is None


def is_released(tx: Connection, session: str, person: str) -> None:
    assert seats.release(tx, role_of(tx, session), person, some.staff(tx), "ไม่ว่าง", LATER) is None


def asks_to_be_forgotten(tx: Connection, session: str, person: str) -> None:
    seats.withdraw_from_all(tx, person, LATER)
    people.erase(tx, person, LATER)


def is_forgotten_in_time(tx: Connection, session: str, person: str) -> None:
    people.erase(tx, person, LATER)


def has_one_more_place_beside(tx: Connection, session: str, person: str) -> None:
    sessions.change(tx, session, LATER, capacity=2)
    answers.filled(tx, session, LATER)


def has_places_for_all_beside(tx: Connection, session: str, person: str) -> None:
    sessions.change(tx, session, LATER, capacity=None)
    answers.fill_all(tx, LATER)


def is_invited_no_more(tx: Connection, session: str, person: str) -> None:
    project = found(tx, session).project
    other = some.role(tx, project, seats=9)
    for each in invitations.invited(tx, found(tx, session)):
        if each != person:
            seats.write(tx, other, each, "accepted", NOW)
    sessions.change(tx, session, LATER, invited="roles")
    sessions.invite_roles(tx, session, [other])
    answers.fill_all(tx, LATER)


WAYS = [
    cannot_come,
    is_not_sure,
    leaves_the_team,
    is_released,
    asks_to_be_forgotten,
    is_forgotten_in_time,
    has_one_more_place_beside,
    has_places_for_all_beside,
    is_invited_no_more,
]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_a_place_goes_to_who_waits_longest_and_they_hear(
    engine: Engine, way: Callable[[Connection, str, str], None]
) -> None:
    with engine.begin() as tx:
        session, members = team(tx, 3)
        say_yes(tx, session, members)
        way(tx, session, members[0])
        everybody = way is has_places_for_all_beside
        assert told(tx) == (members[1:] if everybody else [members[1]])
        assert [answers.of(tx, session, each) for each in members[1:]] == ["yes", "yes" if everybody else "waiting"]


def test_a_session_that_moved_keeps_its_places_and_its_line(engine: Engine) -> None:
    with engine.begin() as tx:
        session, members = team(tx, 3)
        say_yes(tx, session, members)
        sessions.move(tx, session, NOW + 72 * HOUR, NOW + 74 * HOUR, now=LATER)
        assert [answers.of(tx, session, each) for each in members] == ["yes", "waiting", "waiting"]
        assert answers.fill_all(tx, LATER) == 0
        cannot_come(tx, session, members[0])
        assert told(tx) == [members[1]]


def test_whom_nothing_reaches_is_passed_by_until_they_return(engine: Engine) -> None:
    with engine.begin() as tx:
        session, members = team(tx, 4)
        say_yes(tx, session, members)
        [chat] = chats.of_person(tx, members[1])
        chats.mark_unreachable(tx, chat.name)
        cannot_come(tx, session, members[0])
        assert told(tx) == [members[2]]
        assert answers.place_in_line(tx, session, members[1]) == 1
        tx.execute(update(chat_table).where(chat_table.c.name == chat.name).values(reachable=True))
        cannot_come(tx, session, members[2])
        assert told(tx) == [members[2], members[1]]


def test_who_waits_and_says_yes_again_takes_a_place_that_is_free_without_being_told_twice(engine: Engine) -> None:
    with engine.begin() as tx:
        session, members = team(tx, 2)
        say_yes(tx, session, members)
        sessions.note(tx, session, capacity=2)
        assert answers.give(tx, session, members[1], "yes", LATER) == "yes"
        assert told(tx) == []


def test_who_comes_later_does_not_jump_the_line(engine: Engine) -> None:
    with engine.begin() as tx:
        session, members = team(tx, 3)
        say_yes(tx, session, members[:2])
        sessions.note(tx, session, capacity=2)
        assert answers.give(tx, session, members[2], "yes", LATER) == "waiting"
        assert told(tx) == [members[1]]


@pytest.mark.parametrize("is_over", [False, True])
def test_nobody_is_given_a_place_in_what_has_begun_or_was_called_off(engine: Engine, is_over: bool) -> None:
    with engine.begin() as tx:
        session, members = team(tx, 2)
        say_yes(tx, session, members)
        if not is_over:
            sessions.cancel(tx, session, now=NOW)
        then = NOW + 48 * HOUR if is_over else LATER
        answers.give(tx, session, members[0], "no", then)
        assert (answers.fill_all(tx, then), told(tx)) == (0, [])


def test_who_leaves_and_returns_is_asked_anew(engine: Engine) -> None:
    with engine.begin() as tx:
        session, members = team(tx, 2, capacity=None)
        past = some.session(tx, found(tx, session).project, -HOUR)
        for each in (session, past):
            answers.give(tx, each, members[0], "yes", NOW - 3 * HOUR)
        leaves_the_team(tx, session, members[0])
        assert (answers.of(tx, session, members[0]), answers.of(tx, past, members[0])) == (None, "yes")


def test_leaving_one_of_two_roles_keeps_the_place(engine: Engine) -> None:
    with engine.begin() as tx:
        session, members = team(tx, 2)
        seats.write(tx, some.role(tx, found(tx, session).project), members[0], "accepted", NOW)
        say_yes(tx, session, members)
        leaves_the_team(tx, session, members[0])
        assert (answers.of(tx, session, members[0]), told(tx)) == ("yes", [])


def test_a_place_in_line_brings_the_reminders_of_who_comes(engine: Engine) -> None:
    with engine.begin() as tx:
        session, members = team(tx, 2)
        say_yes(tx, session, members)
        sessions.note(tx, session, look_at=NOW + 40 * HOUR)
        cannot_come(tx, session, members[0])
        assert tx.execute(select(reminders.c.person)).all() == []
        assert found(tx, session).id in [each.id for each in reminders_to_look_at(tx)]


def reminders_to_look_at(tx: Connection) -> list[Session]:
    from storage import reminders as questions

    return questions.to_look_at(tx, LATER, 10)


# ---------------------------------------------------------------- anything, in any order


def moments() -> Iterator[datetime]:
    """One moment after the other."""
    return (NOW + timedelta(seconds=number) for number in count(1))


def anything(
    chance: random.Random, tx: Connection, session: str, members: list[str], now: datetime, first: int = 0
) -> None:
    """Let something happen to the session (unless ``first`` is 1) or to one of its people."""
    person, role = chance.choice(members), role_of(tx, session)
    match chance.randrange(first, 10):
        case 0:
            sessions.change(tx, session, now, capacity=chance.choice([1, 1, 2, 3, None]))
            answers.filled(tx, session, now)
        case 1:
            if seats.withdraw(tx, role, person, now) is None:
                return
            seats.write(tx, role, person, "accepted", now)
        case 2:
            for chat in chats.of_person(tx, person):
                chats.mark_unreachable(tx, chat.name)
        case 3:
            tx.execute(update(chat_table).where(chat_table.c.person == person).values(reachable=True))
            answers.fill_all(tx, now)
        case number:
            if invitations.is_invited(tx, found(tx, session), person):
                answers.give(tx, session, person, ("yes", "yes", "yes", "no", "maybe", "yes")[number - 4], now)


def stands_right(tx: Connection, session: str, before: int) -> None:
    """Nobody comes too many, nobody waits beside a free place, nobody counts who is not invited."""
    now = found(tx, session)
    coming, invited = answers.coming(tx, session), set(invitations.invited(tx, now))
    assert now.capacity is None or len(coming) <= max(now.capacity, before)
    waiting = [each for each in answers.who(tx, session, "waiting") if chats.of_person(tx, each)]
    assert not waiting or not answers.has_room(tx, now)
    assert {*coming, *answers.who(tx, session, "waiting")} <= invited


@pytest.mark.parametrize("seed", range(8))
def test_whatever_happens_in_whatever_order_no_place_is_given_twice_or_lost(engine: Engine, seed: int) -> None:
    chance, clock = random.Random(seed), moments()
    with engine.begin() as tx:
        session, members = team(tx, 7, capacity=2)
        seen = set()
        for _ in range(150):
            before = len(answers.coming(tx, session))
            anything(chance, tx, session, members, next(clock))
            stands_right(tx, session, before)
            seen |= {answers.of(tx, session, each) for each in members}
        assert seen == {None, "yes", "no", "maybe", "waiting"}


# ---------------------------------------------------------------- at once


def at_once(engine: Engine, work: list[Callable[[Connection], None]]) -> None:
    """Do all of this at the same moment, each on a connection of its own; what only met another is done again."""
    start, failures = threading.Barrier(len(work)), list[BaseException]()

    def run(deed: Callable[[Connection], None]) -> None:
        start.wait(timeout=60)
        try:
            again = True
            while again:
                again = not done(engine, deed)
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=run, args=(deed,)) for deed in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=120)
    assert failures == []


def done(engine: Engine, deed: Callable[[Connection], None]) -> bool:
    """Whether it is done; not if it met somebody else's work."""
    try:
        with engine.begin() as tx:
            deed(tx)
    except Exception as error:
        if not is_clash(error):
            raise
        return False
    return True


def yes(session: str, person: str, now: datetime) -> Callable[[Connection], None]:
    return lambda tx: answers.give(tx, session, person, "yes", now) and None


@pytest.mark.parametrize("attempt", range(5))
def test_two_phones_that_tap_at_once_share_no_place(engine: Engine, attempt: int) -> None:
    with engine.begin() as tx:
        session, members = team(tx, 8, capacity=3)
    at_once(engine, [yes(session, each, NOW) for each in members])
    with engine.begin() as tx:
        assert (
            sorted(filter(None, (answers.of(tx, session, each) for each in members))) == ["waiting"] * 5 + ["yes"] * 3
        )


def test_whoever_does_whatever_at_once_no_place_is_given_twice_or_lost(engine: Engine) -> None:
    with engine.begin() as tx:
        session, members = team(tx, 8, capacity=2)

    def busy(seed: int) -> Callable[[Connection], None]:
        chance = random.Random(seed)
        return lambda tx: anything(chance, tx, session, members, NOW + timedelta(seconds=seed), first=1)

    for round_number in range(12):
        at_once(engine, [busy(8 * round_number + number) for number in range(8)])
        with engine.begin() as tx:
            assert len(answers.coming(tx, session)) <= 2
            answers.fill_all(tx, LATER)  # who said yes in the moment of leaving is found by the sweep
            stands_right(tx, session, 0)
