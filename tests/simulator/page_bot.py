"""A small stand-in for the bot, for looking at the page: it answers through LINE's and Telegram's real API calls."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Self

import aiohttp
from aiohttp import web

from bot.clock import Clock
from simulator.samples import picture
from simulator.server import Simulator

Json = dict[str, Any]
ATTACK = '<img src=x onerror="window.attacked=1"> <b>ตัวหนา</b>'


class PageBot:
    """The desk with three phones on it, and a bot that has an answer for a few words."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.simulator = Simulator(self.clock, jumps=self._jumps, clock_moved=self._remind)
        self.heard: list[Json] = []

    async def __aenter__(self) -> Self:
        """Start the desk and the bot, each on a free port."""
        self._http = aiohttp.ClientSession()
        await self.simulator.start()
        await self._listen()
        self.simulator.add_phone("คุณมะลิ", "line")
        self.simulator.add_phone("Arun", "telegram", "en")
        self.simulator.add_phone("พี่ก้อย", "line", "th", "staff")
        return self

    async def __aexit__(self, *_failure: object) -> None:
        """Stop both."""
        await self.simulator.stop()
        await self._runner.cleanup()
        await self._http.close()

    async def go_silent(self) -> None:
        """Stop listening for webhooks."""
        await self._runner.cleanup()

    async def line(self, path: str, body: Json | bytes, kind: str = "application/json") -> Json:
        """Call LINE's API."""
        content: Json = {"json": body} if isinstance(body, dict) else {"data": body}
        headers = {"Authorization": f"Bearer {self.simulator.settings.line_access_token}", "Content-Type": kind}
        return await self._call(f"/v2/bot/{path}", headers=headers, **content)

    async def telegram(self, method: str, **body: Any) -> Json:
        """Call Telegram's API."""
        return await self._call(f"/bot{self.simulator.settings.telegram_token}/{method}", json=body)

    async def push(self, phone_id: str, *messages: Json) -> None:
        """Write to somebody on LINE first."""
        phone = self.simulator.phones.get(phone_id)
        assert phone
        await self.line("message/push", {"to": phone.address, "messages": list(messages)})

    async def show_menu(self) -> None:
        """Give everybody on LINE a rich menu with two halves."""
        size = {"width": 800, "height": 270}
        halves = [("หางาน", 0), ("ชั่วโมง", 400)]
        areas = [
            {
                "bounds": {"x": x, "y": 0, "width": 400, "height": 270},
                "action": {"type": "postback", "label": label, "data": f"menu={label}", "displayText": label},
            }
            for label, x in halves
        ]
        menu = {"size": size, "selected": True, "name": "menu", "chatBarText": "เมนู", "areas": areas}
        menu_id = (await self.line("richmenu", menu))["richMenuId"]
        await self.line(f"richmenu/{menu_id}/content", picture(800, 270), "image/png")
        await self.line(f"user/all/richmenu/{menu_id}", {})

    async def _call(self, path: str, **options: Any) -> Json:
        async with self._http.post(self.simulator.url + path, **options) as answer:
            assert answer.status < 300, await answer.text()
            said: Json = await answer.json()
            return said

    async def _listen(self) -> None:
        application = web.Application()
        application.router.add_post("/line", self._hear_line)
        application.router.add_post("/telegram", self._hear_telegram)
        self._runner = web.AppRunner(application)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        base = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        self.simulator.line_bot_url, self.simulator.telegram_bot_url = f"{base}/line", f"{base}/telegram"

    async def _hear_line(self, request: web.Request) -> web.Response:
        events = (await request.json())["events"]
        self.heard.extend(events)
        for event in events:
            if messages := line_answer(event):
                await self.line("message/reply", {"replyToken": event["replyToken"], "messages": messages})
        return web.Response()

    async def _hear_telegram(self, request: web.Request) -> web.Response:
        update = await request.json()
        self.heard.append(update)
        if query := update.get("callback_query"):
            await self.telegram("answerCallbackQuery", callback_query_id=query["id"], text=f"เลือก {query['data']}")
        elif message := update.get("message"):
            await self.telegram("sendMessage", chat_id=message["chat"]["id"], **telegram_answer(message))
        return web.Response()

    async def _jumps(self) -> list[Json]:
        to = (self.clock.now() + timedelta(days=3)).isoformat()
        return [{"label": {"th": "วันก่อนนัด: ออกแบบโลโก้", "en": "The day before: logo design"}, "to": to}]

    async def _remind(self) -> None:
        phone = self.simulator.phones.get("p1")
        if phone and phone.opened:
            await self.push("p1", text("พรุ่งนี้มีนัด มาได้ไหม"))


