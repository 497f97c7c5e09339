"""Who may vouch for whose hours, what waits for whom, and two who say something at once; on real databases."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import Connection, Engine, func, select, text

from domain.events import VERIFY_WANTED
from domain.ledger import Check, Grade
from domain.vouching import NO_PROJECT
from scheduler.sweeper import run_sweep
from scheduler.sweeps import SWEEPS
from storage import alarms, checks, closings, hours, ledger, organisation_people, people, seats, vouching
from storage.checks import Refusal
from storage.hours import Work
from storage.ledger import Wanted
from storage.schema import hour_checks, inbox
from storage.schema import hours as table
from tests.storage import some
from tests.storage.some import NOW

MONDAY, DAY = date(2026, 11, 23), timedelta(days=1)


class Network:
    """A project with a lead of its team, a member who logged three hours, its organisation's lead, and staff."""

    def __init__(self, tx: Connection) -> None:
        self.project = some.project(tx)
        self.lead_role, self.role = some.role(tx, self.project, lead=True), some.role(tx, self.project, seats=3)
        self.lead, self.member, self.speaker = (some.reached(tx, name) for name in ("ดาว", "มะลิ", "แอน"))
        self.staff = some.staff(tx, "coordinator")
        seats.write(tx, self.lead_role, self.lead, "accepted", NOW)
        seats.write(tx, self.role, self.member, "active", NOW)
        organisation_people.join(tx, self.project, self.speaker, "lead", NOW)
        self.entry = hours.log(tx, self.member, Work(self.role, MONDAY, 180, "โลโก้"), NOW)


def say(tx: Connection, person: str, entry: str, verdict: Check, seen: Check = Check.NONE) -> Refusal | None:
    return vouching.say(tx, vouching.voice_of(tx, person), entry, verdict, seen, NOW, "เพราะอะไร")


def waits_for(tx: Connection, person: str) -> list[str]:
    return [each.entry for each in vouching.waiting(tx, vouching.voice_of(tx, person))]


def standing(tx: Connection, entry: str) -> Check:
    return ledger.lines(tx, Wanted(entries=[entry]))[0].check


# ---------------------------------------------------------------- who may


@pytest.mark.parametrize(("who", "duty"), [("speaker", "organisation"), ("lead", "team_lead"), ("staff", "staff")])
def test_each_vouches_by_their_own_right(engine: Engine, who: str, duty: str) -> None:
    with engine.begin() as tx:
        network = Network(tx)
        assert waits_for(tx, getattr(network, who)) == [network.entry]
        assert say(tx, getattr(network, who), network.entry, Check.VERIFIED) is None
        assert [(each.verdict, each.duty) for each in checks.of(tx, network.entry)] == [("verified", duty)]
        assert ledger.lines(tx, Wanted(entries=[network.entry]))[0].grade == Grade.VERIFIED
        assert waits_for(tx, network.staff) == []


def test_nobody_verifies_their_own_hours_not_even_with_every_right(engine: Engine) -> None:
    with engine.begin() as tx:
        network = Network(tx)
        for right in (network.lead, network.staff, network.speaker):
            own = hours.log(tx, right, Work(network.role, MONDAY, 60), NOW)
            assert own not in waits_for(tx, right)
            assert say(tx, right, own, Check.VERIFIED) is Refusal.OWN


def test_a_stranger_and_who_is_of_the_team_without_leading_it_may_not(engine: Engine) -> None:
    with engine.begin() as tx:
        network = Network(tx)
        other = hours.log(tx, network.lead, Work(network.lead_role, MONDAY, 60), NOW)
        for person in (some.reached(tx), network.member):
            assert not vouching.voice_of(tx, person).counts
            assert say(tx, person, other, Check.VERIFIED) is Refusal.NOT_YOURS


def test_a_right_ends_with_the_seat_and_with_the_part_for_the_organisation(engine: Engine) -> None:
    with engine.begin() as tx:
        network = Network(tx)
        organisation_people.leave(tx, network.project, network.speaker, NOW)
        seats.write(tx, network.lead_role, network.lead, "withdrawn", NOW)
        for person in (network.speaker, network.lead):
            assert waits_for(tx, person) == []
            assert say(tx, person, network.entry, Check.VERIFIED) is Refusal.NOT_YOURS


def test_a_lead_who_has_finished_still_vouches_and_one_who_was_only_offered_the_seat_does_not(engine: Engine) -> None:
    with engine.begin() as tx:
        network = Network(tx)
        seats.write(tx, network.lead_role, network.lead, "completed", NOW)
        assert waits_for(tx, network.lead) == [network.entry]
        seats.write(tx, network.lead_role, network.lead, "offered", NOW)
        assert waits_for(tx, network.lead) == []


def test_another_project_and_hours_of_no_project_are_staffs(engine: Engine) -> None:
    with engine.begin() as tx:
        network = Network(tx)
        elsewhere = hours.log(tx, network.member, Work(some.role(tx, some.project(tx, "อื่น")), MONDAY, 60), NOW)
        nowhere = hours.log(tx, network.member, Work(None, MONDAY, 60), NOW)
        assert waits_for(tx, network.speaker) == waits_for(tx, network.lead) == [network.entry]
        assert waits_for(tx, network.staff) == [network.entry, elsewhere, nowhere]
        of_none = vouching.waiting(tx, vouching.voice_of(tx, network.staff), NO_PROJECT)
        assert [each.entry for each in of_none] == [nowhere]


