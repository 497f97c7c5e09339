"""The command ``handup demo``: what it prints, how it ends, and whom it invents."""

from __future__ import annotations

import asyncio
import re
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import pytest
from sqlalchemy import select

from simulator.demo import Demo, PortTaken, until_daytime
from simulator.demo.people import FRIENDS, befriend
from storage import seats
from storage.database import make_engine
from storage.schema import outbox, projects, roles, session_answers, sign_ups

ROOT = Path(__file__).parents[2]
PIPE = asyncio.subprocess.PIPE


@asynccontextmanager
async def running(*options: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """The demo as a process of its own."""
    words = (sys.executable, "-m", "bot", "demo", "--no-browser", *options)
    process = await asyncio.create_subprocess_exec(*words, cwd=ROOT, stdout=PIPE, stderr=PIPE)
    yield process
    if process.returncode is None:
        process.kill()
        await process.wait()


async def stop_amid_traffic(process: asyncio.subprocess.Process, **body: str) -> None:
    """Two phones say it ten times each, and Ctrl-C is pressed before they are answered."""
    assert process.stdout is not None
    line = (await asyncio.wait_for(process.stdout.readline(), 30)).decode()
    found = re.fullmatch(r"HandUp demo: (http://127\.0\.0\.1:\d+)   \(Ctrl-C ends it\)\n", line)
    assert found, line
    async with aiohttp.ClientSession() as session:
        for phone in ("p1", "p2"):
            await session.post(f"{found[1]}/desk/phones/{phone}/open", json={})
        says = [session.post(f"{found[1]}/desk/phones/{phone}/say", json=body) for phone in ("p1", "p2") * 10]
        asked = asyncio.gather(*says, return_exceptions=True)
        await asyncio.sleep(0.05)
        process.send_signal(signal.SIGINT)
        await asked


async def test_control_c_in_the_middle_of_traffic_ends_it_politely() -> None:
    async with running("--port", "0") as process:
        await stop_amid_traffic(process, text="สวัสดี")
        said, complained = await asyncio.wait_for(process.communicate(), 20)
    assert process.returncode == 0
    assert said.decode().strip() == "Good bye! · แล้วพบกันใหม่"
    assert "Traceback" not in complained.decode()


async def test_a_port_that_is_taken_is_told_in_one_line_with_a_way_out() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        async with running("--port", str(port)) as process:
            said, complained = await asyncio.wait_for(process.communicate(), 20)
    assert process.returncode == 1
    assert said == b""
    assert complained.decode() == (
        f"handup demo: port {port} is in use by another program; "
        "take another: make demo PORT=8091, or a free one: make demo PORT=0\n"
    )


async def test_a_port_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    demo = Demo(tmp_path)
    with pytest.raises(PortTaken, match="port 99999 cannot be used"):
        await demo.start(99999)
    await demo.stop()


async def test_three_phones_are_shown_and_the_others_can_be_reached(tmp_path: Path) -> None:
    demo = Demo(tmp_path)
    await demo.start(0)
    try:
        shown = [phone.name for phone in demo.simulator.phones if phone.shown]
        background = [phone for phone in demo.simulator.phones if not phone.shown]
    finally:
        await demo.stop()
    assert shown == ["มะลิ", "Ben", "พี่นก"]
    assert len(background) == 12
    assert {phone.channel for phone in background} == {"line", "telegram"}
    assert all(phone.opened for phone in background)


async def test_every_session_can_be_gone_to_before_during_and_after(tmp_path: Path) -> None:
    demo = Demo(tmp_path)
    await demo.start(0)
    try:
        labels = [jump["label"]["en"] for jump in await demo.jumps()]
    finally:
        await demo.stop()
    what = "training “พี่อ่านให้น้องฟัง”"
    assert labels[:4] == [f"{when} {what}" for when in ("A day before", "Two hours before", "At", "After")]


async def test_whoever_has_a_seat_on_a_shown_phone_can_go_to_their_sessions_a_week_before_too(tmp_path: Path) -> None:
    demo = Demo(tmp_path)
    await demo.start(0)
    try:
        seat_on_shown_phone(demo, "line", "นักออกแบบกราฟิก")
        jumps = await demo.jumps()
        offered = [jump["label"]["en"] for jump in jumps]
        at_training = datetime.fromisoformat(jumps[2]["to"])
        await demo.simulator.move_clock(at_training + timedelta(minutes=30) - demo.clock.now())
        begun = [jump["label"]["en"] for jump in await demo.jumps()]
    finally:
        await demo.stop()
    assert [label.partition(" “")[0] for label in offered] == [
        *("A day before training", "Two hours before training", "At training", "After training"),
        *("A week before workshop", "A day before workshop", "Two hours before workshop"),
        *("At workshop", "After workshop"),
    ]
    assert begun[0] == "After training “พี่อ่านให้น้องฟัง”"


def seat_on_shown_phone(demo: Demo, channel: str, title: str) -> None:
    """Let the first phone of this platform belong to somebody who has a seat."""
    phone = next(phone for phone in demo.simulator.phones if phone.channel == channel)
    engine = make_engine(demo.database_url)
    with engine.begin() as tx:
        now = demo.clock.now()
        person = befriend(tx, f"{channel}:{phone.address}", FRIENDS[0], now)
        role = tx.execute(select(roles.c.id).where(roles.c.title == title)).scalar_one()
        seats.write(tx, role, person, "accepted", now)
    engine.dispose()


async def test_the_background_has_teams_and_nobody_of_staff_is_told_of_what_was_before(tmp_path: Path) -> None:
    demo = Demo(tmp_path)
    await demo.start(0)
    engine = make_engine(demo.database_url)
    try:
        with engine.begin() as tx:
            teams = (
                tx.execute(
                    select(projects.c.title)
                    .join(roles, roles.c.project == projects.c.id)
                    .distinct()
                    .join(sign_ups, sign_ups.c.role == roles.c.id)
                )
                .scalars()
                .all()
            )
            said = tx.execute(select(session_answers.c.answer)).scalars().all()
            letters = tx.execute(select(outbox.c.id)).all()
    finally:
        engine.dispose()
        await demo.stop()
    running = {"พี่อ่านให้น้องฟัง", "บัญชีชุมชนโปร่งใส", "Clean water figures"}
    assert set(teams) == running | {"ห้องสมุดในตู้คอนเทนเนอร์"}, "one project is over"
    assert said == ["yes"] * 3
    assert letters == []


@pytest.mark.parametrize(
    ("utc_hour", "hours"),
    [(2, 0), (10, 0), (11, 15), (16, 10), (18, 8), (1, 1)],
    ids=["at nine", "at five", "at six", "at eleven in the evening", "at one in the night", "at eight"],
)
def test_the_demo_begins_when_phones_may_ring(utc_hour: int, hours: int) -> None:
    assert until_daytime(datetime(2026, 11, 23, utc_hour, tzinfo=UTC)) == timedelta(hours=hours)
