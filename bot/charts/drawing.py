"""Draws charts for whoever has a link: asks the database, then draws in a thread; what was drawn lately is kept."""

from __future__ import annotations

import asyncio
import json
from collections import OrderedDict
from datetime import datetime
from functools import partial
from typing import Final

from sqlalchemy import Connection

from bot import typesetting
from bot.charts import CHARTS
from bot.charts.chart import Wanted
from storage import people
from storage.database import Database
from texts import Texts

PURPOSE: Final = "chart:"
MOST_KEPT: Final = 32
"""So many pictures (some 100 kB each) are kept: a platform, and everybody who looks, fetch the same one."""
AT_ONCE: Final = 2
"""So many are drawn at a time; the others wait, and answers to people do not."""
PIXELS_AN_INCH: Final = 72
"""A point of a template is a pixel."""


class Drawing:
    """All charts; the same figures are drawn once."""

    def __init__(self, database: Database, texts: Texts, timezone: str, network: str = "") -> None:
        """Build it."""
        self.database = database
        self.texts = texts
        self.timezone = timezone
        self.network = network
        self.drawn: OrderedDict[tuple[str, str], asyncio.Task[bytes]] = OrderedDict()
        self.room = asyncio.Semaphore(AT_ONCE)

    async def png(self, token: str, language: str, now: datetime) -> bytes | None:
        """The picture behind a private link; nothing if the link, or what it showed, is no more."""
        found = await self.database.run(partial(self.look, token=token, language=language, now=now))
        return await self.picture(*found) if found else None

    def look(self, tx: Connection, token: str, language: str, now: datetime) -> tuple[str, str] | None:
        """Which chart is behind the link, and what is to be drawn?"""
        link = people.link_of(tx, token, now)
        name = link.purpose.removeprefix(PURPOSE) if link else ""
        if link is None or not link.purpose.startswith(PURPOSE) or name not in CHARTS:
            return None
        wanted = Wanted(link.person, link.about or "", language, self.texts, self.timezone, self.network)
        facts = CHARTS[name].find(tx, wanted)
        return None if facts is None else (name, json.dumps(facts, ensure_ascii=False))

    async def picture(self, name: str, facts: str) -> bytes:
        """The picture of these figures: from among those drawn lately, or drawn now, once for all who wait for it."""
        key = (name, facts)
        if key not in self.drawn:
            self.drawn[key] = asyncio.ensure_future(self.draw(name, facts))
            if len(self.drawn) > MOST_KEPT:
                self.drawn.popitem(last=False)
        self.drawn.move_to_end(key)
        try:
            return await asyncio.shield(self.drawn[key])
        except Exception:
            self.drawn.pop(key, None)
            raise

    async def draw(self, name: str, facts: str) -> bytes:
        """Draw it, beside everything else."""
        async with self.room:
            return await asyncio.to_thread(typesetting.png, CHARTS[name].template, PIXELS_AN_INCH, chart=facts)