# ---------------------------------------------------------------- what is said


def test_a_second_who_says_the_same_hears_so_and_nothing_is_written(engine: Engine) -> None:
    with engine.begin() as tx:
        network = Network(tx)
        assert say(tx, network.speaker, network.entry, Check.VERIFIED) is None
        assert say(tx, network.staff, network.entry, Check.VERIFIED) is Refusal.DONE
        assert [each.by for each in checks.of(tx, network.entry)] == [network.speaker]


def test_what_somebody_else_said_meanwhile_is_not_overruled_unseen_but_can_be_once_seen(engine: Engine) -> None:
    with engine.begin() as tx:
        network = Network(tx)
        say(tx, network.speaker, network.entry, Check.VERIFIED)
        assert say(tx, network.lead, network.entry, Check.REJECTED) is Refusal.MEANWHILE
        assert say(tx, network.lead, network.entry, Check.REJECTED, seen=Check.VERIFIED) is None
        assert standing(tx, network.entry) == Check.REJECTED


def test_an_entry_that_was_corrected_meanwhile_is_gone_and_the_new_one_waits(engine: Engine) -> None:
    with engine.begin() as tx:
        network = Network(tx)
        old = hours.standing(tx, network.member)[0]
        assert hours.correct(tx, network.member, old, replace(old, minutes=120), NOW) is None
        new = hours.standing(tx, network.member)[0].id
        assert say(tx, network.speaker, network.entry, Check.VERIFIED) is Refusal.GONE
        assert waits_for(tx, network.speaker) == [new]


def test_nothing_is_said_of_what_is_closed_and_it_waits_no_more(engine: Engine) -> None:
    with engine.begin() as tx:
        network = Network(tx)
        closings.close(tx, "project", network.project, [network.entry], NOW, None)
        assert waits_for(tx, network.speaker) == []
        assert say(tx, network.speaker, network.entry, Check.VERIFIED) is Refusal.CLOSED


def test_what_was_asked_waits_for_its_person_and_once_answered_for_who_vouches(engine: Engine) -> None:
    with engine.begin() as tx:
        network = Network(tx)
        say(tx, network.speaker, network.entry, Check.ASKED)
        assert waits_for(tx, network.speaker) == []
        answer = checks.say(tx, network.entry, Check.ANSWERED, network.member, "self", NOW, "สองหน้า", seen=Check.ASKED)
        assert answer is None
        assert waits_for(tx, network.speaker) == [network.entry]


def test_what_was_settled_is_listed_the_last_first_as_long_as_it_is_not_closed(engine: Engine) -> None:
    with engine.begin() as tx:
        network = Network(tx)
        other = hours.log(tx, network.member, Work(network.role, MONDAY, 60), NOW)
        for entry in (network.entry, other):
            say(tx, network.speaker, entry, Check.VERIFIED)
        voice = vouching.voice_of(tx, network.speaker)
        assert [each.entry for each in vouching.settled(tx, voice)] == [other, network.entry]
        closings.close(tx, "project", network.project, [other], NOW, None)
        assert [each.entry for each in vouching.settled(tx, voice)] == [network.entry]


def test_two_who_verify_at_once_write_once(engine: Engine) -> None:
    with engine.begin() as tx:
        network = Network(tx)
    came = threading.Barrier(2)
    outcomes: list[Refusal | None] = []

    def verify(person: str) -> None:
        came.wait()
        with engine.begin() as tx:
            outcomes.append(say(tx, person, network.entry, Check.VERIFIED))

    both = [threading.Thread(target=verify, args=(each,)) for each in (network.speaker, network.staff)]
    for each in both:
        each.start()
    for each in both:
        each.join()
    assert sorted(map(str, outcomes)) == ["None", "done"]
    with engine.begin() as tx:
        assert tx.execute(select(func.count()).select_from(hour_checks)).scalar_one() == 1


def test_of_two_who_disagree_at_once_the_second_is_told(engine: Engine) -> None:
    with engine.begin() as tx:
        network = Network(tx)
    came = threading.Barrier(2)
    outcomes: dict[str, Refusal | None] = {}

    def act(person: str, verdict: Check) -> None:
        came.wait()
        with engine.begin() as tx:
            outcomes[verdict] = say(tx, person, network.entry, verdict)

    wanted = ((network.speaker, Check.VERIFIED), (network.lead, Check.REJECTED))
    both = [threading.Thread(target=act, args=each) for each in wanted]
    for each in both:
        each.start()
    for each in both:
        each.join()
    with engine.begin() as tx:
        first = standing(tx, network.entry)
    assert outcomes[first] is None
    assert {why for verdict, why in outcomes.items() if verdict != first} == {Refusal.MEANWHILE}


# ---------------------------------------------------------------- what waits too long


