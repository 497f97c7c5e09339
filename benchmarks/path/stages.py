"""What each stage of the path costs by itself, without HTTP: microseconds of CPU per message, in batches as under load.

``python -m benchmarks.path.stages [--channel line|telegram] [--chats N] [--batch N] [--database URL]``
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.channels.line import LineChannel
from bot.channels.line_bubbles import draw as draw_line
from bot.channels.telegram import TelegramChannel
from bot.channels.telegram_bubbles import draw as draw_telegram
from bot.channels import Sent
from bot.delivery import parcel
from bot.noting import note
from benchmarks.path.people import CONVERSATION, LINE_TOKEN, SECRET, TELEGRAM_TOKEN, Platform
from domain import quick_json
from flows import FLOWS
from flows.engine import Network
from handlers.turns import take_turns
from storage import inbox, outbox
from storage.database import make_engine
from storage.migrations import migrate
from texts import all_texts


class Stopwatch:
    """Adds up the time of each stage."""

    def __init__(self) -> None:
        """Begin at nothing."""
        self.spent: dict[str, float] = defaultdict(float)

    def time(self, name: str, work: Callable[[], Any]) -> Any:
        """Do it, and count its time."""
        began = time.process_time()
        result = work()
        self.spent[name] += time.process_time() - began
        return result


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--channel", default="line")
    parser.add_argument("--chats", type=int, default=1000)
    parser.add_argument("--batch", type=int, default=25)
    parser.add_argument("--database", default="")
    parser.add_argument("--profile", default="")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        url = options.database or f"sqlite:///{Path(folder) / 'stages.sqlite'}"
        measure(options.channel, url, options.chats, options.batch, options.profile)


def measure(channel_name: str, url: str, chats: int, batch: int, profile: str = "") -> None:
    """Let all chats have their conversation, batch by batch."""
    engine = make_engine(url)
    migrate(engine)
    line = channel_name == "line"
    channel: Any = (
        LineChannel(SECRET, LINE_TOKEN, "http://127.0.0.1")
        if line
        else TelegramChannel(TELEGRAM_TOKEN, SECRET, "http://127.0.0.1")
    )
    draw: Any = draw_line if line else draw_telegram
    network = Network(FLOWS, all_texts())
    platform = Platform(channel_name)
    watch = Stopwatch()
    now = datetime.now(UTC)
    requests = [
        (platform.line_request if line else platform.telegram_request)(chat, step)[1]
        for step in range(len(CONVERSATION))
        for chat in range(chats)
    ]
    profiler = None
    for start in range(0, len(requests), batch):
        if start == chats // batch * batch and profile:
            import cProfile

            profiler = cProfile.Profile()
            profiler.enable()
        arrivals = watch.time(
            "read", lambda: [a for raw in requests[start : start + batch] for a in read(channel, raw, now)]
        )
        with engine.begin() as tx:
            watch.time("keep", lambda: inbox.keep(tx, arrivals, now))
            watch.time("commit", tx.commit)
        with engine.begin() as tx:
            watch.time("turns", lambda: take_turns(tx, network, now, 64))
            watch.time("commit", tx.commit)
        with engine.begin() as tx:
            letters = watch.time("claim", lambda: outbox.claim(tx, now, timedelta(seconds=12), 64))
            watch.time("commit", tx.commit)
        assert len(letters) == len(arrivals), (len(letters), len(arrivals))
        parcels = watch.time("parcel", lambda: [parcel(letter, letter.chat.partition(":")[2]) for letter in letters])
        watch.time("draw", lambda: [quick_json.to_bytes(draw(each.messages)) for each in parcels])
        with engine.begin() as tx:
            watch.time("settle", lambda: note(tx, [(letter, Sent()) for letter in letters], now))
            watch.time("commit", tx.commit)
    if profiler:
        profiler.disable()
        profiler.dump_stats(profile)
    count = len(requests)
    for name, seconds in watch.spent.items():
        print(f"{name:<8} {1e6 * seconds / count:7.1f} µs")
    print(f"{'sum':<8} {1e6 * sum(watch.spent.values()) / count:7.1f} µs")


def read(channel: Any, raw: bytes, now: datetime) -> list[Any]:
    """Read a raw request as the channel does."""
    head, _, body = raw.partition(b"\r\n\r\n")
    headers = {name: value for name, _, value in (line.partition(": ") for line in head.decode().split("\r\n")[1:])}
    return channel.read(body, headers, now)


if __name__ == "__main__":
    main()
