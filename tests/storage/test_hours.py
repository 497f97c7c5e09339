"""The ledger of hours, on real databases."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, delete, func, insert, select, update
from sqlalchemy.exc import DatabaseError, IntegrityError

from domain.ledger import Check, Grade
from storage import checks, closings, companies, hour_history, hours, ledger, people
from storage.columns import new_id
from storage.hours import Entry, Refusal, Work
from storage.ledger import Wanted
from storage.schema import hours as table
from tests.storage import some
from tests.storage.some import NOW

MONDAY, SUNDAY = date(2026, 11, 23), date(2026, 11, 22)
THREE_HOURS = Work(None, MONDAY, 180, "โลโก้")
HOUR = timedelta(hours=1)


def logged(tx: Connection, person: str, work: Work = THREE_HOURS) -> Entry:
    """An entry, just logged."""
    return hours.find(tx, hours.log(tx, person, work, NOW))


def test_what_was_logged_stands_the_last_first(engine: Engine) -> None:
    with engine.begin() as tx:
        role, person = some.role(tx, some.project(tx)), some.person(tx)
        first = hours.log(tx, person, replace(THREE_HOURS, role=role), NOW)
        second = hours.log(tx, person, Work(None, SUNDAY, 60), NOW)
        assert [each.id for each in hours.standing(tx, person)] == [second, first]
        last = hours.standing(tx, person)[1]
        assert (last.role, last.worked_on, last.minutes, last.note) == (role, MONDAY, 180, "โลโก้")


def test_an_entry_carries_whose_time_from_when_and_which_skill(engine: Engine) -> None:
    with engine.begin() as tx:
        person = some.person(tx)
        work = Work(None, MONDAY, 60, working=True, begins=14 * 60, skill="design.logo")
        assert hours.work_of(logged(tx, person, work)) == work


def test_an_entry_keeps_the_company_of_its_day(engine: Engine) -> None:
    with engine.begin() as tx:
        person = some.person(tx)
        company = companies.make(tx, "บริษัทสมมุติ", NOW)
        people.learn(tx, person, company=company.id)
        old = logged(tx, person)
        people.learn(tx, person, company=None)
        hours.correct(tx, person, old, replace(THREE_HOURS, minutes=60), NOW)
        hours.log(tx, person, THREE_HOURS, NOW)
        assert [each.company for each in hours.standing(tx, person)] == [None, company.id]


def test_a_correction_takes_the_place_of_the_old_entry(engine: Engine) -> None:
    with engine.begin() as tx:
        person = some.person(tx)
        old = logged(tx, person)
        assert hours.correct(tx, person, old, replace(THREE_HOURS, minutes=120, worked_on=SUNDAY), NOW) is None
        standing = hours.standing(tx, person)
        assert [(each.minutes, each.worked_on, each.note) for each in standing] == [(120, SUNDAY, "โลโก้")]


def test_what_is_cancelled_stands_no_more_not_even_what_it_had_replaced(engine: Engine) -> None:
    with engine.begin() as tx:
        person = some.person(tx)
        hours.correct(tx, person, logged(tx, person), replace(THREE_HOURS, minutes=120), NOW)
        assert hours.cancel(tx, person, hours.standing(tx, person)[0], NOW) is None
        assert hours.standing(tx, person) == []


def test_the_ledger_keeps_every_line(engine: Engine) -> None:
    with engine.begin() as tx:
        person = some.person(tx)
        hours.correct(tx, person, logged(tx, person), replace(THREE_HOURS, minutes=120), NOW)
        hours.cancel(tx, person, hours.standing(tx, person)[0], NOW)
        assert tx.execute(select(func.count()).select_from(table)).scalar_one() == 3


def test_an_entry_is_replaced_only_once(engine: Engine) -> None:
    with engine.begin() as tx:
        person = some.person(tx)
        old = logged(tx, person)
        assert hours.correct(tx, person, old, replace(THREE_HOURS, minutes=120), NOW) is None
        assert hours.correct(tx, person, old, replace(THREE_HOURS, minutes=60), NOW) == Refusal.GONE
        assert hours.cancel(tx, person, old, NOW) == Refusal.GONE
        with pytest.raises(IntegrityError), tx.begin_nested():
            hours.append(tx, person, THREE_HOURS, NOW, replaces=old.id)


def test_of_two_corrections_at_once_one_counts(engine: Engine) -> None:
    with engine.begin() as tx:
        person = some.person(tx)
        old = logged(tx, person)
    came_of_it: list[Refusal | None] = []
    ready = threading.Barrier(2)

    def correct() -> None:
        ready.wait()
        with engine.begin() as tx:
            came_of_it.append(hours.correct(tx, person, old, replace(THREE_HOURS, minutes=60), NOW))

    threads = [threading.Thread(target=correct) for _ in range(2)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(map(str, came_of_it)) == ["None", "gone"]


@pytest.mark.parametrize("minutes", [-1, 1441])
def test_no_entry_is_longer_than_a_day_or_less_than_nothing(engine: Engine, minutes: int) -> None:
    with engine.begin() as tx:
        person = some.person(tx)
        with pytest.raises(IntegrityError), tx.begin_nested():
            hours.log(tx, person, Work(None, MONDAY, minutes), NOW)


def test_nobody_sees_the_hours_of_another(engine: Engine) -> None:
    with engine.begin() as tx:
        logged(tx, some.person(tx))
        assert hours.standing(tx, some.person(tx)) == []


# ---------------------------------------------------------------- the database itself


@pytest.mark.parametrize(
    "change", [{"minutes": 60}, {"worked_on": SUNDAY}, {"skill": "design.logo"}, {"working": True}]
)
def test_the_database_refuses_to_change_a_line(engine: Engine, change: dict[str, Any]) -> None:
    with engine.begin() as tx:
        old = logged(tx, some.person(tx))
        with pytest.raises(DatabaseError, match="only ever added to"), tx.begin_nested():
            tx.execute(update(table).where(table.c.id == old.id).values(**change))
        assert hours.find(tx, old.id) == old


def test_the_database_refuses_to_remove_a_line(engine: Engine) -> None:
    with engine.begin() as tx:
        old = logged(tx, some.person(tx))
        with pytest.raises(DatabaseError, match="only ever added to"), tx.begin_nested():
            tx.execute(delete(table).where(table.c.id == old.id))
        assert hours.find(tx, old.id) == old


def test_who_is_forgotten_leaves_sums_without_a_name(engine: Engine) -> None:
    with engine.begin() as tx:
        person = some.person(tx)
        old = logged(tx, person)
        people.erase(tx, person, NOW)
        row = tx.execute(select(table.c.person, table.c.note, table.c.minutes).where(table.c.id == old.id)).one()
        assert tuple(row) == (None, "", 180)


# ---------------------------------------------------------------- closed


def closed(tx: Connection, person: str, *, verified: bool = False) -> Entry:
    """An entry that stands in a letter."""
    old = logged(tx, person)
    if verified:
        assert checks.say(tx, old.id, Check.VERIFIED, some.staff(tx), "staff", NOW) is None
    closings.close(tx, "letter", None, [old.id], NOW, None)
    return old


def test_what_is_closed_is_neither_corrected_nor_cancelled(engine: Engine) -> None:
    with engine.begin() as tx:
        person = some.person(tx)
        old = closed(tx, person)
        assert hours.correct(tx, person, old, replace(THREE_HOURS, minutes=60), NOW) == Refusal.CLOSED
        assert hours.cancel(tx, person, old, NOW) == Refusal.CLOSED
        assert [each.id for each in hours.standing(tx, person)] == [old.id]


def test_staff_adjust_what_is_closed_by_an_entry_of_the_same_role_day_and_time(engine: Engine) -> None:
    with engine.begin() as tx:
        person = some.person(tx)
        old = closed(tx, person)
        assert hours.adjust(tx, old.id, -60, some.staff(tx), NOW, "นับเกินไป") is None
        [new, *_] = hours.standing(tx, person)
        assert (new.adjusts, new.minutes, new.worked_on, new.note) == (old.id, -60, MONDAY, "นับเกินไป")
        lines = ledger.lines(tx, Wanted(person=person))
        assert sum(each.minutes for each in lines) == 120
        assert {each.grade for each in lines} == {Grade.SELF_REPORTED}


def test_what_adjusts_a_verified_entry_is_verified(engine: Engine) -> None:
    with engine.begin() as tx:
        person = some.person(tx)
        old = closed(tx, person, verified=True)
        assert hours.adjust(tx, old.id, 30, some.staff(tx), NOW, "ลืมนับ") is None
        lines = ledger.lines(tx, Wanted(person=person))
        assert {each.entry: each.grade for each in lines}[old.id] == Grade.VERIFIED
        assert {each.grade for each in lines} == {Grade.VERIFIED}


@pytest.mark.parametrize("minutes", [-181, 1261])
def test_nothing_is_adjusted_below_nothing_or_beyond_a_day(engine: Engine, minutes: int) -> None:
    with engine.begin() as tx:
        old = closed(tx, some.person(tx))
        assert hours.adjust(tx, old.id, minutes, some.staff(tx), NOW, "ผิด") == Refusal.TOO_MUCH


def test_what_was_adjusted_before_counts_when_it_is_adjusted_again(engine: Engine) -> None:
    with engine.begin() as tx:
        old, nok = closed(tx, some.person(tx)), some.staff(tx)
        assert hours.adjust(tx, old.id, -120, nok, NOW, "ครั้งแรก") is None
        assert hours.adjust(tx, old.id, -120, nok, NOW, "อีกครั้ง") == Refusal.TOO_MUCH
        assert hours.adjusted(tx, old.id) == -120


def test_what_is_open_ones_own_or_gone_is_not_adjusted(engine: Engine) -> None:
    with engine.begin() as tx:
        person, nok = some.person(tx), some.staff(tx)
        assert hours.adjust(tx, logged(tx, person).id, 30, nok, NOW, "ลืม") == Refusal.NOT_CLOSED
        assert hours.adjust(tx, closed(tx, nok).id, 30, nok, NOW, "ลืม") == Refusal.OWN
        assert hours.adjust(tx, "unknown", 30, nok, NOW, "ลืม") == Refusal.GONE


def test_nobody_changes_what_staff_adjusted(engine: Engine) -> None:
    with engine.begin() as tx:
        person, nok = some.person(tx), some.staff(tx)
        hours.adjust(tx, closed(tx, person).id, 30, nok, NOW, "ลืม")
        [new, *_] = hours.standing(tx, person)
        assert hours.cancel(tx, person, new, NOW) == Refusal.ADJUSTS
        assert hours.adjust(tx, new.id, 30, nok, NOW, "ลืม") == Refusal.ADJUSTS


# ---------------------------------------------------------------- history


def test_the_history_tells_all_that_happened_in_order(engine: Engine) -> None:
    with engine.begin() as tx:
        person, nok = some.person(tx), some.staff(tx)
        old = logged(tx, person)
        hours.correct(tx, person, old, replace(THREE_HOURS, minutes=120), NOW + HOUR)
        [new] = hours.standing(tx, person)
        checks.say(tx, new.id, Check.ASKED, nok, "organisation", NOW + 2 * HOUR, "ที่ไหน")
        checks.say(tx, new.id, Check.ANSWERED, person, "self", NOW + 3 * HOUR, "ออนไลน์")
        checks.say(tx, new.id, Check.VERIFIED, nok, "organisation", NOW + 4 * HOUR)
        closings.close(tx, "letter", None, [new.id], NOW + 5 * HOUR, nok)
        hours.adjust(tx, new.id, 30, nok, NOW + 6 * HOUR, "ลืมนับ")
        happened = hour_history.of(tx, person, new.id)
        said = ["logged", "corrected", "asked", "answered", "verified", "closed", "adjusted"]
        assert [each.what for each in happened] == said
        assert [each.words for each in happened[2:4]] == ["ที่ไหน", "ออนไลน์"]
        assert [each.entry.minutes for each in happened if each.entry] == [180, 120, 30]


def test_nobody_sees_the_history_of_anothers_hours(engine: Engine) -> None:
    with engine.begin() as tx:
        old = logged(tx, some.person(tx))
        assert hour_history.of(tx, some.person(tx), old.id) == []


def test_entries_are_listed_as_they_are_now_cancelled_ones_too(engine: Engine) -> None:
    with engine.begin() as tx:
        person = some.person(tx)
        hours.cancel(tx, person, logged(tx, person), NOW)
        hours.correct(tx, person, logged(tx, person), replace(THREE_HOURS, minutes=120), NOW)
        hours.adjust(tx, closed(tx, person).id, 30, some.staff(tx), NOW, "ลืม")
        found = hour_history.latest(tx, person, 10)
        assert [(each.minutes, each.voids) for each in found] == [(180, False), (120, False), (0, True)]
        assert (hour_history.count(tx, person), len(hour_history.latest(tx, person, 2))) == (3, 2)


def test_an_entry_cannot_begin_outside_its_day(engine: Engine) -> None:
    with engine.begin() as tx:
        values = {"worked_on": MONDAY, "minutes": 60, "note": "", "voids": False, "logged_at": NOW, "begins": 1440}
        with pytest.raises(IntegrityError), tx.begin_nested():
            tx.execute(insert(table).values(id=new_id(), person=some.person(tx), **values))
