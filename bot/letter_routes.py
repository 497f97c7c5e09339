"""The routes of letters: the page on which anybody checks one, and the PDF behind its owner's private link."""

from __future__ import annotations

import asyncio
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from aiohttp import web
from sqlalchemy import Connection

from bot.pace import Pace
from domain.letters import content_of, read_code
from storage import letters, people
from storage.letters import Letter

if TYPE_CHECKING:
    from bot.assemble import Bot
    from bot.letters.checking import Verdict

PRIVATE: Final = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}
NO_SCRIPT: Final = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none';"
    " frame-ancestors 'none'"
}
LINK: Final = r"/letters/{token:[\w-]{32}}/{name:[\w-]+}.pdf"
MISSES, MISSES_A_SECOND = 60, 2.0
"""So many codes that no letter has may be tried at once, by everybody together, and so many a second afterwards."""
SECONDS: Final = 5
"""After which somebody may try again."""
DRAWN_AT_ONCE: Final = 2


def add_routes(app: web.Application, bot: Bot) -> None:
    """Add them."""
    checks, drawings = Checks(bot), Drawings(bot)
    app.router.add_get("/verify", checks.show)
    app.router.add_get("/verify/{code}", checks.show)
    app.router.add_get(LINK, drawings.show)


class Checks:
    """The page that says of a code whether there is a letter, and which."""

    def __init__(self, bot: Bot) -> None:
        """Begin with a rested pace."""
        self.bot = bot
        self.misses = Pace.full(MISSES_A_SECOND, MISSES, bot.clock.now())
        self.here = f"{urlsplit(bot.network.public_url).path}/verify"

    async def show(self, request: web.Request) -> web.Response:
        """Answer for the code in the address, or ask for one."""
        from bot.letters import checking  # noqa: PLC0415 (only who checks or draws letters needs them)

        typed = request.match_info.get("code") or request.query.get("code", "")
        verdict = await self.verdict(typed) if typed.strip() else checking.Verdict(checking.ASKING)
        network = self.bot.network
        words = checking.page(verdict, network.texts, network.timezone, self.here)
        headers = {**PRIVATE, **NO_SCRIPT, **({"Retry-After": str(SECONDS)} if verdict.state == checking.BUSY else {})}
        return web.Response(text=words, content_type="text/html", status=verdict.status, headers=headers)

    async def verdict(self, typed: str) -> Verdict:
        """What there is to say of what was typed; only codes that no letter has wear our patience out."""
        from bot.letters import checking  # noqa: PLC0415 (as above)

        code, now = read_code(typed), self.bot.clock.now()
        if code is None:
            return checking.Verdict(checking.UNKNOWN)
        if not self.misses.room(now):
            return checking.Verdict(checking.BUSY)
        found = await self.bot.database.run(partial(letters.by_code, code=code))
        if found is None:
            self.misses = self.misses.take(now)
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
            gone = "\n".join(network.texts.both("letter_check.wrong_link").values())
            return web.Response(status=404, text=gone, headers=PRIVATE)
        draw = partial(drawing.pdf, content_of(found.content), f"{network.public_url}/verify")
        async with self.room:
            body = await asyncio.to_thread(draw)
        name = {"Content-Disposition": f'attachment; filename="handup-{found.code}.pdf"'}
        return web.Response(body=body, content_type="application/pdf", headers={**PRIVATE, **name})


def behind_link(tx: Connection, token: str, now: datetime) -> Letter | None:
    """Which letter is behind this private link, if both are still good?"""
    link = people.link_of(tx, token, now)
    letter = letters.find(tx, link.about) if link and link.purpose == "letter" and link.about else None
    is_theirs = link is not None and letter is not None and letter.person == link.person
    return letter if is_theirs and letter is not None and letter.state == letters.VALID else None
