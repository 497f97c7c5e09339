"""Chats: whose turn it is, is the database's lock; what a turn made of its chat is written down."""

from __future__ import annotations

import threading
from datetime import datetime

from sqlalchemy import Engine, select

from storage import chats, people
from storage.chats import Chat
from storage.database import make_engine
from storage.schema import chats as rows
from storage.schema import metadata

NAMES = ["line:U1", "telegram:2"]


def test_a_chat_that_nobody_knows_is_written_and_taken(engine: Engine) -> None:
    with engine.begin() as tx:
        assert chats.take(tx, NAMES) == {name: Chat(name) for name in NAMES}
        assert chats.take(tx, NAMES) == {name: Chat(name) for name in NAMES}
        assert chats.take(tx, []) == {}


def test_what_a_turn_changed_is_written_down(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        person = people.join(tx, now)
        taken = chats.take(tx, NAMES)
        changed = Chat("line:U1", person, "en", language_chosen=True, reachable=False, talk={"now": {"flow": "menu"}})
        changed.held_until = changed.heard_at = now
        chats.save(tx, [changed, taken["telegram:2"]])
        chats.save(tx, [])
    with engine.begin() as tx:
        assert chats.take(tx, NAMES) == {"line:U1": changed, "telegram:2": Chat("telegram:2")}


def test_a_chat_knows_its_channel_and_its_address_there() -> None:
    assert (Chat("line:U1").channel, Chat("telegram:47:11").address) == ("line", "47:11")


def test_we_reach_a_person_for_free_first_and_never_where_they_left(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        person = people.join(tx, now)
        taken = chats.take(tx, ["line:U1", "telegram:2", "telegram:3", "line:U4"])
        for chat in taken.values():
            chat.person = person if chat.name != "line:U4" else None
        chats.save(tx, list(taken.values()))
        chats.mark_unreachable(tx, "telegram:2")
        assert [chat.name for chat in chats.of_person(tx, person)] == ["telegram:3", "line:U1"]
        assert chats.of_person(tx, "nobody") == []


def test_a_forgotten_chat_begins_anew(engine: Engine) -> None:
    with engine.begin() as tx:
        chat = chats.take(tx, ["line:U1"])["line:U1"]
        chat.language = "en"
        chats.save(tx, [chat])
        chats.forget(tx, "line:U1")
        assert chats.take(tx, ["line:U1"])["line:U1"] == Chat("line:U1")


def test_a_chat_whose_turn_another_worker_has_is_left_out(postgres_url: str) -> None:
    engine = make_engine(postgres_url)
    metadata.create_all(engine)
    with engine.begin() as tx:
        chats.take(tx, NAMES)
    with engine.begin() as one, engine.begin() as other:
        assert set(chats.take(one, ["line:U1"])) == {"line:U1"}
        assert set(chats.take(other, NAMES)) == {"telegram:2"}
    with engine.begin() as tx:
        assert set(chats.take(tx, NAMES)) == set(NAMES)
    engine.dispose()


def test_of_two_workers_that_write_a_new_chat_one_waits_for_the_other(postgres_url: str) -> None:
    engine = make_engine(postgres_url)
    metadata.create_all(engine)
    found: list[set[str]] = []

    def take_too() -> None:
        with engine.begin() as other:
            found.append(set(chats.take(other, ["line:U1"])))

    with engine.begin() as tx:
        assert set(chats.take(tx, ["line:U1"])) == {"line:U1"}
        thread = threading.Thread(target=take_too)
        thread.start()
        thread.join(0.3)
        assert not found
    thread.join(5)
    assert found == [{"line:U1"}]
    engine.dispose()


def test_many_chats_are_written_down_each_as_it_is(engine: Engine) -> None:
    names = [f"line:U{number}" for number in range(100)]
    with engine.begin() as tx:
        taken = chats.take(tx, names)
        for number, name in enumerate(names):
            taken[name].talk = {"number": number}
        chats.save(tx, list(taken.values()))
        assert chats.take(tx, names) == {name: Chat(name, talk={"number": place}) for place, name in enumerate(names)}


def test_what_a_turn_removed_stays_removed(engine: Engine) -> None:
    with engine.begin() as tx:
        taken = chats.take(tx, NAMES)
        chats.forget(tx, "line:U1")
        chats.save(tx, list(taken.values()))
        assert tx.execute(select(rows.c.name)).scalars().all() == ["telegram:2"]