def text(words: str, *actions: Json) -> Json:
    """A LINE text, perhaps with quick replies."""
    quick = {"quickReply": {"items": [{"type": "action", "action": action} for action in actions]}} if actions else {}
    return {"type": "text", "text": words, **quick}


def line_answer(event: Json) -> list[Json]:
    """What the stand-in answers on LINE."""
    words = event.get("message", {}).get("text", "")
    if event["type"] == "follow":
        yes = {"type": "message", "label": "ใช่", "text": "ใช่"}
        day = {"type": "datetimepicker", "label": "เลือกวัน", "data": "day", "mode": "date", "initial": "2026-11-30"}
        return [text("สวัสดี 👋\nดูที่ https://example.org/a?b=1."), text("พร้อมไหม", yes, day)]
    if event["type"] == "postback":
        return [text(f"ได้ {event['postback']['data']} {event['postback'].get('params', '')}")]
    if event["type"] != "message":
        return []
    return {"การ์ด": [cards()], "โจมตี": [text(ATTACK)], "ยืนยัน": [confirm()]}.get(words, [text(f"รับ: {words}")])


def telegram_answer(message: Json) -> Json:
    """What the stand-in answers on Telegram."""
    if message.get("text", "").startswith("/start"):
        keys = [[{"text": "Right", "callback_data": "right"}, {"text": "Wrong", "callback_data": "wrong"}]]
        site = [{"text": "Site", "url": "https://example.org"}]
        words = 'Hello <b>Arun</b> &amp; <a href="https://example.org">friends</a>, see /help'
        return {"text": words, "parse_mode": "HTML", "reply_markup": {"inline_keyboard": [*keys, site]}}
    return {"text": f"got {message.get('text', 'something')}"}


def cards() -> Json:
    """A carousel of two cards whose buttons can be tapped."""
    return {"type": "flex", "altText": "งานสองงาน", "contents": {"type": "carousel", "contents": [card(1), card(2)]}}


def card(number: int) -> Json:
    """One card: a title, a coloured row, and a button."""
    row = {
        "type": "box",
        "layout": "horizontal",
        "spacing": "md",
        "contents": [
            {"type": "text", "text": "เวลา", "size": "sm", "color": "#6B7280", "flex": 2},
            {"type": "text", "text": "13:00", "size": "sm", "flex": 5, "wrap": True},
        ],
    }
    title = {"type": "text", "text": f"งานที่ {number}", "weight": "bold", "size": "xl", "color": "#0B7A43", "wrap": True}
    action = {"type": "postback", "label": f"สมัครงาน {number}", "data": f"job={number}", "displayText": "สมัคร"}
    button = {"type": "button", "style": "primary", "color": "#0B7A43", "action": action}
    body = {"type": "box", "layout": "vertical", "contents": [title, {"type": "separator", "margin": "md"}, row]}
    footer = {"type": "box", "layout": "vertical", "contents": [button]}
    return {"type": "bubble", "size": "kilo", "body": body, "footer": footer}


def confirm() -> Json:
    """A confirm template."""
    actions = [{"type": "message", "label": label, "text": label} for label in ("ตกลง", "ไม่")]
    return {
        "type": "template",
        "altText": "ส่งไหม",
        "template": {"type": "confirm", "text": "ส่งไหม", "actions": actions},
    }
