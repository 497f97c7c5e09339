"""The routes of letters: the page on which anybody checks one, and the PDF behind its owner's private link."""

from __future__ import annotations

import asyncio
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from aiohttp import web
from sqlalchemy import Connection

from bot import pages
from domain.letters import content_of, read_code
from storage import letters, people
from storage.letters import Letter

if TYPE_CHECKING:
    from bot.assemble import Bot
    from bot.letters.checking import Verdict

LINK: Final = r"/letters/{token:[A-Za-z0-9_-]{32}}/{name:[\w-]+}.pdf"
DRAWN_AT_ONCE: Final = 2
NO_CODE: Final = "????-????-????-????"
"""As long as a code, and none."""


def add_routes(app: web.Application, bot: Bot) -> None:
    """Add them."""
    checks, drawings = Checks(bot), Drawings(bot)
    app.router.add_get("/verify", checks.show)
    app.router.add_get("/verify/{code}", checks.show)
    app.router.add_get(LINK, drawings.show)


class Checks:
    """The page that says of a code whether there is a letter, and which."""

    def __init__(self, bot: Bot) -> None:
        """Know where it is."""
        self.bot = bot
        self.here = f"{urlsplit(bot.network.public_url).path}/verify"

    async def show(self, request: web.Request) -> web.Response:
        """Answer for the code in the address, or ask for one."""
        from bot.letters import checking  # noqa: PLC0415 (only who checks or draws letters needs them)

        typed = request.match_info.get("code") or request.query.get("code", "")
        verdict = await self.verdict(typed) if typed.strip() else checking.Verdict(checking.ASKING)
        network = self.bot.network
        words = checking.page(verdict, network.texts, network.timezone, self.here)
        return web.Response(text=words, content_type="text/html", status=verdict.status)

    async def verdict(self, typed: str) -> Verdict:
        """What there is to say of what was typed; also what can be no code is looked for: as much work."""
        from bot.letters import checking  # noqa: PLC0415 (as above)

        found = await self.bot.database.run(partial(letters.by_code, code=read_code(typed) or NO_CODE))
        return checking.judge(found, self.bot.network.keys)


class Drawings:
    """A letter as a PDF, for whoever has its owner's private link."""

    def __init__(self, bot: Bot) -> None:
        """Draw only so many at once."""
        self.bot = bot
        self.room = asyncio.Semaphore(DRAWN_AT_ONCE)

    async def show(self, request: web.Request) -> web.Response:
        """Give the letter: only as long as it is valid, and only as it was signed."""
        from bot.letters import drawing  # noqa: PLC0415 (as above)

        token, now, network = request.match_info["token"], self.bot.clock.now(), self.bot.network
        found = await self.bot.database.run(partial(behind_link, token=token, now=now))
        if found is None or not found.is_genuine(network.keys):
            return pages.gone(network.texts.both("letter_check.wrong_link"))
        draw = partial(drawing.pdf, content_of(found.content), f"{network.public_url}/verify")
        async with self.room:
            body = await asyncio.to_thread(draw)
        name = {"Content-Disposition": f'attachment; filename="handup-{found.code}.pdf"'}
        return web.Response(body=body, content_type="application/pdf", headers=name)


def behind_link(tx: Connection, token: str, now: datetime) -> Letter | None:
    """Which letter is behind this private link, if both are still good?"""
    link = people.link_of(tx, token, now)
    letter = letters.find(tx, link.about) if link and link.purpose == "letter" and link.about else None
    is_theirs = link is not None and letter is not None and letter.person == link.person
    return letter if is_theirs and letter is not None and letter.state == letters.VALID else None
