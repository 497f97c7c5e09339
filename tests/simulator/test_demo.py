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

from simulator.demo import Demo, PortTaken, until_daytime

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


@pytest.mark.parametrize(
    ("utc_hour", "hours"),
    [(2, 0), (10, 0), (11, 15), (16, 10), (18, 8), (1, 1)],
    ids=["at nine", "at five", "at six", "at eleven in the evening", "at one in the night", "at eight"],
)
def test_the_demo_begins_when_phones_may_ring(utc_hour: int, hours: int) -> None:
    assert until_daytime(datetime(2026, 11, 23, utc_hour, tzinfo=UTC)) == timedelta(hours=hours)
