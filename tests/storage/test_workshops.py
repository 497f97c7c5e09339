"""The questions about boards, dots and feedback, asked of real databases; and many who vote at once."""

from __future__ import annotations

import asyncio
import random
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import Connection, Engine, func, select, update

from domain.workshop import BEFORE, DOTS
from storage import answers, feedback, ideas, seats, sessions, workshops
from storage.database import make_engine
from storage.schema import attendances, idea_votes, metadata
from storage.schema import feedback as feedback_rows
from storage.schema import feedback_givers as giver_rows
from storage.schema import ideas as idea_rows
from tests.storage import crowd, some
from tests.storage.some import NOW

HOUR = timedelta(hours=1)


def team(tx: Connection, size: int = 1, ahead: timedelta = -HOUR) -> tuple[str, list[str]]:
    """A workshop under way, and those in its team."""
    project = some.project(tx)
    role = some.role(tx, project, seats=size)
    people = [some.reached(tx) for _ in range(size)]
    for person in people:
        seats.ask(tx, role, person, None, NOW)
    return some.session(tx, project, ahead), people


def board(tx: Connection, *states: str) -> tuple[str, list[str]]:
    """A workshop of three whose board went through these states."""
    session, people = team(tx, 3)
    for state in states:
        assert workshops.move(tx, session, state)
    return session, people


def with_ideas(tx: Connection, count: int = 4) -> tuple[str, list[str], list[str]]:
    """A workshop that votes on so many ideas."""
    session, people = board(tx, "open")
    ideas.add(tx, session, people[0], "dream", [f"idea {number}" for number in range(count)], NOW)
    workshops.move(tx, session, "voting")
    return session, people, [each.id for each in ideas.on_board(tx, session)]


# ---------------------------------------------------------------- the board


def test_a_board_moves_only_where_it_may(engine: Engine) -> None:
    with engine.begin() as tx:
        session, _ = team(tx)
        moved = [workshops.move(tx, session, state) for state in ("voting", "open", "open", "voting", "done", "voting")]
        assert moved == [False, True, False, True, True, True]
        sessions.cancel(tx, session, now=NOW)
        assert not workshops.move(tx, session, "done")


def test_ones_sessions_are_those_one_is_invited_to_or_was_seen_at(engine: Engine) -> None:
    with engine.begin() as tx:
        session, (member,) = team(tx)
        guest, stranger = some.person(tx), some.person(tx)
        seen = {"session": session, "came": True, "source": "code", "at": NOW}
        tx.execute(attendances.insert().values(person=guest, **seen))
        theirs = {
            each: [found.id for found, _ in workshops.of_person(tx, each, NOW - 24 * HOUR)]
            for each in (member, guest, stranger)
        }
        assert theirs == {member: [session], guest: [session], stranger: []}
        found = sessions.find(tx, session)
        assert found is not None
        assert [workshops.takes_part(tx, found, each) for each in (member, guest, stranger)] == [True, True, False]


def test_told_are_those_seen_or_while_nobody_was_those_invited_who_did_not_say_no(engine: Engine) -> None:
    with engine.begin() as tx:
        session, people = team(tx, 3)
        found = sessions.find(tx, session)
        assert found is not None
        answers.write(tx, session, people[0], "no", NOW)
        assert set(workshops.hearers(tx, found)) == set(people[1:])
        tx.execute(attendances.insert().values(session=session, person=people[0], came=True, source="code", at=NOW))
        assert workshops.hearers(tx, found) == [people[0]]
        assert workshops.channels_of(tx, people) == dict.fromkeys(people, "telegram")


# ---------------------------------------------------------------- ideas


def test_the_same_idea_of_the_same_person_is_written_once_and_lines_keep_their_order(engine: Engine) -> None:
    with engine.begin() as tx:
        session, (one, other, _) = board(tx, "open")
        assert ideas.add(tx, session, one, "dream", ["b", "a", "b"], NOW) == 2
        assert ideas.add(tx, session, one, "quick", ["a"], NOW) == 0
        assert ideas.add(tx, session, other, "quick", ["a"], NOW + HOUR) == 1
        assert [each.words for each in ideas.on_board(tx, session)] == ["b", "a", "a"]


