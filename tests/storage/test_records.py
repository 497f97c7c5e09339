"""A person's record: what the ledger holds of them, and nobody else's."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Connection, Engine

from domain.ledger import Check, Grade
from storage import attendance, checks, hours, records, seats
from storage.hours import Work
from tests.storage import some

TODAY = some.NOW.date()


def at_work(tx: Connection) -> tuple[str, str, str]:
    """A person in a role of a project; gives the three."""
    project = some.project(tx)
    role, person = some.role(tx, project), some.person(tx)
    seats.ask(tx, role, person, None, some.NOW)
    return person, role, project


def test_hours_stand_by_who_vouches_for_them(engine: Engine) -> None:
    with engine.begin() as tx:
        person, role, project = at_work(tx)
        session = some.session(tx, project, -timedelta(days=1))
        attendance.check_in(tx, session, person, some.NOW, "code", some.NOW)
        hours.log_session(tx, person, Work(role, TODAY, 120, session=session), some.NOW)
        hours.log(tx, person, Work(role, TODAY, 60), some.NOW)
        seen_to = hours.log(tx, person, Work(role, TODAY, 240), some.NOW)
        checks.say(tx, seen_to, Check.VERIFIED, some.staff(tx), "staff", some.NOW)
        found = records.of(tx, person)
    sums = {grade: each.minutes for grade, each in found.grades.items()}
    assert sums == {Grade.SELF_REPORTED: 60, Grade.ATTENDED: 120, Grade.VERIFIED: 240}
    assert (found.total.minutes, found.total.baht) == (420, 700)
    assert [each.role.id for each in found.roles] == [role]
    assert found.skills == ["design.graphic"]


def test_rejected_hours_are_named_and_counted_nowhere(engine: Engine) -> None:
    with engine.begin() as tx:
        person, role, _ = at_work(tx)
        entry = hours.log(tx, person, Work(role, TODAY, 60), some.NOW)
        checks.say(tx, entry, Check.REJECTED, some.staff(tx), "staff", some.NOW, "ลงซ้ำ")
        found = records.of(tx, person)
    assert [each.entry for each in found.rejected] == [entry]
    assert (found.total.minutes, found.skills) == (0, [])


def test_the_hours_of_others_are_not_in_ones_record(engine: Engine) -> None:
    with engine.begin() as tx:
        person, role, _ = at_work(tx)
        hours.log(tx, some.person(tx, "พิม"), Work(role, TODAY, 60), some.NOW)
        assert records.of(tx, person).lines == []
