"""Pictures that conversations wait for: claimed by one, told once, forgotten with the chat."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Engine, select

from domain.events import PICTURE_KEPT
from storage import fetches, inbox, people
from storage.schema import fetches as table

MINUTE = timedelta(minutes=1)
CHAT = "line:Unok"


def test_a_picture_is_claimed_by_one_and_comes_back_when_its_lease_is_over(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        fetches.ask(tx, CHAT, "4711", {"token": "t"}, now)
        [wanted] = fetches.claim(tx, now, MINUTE, 10)
        assert (wanted.chat, wanted.content, wanted.free_reply, wanted.attempts) == (CHAT, "4711", {"token": "t"}, 0)
        assert fetches.claim(tx, now, MINUTE, 10) == []
        [again] = fetches.claim(tx, now + MINUTE, MINUTE, 10)
        assert again.attempts == 1
        fetches.put_off(tx, again, now + 2 * MINUTE)
        assert fetches.claim(tx, now + MINUTE, MINUTE, 10) == []


def test_its_chat_hears_of_it_once_and_can_answer_for_free(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        fetches.ask(tx, CHAT, "4711", {"token": "t"}, now)
        [wanted] = fetches.claim(tx, now, MINUTE, 10)
        fetches.settle(tx, wanted, now, picture="ab")
        fetches.settle(tx, wanted, now, picture="cd")
        [event] = inbox.waiting(tx, [CHAT])
        assert (event.kind, event.facts, event.free_reply) == (PICTURE_KEPT, {"picture": "ab"}, {"token": "t"})
        assert fetches.claim(tx, now + MINUTE, MINUTE, 10) == []


def test_a_forgotten_chat_wants_no_picture(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        fetches.ask(tx, CHAT, "4711", None, now)
        fetches.ask(tx, "line:Uother", "4712", None, now)
        people.forget_chat(tx, CHAT, now)
        assert list(tx.execute(select(table.c.chat)).scalars()) == ["line:Uother"]