def sweep(tx: Connection, days: int) -> list[tuple[str, list[str]]]:
    """Whom the sweep asks so many days later, and of which projects."""
    before = tx.execute(select(func.coalesce(func.max(inbox.c.id), 0))).scalar_one()
    run_sweep(tx, next(each for each in SWEEPS if each.name == "hours_waiting"), NOW + days * DAY)
    rows = tx.execute(select(inbox).where(inbox.c.id > before, inbox.c.kind == VERIFY_WANTED).order_by(inbox.c.id))
    return [(row.key.split(":")[-2], row.facts["projects"]) for row in rows]


def test_the_organisations_lead_is_asked_once_a_week_until_nothing_waits(engine: Engine) -> None:
    with engine.begin() as tx:
        network = Network(tx)
        asked = [(network.speaker, [network.project])]
        assert [sweep(tx, days) for days in (6, 7, 8, 13, 14)] == [[], asked, [], [], asked]
        say(tx, network.lead, network.entry, Check.VERIFIED)
        assert sweep(tx, 30) == []


def test_at_night_nobody_is_asked(engine: Engine) -> None:
    with engine.begin() as tx:
        Network(tx)
        run_sweep(
            tx, next(each for each in SWEEPS if each.name == "hours_waiting"), NOW + 8 * DAY + timedelta(hours=12)
        )
        assert tx.execute(select(inbox.c.id).where(inbox.c.kind == VERIFY_WANTED)).all() == []


def test_without_the_organisation_the_teams_lead_is_asked_and_without_both_the_coordinators(engine: Engine) -> None:
    with engine.begin() as tx:
        network = Network(tx)
        organisation_people.leave(tx, network.project, network.speaker, NOW)
        assert sweep(tx, 7) == [(network.lead, [network.project])]
        seats.write(tx, network.lead_role, network.lead, "withdrawn", NOW)
        assert sweep(tx, 8) == [(network.staff, [network.project])]


def test_nobody_is_asked_to_look_at_nothing_but_their_own(engine: Engine) -> None:
    with engine.begin() as tx:
        network = Network(tx)
        organisation_people.leave(tx, network.project, network.speaker, NOW)
        say(tx, network.lead, network.entry, Check.VERIFIED)
        hours.log(tx, network.lead, Work(network.lead_role, MONDAY, 60), NOW)
        assert sweep(tx, 7) == [(network.staff, [network.project])]


def test_several_projects_are_asked_about_at_once(engine: Engine) -> None:
    with engine.begin() as tx:
        network = Network(tx)
        other = some.project(tx, "อื่น")
        organisation_people.join(tx, other, network.speaker, "lead", NOW)
        hours.log(tx, network.member, Work(some.role(tx, other), MONDAY, 60), NOW + timedelta(minutes=1))
        assert sweep(tx, 8) == [(network.speaker, [network.project, other])]


def test_an_answer_begins_the_wait_anew(engine: Engine) -> None:
    with engine.begin() as tx:
        network = Network(tx)
        say(tx, network.speaker, network.entry, Check.ASKED)
        checks.say(tx, network.entry, Check.ANSWERED, network.member, "self", NOW + 5 * DAY, "สองหน้า")
        assert [sweep(tx, 11), sweep(tx, 12)] == [[], [(network.speaker, [network.project])]]


def test_after_twice_as_long_it_is_an_alarm(engine: Engine) -> None:
    with engine.begin() as tx:
        network = Network(tx)
        held = [[each.subject for each in alarms.holding(tx, NOW + days * DAY, ("hours_wait",))] for days in (13, 14)]
        assert held == [[], [network.project]]


def test_what_waits_no_more_leaves_the_index_when_the_sweep_passes(engine: Engine) -> None:
    with engine.begin() as tx:
        network = Network(tx)
        hours.cancel(tx, network.member, hours.standing(tx, network.member)[0], NOW)
        assert sweep(tx, 8) == []
        assert tx.execute(select(func.count()).select_from(table).where(table.c.waits)).scalar_one() == 0


def test_who_is_forgotten_leaves_neither_question_nor_answer(engine: Engine) -> None:
    with engine.begin() as tx:
        network = Network(tx)
        say(tx, network.speaker, network.entry, Check.ASKED)
        assert people.everything_about(tx, network.member)["hour_checks"][0]["words"] == "เพราะอะไร"
        people.erase(tx, network.member, NOW)
        assert [each.words for each in checks.of(tx, network.entry)] == [""]
        assert waits_for(tx, network.staff) == []
        assert sweep(tx, 8) == []


def test_what_waits_is_found_by_its_index(engine: Engine) -> None:
    with engine.begin() as tx:
        asked = select(table.c.id).where(vouching.IN_QUESTION, table.c.logged_at <= NOW)
        words = str(asked.compile(tx, compile_kwargs={"literal_binds": True}))
        if tx.dialect.name == "postgresql":
            tx.execute(text("SET LOCAL enable_seqscan = off"))
        how = "EXPLAIN " if tx.dialect.name == "postgresql" else "EXPLAIN QUERY PLAN "
        plan = " ".join(str(row) for row in tx.execute(text(how + words)))
        assert "ix_hours_waiting" in plan
