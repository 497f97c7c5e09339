"""Whatever comes as a webhook: no error, nothing set aside, nothing kept that is unsigned, every state one we know."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as some
from sqlalchemy import select, update

from bot import logs
from flows import FLOWS
from flows.engine.talk import talk_of
from storage.schema import chats
from tests.agreements import everything
from tests.conversations import seeds
from tests.fuzz import bodies
from tests.journeys.world import World, world

TIMES = int(os.environ.get("HANDUP_FUZZ", "1"))
"""So many times as much as otherwise; then by chance, and not the same every time."""
WRONG = {"turns_failed", "event_failed", "event_set_aside", "delivery_failed", "sweep_failed", "library_warning"}

PEOPLE: tuple[tuple[Any, str], ...] = (
    ("line", "line:Umali"),
    ("line", ""),
    ("telegram", everything.ADMIN),
    ("telegram", ""),
)
"""On which platform, and whose record it is."""


@dataclass
class Fuzzing:
    """A world in which there is one of everything, and what went wrong in it."""

    here: World
    loop: asyncio.AbstractEventLoop
    users: dict[str, list[Any]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def do(self, work: Any) -> Any:
        """Do something in the world, from a thread beside it."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(60)

    def now(self) -> int:
        """A second later than before: nobody is in a hurry here."""
        self.here.clock.move(timedelta(seconds=1))
        return int(self.here.clock.now().timestamp() * 1000)

    async def check(self) -> None:
        """Wait until all is answered, and look at what is left."""
        await self.here.settled(30)
        states = self.here.states()
        assert set(states) <= {"done"}, states
        assert not self.wrong, self.wrong
        with self.here.engine.begin() as tx:
            for row in tx.execute(select(chats.c.talk, chats.c.language)):
                assert row.language in {"th", "en"}
                for each in (talk_of(row.talk).now, *talk_of(row.talk).parked):
                    assert each is None or each.flow in FLOWS.by_name
                    assert each is None or not each.step or each.step in FLOWS[each.flow].by_name


@pytest.fixture
async def fuzzing(database_url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Fuzzing]:
    """It, on either database: a volunteer and a newcomer on each platform, and staff."""
    async with world(database_url) as here:
        found = Fuzzing(here, asyncio.get_running_loop())
        with here.engine.begin() as tx:
            everything.seed(tx, here.clock.now())
        for channel, known in PEOPLE:
            phone = await here.phone(channel)
            found.users.setdefault(channel, []).append(phone.address)
            if known:
                with here.engine.begin() as tx:
                    person = seeds.person_in(tx, known)
                    here_now = chats.c.name == f"{channel}:{phone.address}"
                    tx.execute(update(chats).where(here_now).values(person=person, talk={}))
        watch(monkeypatch, found.wrong)
        yield found


