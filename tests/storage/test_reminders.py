"""The questions about reminders, and taking them back, asked of real databases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, select, update

from bot.channels import Outcome, QuotaSpent, Sent, TooLate, TryLater, Unreachable
from bot.delivery import LEASE
from bot.noting import note
from bot.parcels import plain_already
from domain.messages import Message
from storage import answers, authoring, moves, outbox, people, reminders, sessions, settings
from storage.outbox import REMINDER, Draft, Letter
from storage.schema import chats as chat_table
from storage.schema import outbox as outbox_table
from storage.schema import reminders as reminder_table
from storage.schema import sessions as session_table
from tests.storage import some
from tests.storage.some import NOW

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


@dataclass
class Meeting:
    """A session tomorrow, and somebody of its team who can be reached."""

    tx: Connection
    project: str
    role: str
    session: str
    person: str
    chat: str

    def due(self, after: timedelta = timedelta()) -> list[str]:
        """What the person is due some time from now."""
        return [lead for _, lead in reminders.due_of(self.tx, self.person, NOW + after)]

    def remind(self, event: int, *others: str) -> int:
        """Remind of this session (and others) in one letter; gives its number."""
        for each in (self.session, *others):
            found = sessions.find(self.tx, each)
            assert found is not None
            assert reminders.note(self.tx, found, self.person, "day", NOW, event)
        letter = Draft(self.chat, (Message("พรุ่งนี้มีนัด"),), REMINDER, event=event, good_until=NOW + 12 * HOUR)
        return outbox.post(self.tx, [letter], NOW)[0]

    def said(self) -> set[tuple[str, str]]:
        """Which reminders count as said."""
        rows = self.tx.execute(select(reminder_table.c.session, reminder_table.c.lead))
        return {(row.session, row.lead) for row in rows}

    def letters(self) -> list[str]:
        """The states of all letters."""
        return list(self.tx.execute(select(outbox_table.c.state).order_by(outbox_table.c.number)).scalars())

    def looks(self) -> bool:
        """Whether the session is about to be looked at."""
        found = self.tx.execute(select(session_table.c.look_at).where(session_table.c.id == self.session))
        return found.scalar_one() is None

    def look(self, after: timedelta = timedelta()) -> dict[str, list[tuple[str, str]]]:
        """Look at what is to be looked at; gives who is due what, by session."""
        seen = reminders.to_look_at(self.tx, NOW + after, 100)
        return {each.id: list(reminders.look(self.tx, each, NOW + after).due) for each in seen}


def meeting(tx: Connection, ahead: timedelta = 20 * HOUR, channel: str = "line", person: str | None = None) -> Meeting:
    """A session of a new project so far ahead."""
    project = some.project(tx)
    role = some.role(tx, project)
    person = person or some.reached(tx, channel=channel)
    moves.write(tx, role, person, "accepted", NOW)
    chat = tx.execute(select(chat_table.c.name).where(chat_table.c.person == person)).scalar_one()
    return Meeting(tx, project, role, some.session(tx, project, ahead), person, chat)


def claim(tx: Connection, now: datetime = NOW) -> Letter:
    """The letter that a sender takes."""
    (letter,) = outbox.claim(tx, now, LEASE, 10)
    return letter


# ---------------------------------------------------------------- who is due what


def test_the_sweep_and_the_answer_agree_on_who_is_due_what(engine: Engine) -> None:
    with engine.begin() as tx:
        here = meeting(tx)
        assert here.look() == {here.session: [(here.person, "day")]}
        assert here.due() == ["day"]


def test_a_session_is_looked_at_again_when_something_may_become_due(engine: Engine) -> None:
    with engine.begin() as tx:
        here = meeting(tx, 24 * HOUR + 30 * MINUTE)
        assert here.look() == {here.session: []}
        assert here.look(29 * MINUTE) == {}
        assert here.look(30 * MINUTE) == {here.session: [(here.person, "day")]}


def test_a_session_far_ahead_is_not_looked_at_before_anybody_can_be_due_anything(engine: Engine) -> None:
    with engine.begin() as tx:
        here = meeting(tx, 300 * HOUR)
        assert here.look() == {here.session: []}
        assert here.look(107 * HOUR) == {}
        assert here.look(108 * HOUR) == {here.session: []}


def test_the_soonest_sessions_are_looked_at_first(engine: Engine) -> None:
    with engine.begin() as tx:
        later, sooner = meeting(tx, 20 * HOUR), meeting(tx, 10 * HOUR)
        assert [each.id for each in reminders.to_look_at(tx, NOW, 1)] == [sooner.session]
        assert [each.id for each in reminders.to_look_at(tx, NOW, 9)] == [sooner.session, later.session]


def test_what_was_looked_at_before_the_clock_was_put_back_is_looked_at_again(engine: Engine) -> None:
    with engine.begin() as tx:
        here = meeting(tx)
        assert here.look(5 * HOUR) != {}
        assert here.look() == {here.session: [(here.person, "day")]}


def test_nobody_is_looked_for_who_cannot_be_reached(engine: Engine) -> None:
    with engine.begin() as tx:
        here = meeting(tx)
        tx.execute(update(chat_table).values(reachable=False))
        assert here.look() == {here.session: []}


def test_what_is_cancelled_at_rest_or_left_is_not_reminded_of(engine: Engine) -> None:
    with engine.begin() as tx:
        staff = some.staff(tx)
        cancelled, paused, left = (meeting(tx) for _ in range(3))
        sessions.cancel(tx, cancelled.session, now=NOW)
        authoring.move_project(tx, paused.project, "paused", staff, NOW)
        moves.write(tx, left.role, left.person, "withdrawn", NOW)
        assert [each.due() for each in (cancelled, paused, left)] == [[], [], []]


def test_reminders_of_several_sessions_come_the_soonest_first(engine: Engine) -> None:
    with engine.begin() as tx:
        later = meeting(tx, 20 * HOUR)
        sooner = meeting(tx, 10 * HOUR, person=later.person)
        due = reminders.due_of(tx, later.person, NOW)
        assert [session.id for session, _ in due] == [sooner.session, later.session]


def test_a_moved_session_is_reminded_of_anew_and_one_moved_back_is_not(engine: Engine) -> None:
    with engine.begin() as tx:
        here = meeting(tx)
        note(tx, [(claim_of(here), Sent())], NOW)
        assert here.due() == []
        sessions.move(tx, here.session, NOW + 22 * HOUR, NOW + 23 * HOUR, now=NOW)
        assert here.due() == ["day"]
        sessions.move(tx, here.session, NOW + 20 * HOUR, NOW + 22 * HOUR, now=NOW)
        assert here.due() == []


def claim_of(here: Meeting) -> Letter:
    """The letter that reminds of a meeting, in a sender's hands."""
    here.remind(1)
    return claim(here.tx)


