"""The routes of letters: the page on which anybody checks one, and the PDF behind its owner's private link."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, Final

from aiohttp import web

from domain.letters import content_of, read_code
from storage import letters

if TYPE_CHECKING:
    from bot.assemble import Bot

PRIVATE: Final = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff"}
NO_SCRIPT: Final = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'"}
EXPIRED: Final = "ลิงก์นี้หมดอายุหรือไม่ถูกต้อง · This link has expired or is wrong."


def add_routes(app: web.Application, bot: Bot) -> None:
    """Add both."""
    app.router.add_get("/verify/{code}", partial(check, bot))
    app.router.add_get("/letters/{token}.pdf", partial(download, bot))


async def check(bot: Bot, request: web.Request) -> web.Response:
    """Say whether the letter with a code is true."""
    from bot.letters import checking  # noqa: PLC0415 (only who checks or draws letters needs them)

    code = read_code(request.match_info["code"])
    found = await bot.database.run(partial(letters.by_code, code=code)) if code else None
    verdict = checking.judge(found, bot.network.keys)
    words = checking.page(verdict, bot.network.texts)
    headers = {**PRIVATE, **NO_SCRIPT}
    return web.Response(text=words, content_type="text/html", status=verdict.status, headers=headers)


async def download(bot: Bot, request: web.Request) -> web.Response:
    """Give a letter to its owner."""
    from bot.letters import drawing  # noqa: PLC0415 (as above)

    token, now = request.match_info["token"], bot.clock.now()
    found = await bot.database.run(partial(letters.behind_link, token=token, now=now))
    if found is None:
        return web.json_response({"error": EXPIRED}, status=404)
    draw = partial(drawing.pdf, content_of(found.content), f"{bot.network.public_url}/verify")
    name = {"Content-Disposition": f'attachment; filename="handup-{found.code}.pdf"'}
    body = await asyncio.to_thread(draw)
    return web.Response(body=body, content_type="application/pdf", headers={**PRIVATE, **name})
