"""The outbox: each chat's letters in order, one at a time, never in two hands, and never lost with their sender."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, select

from domain.messages import Choice, Message, from_json
from storage import chats, outbox
from storage.outbox import BULK, REMINDER, REPLY, Draft, Letter
from storage.schema import outbox as rows

LEASE = timedelta(seconds=10)
SECOND = timedelta(seconds=1)


def write(tx: Connection, now: datetime, *words: str, chat: str = "line:U1", **more: Any) -> None:
    """Write letters, one for each of these words."""
    outbox.write(tx, [Draft(chat, (Message(word),), **more) for word in words], now)


def words_of(letters: list[Letter]) -> list[str]:
    return [from_json(message).body for letter in letters for message in letter.messages]


def states(tx: Connection) -> list[str]:
    return sorted(tx.execute(select(rows.c.state)).scalars())


def claim(tx: Connection, now: datetime, limit: int = 10, **more: Any) -> list[Letter]:
    return outbox.claim(tx, now, LEASE, limit, **more)


def test_a_letter_is_kept_whole_with_a_key_of_its_own(engine: Engine, now: datetime) -> None:
    said = (Message("ใช่ไหมคะ", "หัวข้อ", (Choice("ใช่", "yes"),), (Choice("กลับ", "back"),), lasting=True), Message("2"))
    with engine.begin() as tx:
        outbox.write(tx, [Draft("line:U1", said, free_reply={"token": "t"}, worth_push=False)], now)
    with engine.begin() as tx:
        (letter,) = claim(tx, now)
    assert tuple(from_json(message) for message in letter.messages) == said
    assert (letter.free_reply, letter.worth_push, letter.rank) == ({"token": "t"}, False, REPLY)
    assert str(uuid.UUID(letter.id)) == letter.id


def test_a_chat_gets_one_letter_at_a_time_in_order(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        write(tx, now, "first", "second")
        write(tx, now, "elsewhere", chat="line:U2")
        letters = claim(tx, now)
        assert words_of(letters) == ["first", "elsewhere"]
        assert claim(tx, now) == []
        outbox.settle(tx, [letters[0].number], now, state="sent")
        assert words_of(claim(tx, now)) == ["second"]


def test_a_letter_that_is_put_off_holds_back_the_later_ones_of_its_chat(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        write(tx, now, "first", "second")
        (letter,) = claim(tx, now)
        outbox.put_off(tx, letter.number, now + 5 * SECOND, in_doubt=True, progress=1, why="no answer")
        assert claim(tx, now + SECOND) == []
        (again,) = claim(tx, now + 5 * SECOND)
        assert (again.number, again.id, again.attempts) == (letter.number, letter.id, 1)
        assert (again.in_doubt, again.progress, again.first_tried_at) == (True, 1, now)


def test_a_doubt_stays(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        write(tx, now, "first")
        for unknown in (True, False):
            (letter,) = claim(tx, now)
            outbox.put_off(tx, letter.number, now, in_doubt=unknown, progress=0, why="")
        assert claim(tx, now)[0].in_doubt


def test_replies_go_before_reminders_before_bulk(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        for rank, word in ((BULK, "bulk"), (REMINDER, "reminder"), (REPLY, "reply")):
            write(tx, now, word, chat=f"line:U{word}", rank=rank)
        assert words_of(claim(tx, now)) == ["reply", "reminder", "bulk"]


def test_no_more_than_asked_for_are_claimed(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        for number in range(5):
            write(tx, now, str(number), chat=f"line:U{number}")
        assert words_of(claim(tx, now, 2)) == ["0", "1"]
        assert words_of(claim(tx, now, 2)) == ["2", "3"]


def test_channels_at_rest_are_left_out(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        write(tx, now, "to line")
        write(tx, now, "to telegram", chat="telegram:1")
        assert words_of(claim(tx, now, channels=["line"])) == ["to telegram"]
        assert claim(tx, now, channels=["line", "telegram"]) == []


def test_a_dead_senders_letter_comes_back_in_doubt_after_its_lease(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        write(tx, now, "first")
        (letter,) = claim(tx, now)
        assert not letter.in_doubt
        assert claim(tx, now + LEASE - SECOND) == []
        (again,) = claim(tx, now + LEASE)
        assert (again.id, again.in_doubt) == (letter.id, True)
        outbox.put_off(tx, again.number, now + LEASE, in_doubt=False, progress=0, why="refused connection")
        assert claim(tx, now + LEASE)[0].in_doubt, "the doubt about the dead one's attempt stays"


def test_a_letter_in_another_process_hands_stays_there_though_that_ones_clock_is_ahead(
    engine: Engine, now: datetime
) -> None:
    with engine.begin() as tx:
        write(tx, now, "first", due_at=now - LEASE)
        assert words_of(claim(tx, now)) == ["first"]
        assert claim(tx, now - 5 * SECOND) == []


def test_a_lease_from_a_moment_to_come_ends_when_the_clock_is_put_back(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        write(tx, now - timedelta(days=1), "first")
        assert words_of(claim(tx, now)) == ["first"]
        (letter,) = claim(tx, now - timedelta(hours=20))
        assert letter.in_doubt


def test_a_lease_can_be_renewed_and_given_up(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        write(tx, now, "first")
        write(tx, now, "settled", chat="line:U2")
        letter, settled = claim(tx, now)
        outbox.settle(tx, [settled.number], now, state="sent")
        outbox.renew(tx, [letter.number, settled.number], now + 3 * LEASE)
        assert claim(tx, now + 2 * LEASE) == []
        outbox.let_go(tx, [letter.number, settled.number])
        (again,) = claim(tx, now + SECOND)
        assert (again.id, again.in_doubt) == (letter.id, True)
        outbox.renew(tx, [], now)
        outbox.let_go(tx, [])


def test_a_settled_letter_forgets_what_it_said_unless_it_is_held(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        for state in ("sent", "unreachable", "refused", "expired", "held"):
            write(tx, now, state, chat=f"line:U{state}", free_reply={"token": "t"})
        for letter in claim(tx, now):
            outbox.settle(tx, [letter.number], now, state=letter.chat.removeprefix("line:U"), why="because")
        for row in tx.execute(select(rows)):
            assert (row.free_reply, row.leased_until, row.why) == (None, None, "because")
            assert bool(row.messages) == (row.state == "held")
            assert row.chat == (f"line:U{row.state}" if row.state in {"held", "refused"} else "forgotten")
        assert states(tx) == ["expired", "held", "refused", "sent", "unreachable"]
        assert outbox.count_stuck(tx) == {"held": 1, "refused": 1}


def test_a_spent_reply_becomes_a_push_with_the_same_key_and_without_doubt(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        write(tx, now, "first", free_reply={"token": "t"})
        (letter,) = claim(tx, now)
        outbox.turn_into_push(tx, letter.number, now + SECOND)
        assert claim(tx, now) == []
        (again,) = claim(tx, now + SECOND)
        assert (again.id, again.free_reply, again.in_doubt) == (letter.id, None, False)


def test_who_is_unreachable_is_known_with_the_letter(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        chats.take(tx, ["line:U1"])
        chats.mark_unreachable(tx, "line:U1")
        write(tx, now, "to who left")
        write(tx, now, "to a chat that is not written yet", chat="line:U2")
        assert [letter.reachable for letter in claim(tx, now)] == [False, True]


def test_paid_pushes_are_counted_since_a_moment(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        write(tx, now, "free", "paid", "later")
        for seconds, paid in enumerate((False, True, True)):
            (letter,) = claim(tx, now)
            outbox.settle(tx, [letter.number], now + seconds * SECOND, state="sent", paid=paid)
        assert outbox.paid_since(tx, now) == 2
        assert outbox.paid_since(tx, now + 2 * SECOND) == 1


def test_a_late_letter_rides_in_front_of_the_chats_next_one(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        write(tx, now, "late")
        (late,) = claim(tx, now)
        assert not outbox.merge_into_next(tx, late, now), "there is no next one"
        write(tx, now, "elsewhere", chat="line:U2")
        write(tx, now, "next", free_reply={"token": "t"})
        assert outbox.merge_into_next(tx, late, now)
        letters = {letter.chat: letter for letter in claim(tx, now)}
        assert words_of([letters["line:U1"]]) == ["late", "next"]
        assert letters["line:U1"].free_reply == {"token": "t"}
        assert states(tx).count("merged") == 1


def test_letters_that_do_not_fit_into_one_call_are_not_merged(engine: Engine, now: datetime) -> None:
    five = tuple(Message(str(number)) for number in range(5))
    with engine.begin() as tx:
        write(tx, now, "late")
        (late,) = claim(tx, now)
        outbox.write(tx, [Draft("line:U1", five)], now)
        assert not outbox.merge_into_next(tx, late, now)


def test_what_we_said_in_a_chat_can_be_forgotten(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        for state in ("held", "refused"):
            write(tx, now, f"forget what was {state}")
            outbox.settle(tx, [letter.number for letter in claim(tx, now)], now, state=state)
        write(tx, now, "forget me")
        write(tx, now, "keep me", chat="line:U2")
        outbox.forget(tx, "line:U1")
        assert words_of(claim(tx, now)) == ["keep me"]
        assert states(tx) == ["waiting"]


def test_two_workers_never_hold_the_same_letter(postgres_url: str, now: datetime) -> None:
    from storage.database import make_engine
    from storage.schema import metadata

    engine = make_engine(postgres_url)
    metadata.create_all(engine)
    with engine.begin() as tx:
        for number in range(6):
            write(tx, now, str(number), chat=f"line:U{number}")
    with engine.begin() as one, engine.begin() as other:
        mine, theirs = claim(one, now, 3), claim(other, now, 10)
    assert len(mine) == len(theirs) == 3
    assert not {letter.id for letter in mine} & {letter.id for letter in theirs}
    engine.dispose()


def test_an_answer_from_a_moment_to_come_is_sent_when_the_clock_is_put_back(engine: Engine, now: datetime) -> None:
    later = now + timedelta(hours=5)
    with engine.begin() as tx:
        write(tx, later, "new")
        write(tx, later, "tried", chat="line:U2")
        (tried,) = [letter for letter in claim(tx, later, limit=2) if letter.chat == "line:U2"]
        outbox.let_go(tx, [tried.number - 1, tried.number])
        outbox.put_off(tx, tried.number, later + SECOND, in_doubt=True, progress=0, why="no answer")
        write(tx, later, "a reminder", chat="line:U3", rank=REMINDER)
        assert words_of(claim(tx, now)) == ["new", "tried"]
        assert "a reminder" in words_of(claim(tx, later))


def test_an_answer_that_is_put_off_waits_however_little_the_clock_is_put_back(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        write(tx, now, "first")
        (letter,) = claim(tx, now)
        outbox.put_off(tx, letter.number, now + 300 * SECOND, in_doubt=False, progress=0, why="rate")
        assert claim(tx, now - 5 * SECOND) == []
        assert words_of(claim(tx, now + 300 * SECOND)) == ["first"]


def test_what_a_dead_process_had_in_hand_is_anybodys_at_once_and_in_doubt(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        write(tx, now, "first")
        claim(tx, now)
        assert claim(tx, now + SECOND) == []
        outbox.inherit(tx, now + SECOND)
        (letter,) = claim(tx, now + SECOND)
    assert (letter.in_doubt, letter.abandoned) == (True, True)