def test_an_offset_of_its_own_is_found_however_long_it_is(engine: Engine) -> None:
    with engine.begin() as tx:
        here = meeting(tx, 600 * HOUR)
        assert here.due() == []
        sessions.change(tx, here.session, NOW, day_minutes=601 * 60)
        assert here.due() == ["day"]


# ---------------------------------------------------------------- taking back


def changes() -> dict[str, Any]:
    """Everything that makes what was written untrue."""
    return {
        "moved": lambda here: sessions.move(here.tx, here.session, NOW + 30 * HOUR, NOW + 31 * HOUR, now=NOW),
        "cancelled": lambda here: sessions.cancel(here.tx, here.session, now=NOW),
        "elsewhere": lambda here: sessions.change(here.tx, here.session, NOW, where_held="Zoom"),
        "answered": lambda here: answers.give(here.tx, here.session, here.person, "no", NOW),
        "left": lambda here: moves.write(here.tx, here.role, here.person, "released", NOW, by="x"),
        "at rest": lambda here: authoring.move_project(here.tx, here.project, "paused", some.staff(here.tx), NOW),
        "other chat": lambda here: reminders.begin_anew_for(here.tx, here.person, NOW),
        "settings": lambda here: reminders.begin_all_anew(here.tx, NOW),
    }


@pytest.mark.parametrize("change", changes())
def test_a_letter_that_has_not_left_is_taken_back_and_the_session_looked_at_again(engine: Engine, change: str) -> None:
    with engine.begin() as tx:
        here = meeting(tx)
        here.look()
        here.remind(1)
        changes()[change](here)
        assert (here.letters(), here.said(), here.looks()) == ([], set(), True)


def test_what_stands_in_the_same_letter_is_said_anew(engine: Engine) -> None:
    with engine.begin() as tx:
        here = meeting(tx)
        other = meeting(tx, 10 * HOUR, person=here.person)
        here.remind(1, other.session)
        sessions.cancel(tx, other.session, now=NOW)
        assert (here.letters(), here.said(), here.looks()) == ([], set(), True)
        assert here.due() == ["day"]


def test_a_letter_to_somebody_else_stays(engine: Engine) -> None:
    with engine.begin() as tx:
        here, there = meeting(tx), meeting(tx)
        here.remind(1)
        there.remind(2)
        reminders.withdraw(tx, here.session, here.person)
        assert (here.letters(), here.said()) == (["waiting"], {(there.session, "day")})


