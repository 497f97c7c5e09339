"""Offers: whom they go to, how they end, and that each seat that becomes free is offered once."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Connection, Engine, select

from domain.sign_ups import Refusal
from scheduler.sweeper import run_sweep
from scheduler.sweeps import SWEEPS
from storage import chats, offers, people, projects, seats, settings, sign_ups, staff
from storage.schema import inbox
from tests.storage import some
from tests.storage.some import NOW

OVER = NOW + timedelta(hours=73)


def line(tx: Connection, waiting: int, taken: int = 1) -> tuple[str, list[str]]:
    """A role with all seats taken, and who takes and waits, in order."""
    role, people = some.role(tx, some.project(tx), seats=taken), [some.reached(tx) for _ in range(taken + waiting)]
    for minute, person in enumerate(people):
        seats.ask(tx, role, person, None, NOW - timedelta(hours=1) + timedelta(minutes=minute))
    return role, people


def states(tx: Connection, role: str, people: list[str]) -> list[str | None]:
    return [sign_ups.state_of(tx, role, person) for person in people]


def sweep(tx: Connection, name: str, now: datetime) -> int:
    return run_sweep(tx, next(each for each in SWEEPS if each.name == name), now)


def told(tx: Connection, kind: str) -> list[str]:
    return list(tx.execute(select(inbox.c.chat).where(inbox.c.kind == kind).order_by(inbox.c.id)).scalars())


def test_an_offer_that_nobody_answers_goes_down_the_line_wave_by_wave(engine: Engine) -> None:
    with engine.begin() as tx:
        role, [leaving, *waiting] = line(tx, waiting=4)
        seats.withdraw(tx, role, leaving, NOW)
        now = NOW
        for wave in range(4):
            assert states(tx, role, waiting) == ["expired"] * wave + ["offered"] + ["waiting"] * (3 - wave)
            now += timedelta(hours=96)
            assert sweep(tx, "offers_over", now) == 1
            assert sweep(tx, "offers_over", now) == 0
        assert states(tx, role, waiting) == ["expired"] * 4
        assert projects.find_role(tx, role).seats_left == 1  # type: ignore[union-attr]


def test_many_offers_that_end_together_free_each_seat_once(engine: Engine) -> None:
    with engine.begin() as tx:
        role, people = line(tx, waiting=6, taken=3)
        for person in people[:3]:
            seats.withdraw(tx, role, person, NOW)
        assert states(tx, role, people[3:]) == ["offered"] * 3 + ["waiting"] * 3
        assert sweep(tx, "offers_over", OVER) == 3
        assert states(tx, role, people[3:]) == ["expired"] * 3 + ["offered"] * 3
        assert sweep(tx, "offers_over", OVER) == 0


def test_the_line_is_kept_and_who_cannot_take_a_seat_now_is_passed_by(engine: Engine) -> None:
    with engine.begin() as tx:
        role, [leaving, unreachable, busy, offered_elsewhere, free] = line(tx, waiting=4)
        chats.mark_unreachable(tx, chats.of_person(tx, unreachable)[0].name)
        project = projects.find_role(tx, role).project.id  # type: ignore[union-attr]
        some.session(tx, project, timedelta(days=5))
        people.learn(tx, busy, away=[((NOW + timedelta(days=5)).date(), (NOW + timedelta(days=5)).date())])
        other = some.role(tx, some.project(tx))
        seats.write(tx, other, offered_elsewhere, "offered", NOW, expires_at=NOW + timedelta(days=2))
        seats.withdraw(tx, role, leaving, NOW)
        assert states(tx, role, [unreachable, busy, offered_elsewhere, free]) == ["waiting"] * 3 + ["offered"]
        assert sign_ups.in_line(tx, role) == [unreachable, busy, offered_elsewhere]


def test_where_staff_choose_only_a_seat_that_was_given_back_goes_on_by_itself(engine: Engine) -> None:
    with engine.begin() as tx:
        role = some.role(tx, some.project(tx), seats=3, admission="chosen")
        member, first, second = (some.reached(tx) for _ in range(3))
        seats.write(tx, role, member, "accepted", NOW)
        for minute, person in enumerate((first, second)):
            seats.write(tx, role, person, "waiting", NOW + timedelta(minutes=minute))
        assert sweep(tx, "seats_free", NOW) == 0
        seats.withdraw(tx, role, member, NOW)
        assert states(tx, role, [first, second]) == ["offered", "waiting"]


def test_an_answer_that_comes_too_late_is_told_so_and_the_seat_goes_on(engine: Engine) -> None:
    with engine.begin() as tx:
        role, [leaving, late, following] = line(tx, waiting=2)
        seats.withdraw(tx, role, leaving, NOW)
        assert offers.accept(tx, role, late, OVER) is Refusal.EXPIRED
        assert states(tx, role, [late, following]) == ["expired", "offered"]
        assert told(tx, "sign_up_answered") == []
        assert sweep(tx, "offers_over", OVER) == 0


def test_an_offer_is_accepted_once_and_a_second_tap_says_there_is_none(engine: Engine) -> None:
    with engine.begin() as tx:
        role, [leaving, first] = line(tx, waiting=1)
        seats.withdraw(tx, role, leaving, NOW)
        assert offers.accept(tx, role, first, NOW) is None
        assert offers.accept(tx, role, first, NOW) is Refusal.NO_OFFER
        assert sweep(tx, "offers_over", OVER) == 0
        assert states(tx, role, [first]) == ["accepted"]


def test_an_offer_that_would_clash_by_now_is_kept_until_it_is_settled(engine: Engine) -> None:
    with engine.begin() as tx:
        role, [leaving, first] = line(tx, waiting=1)
        project = projects.find_role(tx, role).project.id  # type: ignore[union-attr]
        some.session(tx, project, timedelta(days=9))
        seats.withdraw(tx, role, leaving, NOW)
        busy = some.project(tx)
        some.session(tx, busy, timedelta(days=9, hours=1))
        seats.ask(tx, some.role(tx, busy), first, None, NOW)
        assert offers.accept(tx, role, first, NOW) is Refusal.CLASHES
        assert states(tx, role, [first]) == ["offered"]


@pytest.mark.parametrize(("hours", "due"), [(35, False), (37, True)])
def test_an_offer_is_reminded_of_once_when_half_its_time_has_passed(engine: Engine, hours: int, due: bool) -> None:
    with engine.begin() as tx:
        settings.note(tx, "offer_hours", 74, NOW)
        role, [leaving, first] = line(tx, waiting=1)
        seats.withdraw(tx, role, leaving, NOW)
        moment = NOW + timedelta(hours=hours + 12)  # noon in Bangkok is no time at which people sleep
        half = NOW + timedelta(hours=hours)
        assert [each.person for each in offers.ending(tx, half)] == [first] * due
        assert sweep(tx, "offers_ending", moment) == 1
        assert sweep(tx, "offers_ending", moment) == 0
        assert told(tx, "offer_ending") == [chats.of_person(tx, first)[0].name]


def test_nobody_is_reminded_of_an_offer_at_night_or_while_they_want_to_be_left_in_peace(engine: Engine) -> None:
    with engine.begin() as tx:
        role, [leaving, first] = line(tx, waiting=1)
        seats.withdraw(tx, role, leaving, NOW)
        at_night, by_day = NOW + timedelta(hours=38), NOW + timedelta(hours=48)
        assert sweep(tx, "offers_ending", at_night) == 0
        people.learn(tx, first, quiet_from="08:00", quiet_until="18:00")
        assert sweep(tx, "offers_ending", by_day) == 0
        people.learn(tx, first, quiet_from="21:00", quiet_until="08:00")
        assert sweep(tx, "offers_ending", by_day) == 1


def test_the_time_of_an_offer_never_ends_at_night(engine: Engine) -> None:
    with engine.begin() as tx:
        settings.note(tx, "offer_hours", 12, NOW)  # from ten in the morning until ten at night
        role, [leaving, first] = line(tx, waiting=1)
        seats.withdraw(tx, role, leaving, NOW)
        mine = sign_ups.standing(tx, role, first)
        assert mine is not None
        assert mine.expires_at == NOW + timedelta(hours=23)  # nine in the morning


# ---------------------------------------------------------------- an answer for everybody, in time


def applicant(tx: Connection, since: datetime) -> str:
    role, who = some.role(tx, some.project(tx), admission="chosen"), some.reached(tx)
    seats.ask(tx, role, who, None, since)
    return role


def test_staff_hear_once_a_day_of_those_who_wait_too_long(engine: Engine) -> None:
    with engine.begin() as tx:
        some.staff(tx)
        applicant(tx, NOW)
        assert sweep(tx, "answers_overdue", NOW + timedelta(hours=47)) == 0
        for hours in (48, 49, 50):
            sweep(tx, "answers_overdue", NOW + timedelta(hours=hours))
        assert len(told(tx, "applicants_waiting")) == 1
        sweep(tx, "answers_overdue", NOW + timedelta(hours=72))
        assert len(told(tx, "applicants_waiting")) == 2


def test_coordinators_hear_first_and_everybody_after_twice_the_time(engine: Engine) -> None:
    with engine.begin() as tx:
        admin, coordinator = some.staff(tx), some.staff(tx, duty="coordinator")
        applicant(tx, NOW)
        sweep(tx, "answers_overdue", NOW + timedelta(hours=48))
        assert told(tx, "applicants_waiting") == [chats.of_person(tx, coordinator)[0].name]
        sweep(tx, "answers_overdue", NOW + timedelta(hours=96))
        assert set(told(tx, "applicants_waiting")) == {
            chats.of_person(tx, each)[0].name for each in (admin, coordinator)
        }


def test_who_was_answered_is_overdue_no_more(engine: Engine) -> None:
    with engine.begin() as tx:
        some.staff(tx)
        role = applicant(tx, NOW)
        [who] = [each.person for each in sign_ups.of_role(tx, role)]
        seats.put_in_line(tx, role, who, "staff2345678", NOW)
        assert sweep(tx, "answers_overdue", NOW + timedelta(hours=48)) == 0
        assert staff.count(tx) == 1


def test_nobody_of_staff_is_rung_up_at_night(engine: Engine) -> None:
    with engine.begin() as tx:
        some.staff(tx)
        applicant(tx, NOW)
        assert sweep(tx, "answers_overdue", NOW + timedelta(hours=62)) == 0