def watch(monkeypatch: pytest.MonkeyPatch, wrong: list[str]) -> None:
    """Write down every warning that means that something went wrong, and every exception that is logged."""
    warn = logs.warn

    def told(action: str, **facts: Any) -> None:
        warn(action, **facts)
        if action in WRONG:
            wrong.append(f"{action} {facts}")

    class Errors(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.levelno >= logging.ERROR:
                wrong.append(f"{record.name}: {record.getMessage()}")

    monkeypatch.setattr(logs, "warn", told)
    monkeypatch.setattr(logging.getLogger(), "handlers", [*logging.getLogger().handlers, Errors()])


async def run(fuzzing: Fuzzing, strategy: some.SearchStrategy[Any], try_one: Callable[[Any], None], times: int) -> None:
    """Try it with many examples, then look whether all is well."""
    chances = settings(
        max_examples=times * TIMES,
        deadline=None,
        database=None,
        derandomize=TIMES == 1,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )

    @chances
    @given(strategy)
    def examine(example: Any) -> None:
        try_one(example)
        fuzzing.do(fuzzing.check())

    await asyncio.to_thread(examine)


def fewer(database_url: str, times: int) -> int:
    return times if database_url.startswith("sqlite") else times // 4


# ---------------------------------------------------------------- people


@some.composite
def acts(draw: some.DrawFn) -> list[tuple[str, int, str, str]]:
    """What people do: on which platform, who of them, how, and with which words."""
    kind = some.sampled_from((("line", bodies.LINE_KINDS), ("telegram", bodies.TELEGRAM_KINDS)))
    found = []
    for _ in range(draw(some.integers(1, 8))):
        channel, kinds = draw(kind)
        how = draw(some.sampled_from(("text", "text", "tap", "tap", *kinds)))
        said = draw(bodies.TAPS if how in {"tap", "picked"} else bodies.TEXTS)
        found.append((channel, draw(some.integers(0, 1)), how, said))
    return found


def body_of(fuzzing: Fuzzing, act: tuple[str, int, str, str]) -> Any:
    """One event or update."""
    channel, who, how, said = act
    build: Any = bodies.line_event if channel == "line" else bodies.telegram_update
    return build(fuzzing.users[channel][who], fuzzing.now(), how, said)


async def post(fuzzing: Fuzzing, channel: str, body: bytes, *, signed: bool = True) -> Any:
    """What a webhook gets."""
    if channel == "telegram":
        return await fuzzing.here.simulator.telegram.updates.post(body, None if signed else "guessed")
    return (await fuzzing.here.simulator.line.webhook.post(body, None if signed else "x" * 44)).outcome


def whole(channel: str, body: Any) -> Any:
    """A webhook's body around an event."""
    return {"destination": "U" + "0" * 32, "events": [body]} if channel == "line" else body


async def test_whatever_people_do_is_answered(fuzzing: Fuzzing, database_url: str) -> None:
    fuzzing.here.bot.channels["line"].our_address = None  # type: ignore[attr-defined]

    def try_one(wanted: list[tuple[str, int, str, str]]) -> None:
        for act in wanted:
            body = bodies.written(whole(act[0], body_of(fuzzing, act)))
            assert fuzzing.do(post(fuzzing, act[0], body)) == 200, act

    for said in (*bodies.ODD_TEXTS, *bodies.LINES, *bodies.NAMED):
        for channel in ("line", "telegram"):
            odd = [(channel, who, how, said) for who in (0, 1) for how in ("text", "tap")]
            await asyncio.to_thread(try_one, odd)
    await fuzzing.check()
    await run(fuzzing, acts(), try_one, fewer(database_url, 24))


# ---------------------------------------------------------------- bodies


async def test_whatever_stands_in_a_signed_body_is_kept_or_refused(fuzzing: Fuzzing, database_url: str) -> None:
    fuzzing.here.bot.channels["line"].our_address = None  # type: ignore[attr-defined]

    def try_one(wanted: tuple[list[tuple[str, int, str, str]], some.DataObject]) -> None:
        for act in wanted[0]:
            body = wanted[1].draw(bodies.changed(whole(act[0], body_of(fuzzing, act))))
            assert fuzzing.do(post(fuzzing, act[0], bodies.written(body))) in {200, 400}, body

    await run(fuzzing, some.tuples(acts(), some.data()), try_one, fewer(database_url, 40))


async def test_any_bytes_at_all_are_refused_or_say_nothing(fuzzing: Fuzzing, database_url: str) -> None:
    def try_one(body: bytes) -> None:
        for channel in ("line", "telegram"):
            assert fuzzing.do(post(fuzzing, channel, body)) in {200, 400}, body

    broken = some.binary(max_size=200) | bodies.JSON.map(bodies.written) | some.text(max_size=40).map(str.encode)
    await run(fuzzing, broken, try_one, fewer(database_url, 40))


async def test_nothing_is_written_of_what_is_unsigned(fuzzing: Fuzzing, database_url: str) -> None:
    await fuzzing.here.settled()
    before = everything.contents(fuzzing.here.engine), fuzzing.here.states()

    def try_one(wanted: list[tuple[str, int, str, str]]) -> None:
        for act in wanted:
            body = bodies.written(whole(act[0], body_of(fuzzing, act)))
            assert fuzzing.do(post(fuzzing, act[0], body, signed=False)) == 401

    await run(fuzzing, acts(), try_one, fewer(database_url, 20))
    assert (everything.contents(fuzzing.here.engine), fuzzing.here.states()) == before
