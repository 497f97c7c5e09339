"""What waits, by whose work it is; and what a process that died leaves to the others."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Engine, insert, select, update

from domain.broadcasts import Audience, Contents, Way
from domain.events import MESSAGE_RECEIVED, Arrival
from domain.messages import Message
from storage import broadcasts, fetches, inbox, outbox, processes, waiting
from storage.database import make_engine
from storage.outbox import Draft
from storage.processes import Place
from storage.schema import broadcasts as broadcast_table
from storage.schema import chats
from storage.schema import outbox as letters
from tests.journeys.world import until
from tests.storage import some
from tests.storage.some import NOW

LEASE = timedelta(seconds=12)
SECOND = timedelta(seconds=1)
US, THEM = 11, 22


def written(engine: Engine, chat: str = "line:U1", after: timedelta = timedelta()) -> None:
    with engine.begin() as tx:
        outbox.write(tx, [Draft(chat, (Message("hello"),), due_at=NOW + after)], NOW)


def found(engine: Engine, after: timedelta = timedelta(), us: int | None = US) -> set[str]:
    with engine.connect() as tx:
        return set(waiting.look(tx, NOW + after, us))


def test_nothing_waits_in_an_empty_database(engine: Engine) -> None:
    assert found(engine) == set()


def test_an_event_waits_until_it_is_done_and_not_while_its_chat_is_held(engine: Engine) -> None:
    with engine.begin() as tx:
        inbox.keep(tx, [Arrival("1", "line:U1", MESSAGE_RECEIVED, NOW, facts={"text": "menu"})], NOW)
    assert found(engine) == {"inbox"}
    with engine.begin() as tx:
        chat = {"name": "line:U1", "language": "th", "language_chosen": False, "reachable": True, "talk": {}}
        tx.execute(insert(chats).values(**chat, held_until=NOW + SECOND))
    assert found(engine) == set()
    assert found(engine, SECOND) == {"inbox"}
    with engine.begin() as tx:
        inbox.mark_done(tx, [1])
    assert found(engine, SECOND) == set()


def test_a_letter_waits_from_its_moment_on_and_not_while_somebody_has_it_in_hand(engine: Engine) -> None:
    written(engine, after=SECOND)
    assert found(engine) == set()
    assert found(engine, SECOND) == {"outbox"}
    with engine.begin() as tx:
        assert len(outbox.claim(tx, NOW + SECOND, LEASE, 5, by=US)) == 1
    assert found(engine, SECOND) == set()
    assert found(engine, SECOND, us=THEM) == {"elsewhere"}
    assert found(engine, SECOND + LEASE) == {"outbox"}


def test_a_broadcast_waits_from_its_moment_until_it_is_done(engine: Engine) -> None:
    with engine.begin() as tx:
        made = broadcasts.draft(tx, Audience("everyone"), Contents("text", {"th": "สวัสดี"}), None, some.staff(tx), NOW)
        assert broadcasts.plan(tx, made, Way.ALL, NOW + SECOND, paid=0)
    assert found(engine) == set()
    assert found(engine, SECOND) == {"broadcasts"}
    for state, waits in (("running", {"broadcasts"}), ("done", set())):
        with engine.begin() as tx:
            tx.execute(update(broadcast_table).values(state=state))
        assert found(engine, SECOND) == waits


def test_a_picture_waits_until_somebody_fetches_it(engine: Engine) -> None:
    with engine.begin() as tx:
        fetches.ask(tx, "line:U1", "4711", None, NOW)
    assert found(engine) == {"fetches"}
    with engine.begin() as tx:
        fetches.claim(tx, NOW, LEASE, 4, by=US)
    assert found(engine) == set()


# ---------------------------------------------------------------- the dead


def lease(engine: Engine, by: int | None) -> None:
    with engine.begin() as tx:
        assert outbox.claim(tx, NOW, LEASE, 5, by=by)


async def test_who_lives_is_not_missed_and_who_is_gone_is(postgres_engine_url: str) -> None:
    engine = make_engine(postgres_engine_url)
    place = await Place.take(engine, None)
    written(engine)
    lease(engine, place.number)
    with engine.connect() as one, engine.connect() as other:
        assert processes.absent(one, US) == []
        one.rollback()
        await place.leave()
        await until(lambda: processes.absent(one, US) == [place.number])
        assert processes.absent(other, US) == [place.number], "two that look do not take each other for the living"
    engine.dispose()


async def test_a_number_is_one_process_s_alone_and_the_first_is_followed_by_another(postgres_engine_url: str) -> None:
    engine = make_engine(postgres_engine_url)
    first, second = await Place.take(engine, 7), await Place.take(engine, 7)
    assert first.number == 7
    assert second.number != 7
    assert (first.is_first, second.is_first) == (True, False)
    await first.leave()
    while not second.is_first:
        await second.check()
    again = await Place.take(engine, 7)
    assert again.number == 7
    await second.leave()
    await again.leave()
    engine.dispose()


async def test_calls_are_heard_by_all_others(postgres_engine_url: str) -> None:
    engine = make_engine(postgres_engine_url)
    caller, other = await Place.take(engine, None), await Place.take(engine, None)
    with engine.begin() as tx:
        processes.call(tx, ["inbox", "outbox"], caller.number)
    with engine.begin() as tx:
        processes.call(tx, ["fetches"])
    assert [work async for work in other.calls(0.3)] == ["inbox", "outbox", "fetches"]
    assert [work async for work in caller.calls(0.3)] == ["fetches"]
    await caller.leave()
    await other.leave()
    engine.dispose()


def test_what_the_dead_had_in_hand_is_anybodys_at_once_and_in_doubt(engine: Engine) -> None:
    for chat, by in (("line:U1", THEM), ("line:U2", US), ("line:U3", None)):
        written(engine, chat)
        lease(engine, by)
    with engine.begin() as tx:
        fetches.ask(tx, "line:U1", "4711", None, NOW)
        fetches.claim(tx, NOW, LEASE, 4, by=THEM)
        assert processes.take_over(tx, [THEM], NOW) == 1
        (found_again,) = outbox.claim(tx, NOW, LEASE, 5, by=US)
        assert (found_again.chat, found_again.in_doubt, found_again.abandoned) == ("line:U1", True, True)
        assert len(fetches.claim(tx, NOW, LEASE, 4, by=US)) == 1
        assert processes.take_over(tx, [THEM], NOW) == 0, "it is ours now"


def test_whose_number_changes_keeps_what_they_have_in_hand_under_the_new_one(engine: Engine) -> None:
    written(engine)
    lease(engine, THEM)
    with engine.begin() as tx:
        outbox.renew(tx, [1], NOW + LEASE, by=US)
        assert tx.execute(select(letters.c.leased_by)).scalar_one() == US
