"""The bare limit: a server that proves a webhook, makes it durable with group commit, and posts one reply.

It keeps no state, reads no words, keeps no outbox and tries nothing twice: no bot that loses nothing can do less.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import json
import sqlite3
import sys
from contextlib import suppress
from typing import Any, Final

import aiohttp
from aiohttp import web

from bot.__main__ import quick_loop

LINE: Final = "line"


class Bare:
    """The server."""

    def __init__(self, channel: str, path: str, api: str, secret: str) -> None:
        """Open the database as durable as the bot's."""
        self.channel, self.api, self.secret = channel, api, secret.encode()
        self.db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        for pragma in ("journal_mode=WAL", "synchronous=FULL"):
            self.db.execute(f"PRAGMA {pragma}")
        self.db.execute("CREATE TABLE IF NOT EXISTS inbox (key TEXT PRIMARY KEY, body BLOB)")
        self.waiting: list[tuple[str, bytes, asyncio.Future[None]]] = []
        self.writing: asyncio.Task[None] | None = None
        self.replies: set[asyncio.Task[None]] = set()
        self.session: aiohttp.ClientSession

    async def keep(self, key: str, body: bytes) -> None:
        """Return when it is durable."""
        kept = asyncio.get_running_loop().create_future()
        self.waiting.append((key, body, kept))
        if self.writing is None or self.writing.done():
            self.writing = asyncio.create_task(self.write())
        await kept

    async def write(self) -> None:
        """Write what waits, all of it in one commit."""
        while self.waiting:
            batch, self.waiting = self.waiting, []
            await asyncio.to_thread(self.commit, [(key, body) for key, body, _ in batch])
            for _, _, kept in batch:
                kept.set_result(None)

    def commit(self, rows: list[tuple[str, bytes]]) -> None:
        """One durable transaction."""
        self.db.execute("BEGIN IMMEDIATE")
        self.db.executemany("INSERT OR IGNORE INTO inbox VALUES (?, ?)", rows)
        self.db.execute("COMMIT")

    async def receive(self, request: web.Request) -> web.Response:
        """Prove it, keep it, answer 200, and reply."""
        body = await request.read()
        if self.channel == LINE:
            signed = base64.b64encode(hmac.digest(self.secret, body, hashlib.sha256)).decode()
            proven = hmac.compare_digest(signed, request.headers.get("x-line-signature", ""))
        else:
            proven = hmac.compare_digest(
                self.secret.decode(), request.headers.get("x-telegram-bot-api-secret-token", "")
            )
        if not proven:
            return web.Response(status=401)
        told = json.loads(body)
        key, payload, path = self.answer(told)
        await self.keep(key, body)
        task = asyncio.create_task(self.reply(path, payload))
        self.replies.add(task)
        task.add_done_callback(self.replies.discard)
        return web.json_response({})

    def answer(self, told: dict[str, Any]) -> tuple[str, dict[str, Any], str]:
        """The event's key, a fixed answer, and where it goes."""
        if self.channel == LINE:
            event = told["events"][0]
            payload = {"replyToken": event["replyToken"], "messages": [{"type": "text", "text": "ok"}]}
            return event["webhookEventId"], payload, "/v2/bot/message/reply"
        chat = told["message"]["chat"]["id"]
        return str(told["update_id"]), {"chat_id": chat, "text": "ok"}, "/bot4242:benchmark/sendMessage"

    async def reply(self, path: str, payload: dict[str, Any]) -> None:
        """Post one reply."""
        with suppress(aiohttp.ClientError):
            async with self.session.post(self.api + path, json=payload) as answer:
                await answer.read()

    async def run(self, port: int) -> None:
        """Serve until killed."""
        self.session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=100))
        app = web.Application()
        app.router.add_post(f"/webhooks/{self.channel}", self.receive)
        app.router.add_get("/ready", self.ready)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port, backlog=1024).start()
        await asyncio.Event().wait()

    async def ready(self, _request: web.Request) -> web.Response:
        """Say that it listens."""
        return web.json_response({"ready": True})


if __name__ == "__main__":
    channel, path, api, secret, port = sys.argv[1:]
    with asyncio.Runner(loop_factory=quick_loop()) as runner:
        runner.run(Bare(channel, path, api, secret).run(int(port)))