def test_a_letter_that_is_being_sent_is_not_sent_again_once_the_session_has_moved(engine: Engine) -> None:
    with engine.begin() as tx:
        here = meeting(tx)
        here.remind(1)
        letter = claim(tx)
        sessions.move(tx, here.session, NOW + 30 * HOUR, NOW + 31 * HOUR, now=NOW)
        note(tx, [(letter, TryLater("rate", seconds=5))], NOW)
        for clock in (NOW + MINUTE, NOW - 100 * HOUR):
            tx.execute(update(outbox_table).values(leased_until=None, due_at=clock))
            assert plain_already(claim(tx, clock), clock) == TooLate()


def test_a_letter_that_may_have_arrived_counts_as_said(engine: Engine) -> None:
    with engine.begin() as tx:
        here = meeting(tx)
        here.remind(1)
        note(tx, [(claim(tx), TryLater("no answer", unknown=True))], NOW)
        sessions.change(tx, here.session, NOW, where_held="Zoom")
        letter = claim(tx, NOW + MINUTE)
        outcome = plain_already(letter, NOW + MINUTE)
        assert outcome == TooLate()
        note(tx, [(letter, outcome)], NOW + MINUTE)
        assert (here.letters(), here.said()) == (["expired"], {(here.session, "day")})


def test_what_was_written_before_the_clock_was_put_back_is_taken_back(engine: Engine) -> None:
    with engine.begin() as tx:
        here = meeting(tx)
        here.remind(1)
        reminders.take_back_from_later(tx, NOW)
        assert here.letters() == ["waiting"]
        reminders.take_back_from_later(tx, NOW - HOUR)
        assert (here.letters(), here.said(), here.looks()) == ([], set(), True)


# ---------------------------------------------------------------- what comes of a letter


@pytest.mark.parametrize("outcome", [Unreachable("blocked"), TooLate()])
def test_a_letter_that_never_arrived_is_said_anew(engine: Engine, outcome: Outcome) -> None:
    with engine.begin() as tx:
        here = meeting(tx)
        here.look()
        here.remind(1)
        note(tx, [(claim(tx), outcome)], NOW)
        assert (here.said(), here.looks()) == (set(), True)


def test_a_reminder_waits_for_a_push_as_long_as_it_is_true(engine: Engine) -> None:
    with engine.begin() as tx:
        here = meeting(tx)
        here.remind(1)
        note(tx, [(claim(tx), QuotaSpent())], NOW)
        assert here.letters() == ["waiting"]
        assert outbox.claim(tx, NOW + 59 * MINUTE, LEASE, 10) == []
        assert plain_already(claim(tx, NOW + HOUR), NOW + HOUR) is None


def test_a_reminder_is_never_due_earlier_than_when_it_was_written(engine: Engine) -> None:
    with engine.begin() as tx:
        here = meeting(tx)
        here.remind(1)
        letter = claim(tx)
        earlier = NOW - 10 * HOUR
        note(tx, [(letter, TryLater("rate", seconds=1))], earlier)
        assert outbox.claim(tx, NOW - MINUTE, LEASE, 10) == []


@pytest.mark.parametrize(("channel", "outcome"), [("telegram", Sent()), ("line", None)])
def test_a_reminder_somebody_died_over_is_tried_again_only_where_it_cannot_arrive_twice(
    engine: Engine, channel: str, outcome: Outcome | None
) -> None:
    with engine.begin() as tx:
        here = meeting(tx, channel=channel)
        here.remind(1)
        claim(tx)
        letter = claim(tx, NOW + LEASE)
        assert letter.abandoned
        assert plain_already(letter, NOW + LEASE) == outcome


def test_a_lease_longer_than_any_lease_is_from_before_the_clock_was_put_back(engine: Engine) -> None:
    with engine.begin() as tx:
        here = meeting(tx)
        here.remind(1)
        tx.execute(update(outbox_table).values(leased_until=NOW + HOUR))
        assert claim(tx).abandoned


def test_an_answer_never_rides_on_a_letter_that_may_be_taken_back(engine: Engine) -> None:
    with engine.begin() as tx:
        here = meeting(tx)
        outbox.write(tx, [Draft(here.chat, (Message("ตอบแล้ว"),))], NOW)
        here.remind(1)
        assert not outbox.merge_into_next(tx, claim(tx), NOW)


# ---------------------------------------------------------------- settings and quiet hours


def test_the_networks_offsets_hold_where_a_session_has_none(engine: Engine) -> None:
    with engine.begin() as tx:
        here = meeting(tx)
        settings.note(tx, "remind_day_hours", 12, NOW)
        assert here.due() == []
        assert here.due(8 * HOUR) == ["day"]


def test_quiet_hours_that_end_when_they_begin_are_none(engine: Engine) -> None:
    with engine.begin() as tx:
        here = meeting(tx)
        people.learn(tx, here.person, quiet_from="00:00", quiet_until="00:00")
        assert here.due() == ["day"]
        people.learn(tx, here.person, quiet_from="09:00", quiet_until="11:00")
        assert here.due() == []
