"""The ledger of hours, on real databases."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.exc import IntegrityError

from storage import hours
from storage.schema import hours as table
from tests.storage import some
from tests.storage.some import NOW

MONDAY, SUNDAY = date(2026, 11, 23), date(2026, 11, 22)


def test_what_was_logged_stands_the_last_first(engine: Engine) -> None:
    with engine.begin() as tx:
        role, person = some.role(tx, some.project(tx)), some.person(tx)
        first = hours.log(tx, person, role, MONDAY, 180, "โลโก้", NOW)
        second = hours.log(tx, person, None, SUNDAY, 60, "", NOW)
        assert [each.id for each in hours.standing(tx, person)] == [second, first]
        last = hours.standing(tx, person)[1]
        assert (last.role, last.worked_on, last.minutes, last.note) == (role, MONDAY, 180, "โลโก้")


def test_a_correction_takes_the_place_of_the_old_entry(engine: Engine) -> None:
    with engine.begin() as tx:
        person = some.person(tx)
        hours.log(tx, person, None, MONDAY, 180, "โลโก้", NOW)
        new = hours.correct(tx, person, hours.standing(tx, person)[0], 120, SUNDAY, NOW)
        standing = hours.standing(tx, person)
        assert [(each.id, each.minutes, each.worked_on, each.note) for each in standing] == [(new, 120, SUNDAY, "โลโก้")]


def test_what_is_cancelled_stands_no_more_not_even_what_it_had_replaced(engine: Engine) -> None:
    with engine.begin() as tx:
        person = some.person(tx)
        hours.log(tx, person, None, MONDAY, 180, "", NOW)
        hours.correct(tx, person, hours.standing(tx, person)[0], 120, MONDAY, NOW)
        hours.cancel(tx, person, hours.standing(tx, person)[0], NOW)
        assert hours.standing(tx, person) == []


def test_the_ledger_keeps_every_line(engine: Engine) -> None:
    with engine.begin() as tx:
        person = some.person(tx)
        hours.log(tx, person, None, MONDAY, 180, "", NOW)
        hours.correct(tx, person, hours.standing(tx, person)[0], 120, MONDAY, NOW)
        hours.cancel(tx, person, hours.standing(tx, person)[0], NOW)
        assert tx.execute(select(func.count()).select_from(table)).scalar_one() == 3


def test_an_entry_is_replaced_only_once(engine: Engine) -> None:
    with engine.begin() as tx:
        person = some.person(tx)
        hours.log(tx, person, None, MONDAY, 180, "", NOW)
        old = hours.standing(tx, person)[0]
        hours.correct(tx, person, old, 120, MONDAY, NOW)
        with pytest.raises(IntegrityError), tx.begin_nested():
            hours.correct(tx, person, old, 60, MONDAY, NOW)


@pytest.mark.parametrize("minutes", [-1, 1441])
def test_no_entry_is_longer_than_a_day_or_less_than_nothing(engine: Engine, minutes: int) -> None:
    with engine.begin() as tx:
        person = some.person(tx)
        with pytest.raises(IntegrityError), tx.begin_nested():
            hours.log(tx, person, None, MONDAY, minutes, "", NOW)


def test_nobody_sees_the_hours_of_another(engine: Engine) -> None:
    with engine.begin() as tx:
        hours.log(tx, some.person(tx), None, MONDAY, 180, "", NOW)
        assert hours.standing(tx, some.person(tx)) == []
