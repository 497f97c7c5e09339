"""What people say to an invitation, asked of real databases."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Connection, Engine

from storage import answers, moves, sessions
from storage.answers import Count
from tests.storage import some
from tests.storage.some import NOW

HOUR = timedelta(hours=1)


def meeting(tx: Connection, size: int, capacity: int | None = None) -> tuple[str, list[str]]:
    """A session of a team of so many people."""
    project = some.project(tx)
    role = some.role(tx, project, seats=size)
    team = [some.person(tx) for _ in range(size)]
    for person in team:
        moves.write(tx, role, person, "accepted", NOW)
    begins = NOW + 24 * HOUR
    facts = {"now": NOW, "capacity": capacity}
    return sessions.plan(tx, project, "workshop", begins, begins + HOUR, "Zoom", **facts), team


def test_an_answer_can_be_given_again_and_changed(engine: Engine) -> None:
    with engine.begin() as tx:
        session, (mali,) = meeting(tx, 1)
        assert answers.of(tx, session, mali) is None
        for said in ("yes", "yes", "no", "maybe", "yes"):
            assert answers.give(tx, session, mali, said, NOW) == said
            assert answers.of(tx, session, mali) == said


def test_an_answer_that_is_given_twice_keeps_its_time(engine: Engine) -> None:
    with engine.begin() as tx:
        session, (mali,) = meeting(tx, 1)
        assert answers.given_at(tx, session, mali) is None
        for hours in (0, 1):
            answers.give(tx, session, mali, "yes", NOW + hours * HOUR)
        assert answers.given_at(tx, session, mali) == NOW


def test_a_yes_to_a_full_session_waits_until_a_place_is_free(engine: Engine) -> None:
    with engine.begin() as tx:
        session, (mali, pim, nok) = meeting(tx, 3, capacity=1)
        said = [answers.give(tx, session, each, "yes", NOW + n * HOUR) for n, each in enumerate((mali, pim, nok))]
        assert said == ["yes", "waiting", "waiting"]
        answers.give(tx, session, mali, "no", NOW + 4 * HOUR)
        answers.filled(tx, session, NOW + 4 * HOUR)
        assert [answers.of(tx, session, each) for each in (mali, pim, nok)] == ["no", "yes", "waiting"]
        assert answers.coming(tx, session) == [pim]


def test_who_has_not_answered_and_who_said_maybe_are_the_silent(engine: Engine) -> None:
    with engine.begin() as tx:
        session, (mali, pim, nok, *rest) = meeting(tx, 5)
        for person, said in ((mali, "yes"), (pim, "no"), (nok, "maybe")):
            answers.give(tx, session, person, said, NOW)
        found = sessions.find(tx, session)
        assert found is not None
        assert set(answers.silent(tx, found)) == {nok, *rest}
        assert answers.count(tx, found) == Count(yes=1, no=1, maybe=1, waiting=0, silent=2)