def test_ideas_are_taken_while_the_board_is_open_and_questions_before_the_session(engine: Engine) -> None:
    with engine.begin() as tx:
        session, people = team(tx, 1, HOUR)
        person = people[0]
        assert ideas.add(tx, session, person, "dream", ["too soon"], NOW) == ideas.CLOSED
        assert ideas.add(tx, session, person, BEFORE, ["why?"], NOW) == 1
        assert ideas.add(tx, session, person, BEFORE, ["too late"], NOW + HOUR) == ideas.CLOSED
        workshops.move(tx, session, "open")
        assert ideas.add(tx, session, person, "dream", ["now"], NOW) == 1
        assert ideas.add(tx, session, person, "dream", [str(n) for n in range(19)], NOW) == ideas.TOO_MANY
        workshops.move(tx, session, "voting")
        assert ideas.add(tx, session, person, "dream", ["late"], NOW) == ideas.CLOSED
        assert [each.words for each in ideas.asked(tx, session)] == ["why?"]
        assert [each.words for each in ideas.on_board(tx, session)] == ["now"]


def test_a_hidden_idea_leaves_the_board_and_gives_its_dots_back(engine: Engine) -> None:
    with engine.begin() as tx:
        session, (person, *_), (first, second, *_) = with_ideas(tx)
        ideas.put(tx, session, person, [first, first, second])
        assert ideas.hide(tx, session, first)
        assert not ideas.hide(tx, session, first)
        assert ideas.dots_of(tx, session, person) == {second: 1}
        assert ideas.put(tx, session, person, [first]) == ideas.GONE
        assert ideas.put(tx, session, person, [second, second]) is None
        assert first not in {each.idea for each in ideas.tallies(tx, session)}


def test_an_idea_of_another_session_is_not_voted_on_or_hidden_here(engine: Engine) -> None:
    with engine.begin() as tx:
        here, (person, *_), _ = with_ideas(tx)
        _, _, (elsewhere, *_) = with_ideas(tx)
        assert ideas.put(tx, here, person, [elsewhere]) == ideas.GONE
        assert not ideas.hide(tx, here, elsewhere)


# ---------------------------------------------------------------- dots


def test_three_dots_can_stand_together_or_apart_and_be_taken_back(engine: Engine) -> None:
    with engine.begin() as tx:
        session, (one, other, _), (first, second, *_) = with_ideas(tx)
        assert ideas.put(tx, session, one, [first, first]) is None
        assert ideas.put(tx, session, one, [second, second]) == ideas.TOO_MANY
        assert ideas.put(tx, session, one, [second]) is None
        assert ideas.put(tx, session, other, [second]) is None
        assert {each.idea: (each.dots, each.voters) for each in ideas.tallies(tx, session) if each.dots} == {
            first: (2, 1),
            second: (2, 2),
        }
        assert ideas.take_back(tx, session, one)
        assert ideas.dots_of(tx, session, one) == {}
        assert ideas.dots_of(tx, session, other) == {second: 1}


def test_nobody_votes_before_or_after(engine: Engine) -> None:
    with engine.begin() as tx:
        session, (person, *_), (first, *_) = with_ideas(tx)
        workshops.move(tx, session, "done")
        assert ideas.put(tx, session, person, [first]) == ideas.CLOSED
        assert not ideas.take_back(tx, session, person)


def votes(url: str, session: str, people: list[str], among: list[str], seed: int) -> None:
    """Many taps of the same people at once, from several chats of theirs."""
    chance = random.Random(seed)
    acts = [
        partial(
            ideas.put,
            session=session,
            person=chance.choice(people),
            chosen=chance.choices(among, k=chance.randint(1, 3)),
        )
        for _ in range(60)
    ]
    asyncio.run(crowd.at_once(url, acts))


def test_however_many_taps_meet_nobody_ever_has_more_than_three_dots(database_url: str) -> None:
    engine = make_engine(database_url)
    metadata.create_all(engine)
    with engine.begin() as tx:
        session, people, found = with_ideas(tx, 3)
    votes(database_url, session, people, found, seed=1)
    with engine.begin() as tx:
        query = select(func.sum(idea_votes.c.dots)).group_by(idea_votes.c.person)
        assert list(tx.execute(query).scalars()) == [DOTS] * len(people)
    engine.dispose()


# ---------------------------------------------------------------- feedback


