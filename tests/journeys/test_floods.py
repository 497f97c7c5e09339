"""Somebody writes without end: all of it is answered, together where it must be, for free, and nobody else waits."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Connection, Engine, event, select

from domain import flood
from domain.events import CONTENT_RECEIVED, MESSAGE_RECEIVED, Arrival
from domain.messages import MOST_TOGETHER, from_json
from flows.engine import Turn
from handlers import HANDLERS, flooding, turns
from storage import chats, inbox
from storage.schema import inbox as inbox_table
from storage.schema import outbox
from tests.journeys.world import World, said, ways
from tests.phone import Desk
from texts import all_texts

FLOOD, OTHERS = "line:Ua", [f"line:Ub{number}" for number in range(10)]
NOTICE = all_texts().say("th", "engine.answered_together")


@pytest.fixture(autouse=True)
def _echo(echo: None) -> None:
    """Every text is answered with itself."""


def keep(desk: Desk, chat: str, count: int, kind: str = MESSAGE_RECEIVED) -> None:
    """So many things at this moment."""
    until = (desk.now + timedelta(seconds=50)).isoformat()
    arrivals = []
    for place in range(count):
        key = str(next(desk.keys))
        facts = {"text": f"{place}"} if kind == MESSAGE_RECEIVED else {"content": "image"}
        arrivals.append(Arrival(key, chat, kind, desk.now, place, facts, {"token": key, "until": until}))
    with desk.engine.begin() as tx:
        inbox.keep(tx, arrivals, desk.now)


def take(desk: Desk) -> Counter[str]:
    """One look at what waits; how many events of each chat were answered."""
    with desk.engine.begin() as tx:
        done = turns.take_turns(tx, desk.network, desk.now, 64)
    assert all(each.outcome == "answered" for each in done)
    with desk.engine.begin() as tx:
        rows = tx.execute(select(inbox_table.c.id, inbox_table.c.chat)).all()
    chat_of = {row.id: row.chat for row in rows}
    return Counter(chat_of[each.event] for each in done)


def letters(desk: Desk, chat: str) -> list[tuple[list[str], str | None, bool]]:
    """What was said in a chat: words, free reply, whether worth a push."""
    with desk.engine.begin() as tx:
        rows = tx.execute(select(outbox).where(outbox.c.chat == chat).order_by(outbox.c.number)).all()
    return [
        ([from_json(each).body for each in row.messages], (row.free_reply or {}).get("token"), row.worth_push)
        for row in rows
    ]


def test_others_are_answered_at_once_and_the_flood_a_share_at_a_time(engine: Engine, now: datetime) -> None:
    desk = Desk(engine, now)
    keep(desk, FLOOD, 500)
    for chat in OTHERS:
        keep(desk, chat, 5)
    first = take(desk)
    assert {chat: first[chat] for chat in OTHERS} == dict.fromkeys(OTHERS, 5)
    assert first[FLOOD] == flood.AT_ONCE
    for chat in OTHERS:
        keep(desk, chat, 1)
    assert take(desk) == dict.fromkeys(OTHERS, 1)
    desk.now += flood.PAUSE
    keep(desk, OTHERS[0], 1)
    assert take(desk) == {FLOOD: flood.MOST, OTHERS[0]: 1}


def test_all_of_it_is_answered_in_order_the_rest_together_and_for_free(engine: Engine, now: datetime) -> None:
    desk = Desk(engine, now)
    keep(desk, FLOOD, 200)
    rounds = []
    while sum(rounds) < 200:
        rounds.append(take(desk)[FLOOD])
        desk.now += flood.PAUSE
    assert rounds == [40, 50, 50, 50, 10]
    singly, together = letters(desk, FLOOD)[:40], letters(desk, FLOOD)[40:]
    assert [words for words, _, _ in singly] == [[str(place)] for place in range(40)]
    assert [words for words, _, _ in together] == [
        [NOTICE, "86", "87", "88", "89"],
        ["135", "136", "137", "138", "139"],
        ["185", "186", "187", "188", "189"],
        ["195", "196", "197", "198", "199"],
    ]
    assert all(len(words) <= MOST_TOGETHER for words, _, _ in together)
    assert [(token, worth_push) for _, token, worth_push in together] == [
        (str(number), False) for number in (90, 140, 190, 200)
    ]
    with engine.begin() as tx:
        assert set(tx.execute(select(inbox_table.c.state)).scalars()) == {"done"}
    keep(desk, FLOOD, 1)
    assert take(desk)[FLOOD] == 1
    assert letters(desk, FLOOD)[-1][2]


def test_the_person_is_told_once_however_long_it_goes_on(engine: Engine, now: datetime) -> None:
    desk = Desk(engine, now)
    for _ in range(30):
        keep(desk, FLOOD, 60)
        take(desk)
        desk.now += flood.PAUSE
    assert sum(NOTICE in words for words, _, _ in letters(desk, FLOOD)) == 1


@pytest.mark.parametrize(("kind", "count", "again"), [(MESSAGE_RECEIVED, 5, 3), (CONTENT_RECEIVED, 10, 2)])
def test_people_are_not_slowed(engine: Engine, now: datetime, kind: str, count: int, again: int) -> None:
    desk = Desk(engine, now)
    for _ in range(again):
        keep(desk, FLOOD, count, kind)
        assert take(desk)[FLOOD] == count
        desk.now += timedelta(seconds=3)
    assert all(NOTICE not in words for words, _, _ in letters(desk, FLOOD))


def test_what_waited_while_we_were_away_is_no_flood(engine: Engine, now: datetime) -> None:
    desk = Desk(engine, now)
    for _ in range(300):
        keep(desk, FLOOD, 1)
        desk.now += timedelta(seconds=2)
    taken = [take(desk)[FLOOD] for _ in range(6)]
    assert taken == [50] * 6
    assert len(letters(desk, FLOOD)) == 300


def test_who_writes_at_a_humans_pace_costs_no_statement_more(
    engine: Engine, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    counts = []
    for without in (True, False):
        desk = Desk(engine, now)
        desk.keys = iter(range(1000 * without, 10_000))  # type: ignore[assignment]
        keep(desk, f"line:U{without}", 5)
        if without:
            monkeypatch.setattr(flooding, "share_of", lambda _chat, waiting, _now: flooding.Share(waiting))
        asked.clear()
        with desk.engine.begin() as tx:
            turns.take_turns(tx, desk.network, desk.now, 64)
        counts.append(len(asked))
        monkeypatch.undo()
        monkeypatch.setitem(HANDLERS, MESSAGE_RECEIVED, lambda turn: turn.say(turn.event.facts["text"]))
    assert counts[0] == counts[1]


def test_a_failure_in_the_middle_of_a_flood_is_tried_again_and_nothing_is_lost(
    engine: Engine, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    failures = Counter[str]()

    def stumble(turn: Turn) -> None:
        text = turn.event.facts["text"]
        if text == "60" and failures[text] < 2:
            failures[text] += 1
            raise RuntimeError("not yet")
        turn.say(text)

    desk = Desk(engine, now)
    monkeypatch.setitem(HANDLERS, MESSAGE_RECEIVED, stumble)
    keep(desk, FLOOD, 100)
    for _ in range(12):
        with desk.engine.begin() as tx:
            turns.take_turns(tx, desk.network, desk.now, 64)
        desk.now += flood.PAUSE
    with engine.begin() as tx:
        assert set(tx.execute(select(inbox_table.c.state)).scalars()) == {"done"}
        assert chat_in(tx).held_until is None
    assert letters(desk, FLOOD)[-1][0][-1] == "99"


def chat_in(tx: Connection) -> chats.Chat:
    return chats.take(tx, [FLOOD])[FLOOD]


async def test_over_http_a_flood_is_free_and_others_hear_from_us_meanwhile(here: World) -> None:
    calm = await here.phone("line", "นก")
    hasty = await here.phone("line", "มะลิ")
    for number in range(120):
        await hasty.say(f"{number}")
    await calm.say("ยังอยู่ไหม")
    await calm.next()
    assert said(calm)[-1] == "ยังอยู่ไหม"
    assert here.states()["waiting"] > 0
    await here.settled(40)
    assert set(here.states()) == {"done"}
    assert said(hasty)[-1] == "119"
    assert said(hasty).count(NOTICE) == 1
    assert set(ways(hasty)) == {"reply"}
    assert here.simulator.counters.pushes == 0
