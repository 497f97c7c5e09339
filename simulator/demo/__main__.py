"""The demo: the simulator, and the bot as it runs in production, talking to each other over HTTP on this machine."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
import tempfile
import webbrowser
from pathlib import Path

from bot import logs
from simulator.demo import Demo, PortTaken


def main() -> int:
    """Run the demo until Ctrl-C; gives the exit code."""
    parser = argparse.ArgumentParser(prog="handup demo")
    parser.add_argument("--port", type=int, default=8090)
    parser.add_argument("--no-browser", action="store_true")
    arguments = parser.parse_args()
    try:
        with tempfile.TemporaryDirectory(prefix="handup-demo-") as folder:
            asyncio.run(run(Path(folder), arguments.port, browser=not arguments.no_browser))
    except PortTaken as problem:
        print(f"handup demo: {problem}", file=sys.stderr)  # noqa: T201 (a command speaks)
        return 1
    print("\nGood bye! · แล้วพบกันใหม่")  # noqa: T201 (as above)
    return 0


async def run(folder: Path, port: int, *, browser: bool) -> None:
    """Start everything, say where, and wait for Ctrl-C."""
    logs.set_up(level=30)
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    demo = Demo(folder)
    try:
        await demo.start(port)
        print(f"HandUp demo: {demo.simulator.url}   (Ctrl-C ends it)", flush=True)  # noqa: T201 (as above)
        if browser and not stop.is_set():
            await asyncio.to_thread(webbrowser.open, demo.simulator.url)
        await stop.wait()
    finally:
        await demo.stop()


if __name__ == "__main__":
    sys.exit(main())
