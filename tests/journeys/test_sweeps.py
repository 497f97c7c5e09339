"""What runs by itself: its runs can be looked into, a failure is tried again and noticed, and stops nothing else."""

from __future__ import annotations

import asyncio
import sys
from datetime import timedelta
from typing import Any

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy import update

from bot.assemble import Bot
from bot.sweeping import COUNT_ROOMS, RETENTION, RHYTHMS
from scheduler.sweeps import SWEEPS, Sweep
from storage import people, sweep_runs
from storage import staff as staff_rows
from storage.schema import chats
from storage.sweep_runs import Run
from tests.journeys.world import World, chat_of, said, until


def called(name: str) -> Sweep:
    return next(each for each in SWEEPS if each.name == name)


def run_of(here: World, name: str) -> Run | None:
    with here.engine.connect() as tx:
        return sweep_runs.find(tx, name)


def failing(times: int) -> Sweep:
    """The sweep of waves, which fails so many times."""
    left, waves = [times], called("waves").due

    def due(tx: Any, now: Any) -> Any:
        left[0] -= 1
        if left[0] >= 0:
            raise RuntimeError("nobody's words stand in the record")
        return waves(tx, now)

    return Sweep("waves", RHYTHMS["waves"], due)


async def test_every_run_is_written_down(anywhere: World) -> None:
    await anywhere.bot.sweep_all()
    await anywhere.bot.sweeping.tidy()
    await anywhere.bot.sweeping.ask(COUNT_ROOMS, anywhere.bot.platforms.count_rooms)
    await until(lambda: run_of(anywhere, "introduce") is not None)
    for name in RHYTHMS:
        found = run_of(anywhere, name)
        assert found is not None, name
        assert (found.failures, found.count) == (0, 0)
        assert found.next_at - found.began_at == timedelta(seconds=RHYTHMS[name])
    assert {each.name for each in SWEEPS} < set(RHYTHMS)
    assert RETENTION in RHYTHMS


async def test_a_sweep_that_fails_is_tried_again_in_five_seconds_and_then_at_its_rhythm(anywhere: World) -> None:
    sweep, bot = failing(2), anywhere.bot
    before = bot.sweeping.rhythm.time()
    assert await bot.sweep(sweep) == 0
    found = run_of(anywhere, "waves")
    assert found is not None
    assert (found.failures, found.error) == (1, "RuntimeError")
    assert next_of(bot, "waves") - before < timedelta(seconds=8)
    assert await bot.sweep(sweep) == 0
    assert await bot.sweep(sweep) == 0
    well = run_of(anywhere, "waves")
    assert well is not None
    assert (well.failures, well.runs) == (0, found.runs + 1)


def next_of(bot: Bot, name: str) -> Any:
    """When APScheduler runs it next."""
    job = bot.sweeping.rhythm.scheduler.get_job(name)
    assert job is not None
    return job.next_run_time


async def test_what_a_failed_sweep_did_is_undone(anywhere: World) -> None:
    def half(tx: Any, _now: Any) -> int:
        tx.execute(update(chats).values(language="en"))
        raise RuntimeError

    phone = await anywhere.phone("line")
    await anywhere.bot.sweep(Sweep("waves", 30, half))
    with anywhere.engine.connect() as tx:
        assert tx.execute(chats.select().where(chats.c.name == chat_of(phone))).one().language == "th"


async def test_one_sweep_that_fails_or_hangs_does_not_stop_the_others(
    here: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.assemble.SWEEPS", (failing(9), called("reminders"), called("news")))
    await here.bot.sweep_all()
    runs = [run_of(here, name) for name in ("waves", "reminders", "news")]
    assert [run and run.failures for run in runs] == [1, 0, 0]


async def test_admins_are_told_once_of_a_sweep_that_fails_three_times_in_a_row(anywhere: World) -> None:
    phone = await anywhere.phone("telegram")
    now = anywhere.clock.now()
    with anywhere.engine.begin() as tx:
        person = people.join(tx, now)
        staff_rows.join(tx, person, now)
        tx.execute(update(chats).where(chats.c.name == chat_of(phone)).values(person=person))
    before, sweep = len(said(phone)), failing(5)
    for _ in range(5):
        await anywhere.bot.sweep(sweep)
    await anywhere.settled()
    (told,) = said(phone)[before:]
    assert "waves" in told
    assert "handup doctor" in told


async def test_while_the_database_is_away_sweeps_fail_quietly(here: World, monkeypatch: pytest.MonkeyPatch) -> None:
    async def away(_work: object) -> None:
        raise OSError

    monkeypatch.setattr(here.bot.database, "run", away)
    await here.bot.sweep_all()
    monkeypatch.undo()
    assert await here.bot.sweep(called("reminders")) == 0
    assert here.bot.sweeping.failures["reminders"] == 0
    assert here.bot.sweeping.failures["news"] == 1


# ---------------------------------------------------------------- /metrics


async def metrics(here: World) -> tuple[str, dict[tuple[str, tuple[str, ...]], float]]:
    """What the bot tells: the text, and each number by its name and what it is about."""
    address = f"http://127.0.0.1:{here.bot.port}/metrics"
    async with aiohttp.ClientSession() as session, session.get(address) as answer:
        assert answer.status == 200
        assert answer.headers["Content-Type"].startswith("text/plain; version=")
        text = await answer.text()
    families = list(text_string_to_metric_families(text))
    return text, {(s.name, tuple(s.labels.values())): s.value for each in families for s in each.samples}


async def test_the_figures_are_those_of_the_database(anywhere: World) -> None:
    phone = await anywhere.phone("line")
    await anywhere.bot.sweep_all()
    await anywhere.bot.sweep(failing(1))
    await until(lambda: run_of(anywhere, "introduce") is not None)
    anywhere.clock.move(timedelta(seconds=5))
    text, found = await metrics(anywhere)
    assert found["handup_sweep_failures_in_a_row", ("waves",)] == 1
    assert found["handup_sweep_runs_total", ("reminders",)] >= 1
    assert found["handup_sweep_next_run_seconds", ("reminders",)] == pytest.approx(15, abs=4)
    assert found["handup_inbox_waiting", ()] == 0
    assert found["handup_outbox_waiting", ("reply",)] == found["handup_outbox_oldest_seconds", ("bulk",)] == 0
    assert found["handup_sends_total", ("line", "sent")] == 1
    assert found["handup_pushes_left", ("line",)] == anywhere.simulator.settings.line_quota
    assert found["process_resident_memory_bytes", ()] > 0
    assert phone.address not in text
    assert "มะลิ" not in text


async def test_what_waits_is_counted_with_its_age(here: World) -> None:
    phone = await here.phone("line")
    here.simulator.settings.line_quota = 1
    await here.bot.workers.stop()
    await phone.say("hello")
    here.clock.move(timedelta(minutes=10))
    _, found = await metrics(here)
    assert found["handup_inbox_waiting", ()] == 1
    assert 590 < found["handup_inbox_oldest_seconds", ()] < 700


async def test_the_library_for_metrics_is_not_loaded_before_somebody_asks() -> None:
    words = "import sys, bot.assemble, bot.web; print('prometheus_client' in sys.modules)"
    python = await asyncio.create_subprocess_exec(sys.executable, "-c", words, stdout=asyncio.subprocess.PIPE)
    out, _ = await python.communicate()
    assert out.strip() == b"False"
