"""The desk's own API, which the page uses: phones, what people do, the clock, faults, and a stream of what happens."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import fields
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aiohttp import web

from simulator.bubbles import THAILAND, Plain
from simulator.faults import Fault
from simulator.group import Group
from simulator.phone import Channel, NotPossibleError, Phone

if TYPE_CHECKING:
    from simulator.server import Simulator

PAGE = Path(__file__).parent / "page"
HEARTBEAT = 15.0
CHANNELS = ("line", "telegram")
LANGUAGES = ("th", "en")
ROLES = ("volunteer", "staff", "group")

Act = Callable[[Phone, Plain], Awaitable[None]]


class Desk:
    """The endpoints under ``/`` and ``/desk``."""

    def __init__(self, simulator: Simulator) -> None:
        self._simulator = simulator

    def add_routes(self, router: web.UrlDispatcher) -> None:
        """Put the endpoints into the server."""
        router.add_get("/", self.page)
        router.add_static("/page", PAGE)
        router.add_get("/desk/state", self.state)
        router.add_get("/desk/stream", self.stream)
        router.add_get("/desk/content/{content}", self.content)
        router.add_get("/desk/rich-menus/{menu}", self.menu_image)
        router.add_get("/desk/phones/{phone}/messages", self.messages)
        router.add_post("/desk/phones", self.add_phone)
        router.add_post("/desk/phones/{phone}/{act:open|say|tap|send|block|unblock}", self.act)
        router.add_post("/desk/clock", self.clock)
        router.add_post("/desk/faults", self.faults)

    async def page(self, _request: web.Request) -> web.StreamResponse:
        """The page with the phones."""
        return web.FileResponse(PAGE / "index.html")

    async def state(self, _request: web.Request) -> web.Response:
        """Everything that the page starts from."""
        simulator = self._simulator
        body = {
            "now": self._now(),
            "title": simulator.settings.title,
            "phones": [phone.to_json() for phone in simulator.phones if phone.shown],
            "meter": simulator.meter(),
            "jumps": await simulator.list_jumps(),
            "bot_up": await simulator.bot_up(),
        }
        return _json(body)

    async def messages(self, request: web.Request) -> web.Response:
        """The bubbles of a phone, which are read by that."""
        phone = self._phone(request)
        phone.read()
        return _json([bubble.to_json() for bubble in phone.history])

    async def stream(self, request: web.Request) -> web.StreamResponse:
        """Server-sent events until the page goes away."""
        answer = web.StreamResponse(headers={"content-type": "text/event-stream", "cache-control": "no-store"})
        await answer.prepare(request)
        await answer.write(b": hello\n\n")
        events = self._simulator.stream.join()
        try:
            while not self._simulator.stopping:
                await answer.write(await _next(events))
        except ConnectionError:
            pass
        finally:
            self._simulator.stream.leave(events)
        return answer

    async def add_phone(self, request: web.Request) -> web.Response:
        """Put one more phone on the desk."""
        wish = await _body(request)
        name = str(wish.get("name", "")).strip()
        language, role = wish.get("language", "th"), wish.get("role", "volunteer")
        if not 1 <= len(name) <= 60 or wish.get("channel") not in CHANNELS:
            raise _refused(400, "a phone needs a name and a channel (line or telegram)")
        if language not in LANGUAGES or role not in ROLES:
            raise _refused(400, "the language is th or en, the role volunteer, staff or group")
        if role == "group":
            return _json(self._add_group(name, wish["channel"]).to_json())
        return _json(self._simulator.add_phone(name, wish["channel"], language=language, role=role).to_json())

    def _add_group(self, title: str, channel: Channel) -> Group:
        """A group of everybody who uses the platform."""
        members = self._simulator.phones.people(channel)
        if not members:
            raise _refused(409, "nobody is there who could be in a group")
        return self._simulator.add_group(title, channel, members)

    async def act(self, request: web.Request) -> web.Response:
        """Do what the person does."""
        phone, wish = self._phone(request), await _body(request)
        try:
            await ACTS[request.match_info["act"]](phone, wish)
        except NotPossibleError as reason:
            raise _refused(409, str(reason)) from None
        return _json({"ok": True})

    async def clock(self, request: web.Request) -> web.Response:
        """Move the clock by seconds, or to a moment."""
        wish = await _body(request)
        await self._simulator.move_clock(_distance(wish, self._simulator.clock.now()))
        return _json({"now": self._now()})

    async def faults(self, request: web.Request) -> web.Response:
        """Put a fault in force (see ``simulator.faults``); an empty object clears them all."""
        wish = await _body(request)
        faults = self._simulator.faults
        if not wish:
            faults.clear()
        else:
            faults.add(_fault(wish))
        return _json(
            {"faults": [{field.name: getattr(fault, field.name) for field in fields(fault)} for fault in faults.active]}
        )

    async def content(self, request: web.Request) -> web.Response:
        """What a person or the bot sent: its bytes, for the page."""
        name = request.match_info["content"]
        if kept := self._simulator.line.contents.get(name):
            return web.Response(body=kept.sample.content, content_type=kept.sample.mime)
        if upload := self._simulator.telegram.files.get(name):
            return web.Response(body=upload.content, content_type=upload.mime or "application/octet-stream")
        raise _refused(404, "no such content")

    async def menu_image(self, request: web.Request) -> web.Response:
        """The image of a rich menu."""
        menu = self._simulator.line.menus.menus.get(request.match_info["menu"])
        if menu is None or not menu.image:
            raise _refused(404, "no such menu")
        return web.Response(body=menu.image, content_type=menu.mime)

    def _phone(self, request: web.Request) -> Phone:
        phone = self._simulator.phones.get(request.match_info["phone"])
        if phone is None:
            raise _refused(404, "no such phone")
        return phone

    def _now(self) -> str:
        return self._simulator.clock.now().astimezone(THAILAND).isoformat(timespec="milliseconds")


async def _open(phone: Phone, wish: Plain) -> None:
    await phone.open(str(wish.get("payload") or ""))


async def _say(phone: Phone, wish: Plain) -> None:
    text = str(wish.get("text") or "").strip()
    if not text:
        raise NotPossibleError("there is nothing to say")
    if isinstance(phone, Group) and wish.get("writer"):
        phone.choose(str(wish["writer"]))
    await phone.say(text)


async def _tap(phone: Phone, wish: Plain) -> None:
    await phone.tap(str(wish.get("button")), str(wish.get("bubble") or ""), str(wish.get("picked") or ""))


async def _send(phone: Phone, wish: Plain) -> None:
    await phone.send(str(wish.get("content")))


async def _block(phone: Phone, _wish: Plain) -> None:
    await phone.block()


async def _unblock(phone: Phone, _wish: Plain) -> None:
    await phone.unblock()


ACTS: dict[str, Act] = {
    "open": _open,
    "say": _say,
    "tap": _tap,
    "send": _send,
    "block": _block,
    "unblock": _unblock,
}


async def _next(events: asyncio.Queue[str]) -> bytes:
    try:
        return f"data: {await asyncio.wait_for(events.get(), HEARTBEAT)}\n\n".encode()
    except TimeoutError:
        return b": still here\n\n"


async def _body(request: web.Request) -> Plain:
    try:
        body = json.loads(await request.read() or b"{}")
        json.dumps(body, ensure_ascii=False).encode()
    except ValueError:
        raise _refused(400, "the body is not JSON") from None
    if not isinstance(body, dict):
        raise _refused(400, "the body is not an object")
    return body


def _distance(wish: Plain, now: datetime) -> timedelta:
    try:
        if "advance" in wish:
            return timedelta(seconds=float(wish["advance"]))
        moment = datetime.fromisoformat(str(wish["to"]))
    except (KeyError, ValueError, TypeError, OverflowError):
        raise _refused(400, "say {advance: seconds} or {to: ISO moment}") from None
    return (moment if moment.tzinfo else moment.replace(tzinfo=THAILAND)) - now


def _fault(wish: Plain) -> Fault:
    try:
        return Fault(**wish)
    except (TypeError, ValueError) as reason:
        raise _refused(400, str(reason)) from None


def _json(body: Any, status: int = 200) -> web.Response:
    return web.json_response(body, status=status, dumps=lambda thing: json.dumps(thing, ensure_ascii=False))


def _refused(status: int, reason: str) -> web.HTTPException:
    kinds: dict[int, type[web.HTTPException]] = {400: web.HTTPBadRequest, 404: web.HTTPNotFound, 409: web.HTTPConflict}
    return kinds[status](text=json.dumps({"error": reason}, ensure_ascii=False), content_type="application/json")
