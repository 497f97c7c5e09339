"""The ledger as it counts, and what closing does to it, on real databases."""

from __future__ import annotations

import threading
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, delete, insert, update

from domain.ledger import Check, Grade, Line
from domain.value import Rate, Refusal
from storage import checks, closings, hours, ledger, people, rates
from storage.columns import new_id
from storage.hours import Work
from storage.ledger import Wanted
from storage.schema import attendances
from storage.schema import hours as table
from tests.storage import some
from tests.storage.some import NOW

MONDAY = date(2026, 11, 23)
NEXT_YEAR = date(2027, 1, 1)


def only_line(tx: Connection, **wanted: Any) -> Line:
    [found] = ledger.lines(tx, Wanted(**wanted))
    return found


def be_seen(tx: Connection, session: str, person: str, *, came: bool) -> None:
    tx.execute(delete(attendances).where(attendances.c.session == session))
    tx.execute(insert(attendances).values(session=session, person=person, came=came, source="staff", at=NOW))


def met(tx: Connection) -> tuple[str, str, str]:
    """Somebody's hours of a session at which they were seen: entry, person, session."""
    project, person = some.project(tx), some.person(tx)
    session = some.session(tx, project, timedelta(days=1))
    entry = hours.log(tx, person, Work(some.role(tx, project), MONDAY, 120, "โลโก้", session), NOW)
    be_seen(tx, session, person, came=True)
    return entry, person, session


def test_an_entry_has_the_grade_of_who_vouches_for_it(engine: Engine) -> None:
    with engine.begin() as tx:
        entry, person, session = met(tx)
        assert only_line(tx).grade == Grade.ATTENDED
        be_seen(tx, session, person, came=False)
        assert only_line(tx).grade == Grade.SELF_REPORTED
        assert checks.say(tx, entry, Check.VERIFIED, some.person(tx), "staff", NOW) is None
        assert (only_line(tx).grade, only_line(tx).satang) == (Grade.VERIFIED, 20_000)


def test_an_entry_of_no_role_has_no_project_and_still_counts(engine: Engine) -> None:
    with engine.begin() as tx:
        hours.log(tx, some.person(tx), Work(None, MONDAY, 60), NOW)
        line = only_line(tx)
        assert (line.project, line.organisation, line.company, line.counts) == (None, None, None, True)
        assert ledger.lines(tx, Wanted(project="nothing")) == []


def test_an_entry_of_an_unknown_skill_is_worth_what_the_network_says(engine: Engine) -> None:
    with engine.begin() as tx:
        facts = {"id": new_id(), "person": some.person(tx), "worked_on": MONDAY, "minutes": 480, "note": ""}
        tx.execute(insert(table).values(**facts, voids=False, logged_at=NOW, skill="no.such_skill"))
        assert only_line(tx).baht_a_day == 800


def test_who_is_erased_leaves_hours_of_the_same_grade_without_a_name(engine: Engine) -> None:
    with engine.begin() as tx:
        _, person, _ = met(tx)
        people.erase(tx, person, NOW)
        line = only_line(tx)
        assert (line.person, line.note, line.grade, line.minutes) == (None, "", Grade.ATTENDED, 120)


def test_what_is_closed_keeps_its_grade_whatever_is_said_of_the_session_later(engine: Engine) -> None:
    with engine.begin() as tx:
        entry, person, session = met(tx)
        closings.close(tx, "letter", None, [entry], NOW, None)
        be_seen(tx, session, person, came=False)
        assert (only_line(tx).grade, only_line(tx).closed) == (Grade.ATTENDED, True)
        assert checks.say(tx, entry, Check.REJECTED, some.person(tx), "staff", NOW) == checks.Refusal.CLOSED


