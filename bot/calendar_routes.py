"""The routes behind private links to calendars: one person's sessions, one session's file; no link, no calendar."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, Final

from aiohttp import ETag, web

from bot import calendars, pages
from storage import chats, people, sessions
from storage.sessions import Meeting

if TYPE_CHECKING:
    from bot.assemble import Bot

Route = Callable[[web.Request], Awaitable[web.StreamResponse]]
LINK: Final = r"{token:[A-Za-z0-9_-]+}"


def add_routes(app: web.Application, bot: Bot) -> None:
    """Add them to the web application."""
    app.router.add_get(f"/calendar/{LINK}.ics", feed(bot))
    app.router.add_get(f"/calendar/{LINK}", subscribe(bot))
    app.router.add_get(f"/sessions/{LINK}.ics", file(bot))


def feed(bot: Bot) -> Route:
    """The route of one person's calendar, which other calendars look at again and again."""

    async def show(request: web.Request) -> web.StreamResponse:
        found = await wanted(bot, request, "calendar")
        if found is None:
            return nothing(bot)
        language, meetings, _ = found
        body = calendars.feed(meetings, bot.network.texts, language)
        tag = ETag(hashlib.sha256(body).hexdigest())
        if tag in (request.if_none_match or ()):
            answer = web.Response(status=304)
        else:
            answer = web.Response(body=body, content_type="text/calendar", charset="utf-8")
        answer.etag = tag
        answer.headers["Cache-Control"] = "private, no-cache"
        return answer

    return show


def subscribe(bot: Bot) -> Route:
    """The route that hands the calendar over to the phone's own: chats take no webcal address, browsers do."""

    async def lead_on(request: web.Request) -> web.StreamResponse:
        if await wanted(bot, request, "calendar") is None:
            return nothing(bot)
        address = f"webcal://{request.host}{request.path}.ics"
        return web.Response(status=302, headers={"Location": address})

    return lead_on


def file(bot: Bot) -> Route:
    """The route of one session's file."""

    async def download(request: web.Request) -> web.StreamResponse:
        found = await wanted(bot, request, "session")
        meetings = [each for each in found[1] if each.session.id == found[2]] if found else []
        if found is None or not meetings:
            return nothing(bot)
        body = calendars.file(meetings[0], bot.network.texts, found[0])
        headers = {"Content-Disposition": 'attachment; filename="handup.ics"'}
        return web.Response(body=body, content_type="text/calendar", charset="utf-8", headers=headers)

    return download


async def wanted(bot: Bot, request: web.Request, purpose: str) -> tuple[str, list[Meeting], str | None] | None:
    """The language and the sessions of the person whose link this is, and which of them it is to."""
    token, now = request.match_info["token"], bot.clock.now()

    def find(tx: Any) -> tuple[str, list[Meeting], str | None] | None:
        link = people.link_of(tx, token, now)
        if link is None or link.purpose != purpose:
            return None
        return chats.language_of(tx, link.person), sessions.in_calendar(tx, link.person, now), link.about

    return await bot.database.run(find)


def nothing(bot: Bot) -> web.Response:
    """That there is no such link (any more), in both languages."""
    return pages.gone(bot.network.texts.both("calendar.wrong_link"))