def sheet(number: int) -> dict[str, object]:
    return {"skill": number, "tell": f"words {number}"}


def test_feedback_is_taken_once_a_person(engine: Engine) -> None:
    with engine.begin() as tx:
        session, (one, other, _) = board(tx)
        assert [feedback.give(tx, session, each, sheet(4)) for each in (one, one, other)] == [True, False, True]
        assert (feedback.count(tx, session), feedback.has_given(tx, session, one)) == (2, True)


def test_what_several_send_at_once_is_taken_once_each(database_url: str) -> None:
    engine = make_engine(database_url)
    metadata.create_all(engine)
    with engine.begin() as tx:
        session, people = team(tx, 5)
    acts = [partial(feedback.give, session=session, person=each, sheet=sheet(3)) for each in people * 4]
    asyncio.run(crowd.at_once(database_url, acts))
    with engine.begin() as tx:
        assert feedback.count(tx, session) == len(people)
    engine.dispose()


def give_all(tx: Connection, session: str, people: list[str], first: int = 1) -> None:
    for number, person in enumerate(people, first):
        assert feedback.give(tx, session, person, sheet(number % 5 + 1))


def test_nothing_is_shown_of_three_and_all_of_four(engine: Engine) -> None:
    with engine.begin() as tx:
        session, people = team(tx, 9)
        give_all(tx, session, people[:3])
        assert (feedback.show(tx, session), feedback.seen(tx, session).count) == (0, 0)
        give_all(tx, session, people[3:4])
        assert (feedback.show(tx, session), feedback.seen(tx, session).count) == (4, 4)


def test_a_fifth_answer_is_not_shown_before_three_more_come(engine: Engine) -> None:
    with engine.begin() as tx:
        session, people = team(tx, 9)
        give_all(tx, session, people[:4])
        feedback.show(tx, session)
        before = feedback.seen(tx, session)
        for number in (5, 6, 7):
            give_all(tx, session, people[number - 1 : number], number)
            assert feedback.show(tx, session) == 0
            assert feedback.seen(tx, session) == before
        give_all(tx, session, people[7:8], 8)
        assert (feedback.show(tx, session), feedback.seen(tx, session).count) == (4, 8)


def test_the_rows_lie_in_the_order_of_their_random_ids_and_know_neither_person_nor_time(engine: Engine) -> None:
    with engine.begin() as tx:
        session, people = team(tx, 9)
        give_all(tx, session, people)
        as_they_lie = [row.id for row in tx.execute(select(feedback_rows))]
        assert as_they_lie == sorted(as_they_lie)
        assert set(feedback_rows.c.keys()) == {"id", "session", "answers", "shown"}
        assert set(giver_rows.c.keys()) == {"session", "person"}
        kept = str(tx.execute(select(feedback_rows.c.answers)).all())
        assert not [each for each in people if each in kept]


def test_who_is_forgotten_leaves_ideas_without_a_name_and_takes_their_dots(engine: Engine) -> None:
    from storage import people as people_rows

    with engine.begin() as tx:
        session, (person, *_), (first, *_) = with_ideas(tx)
        ideas.put(tx, session, person, [first])
        give_all(tx, session, [person])
        people_rows.erase(tx, person, NOW)
        assert set(tx.execute(select(idea_rows.c.person)).scalars()) == {None}
        assert sum(each.dots for each in ideas.tallies(tx, session)) == 0
        assert feedback.count(tx, session) == 1
        assert tx.execute(select(func.count()).select_from(giver_rows)).scalar_one() == 0
        tx.execute(update(idea_rows).values(hidden=True))
        assert workshops.count(tx, session).ideas == 0


@pytest.mark.parametrize("kind", ["workshop", "kickoff"])
def test_staff_see_workshops_near_and_other_sessions_with_a_board(engine: Engine, kind: str) -> None:
    with engine.begin() as tx:
        project = some.project(tx)
        near, long_ago = some.session(tx, project, HOUR, kind), some.session(tx, project, timedelta(days=-15), kind)
        assert [each.id for each, _ in workshops.near(tx, NOW)] == ([near] if kind == "workshop" else [])
        for each in (near, long_ago):
            workshops.move(tx, each, "open")
        assert [each.id for each, _ in workshops.near(tx, NOW)] == [near]
