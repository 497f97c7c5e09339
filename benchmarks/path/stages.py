"""What each stage of the path costs by itself, without HTTP: microseconds of CPU per message, in batches as under load.

``python -m benchmarks.path.stages [--channel line|telegram] [--chats N] [--batch N] [--database URL]``
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import defaultdict
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.path.people import CONVERSATION, LINE_TOKEN, SECRET, TELEGRAM_TOKEN, Platform
from bot.channels import Sent
from bot.channels.line import LineChannel
from bot.channels.line_bubbles import draw as draw_line
from bot.channels.telegram import TelegramChannel
from bot.channels.telegram_bubbles import draw as draw_telegram
from bot.clock import Clock
from bot.dispatcher import MOST_CHATS
from bot.noting import note
from bot.parcels import parcel
from domain import quick_json
from flows import FLOWS
from flows.engine import Network
from handlers.turns import take_turns
from storage import inbox
from storage.database import make_engine
from storage.migrations import migrate
from storage.posting import Handing
from texts import all_texts

NOWHERE = "http://127.0.0.1"


class Stopwatch:
    """Adds up the CPU of each stage, one after the other."""

    def __init__(self) -> None:
        """Begin at nothing."""
        self.spent: dict[str, float] = defaultdict(float)
        self.since = time.process_time()

    def lap(self, name: str = "") -> None:
        """Count what was spent since the last lap; without a name it is forgotten."""
        now = time.process_time()
        if name:
            self.spent[name] += now - self.since
        self.since = now


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--channel", default="line")
    parser.add_argument("--chats", type=int, default=1000)
    parser.add_argument("--batch", type=int, default=25)
    parser.add_argument("--database", default="")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        url = options.database or f"sqlite:///{Path(folder) / 'stages.sqlite'}"
        measure(options.channel, url, options.chats, options.batch)


def measure(name: str, url: str, chats: int, batch: int) -> None:
    """Let all chats have their conversation, batch by batch."""
    engine = make_engine(url)
    migrate(engine)
    line, watch, now = name == "line", Stopwatch(), Clock().now()
    channel: Any = (
        LineChannel(SECRET, LINE_TOKEN, NOWHERE) if line else TelegramChannel(TELEGRAM_TOKEN, SECRET, NOWHERE)
    )
    draw: Any = draw_line if line else draw_telegram
    network, platform = Network(FLOWS, all_texts()), Platform(name)
    request = platform.line_request if line else platform.telegram_request
    requests = [request(chat, step)[1] for step in range(len(CONVERSATION)) for chat in range(chats)]
    for start in range(0, len(requests), batch):
        watch.lap()
        arrivals = [each for raw in requests[start : start + batch] for each in read(channel, raw, now)]
        watch.lap("read")
        with engine.begin() as tx:
            inbox.keep(tx, arrivals, now)
            watch.lap("keep")
        watch.lap("commit")
        with engine.begin() as tx:
            handing = Handing(timedelta(seconds=12), {name: batch})
            take_turns(tx, network, now, MOST_CHATS, handing)
            watch.lap("turns")
        watch.lap("commit")
        parcels = [parcel(letter, letter.chat.partition(":")[2]) for letter in handing.letters]
        watch.lap("parcel")
        for each in parcels:
            quick_json.to_bytes(draw(each.messages))
        watch.lap("draw")
        with engine.begin() as tx:
            note(tx, [(letter, Sent()) for letter in handing.letters], now)
            watch.lap("settle")
        watch.lap("commit")
    for stage, seconds in watch.spent.items():
        print(f"{stage:<8} {1e6 * seconds / len(requests):7.1f} µs")
    print(f"{'sum':<8} {1e6 * sum(watch.spent.values()) / len(requests):7.1f} µs")


def read(channel: Any, raw: bytes, now: datetime) -> list[Any]:
    """Read a raw request as the channel does."""
    head, _, body = raw.partition(b"\r\n\r\n")
    headers = {name: value for name, _, value in (line.partition(": ") for line in head.decode().split("\r\n")[1:])}
    return channel.read(body, headers, now)


if __name__ == "__main__":
    main()
