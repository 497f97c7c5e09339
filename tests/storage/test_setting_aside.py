"""What failed too often or was held: listed without its words, tried anew in its order, or dropped."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, select, update

from bot import logs
from bot.__main__ import main
from domain.events import MESSAGE_RECEIVED, Arrival
from domain.messages import Message
from storage import chats, inbox, outbox, setting_aside
from storage.database import make_engine
from storage.migrations import migrate
from storage.outbox import Draft
from storage.schema import chats as chats_table
from storage.schema import inbox as inbox_table
from storage.schema import outbox as outbox_table
from tests.journeys.process import surroundings

WORDS = "ความลับของกานดา"
CHAT = "line:Ukanda"
HOUR = timedelta(hours=1)


def fill(engine: Engine, now: datetime) -> None:
    """Two events that failed, a letter held, one refused, one of a broadcast held, and one that waits."""
    with engine.begin() as tx:
        chats.save(tx, list(chats.take(tx, [CHAT]).values()))
        told = [
            Arrival(str(number), CHAT, MESSAGE_RECEIVED, now + number * HOUR, facts={"text": WORDS})
            for number in (2, 1)
        ]
        inbox.keep(tx, told, now)
        for event in inbox.waiting(tx, [CHAT]):
            inbox.mark_failed(tx, event, "ValueError", set_aside=True)
        tx.execute(update(inbox_table).values(attempts=4))
        tx.execute(update(chats_table).values(held_until=now + HOUR))
        numbers = outbox.post(tx, [Draft(CHAT, (Message(WORDS),))] * 4, now)
        tx.execute(update(outbox_table).values(first_tried_at=now - 30 * HOUR, attempts=9))
        outbox.settle(tx, [numbers[0]], now, state="held", why="the month's pushes are used up")
        outbox.settle(tx, [numbers[1]], now, state="refused", why="400")
        tx.execute(update(outbox_table).where(outbox_table.c.number == numbers[2]).values(broadcast="b", state="held"))


def test_the_list_has_no_broadcasts_letters_and_nothing_that_goes_its_way(engine: Engine, now: datetime) -> None:
    fill(engine, now)
    with engine.begin() as tx:
        found = setting_aside.listed(tx)
        assert [(each.kind, each.why, each.can_be_retried) for each in found] == [
            ("message_received", "ValueError", True),
            ("message_received", "ValueError", True),
            ("held", "the month's pushes are used up", True),
            ("refused", "400", False),
        ]
        assert WORDS not in str(found)
        assert setting_aside.counts(tx) == (2, {"held": 2, "refused": 1})


def test_retried_it_is_as_if_for_the_first_time_and_in_order(engine: Engine, now: datetime) -> None:
    fill(engine, now)
    with engine.begin() as tx:
        again = [each for each in setting_aside.listed(tx) if each.can_be_retried]
        assert setting_aside.retry(tx, again[:1], now) == 1
        assert setting_aside.retry(tx, again, now) == 2
        assert inbox.chats_waiting(tx, now, 10) == [CHAT], "the chat is not held any more"
        events = inbox.waiting(tx, [CHAT])
        assert [(event.happened_at - now, event.attempts) for event in events] == [(HOUR, 0), (2 * HOUR, 0)]
        (letter, *_) = outbox.claim(tx, now, HOUR, 10)
        assert (letter.attempts, letter.first_tried_at, letter.messages[0]["body"]) == (0, None, WORDS)
        assert [each.kind for each in setting_aside.listed(tx)] == ["refused"]


def test_dropped_it_is_closed_and_its_words_are_forgotten(engine: Engine, now: datetime) -> None:
    fill(engine, now)
    with engine.begin() as tx:
        assert setting_aside.drop(tx, setting_aside.listed(tx), now) == 4
        assert setting_aside.listed(tx) == []
        assert set(tx.execute(select(inbox_table.c.state)).scalars()) == {"done"}
        assert WORDS not in str(tx.execute(select(inbox_table)).all())
        kept = tx.execute(select(outbox_table.c.state, outbox_table.c.messages)).all()
        assert sorted((row.state, bool(row.messages)) for row in kept) == [
            ("expired", False),
            ("expired", False),
            ("held", True),
            ("waiting", True),
        ]


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], sqlite_url: str, now: datetime
) -> Callable[..., tuple[int, str]]:
    """Runs the command on a network in which something was set aside."""
    for name, value in surroundings(DATABASE_URL=sqlite_url).items():
        monkeypatch.setenv(name, value)
    engine = make_engine(sqlite_url)
    migrate(engine)
    fill(engine, now)
    engine.dispose()

    def command(*words: str) -> tuple[int, str]:
        capsys.readouterr()
        code = main(["setaside", *words])
        told = capsys.readouterr()
        return code, told.out + told.err

    return command


def test_the_command_shows_ids_and_never_a_word_or_a_name(run: Any) -> None:
    code, told = run("list")
    assert code == 0
    assert [line.split()[0] for line in told.splitlines()] == ["e1", "e2", "l1", "l2", "4"]
    assert WORDS not in told
    assert "Ukanda" not in told
    assert told.count(logs.mask(CHAT)) == 4


def test_the_command_wants_ids_and_does_all_or_nothing(run: Any) -> None:
    assert run("retry") == (2, "handup: name ids, or say --all. See: handup setaside list\n")
    assert run("retry", "e1", "--all")[0] == 2
    with pytest.raises(SystemExit):
        run("drop")
    for words in (("retry", "e1", "l2"), ("retry", "l3"), ("drop", "e1", "e99"), ("drop", "l4"), ("drop", "x")):
        code, told = run(*words)
        assert (code, told.startswith("handup: nothing was changed, for this cannot be done to ")) == (1, True)
    assert run("list")[1].endswith("4 set aside.\n")
    assert run("drop", "l2", "e2") == (0, "2 dropped.\n")
    assert run("retry", "--all") == (0, "2 will be tried anew by handup serve.\n")
    assert run("list") == (0, "Nothing is set aside.\n")