def test_what_adjusts_an_entry_counts_where_that_one_does(engine: Engine) -> None:
    with engine.begin() as tx:
        entry, _, _ = met(tx)
        lead = some.person(tx)
        checks.say(tx, entry, Check.VERIFIED, lead, "staff", NOW)
        closings.close(tx, "letter", None, [entry], NOW, None)
        assert [hours.adjust(tx, entry, minutes, lead, NOW, "") for minutes in (-29, 44, -135)] == [None] * 3
        lines = ledger.lines(tx, Wanted())
        assert {each.grade for each in lines} == {Grade.VERIFIED}
        assert (sum(each.minutes for each in lines), sum(each.satang for each in lines)) == (0, 0)
        assert checks.say(tx, lines[-1].entry, Check.REJECTED, lead, "staff", NOW) == checks.Refusal.CLOSED


def test_only_what_still_stands_is_closed(engine: Engine) -> None:
    with engine.begin() as tx:
        person = some.person(tx)
        first = hours.log(tx, person, Work(None, MONDAY, 60), NOW)
        hours.correct(tx, person, hours.standing(tx, person)[0], Work(None, MONDAY, 90), NOW)
        second = hours.standing(tx, person)[0].id
        closing = closings.close(tx, "year", None, [first, second, second], NOW, None, MONDAY, NEXT_YEAR)
        assert closings.entries_of(tx, closing) == [second]
        assert [(each.id, each.kind, each.until) for each in closings.reports(tx)] == [(closing, "year", NEXT_YEAR)]


def test_nobody_can_forge_what_stands(engine: Engine) -> None:
    with engine.begin() as tx:
        entry, _, _ = met(tx)
    for forged in (update(table).values(minutes=1), update(table).values(worked_on=NEXT_YEAR), delete(table)):
        with pytest.raises(Exception, match="only ever added to"), engine.begin() as tx:
            tx.execute(forged.where(table.c.id == entry))


def test_a_rate_to_come_can_be_taken_back_and_one_that_holds_cannot(engine: Engine) -> None:
    with engine.begin() as tx:
        assert rates.add(tx, Rate("", NEXT_YEAR, 900, "มติที่ประชุม"), MONDAY, NOW, None) is None
        [rate] = rates.all_of_them(tx)
        assert rates.add(tx, Rate("", NEXT_YEAR, 950, "มติที่ประชุม"), MONDAY, NOW, None) == Refusal.OVERLAP
        assert not rates.take_back(tx, rate.id, NEXT_YEAR)
        assert rates.take_back(tx, rate.id, MONDAY)
        assert not rates.take_back(tx, rate.id, MONDAY)
        assert rates.all_of_them(tx) == []


def test_two_admins_who_set_a_rate_at_once_do_not_overlap(engine: Engine) -> None:
    together, said = threading.Barrier(2), []

    def add(lasts: int) -> None:
        new = Rate("", NEXT_YEAR + timedelta(days=lasts), 900, "มติที่ประชุม", NEXT_YEAR + timedelta(days=90))
        together.wait()
        with engine.begin() as tx:
            said.append(rates.add(tx, new, MONDAY, NOW, None))

    both = [threading.Thread(target=add, args=(lasts,)) for lasts in (0, 1)]
    for each in both:
        each.start()
    for each in both:
        each.join()
    assert sorted(said, key=str) == [None, Refusal.OVERLAP]


def test_a_check_and_a_closing_at_once_never_both_win_unseen(engine: Engine) -> None:
    with engine.begin() as tx:
        entry, _, _ = met(tx)
        lead = some.person(tx)
    together = threading.Barrier(2)
    frozen: list[Check] = []

    def close() -> None:
        together.wait()
        with engine.begin() as tx:
            closings.close(tx, "letter", None, [entry], NOW, None)
            frozen.append(only_line(tx).check)

    def check() -> None:
        together.wait()
        with engine.begin() as tx:
            checks.say(tx, entry, Check.VERIFIED, lead, "staff", NOW)

    both = [threading.Thread(target=each) for each in (close, check)]
    for each in both:
        each.start()
    for each in both:
        each.join()
    with engine.begin() as tx:
        assert [only_line(tx).check] == frozen
