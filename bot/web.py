"""The routes: read, keep, answer 200. What was answered 200 is durable."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from aiohttp import web

from bot import logs
from bot.channels import Channel, NotOurs, Unreadable
from domain.letters import content_of, read_code
from storage import letters, people, pictures
from storage.people import everything_about

if TYPE_CHECKING:
    from bot.assemble import Bot

MOST_BYTES: Final = 2 * 1024 * 1024
PRIVATE: Final = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff"}
EXPIRED: Final = "ลิงก์นี้หมดอายุหรือไม่ถูกต้อง · This link has expired or is wrong."
PICTURES: Final = "/pictures/{picture:[0-9a-f]{32}}{small:(?:-small)?}.{kind:png|jpg}"


def make_app(bot: Bot) -> web.Application:
    """Build the web application of a bot."""
    app = web.Application(client_max_size=MOST_BYTES)
    for channel in bot.channels.values():
        app.router.add_post(f"/webhooks/{channel.name}", webhook(bot, channel))
    app.router.add_get("/live", live)
    app.router.add_get("/ready", readiness(bot))
    app.router.add_get("/my-data/{token}", copy_of_my_data(bot))
    app.router.add_get("/verify/{code}", letter_check(bot))
    app.router.add_get("/letters/{token}.pdf", letter(bot))
    app.router.add_get(PICTURES, picture(bot))
    return app


def webhook(bot: Bot, channel: Channel) -> Callable[[web.Request], Awaitable[web.Response]]:
    """The route where a platform tells us what happened."""

    async def receive(request: web.Request) -> web.Response:
        body = await request.read()  # aiohttp answers 413 when it is too long
        now = bot.clock.now()
        try:
            arrivals = channel.read(body, request.headers, now)
        except NotOurs:
            logs.warn("webhook_refused", channel=channel.name, why="signature")
            return web.json_response({"error": "the signature is wrong or missing"}, status=401)
        except Unreadable as error:
            logs.warn("webhook_refused", channel=channel.name, why="unreadable")
            return web.json_response({"error": str(error)}, status=400)
        if arrivals:
            await bot.intake.keep(arrivals)
            bot.acknowledge(channel, arrivals)
        return web.json_response({})

    return receive


async def live(_request: web.Request) -> web.Response:
    """Say that the process answers."""
    return web.json_response({"live": True})


def readiness(bot: Bot) -> Callable[[web.Request], Awaitable[web.Response]]:
    """The route that says whether work can be done."""

    async def ready(_request: web.Request) -> web.Response:
        problem = await bot.why_not_ready()
        return web.json_response({"ready": not problem, "why": problem}, status=503 if problem else 200)

    return ready


def picture(bot: Bot) -> Callable[[web.Request], Awaitable[web.Response]]:
    """The route where a platform, or whoever was sent it, finds a picture; only ever shown, never run."""

    async def show(request: web.Request) -> web.Response:
        name, small = request.match_info["picture"], bool(request.match_info["small"])
        found = await bot.database.run(partial(pictures.find, picture=name, small=small))
        if found is None:
            return web.json_response({"error": "no such picture"}, status=404)
        headers = {
            "Cache-Control": "public, max-age=86400, immutable",
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "X-Content-Type-Options": "nosniff",
        }
        return web.Response(body=found.body, content_type=found.kind, headers=headers)

    return show


def letter_check(bot: Bot) -> Callable[[web.Request], Awaitable[web.Response]]:
    """The route where anybody can check a letter by its code."""

    async def check(request: web.Request) -> web.Response:
        from bot.letters import checking  # noqa: PLC0415 (only who checks or draws letters needs them)

        code = read_code(request.match_info["code"])
        found = await bot.database.run(partial(letters.by_code, code=code)) if code else None
        verdict = checking.judge(found, bot.network.keys)
        words = checking.page(verdict, bot.network.texts)
        headers = {**PRIVATE, "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'"}
        return web.Response(text=words, content_type="text/html", status=verdict.status, headers=headers)

    return check


def letter(bot: Bot) -> Callable[[web.Request], Awaitable[web.Response]]:
    """The route behind a private link: a letter as a PDF, for its owner."""

    async def download(request: web.Request) -> web.Response:
        from bot.letters import drawing  # noqa: PLC0415 (as above)

        token, now = request.match_info["token"], bot.clock.now()
        found = await bot.database.run(partial(letters.behind_link, token=token, now=now))
        if found is None:
            return web.json_response({"error": EXPIRED}, status=404)
        draw = partial(drawing.pdf, content_of(found.content), f"{bot.network.public_url}/verify")
        name = {"Content-Disposition": f'attachment; filename="handup-{found.code}.pdf"'}
        body = await asyncio.to_thread(draw)
        return web.Response(body=body, content_type="application/pdf", headers={**PRIVATE, **name})

    return download


def copy_of_my_data(bot: Bot) -> Callable[[web.Request], Awaitable[web.Response]]:
    """The route behind a private link: everything we hold about one person, as JSON."""

    async def download(request: web.Request) -> web.Response:
        token = request.match_info["token"]
        now = bot.clock.now()

        def find(tx: Any) -> dict[str, Any] | None:
            person = people.behind_link(tx, token, "my_data", now)
            return everything_about(tx, person) if person else None

        held = await bot.database.run(find)
        if held is None:
            return web.json_response({"error": EXPIRED}, status=404)
        body = json.dumps(held, ensure_ascii=False, indent=2, default=str)
        headers = {**PRIVATE, "Content-Disposition": 'attachment; filename="handup-my-data.json"'}
        return web.Response(text=body, content_type="application/json", headers=headers)

    return download
