"""``handup serve`` with parts that fail, in ways that hold what people wrote.

``HANDUP_MISFORTUNES`` names which, and ``HANDUP_WORDS`` what the errors hold.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sys
import threading
import warnings
from collections.abc import Callable
from typing import Any

from bot.__main__ import main
from bot.assemble import Bot
from bot.dispatcher import Dispatcher
from domain.events import MESSAGE_RECEIVED
from flows.engine import Turn
from handlers import HANDLERS
from storage.database import Database

WORDS = os.environ.get("HANDUP_WORDS", "")
START = Bot.start


class Odd:
    """Something that fails when it is let go of."""

    def __del__(self) -> None:
        raise ValueError(WORDS)


def fail(*_: Any, **__: Any) -> Any:
    raise ValueError(WORDS)


async def fail_later(*_: Any, **__: Any) -> Any:
    await asyncio.sleep(0.3)
    raise ValueError(WORDS)


def talk() -> None:
    """Say it in every way in which a library may."""
    warnings.warn(WORDS, stacklevel=1)
    for library in ("telegram.Bot", "sqlalchemy.pool", "aiohttp.server", "somebody.else"):
        try:
            fail()
        except ValueError:
            logging.getLogger(library).exception("could not handle %s", WORDS)
        logging.getLogger(library).error("%d", WORDS)
    threading.Thread(target=fail, name="helper").start()
    Odd()
    task = asyncio.ensure_future(fail_later())
    task.set_name(WORDS)
    del task


async def start_and_talk(bot: Bot, **options: bool) -> None:
    await START(bot, **options)
    talk()


def broken(turn: Turn) -> None:
    if "ล้มเหลว" in turn.event.facts["text"]:
        raise ValueError(f"{WORDS} {turn.event.facts}")
    OWN(turn)


OWN = HANDLERS[MESSAGE_RECEIVED]


def talkative() -> None:
    HANDLERS[MESSAGE_RECEIVED] = broken  # type: ignore[index]
    Bot.start = start_and_talk  # type: ignore[method-assign]


def dead_dispatcher() -> None:
    Dispatcher.take = fail_later  # type: ignore[method-assign]


def dead_writer() -> None:
    Database.gather = fail  # type: ignore[method-assign]


MISFORTUNES: dict[str, Callable[[], None]] = {
    "talkative": talkative,
    "dead_dispatcher": dead_dispatcher,
    "dead_writer": dead_writer,
}


if __name__ == "__main__":
    for name in os.environ["HANDUP_MISFORTUNES"].split():
        MISFORTUNES[name]()
    sys.exit(main(["serve"]))
