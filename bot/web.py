"""The routes: webhooks, pages behind private links, and how we are."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from aiohttp import web

from bot import calendar_routes, check_in_page, letter_routes, pages, webhooks
from flows.check_in_sheet import sheet
from storage import people, pictures
from storage.people import everything_about

if TYPE_CHECKING:
    from bot.assemble import Bot

PICTURES: Final = "/pictures/{picture:[0-9a-f]{32}}{small:(?:-small)?}.{kind:png|jpg}"

CHARTS: Final = "/charts/{token:[A-Za-z0-9_-]{32}}.{language:th|en}.png"
ONLY_SHOWN: Final = {"Content-Security-Policy": "default-src 'none'; sandbox"}


def make_app(bot: Bot) -> web.Application:
    """Build the web application of a bot."""
    app = web.Application(client_max_size=webhooks.MOST_BYTES)
    pages.protect(app, bot)
    webhooks.add_routes(app, bot)
    app.router.add_get("/live", liveness(bot))
    app.router.add_get("/ready", readiness(bot))
    app.router.add_get("/metrics", metrics(bot))
    app.router.add_get("/my-data/{token}", copy_of_my_data(bot))
    app.router.add_get(PICTURES, picture(bot))
    calendar_routes.add_routes(app, bot)
    letter_routes.add_routes(app, bot)
    app.router.add_get("/check-in/{token}", check_in(bot))
    app.router.add_get(CHARTS, chart(bot))
    return app


def liveness(bot: Bot) -> Callable[[web.Request], Awaitable[web.Response]]:
    """The route that says whether the process still does anything; where not, it is to be started anew."""

    async def live(_request: web.Request) -> web.Response:
        problem = bot.why_not_alive()
        return web.json_response({"live": not problem, "why": problem}, status=503 if problem else 200)

    return live


def readiness(bot: Bot) -> Callable[[web.Request], Awaitable[web.Response]]:
    """The route that says whether work can be done."""

    async def ready(_request: web.Request) -> web.Response:
        problem = await bot.why_not_ready()
        told: dict[str, Any] = {"ready": not problem, "why": problem, "troubles": bot.standing.troubles()}
        if away := sorted(name for name, since in bot.delivery.away().items() if since):
            told["away"] = away  # and yet we are ready: what people write is to be taken in, and answered later
        return web.json_response(told, status=503 if problem else 200)

    return ready


def metrics(bot: Bot) -> Callable[[web.Request], Awaitable[web.Response]]:
    """The route where an operator's own programs read how we are; nothing in it is about anybody."""

    async def show(_request: web.Request) -> web.Response:
        from bot import metrics  # noqa: PLC0415 (its library takes a while, and most never ask)

        figures = await bot.database.run(partial(metrics.read, now=bot.clock.now()))
        body = metrics.written(figures, bot.delivery.outcomes, bot.standing, bot.delivery.away())
        return web.Response(body=body, headers={"Content-Type": metrics.CONTENT_TYPE_LATEST})

    return show


def picture(bot: Bot) -> Callable[[web.Request], Awaitable[web.Response]]:
    """The route where a platform, or whoever was sent it, finds a picture; only ever shown, never run."""

    async def show(request: web.Request) -> web.Response:
        name, small = request.match_info["picture"], bool(request.match_info["small"])
        found = await bot.database.run(partial(pictures.find, picture=name, small=small))
        if found is None:
            return pages.gone(bot.network.texts.both("public_pages.no_picture"))
        headers = {"Cache-Control": "public, max-age=86400, immutable", **ONLY_SHOWN}
        return web.Response(body=found.body, content_type=found.kind, headers=headers)

    return show


def check_in(bot: Bot) -> Callable[[web.Request], Awaitable[web.Response]]:
    """The route behind a private link of staff: a session's check-in on a page to be printed."""

    async def show(request: web.Request) -> web.Response:
        token, now, network = request.match_info["token"], bot.clock.now(), bot.network
        wanted = partial(sheet, texts=network.texts, timezone=network.timezone, token=token, now=now)
        found = await bot.database.run(wanted)
        if found is None:
            return pages.gone(network.texts.both("check_in_sheet.gone"))
        return web.Response(text=check_in_page.page(found), content_type="text/html", headers=check_in_page.HEADERS)

    return show


def chart(bot: Bot) -> Callable[[web.Request], Awaitable[web.Response]]:
    """The route behind a private link to a picture of figures, as they stand now."""

    async def show(request: web.Request) -> web.Response:
        token, language = request.match_info["token"], request.match_info["language"]
        drawn = await bot.drawing.png(token, language, bot.clock.now())
        if drawn is None:
            return pages.gone(bot.network.texts.both("public_pages.no_picture"))
        headers = {"Cache-Control": "private, max-age=300", **ONLY_SHOWN}
        return web.Response(body=drawn, content_type="image/png", headers=headers)

    return show


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
            return pages.gone(bot.network.texts.both("public_pages.no_copy"))
        body = json.dumps(held, ensure_ascii=False, indent=2, default=str)
        headers = {"Content-Disposition": 'attachment; filename="handup-my-data.json"'}
        return web.Response(text=body, content_type="application/json", headers=headers)

    return download
