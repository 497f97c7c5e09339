"""Attendance on a real database: once each, kept apart from answers, and staff's word against the code's."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import Connection, Engine, select

from domain.attendance import Presence
from domain.messages import Message
from domain.work import Session
from storage import answers, attendance, hours, moves, outbox, people, reminders, seats, sessions, sign_ups, training
from storage.hours import Work
from storage.outbox import REMINDER, Draft
from storage.schema import attendances, sign_up_moves
from storage.training import ATTENDED, Gate
from tests.storage import some
from tests.storage.some import NOW

HOUR = timedelta(hours=1)


def meeting(tx: Connection, kind: str = "training", ahead: timedelta = HOUR) -> tuple[Session, str, str]:
    """A session in an hour, its role, and somebody with a seat in it."""
    project = some.project(tx)
    role, person = some.role(tx, project, seats=5), some.reached(tx)
    seats.ask(tx, role, person, None, NOW)
    return found(tx, some.session(tx, project, ahead, kind)), role, person


def found(tx: Connection, session: str) -> Session:
    """The session as it stands."""
    known = sessions.find(tx, session)
    assert known is not None
    return known


def check_in(tx: Connection, session: Session, person: str, after: timedelta = timedelta()) -> bool:
    """Check in so long after the start."""
    return attendance.check_in(tx, session.id, person, session.starts_at + after, "code", NOW)


# ---------------------------------------------------------------- codes


def test_a_sessions_code_is_made_once(engine: Engine) -> None:
    with engine.begin() as tx:
        session, _, _ = meeting(tx)
        code = attendance.code_of(tx, session.id)
        assert code is not None
        assert len(code) == 6
        assert code.isdigit()
        assert attendance.code_of(tx, session.id) == code
        assert [each.id for each, _ in attendance.by_code(tx, code, NOW)] == [session.id]
        assert attendance.code_of(tx, "nosuchthing2") is None


def test_a_code_means_no_session_of_another_month(engine: Engine) -> None:
    with engine.begin() as tx:
        session, _, _ = meeting(tx)
        code = attendance.code_of(tx, session.id)
        assert attendance.by_code(tx, str(code), NOW + timedelta(days=40)) == []
        assert attendance.by_code(tx, "000000", NOW) == []


def test_making_a_code_says_nothing_anew_to_those_invited(engine: Engine) -> None:
    with engine.begin() as tx:
        session, _, _ = meeting(tx)
        attendance.code_of(tx, session.id)
        assert found(tx, session.id).sequence == session.sequence


# ---------------------------------------------------------------- checking in


def test_one_checks_in_once_and_the_first_moment_stands(engine: Engine) -> None:
    with engine.begin() as tx:
        session, _, person = meeting(tx)
        assert check_in(tx, session, person)
        assert not check_in(tx, session, person, HOUR)
        seen = attendance.of(tx, session.id, person)
        assert seen is not None
        assert (seen.came, seen.arrived_at, seen.source) == (True, session.starts_at, "code")
        assert attendance.count(tx, session.id) == 1


def test_attendance_is_kept_apart_from_what_was_answered(engine: Engine) -> None:
    with engine.begin() as tx:
        session, _, person = meeting(tx)
        answers.give(tx, session.id, person, "no", NOW)
        check_in(tx, session, person)
        assert answers.of(tx, session.id, person) == "no"
        standing = attendance.of_session(tx, session)
        assert [(each.person, each.answer, each.seen is not None) for each in standing] == [(person, "no", True)]


def test_two_check_ins_at_once_are_one(engine: Engine) -> None:
    with engine.begin() as tx:
        session, role, person = meeting(tx)
    told: list[bool] = []
    ready = threading.Barrier(2)

    def try_it() -> None:
        ready.wait()
        with engine.begin() as tx:
            told.append(check_in(tx, session, person))
            training.settle(tx, session, person, NOW)

    threads = [threading.Thread(target=try_it) for _ in range(2)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    with engine.begin() as tx:
        assert sorted(told) == [False, True]
        assert len(tx.execute(select(attendances)).all()) == 1
        steps = tx.execute(select(sign_up_moves.c.after).where(sign_up_moves.c.role == role)).scalars().all()
        assert steps == ["accepted", "trained"]


@pytest.mark.parametrize("first", ["person", "staff"])
def test_a_correction_meanwhile_never_undoes_a_check_in_without_a_reason(engine: Engine, first: str) -> None:
    with engine.begin() as tx:
        session, _, person = meeting(tx)
        by = some.staff(tx)
    ready = threading.Barrier(2)
    wrote: dict[str, bool] = {}

    def person_does() -> None:
        ready.wait()
        with engine.begin() as tx:
            wrote["person"] = check_in(tx, session, person)

    def staff_do() -> None:
        ready.wait()
        with engine.begin() as tx:
            wrote["staff"] = attendance.correct(tx, session.id, person, by, NOW, came=False)

    acts = [person_does, staff_do] if first == "person" else [staff_do, person_does]
    threads = [threading.Thread(target=act) for act in acts]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    with engine.begin() as tx:
        seen = attendance.of(tx, session.id, person)
        assert seen is not None
        assert seen.came
        assert wrote["person"]


def test_leaving_is_written_down_and_can_be_taken_back(engine: Engine) -> None:
    with engine.begin() as tx:
        session, _, person = meeting(tx)
        assert not attendance.leave(tx, session.id, person, session.starts_at)
        check_in(tx, session, person)
        for moment in (session.starts_at + HOUR, None):
            assert attendance.leave(tx, session.id, person, moment)
            seen = attendance.of(tx, session.id, person)
            assert seen is not None
            assert seen.left_at == moment


# ---------------------------------------------------------------- what staff say


def test_staff_need_a_reason_to_say_otherwise_and_then_have_the_last_word(engine: Engine) -> None:
    with engine.begin() as tx:
        session, _, person = meeting(tx)
        by = some.staff(tx)
        check_in(tx, session, person)
        assert not attendance.correct(tx, session.id, person, by, NOW, came=False)
        assert attendance.correct(tx, session.id, person, by, NOW, "เพื่อนพิมพ์แทน", came=False)
        assert not check_in(tx, session, person)
        assert not attendance.leave(tx, session.id, person, None)
        seen = attendance.of(tx, session.id, person)
        assert seen is not None
        assert (seen.came, seen.source, seen.by, seen.reason) == (False, "staff", by, "เพื่อนพิมพ์แทน")


def test_the_reason_stays_when_staff_change_it_again(engine: Engine) -> None:
    with engine.begin() as tx:
        session, _, person = meeting(tx)
        by = some.staff(tx)
        check_in(tx, session, person)
        attendance.correct(tx, session.id, person, by, NOW, "เพื่อนพิมพ์แทน", came=False)
        assert attendance.correct(tx, session.id, person, by, NOW, came=True, arrived_at=session.starts_at + HOUR)
        seen = attendance.of(tx, session.id, person)
        assert seen is not None
        assert (seen.came, seen.reason) == (True, "เพื่อนพิมพ์แทน")


def test_who_comes_after_staff_noted_them_as_missing_can_check_in(engine: Engine) -> None:
    with engine.begin() as tx:
        session, _, person = meeting(tx)
        attendance.correct(tx, session.id, person, some.staff(tx), NOW, came=False)
        assert check_in(tx, session, person, HOUR)
        seen = attendance.of(tx, session.id, person)
        assert seen is not None
        assert (seen.came, seen.source, seen.by) == (True, "code", None)


def test_listed_are_the_invited_and_who_was_seen_by_name(engine: Engine) -> None:
    with engine.begin() as tx:
        session, role, person = meeting(tx)
        away = some.person(tx, "ก้อย")
        seats.ask(tx, role, away, None, NOW)
        check_in(tx, session, away)
        seats.withdraw(tx, role, away, NOW)
        standing = attendance.of_session(tx, session)
        assert [(each.person, each.seen is not None) for each in standing] == [(away, True), (person, False)]


# ---------------------------------------------------------------- what is behind a person


def test_behind_counts_who_was_there_where_that_is_known_else_their_word(engine: Engine) -> None:
    with engine.begin() as tx:
        session, role, person = meeting(tx, ahead=-5 * HOUR)
        other = some.person(tx, "พิม")
        seats.ask(tx, role, other, None, NOW)
        answers.give(tx, session.id, person, "yes", NOW)
        assert attendance.behind(tx, person, NOW) == 1
        check_in(tx, session, other)
        assert attendance.behind(tx, person, NOW) == 0
        assert attendance.behind(tx, other, NOW) == 1
        presences = [each.presence(NOW) for each in attendance.of_person(tx, person, NOW)]
        assert presences == [Presence.NO_SHOW]


def test_who_leaves_the_network_is_forgotten_here_too(engine: Engine) -> None:
    with engine.begin() as tx:
        session, _, person = meeting(tx)
        check_in(tx, session, person)
        assert people.everything_about(tx, person)["attendances"][0]["session"] == session.id
        people.erase(tx, person, NOW)
        assert tx.execute(select(attendances)).all() == []


def test_who_was_there_is_asked_about_it_afterwards_and_who_was_not_is_not(engine: Engine) -> None:
    with engine.begin() as tx:
        session, role, person = meeting(tx, ahead=-3 * HOUR)
        absent = some.person(tx, "พิม")
        seats.ask(tx, role, absent, None, NOW)
        answers.give(tx, session.id, absent, "yes", NOW)
        check_in(tx, session, person)
        attendance.correct(tx, session.id, absent, some.staff(tx), NOW, came=False)
        assert reminders.look(tx, found(tx, session.id), NOW).due == ((person, "after"),)


def test_what_is_about_to_ask_how_it_was_is_taken_back_once_that_is_known(engine: Engine) -> None:
    with engine.begin() as tx:
        session, role, person = meeting(tx, ahead=-3 * HOUR)
        check_in(tx, session, person)
        for event, known in ((1, False), (2, True)):
            reminders.note(tx, session, person, "after", NOW, event)
            letter = Draft("telegram:1", (Message("เป็นอย่างไรบ้าง"),), REMINDER, event=event, good_until=NOW + HOUR)
            outbox.write(tx, [letter], NOW)
            if known:
                day = session.starts_at.date()
                hours.log_session(tx, person, Work(role, day, 120, session=session.id), NOW)
            else:
                attendance.correct(tx, session.id, person, some.staff(tx), NOW, "ไม่ได้มา", came=False)
            assert outbox.backlog(tx) == []


# ---------------------------------------------------------------- training


def test_attending_the_training_makes_trained_at_once(engine: Engine) -> None:
    with engine.begin() as tx:
        session, role, person = meeting(tx)
        assert training.gate(tx, role, person, NOW) == Gate.AHEAD
        check_in(tx, session, person)
        assert training.settle(tx, session, person, NOW) == [role]
        assert sign_ups.state_of(tx, role, person) == "trained"
        assert training.gate(tx, role, person, NOW) == Gate.ATTENDED
        assert training.settle(tx, session, person, NOW) == []


def test_any_other_session_trains_nobody(engine: Engine) -> None:
    with engine.begin() as tx:
        session, role, person = meeting(tx, "workshop")
        check_in(tx, session, person)
        assert training.settle(tx, session, person, NOW) == []
        assert training.gate(tx, role, person, NOW) == Gate.NONE
        assert sign_ups.state_of(tx, role, person) == "accepted"


def test_a_training_for_some_roles_trains_only_these(engine: Engine) -> None:
    with engine.begin() as tx:
        project, person = some.project(tx), some.person(tx)
        one, other = some.role(tx, project), some.role(tx, project, "คนเขียน")
        for role in (one, other):
            seats.ask(tx, role, person, None, NOW)
        planned = sessions.plan(tx, project, "training", NOW + HOUR, NOW + 2 * HOUR, "ห้อง", now=NOW, only=[one])
        session = found(tx, planned)
        check_in(tx, session, person)
        assert training.settle(tx, session, person, NOW) == [one]
        assert training.gate(tx, other, person, NOW) == Gate.NONE


def test_who_did_not_attend_after_all_is_trained_no_more_and_keeps_their_place(engine: Engine) -> None:
    with engine.begin() as tx:
        session, role, person = meeting(tx)
        by, asked = some.staff(tx), sign_ups.standing(tx, role, person)
        check_in(tx, session, person)
        training.settle(tx, session, person, NOW)
        attendance.correct(tx, session.id, person, by, NOW + HOUR, "เพื่อนพิมพ์แทน", came=False)
        assert training.settle(tx, session, person, NOW + HOUR, by) == [role]
        mine = sign_ups.standing(tx, role, person)
        assert mine is not None
        assert asked is not None
        assert (mine.state, mine.asked_at) == ("accepted", asked.asked_at)


def test_whom_staff_exempted_and_who_is_at_work_stay_so(engine: Engine) -> None:
    with engine.begin() as tx:
        session, role, person = meeting(tx)
        by, working = some.staff(tx), some.person(tx, "พิม")
        seats.ask(tx, role, working, None, NOW)
        seats.step(tx, role, person, "trained", by, NOW, "เคยอบรมแล้ว")
        check_in(tx, session, working)
        training.settle(tx, session, working, NOW)
        seats.step(tx, role, working, "active", by, NOW)
        for each in (person, working):
            attendance.correct(tx, session.id, each, by, NOW, "ไม่ได้มา", came=False)
            assert training.settle(tx, session, each, NOW, by) == []
        assert [sign_ups.state_of(tx, role, each) for each in (person, working)] == ["trained", "active"]


def test_an_automatic_step_says_why(engine: Engine) -> None:
    with engine.begin() as tx:
        session, _, person = meeting(tx)
        check_in(tx, session, person)
        training.settle(tx, session, person, NOW)
        steps = select(sign_up_moves.c.after, sign_up_moves.c.reason).where(sign_up_moves.c.person == person)
        assert [tuple(row) for row in tx.execute(steps.order_by(sign_up_moves.c.number))] == [
            ("accepted", None),
            ("trained", ATTENDED),
        ]


def test_the_gate_knows_a_training_that_was_missed(engine: Engine) -> None:
    with engine.begin() as tx:
        session, role, person = meeting(tx, ahead=-5 * HOUR)
        assert training.gate(tx, role, person, NOW) == Gate.MISSED
        assert training.next_for(tx, role, NOW) is None
        sessions.cancel(tx, session.id, now=NOW)
        assert training.gate(tx, role, person, NOW) == Gate.NONE


# ---------------------------------------------------------------- hours


def test_hours_of_a_session_are_logged_once_and_stay_with_it(engine: Engine) -> None:
    with engine.begin() as tx:
        session, role, person = meeting(tx)
        work = Work(role, date(2026, 11, 23), 180, session=session.id)
        assert hours.log_session(tx, person, work, NOW)
        assert hours.log_session(tx, person, work, NOW) is None
        entry = hours.of_session(tx, person, session.id)
        assert entry is not None
        hours.correct(tx, person, entry, replace(work, minutes=120), NOW)
        changed = hours.of_session(tx, person, session.id)
        assert changed is not None
        assert (changed.minutes, changed.session) == (120, session.id)
        hours.cancel(tx, person, changed, NOW)
        assert hours.of_session(tx, person, session.id) is None
        assert hours.log_session(tx, person, work, NOW)


def test_hours_of_a_session_logged_twice_at_once_are_logged_once(engine: Engine) -> None:
    with engine.begin() as tx:
        session, role, person = meeting(tx)
    work = Work(role, date(2026, 11, 23), 180, session=session.id)
    made: list[str | None] = []
    ready = threading.Barrier(2)

    def try_it() -> None:
        ready.wait()
        with engine.begin() as tx:
            made.append(hours.log_session(tx, person, work, NOW))

    threads = [threading.Thread(target=try_it) for _ in range(2)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    with engine.begin() as tx:
        assert len(made) == 2
        assert made.count(None) == 1
        assert len(hours.standing(tx, person)) == 1


def test_going_back_to_a_seat_is_no_new_seat(engine: Engine) -> None:
    with engine.begin() as tx:
        _, role, person = meeting(tx)
        before = sign_ups.standing(tx, role, person)
        moves.write(tx, role, person, "trained", NOW + HOUR)
        moves.write(tx, role, person, "accepted", NOW + 2 * HOUR)
        after = sign_ups.standing(tx, role, person)
        assert before is not None
        assert after is not None
        assert before.asked_at == after.asked_at
