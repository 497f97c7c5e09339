"""The audit log: lines are added, read and, after two years, forgotten; nothing else can happen to them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine, delete, func, select, update
from sqlalchemy.exc import DBAPIError

from storage import audit, companies, people, staff
from storage.database import make_engine
from storage.migrations import migrate
from storage.retention import forget_old
from storage.schema import audit as table
from tests.storage import some


def test_the_newest_come_first_a_page_at_a_time(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        for number in range(5):
            audit.record(tx, "fa", "help_answered", f"r{number}", now + timedelta(minutes=number))
        first = audit.newest(tx, 2)
        assert [each.subject for each in first] == ["r4", "r3"]
        assert [each.subject for each in audit.newest(tx, 2, before=first[-1].number)] == ["r2", "r1"]


def test_lines_of_one_person_or_of_one_act(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        audit.record(tx, "fa", "project_drafted", "p", now)
        audit.record(tx, "fa", "help_answered", "r", now)
        audit.record(tx, "tong", "help_answered", "s", now)
        audit.record(tx, None, "code_refused", "x", now)
        assert [each.subject for each in audit.newest(tx, 9, person="fa")] == ["r", "p"]
        assert [each.subject for each in audit.newest(tx, 9, act="help_answered")] == ["s", "r"]
        assert audit.people_in(tx) == ["fa", "tong"]
        assert audit.acts_in(tx) == ["code_refused", "help_answered", "project_drafted"]


def test_details_are_kept_as_they_are(engine: Engine, now: datetime) -> None:
    details = {"before": 48, "after": 24, "roles": ["abc", "def"], "sure": True, "none": None}
    with engine.begin() as tx:
        staff.record(tx, "fa", "setting_changed", "answer_hours", now, details)
        staff.record(tx, "fa", "help_answered", "r", now)
        assert [each.details for each in audit.newest(tx, 2)] == [{}, details]


@pytest.mark.parametrize("value", ["มะลิ", "Mali Saelim", "ขอบคุณ", "a" * 81, ["มะลิ"], {"name": "Mali S."}, object()])
def test_a_name_or_a_text_is_refused(engine: Engine, now: datetime, value: object) -> None:
    with engine.begin() as tx, pytest.raises(audit.NotPlain):
        audit.record(tx, "fa", "help_answered", "r", now, {"what": value})


def test_ids_are_called_what_their_rows_are_called_now(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        person = some.person(tx, "มะลิ")
        project = some.project(tx, "เพจใหม่")
        role = some.role(tx, project, "นักออกแบบ")
        session = some.session(tx, project, timedelta(days=1))
        company = companies.make(tx, "บริษัทสมมุติ", now).id
        nameless = people.join(tx, now)
        found = audit.titles(tx, [person, project, role, session, company, nameless, "gone"])
        assert found == {
            person: "มะลิ",
            project: "เพจใหม่",
            role: "นักออกแบบ",
            session: "เพจใหม่",
            company: "บริษัทสมมุติ",
        }


LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def refuses(engine: Engine) -> list[str]:
    """What the database does not let anybody do to a line."""
    refused = []
    for name, statement in {"update": update(table).values(act="nothing"), "delete": delete(table)}.items():
        try:
            with engine.begin() as tx:
                tx.execute(statement)
        except DBAPIError:
            refused.append(name)
    return refused


def test_the_database_refuses_to_change_or_remove_a_line(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        audit.record(tx, "fa", "help_answered", "r", now)
    assert refuses(engine) == ["update", "delete"]


def test_the_database_that_the_migrations_built_refuses_it_too(database_url: str, now: datetime) -> None:
    engine = make_engine(database_url)
    migrate(engine)
    with engine.begin() as tx:
        audit.record(tx, "fa", "help_answered", "r", now)
    assert refuses(engine) == ["update", "delete"]
    engine.dispose()


def test_lines_are_forgotten_after_two_years(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        audit.record(tx, "fa", "help_answered", "old", LONG_AGO)
        audit.record(tx, "fa", "help_answered", "young", now)
        assert forget_old(tx, now) == 1
        assert tx.execute(select(table.c.subject)).scalars().all() == ["young"]
        assert tx.execute(select(func.count()).select_from(table)).scalar_one() == 1
