"""The rhythm of what runs by itself: nothing is skipped, nothing goes in step, and a clock put back stops nothing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import Clock
from scheduler.clock import Rhythm


@pytest.fixture
async def rhythm() -> AsyncIterator[Rhythm]:
    found = Rhythm(Clock().machine)
    found.start()
    yield found
    found.stop()


async def nothing() -> int:
    return 0


def next_run(rhythm: Rhythm, name: str = "job") -> datetime:
    job = rhythm.scheduler.get_job(name)
    assert job is not None
    moment: datetime = job.next_run_time
    return moment


async def test_a_run_that_was_missed_however_long_ago_is_made_up_for_by_one(rhythm: Rhythm) -> None:
    runs: list[int] = []
    done = asyncio.Event()

    async def job() -> None:
        runs.append(1)
        done.set()

    rhythm.every(3600, "job", job)
    rhythm.scheduler.modify_job("job", next_run_time=rhythm.time() - timedelta(days=2))
    await asyncio.wait_for(done.wait(), 10)
    await asyncio.sleep(0.1)
    assert runs == [1]
    assert next_run(rhythm) > rhythm.time()


async def test_a_job_that_fails_is_run_again(rhythm: Rhythm) -> None:
    twice = asyncio.Event()
    runs: list[int] = []

    async def job() -> None:
        runs.append(1)
        if len(runs) == 2:
            twice.set()
        raise RuntimeError("no")

    rhythm.every(0.05, "job", job)
    await asyncio.wait_for(twice.wait(), 10)
    assert rhythm.scheduler.get_job("job") is not None


async def test_a_job_that_hangs_does_not_stop_the_others(rhythm: Rhythm) -> None:
    others: list[int] = []
    done = asyncio.Event()

    async def hangs() -> None:
        await asyncio.Event().wait()

    async def goes_on() -> None:
        others.append(1)
        if len(others) == 3:
            done.set()

    rhythm.every(0.02, "hangs", hangs)
    rhythm.every(0.02, "goes_on", goes_on)
    await asyncio.wait_for(done.wait(), 10)
    assert len(others) >= 3


async def test_two_programs_do_not_look_in_step(rhythm: Rhythm) -> None:
    rhythm.every(1000, "job", nothing)
    trigger = rhythm.scheduler.get_job("job").trigger
    now = datetime(2026, 11, 23, tzinfo=UTC)
    following = {trigger.get_next_fire_time(now, now) - now for _ in range(20)}
    assert len(following) > 1
    assert all(timedelta(seconds=1000) <= each <= timedelta(seconds=1100) for each in following)


async def test_a_long_rhythm_begins_soon_and_another_attempt_sooner(rhythm: Rhythm) -> None:
    rhythm.every(6 * 3600, "job", nothing)
    assert next_run(rhythm) < rhythm.time() + timedelta(minutes=11)
    rhythm.again("job", 5)
    assert next_run(rhythm) < rhythm.time() + timedelta(seconds=6)


async def test_where_the_machines_clock_is_put_back_everything_runs_at_once() -> None:
    moment = [datetime(2026, 11, 23, 3, 0, tzinfo=UTC)]
    rhythm = Rhythm(lambda: moment[0])
    rhythm.every(600, "job", nothing)
    rhythm.scheduler.start(paused=True)
    moment[0] += timedelta(seconds=5)
    rhythm.watch()
    assert next_run(rhythm) == datetime(2026, 11, 23, 3, 10, tzinfo=UTC)
    moment[0] -= timedelta(hours=2)
    rhythm.watch()
    assert next_run(rhythm) == moment[0]
    rhythm.stop()
