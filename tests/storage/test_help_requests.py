"""What volunteers ask of staff, and that it is answered once."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Connection, Engine, update

from storage import chats, help_requests, people
from storage.schema import chats as chat_table


@pytest.fixture
def mali(engine: Engine, now: datetime) -> str:
    """A volunteer with a LINE chat, a Telegram chat and a name."""
    with engine.begin() as tx:
        person = people.join(tx, now)
        people.learn(tx, person, name="มะลิ")
        chats.take(tx, ["line:Umali", "telegram:77", "line:Ustranger"])
        mine = chat_table.c.name.in_(["line:Umali", "telegram:77"])
        tx.execute(update(chat_table).where(mine).values(person=person))
    return person


def block(tx: Connection, chat: str) -> None:
    chats.mark_unreachable(tx, chat)


def test_is_answered_once(engine: Engine, mali: str, now: datetime) -> None:
    with engine.begin() as tx:
        request = help_requests.ask(tx, "line:Umali", "นัดที่ไหน", now)
        assert help_requests.mark_answered(tx, request, now)
        assert not help_requests.mark_answered(tx, request, now)
        found = help_requests.find(tx, request)
        assert found is not None
        assert found.answered_at == now


def test_what_nobody_asked_is_not_found(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        assert help_requests.find(tx, "unheard") is None
        assert help_requests.asked_in(tx, "unheard") is None
        assert not help_requests.mark_answered(tx, "unheard", now)


def test_lists_the_longest_waiting_first_with_the_name(engine: Engine, mali: str, now: datetime) -> None:
    with engine.begin() as tx:
        later = help_requests.ask(tx, "line:Umali", "สอง", now + timedelta(minutes=1))
        first = help_requests.ask(tx, "line:Ustranger", "หนึ่ง", now)
        done = help_requests.ask(tx, "line:Umali", "ศูนย์", now - timedelta(minutes=1))
        help_requests.mark_answered(tx, done, now)
        waiting = help_requests.unanswered(tx, 10)
        assert [(each.id, each.name) for each in waiting] == [(first, None), (later, "มะลิ")]
        assert [each.id for each in help_requests.unanswered(tx, 1)] == [first]
        assert help_requests.count_unanswered(tx) == 2


def test_who_blocked_us_waits_for_nothing(engine: Engine, mali: str, now: datetime) -> None:
    with engine.begin() as tx:
        help_requests.ask(tx, "line:Ustranger", "หนึ่ง", now)
        block(tx, "line:Ustranger")
        assert help_requests.unanswered(tx, 10) == []
        assert help_requests.count_unanswered(tx) == 0


def test_is_answered_where_it_was_asked(engine: Engine, mali: str, now: datetime) -> None:
    with engine.begin() as tx:
        request = help_requests.ask(tx, "line:Umali", "นัดที่ไหน", now)
        chat = help_requests.asked_in(tx, request)
        assert chat is not None
        assert chat.name == "line:Umali"


def test_is_answered_in_another_chat_of_the_person_if_that_one_is_closed(
    engine: Engine, mali: str, now: datetime
) -> None:
    with engine.begin() as tx:
        request = help_requests.ask(tx, "line:Umali", "นัดที่ไหน", now)
        block(tx, "line:Umali")
        chat = help_requests.asked_in(tx, request)
        assert chat is not None
        assert chat.name == "telegram:77"
        block(tx, "telegram:77")
        assert help_requests.asked_in(tx, request) is None


def test_a_stranger_who_blocked_us_cannot_be_answered(engine: Engine, mali: str, now: datetime) -> None:
    with engine.begin() as tx:
        request = help_requests.ask(tx, "line:Ustranger", "นัดที่ไหน", now)
        block(tx, "line:Ustranger")
        assert help_requests.asked_in(tx, request) is None
