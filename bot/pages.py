"""What holds for every page: the headers that keep it safe and private, a kind word where a link is good no more."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from html import escape
from math import ceil
from string import Template
from typing import TYPE_CHECKING, Final

from aiohttp import web

from bot.patience import ASKED, ASKED_A_SECOND, MISSES, MISSES_A_SECOND, Patience, caller

if TYPE_CHECKING:
    from bot.assemble import Bot

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

HEADERS: Final = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self';"
    " frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
}
"""On every answer that does not say otherwise itself."""
ONE_YEAR: Final = {"Strict-Transport-Security": "max-age=31536000"}
FETCHED: Final = frozenset({"pictures", "charts"})
"""What platforms fetch for many people from one address: only wrong guesses count."""
NEVER_COUNTED: Final = frozenset({"live", "webhooks"})
GONE: Final = Template("""<!doctype html>
<html lang="th"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>$th</title><style>
body { margin: 0; background: #eef4f2; color: #16302b; font: 1.1rem/1.6 Sarabun, "Noto Sans Thai", sans-serif }
main { max-width: 30rem; margin: 12vh auto 0; padding: 1.6rem; background: #fff; border-top: .5rem solid #06705e }
p { margin: 0; white-space: pre-line } p + p { margin-top: 1rem; color: #5b726c; font-size: .92em }
</style></head><body><main><p>$th</p><p lang="en">$en</p></main></body></html>
""")


class Taken(web.Response):
    """What a platform is answered whose webhook was taken: no page, and nobody looks at it."""


def gone(words: Mapping[str, str]) -> web.Response:
    """That a link is good no more, or never was, and what to do instead."""
    page = GONE.substitute({language: escape(each) for language, each in words.items()})
    return web.Response(status=404, text=page, content_type="text/html")


def protect(app: web.Application, bot: Bot) -> None:
    """Put the headers on every answer, and be patient with every address for so long."""
    headers = HEADERS | (ONE_YEAR if bot.network.public_url.startswith("https://") else {})

    async def put_on(_request: web.Request, answer: web.StreamResponse) -> None:
        if isinstance(answer, Taken):
            return
        for name, value in headers.items():
            answer.headers.setdefault(name, value)
        answer.headers["Server"] = "handup"  # and not in which version

    app.on_response_prepare.append(put_on)
    turnstile = Turnstile(bot)

    @web.middleware
    async def pass_through(request: web.Request, handler: Handler) -> web.StreamResponse:
        return await turnstile.pass_through(request, handler)

    app.middlewares.append(pass_through)


class Turnstile:
    """Lets an address in as long as it does not ask too much, or guess."""

    def __init__(self, bot: Bot) -> None:
        """Begin rested."""
        self.bot = bot
        self.misses = Patience(MISSES, MISSES_A_SECOND)
        self.asked = Patience(ASKED, ASKED_A_SECOND)

    async def pass_through(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Answer, or ask to wait: then nothing is looked up."""
        resource = request.match_info.route.resource
        kind = resource.canonical.split("/", 2)[1] if resource else ""
        if kind in NEVER_COUNTED:
            return await handler(request)
        who, now = f"{kind} {caller(request.remote, request.headers)}", self.bot.clock.now()
        if wait := max(self.misses.wait(who, now), self.asked.wait(who, now)):
            return self.slow_down(wait)
        if kind not in FETCHED:
            self.asked.take(who, now)
        try:
            answer = await handler(request)
        except web.HTTPNotFound:
            answer = gone(self.bot.network.texts.both("public_pages.nothing_here"))
        if answer.status == web.HTTPNotFound.status_code:
            self.misses.take(who, now)
        return answer

    def slow_down(self, wait: float) -> web.Response:
        """Ask kindly to wait, in plain words."""
        words = "\n".join(self.bot.network.texts.both("public_pages.slow_down").values())
        return web.Response(status=429, text=words, headers={"Retry-After": str(ceil(wait))})
