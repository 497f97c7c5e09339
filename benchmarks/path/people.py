"""The people of the benchmark, and the platforms that they write in: signed webhooks out, answers in, each checked."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import json
import re
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from benchmarks.path.wire import Clients, Server

SECRET: Final = "benchmark-secret"
LINE_TOKEN: Final = "benchmark-token"
TELEGRAM_TOKEN: Final = "4242:benchmark"
CONVERSATION: Final = ("", "ไทย", "เริ่มเลย", "รับทราบ", "ครบแล้ว", "ได้")
"""Opening the chat, then what a newcomer types until the second consent: each is answered by one message."""
PATIENCE: Final = 30.0
_TOKEN: Final = re.compile(rb'"replyToken": ?"([^"]+)"')
_CHAT: Final = re.compile(rb'chat_id"?[=:] ?"?(\d+)')


class WrongAnswer(AssertionError):
    """The bot did not answer as it does everybody else."""


@dataclass(slots=True)
class Waits:
    """How long people waited for their answers, in seconds."""

    seconds: list[float] = field(default_factory=list)

    def percentile(self, share: float) -> float:
        """The wait that this share of people did not exceed."""
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else float("nan")


class Platform:
    """One platform with its people. What the first chat is answered is what every other must be."""

    def __init__(self, channel: str, first: int = 0) -> None:
        """Build it; ``first`` is the number of the first chat."""
        self.channel = channel
        self.first = first
        self.clients = Clients()
        self.port = 0
        self.expected: dict[int, bytes] = {}
        self.waiting: dict[bytes, tuple[int, float, Callable[[], None]]] = {}
        self.waits = Waits()
        self.wrong = 0
        self.refused = 0
        self.unexpected = 0

    async def start(self) -> int:
        """Listen as the platform's API; gives the port."""
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: Server(self.called), "127.0.0.1", 0, backlog=1024)
        self.port = int(server.sockets[0].getsockname()[1])
        return self.port

    # ------------------------------------------------------------ the platform's API

    def called(self, line: bytes, body: bytes) -> bytes:
        """Take a call of the bot's API."""
        if self.channel == "line":
            if b"/message/reply" in line or b"/message/push" in line:
                self.line_said(line, body)
                return LINE_SENT
            return LINE_ELSE
        if b"/sendMessage" in line:
            self.telegram_said(body)
            return TELEGRAM_SENT
        return TELEGRAM_ME if b"/getMe" in line else TELEGRAM_ELSE

    def line_said(self, line: bytes, body: bytes) -> None:
        """The bot answered on LINE."""
        found = _TOKEN.search(body)
        self.heard(found[1] if found and b"/reply" in line else b"", body)

    def telegram_said(self, body: bytes) -> None:
        """The bot answered on Telegram."""
        found = _CHAT.search(body)
        self.heard(found[1] if found else b"", body)

    def heard(self, key: bytes, body: bytes) -> None:
        """Somebody's answer came: is it the one that the first chat got?"""
        waiting = self.waiting.pop(key, None)
        if waiting is None:
            self.unexpected += 1
            return
        step, since, then = waiting
        self.waits.seconds.append(time.perf_counter() - since)
        said = body.replace(key, b"KEY")
        if self.expected.setdefault(step, said) != said:
            self.wrong += 1
        then()

    # ------------------------------------------------------------ the people

    def say(self, chat: int, step: int, then: Callable[[], None]) -> None:
        """Let a person say their next words; ``then`` is called when the answer has come."""
        key, request = (self.line_request if self.channel == "line" else self.telegram_request)(chat, step)
        self.waiting[key] = (step, time.perf_counter(), then)
        self.clients.send(request, self.accepted)

    def accepted(self, status: int) -> None:
        """The bot answered a webhook."""
        if status != 200:
            self.refused += 1

    def line_request(self, chat: int, step: int) -> tuple[bytes, bytes]:
        """A signed webhook of LINE's."""
        token = f"t{chat:07d}s{step}"
        words = CONVERSATION[step % len(CONVERSATION)]
        what = (
            {"type": "message", "message": {"type": "text", "id": "1", "text": words}} if words else {"type": "follow"}
        )
        event = {
            **what,
            "mode": "active",
            "timestamp": int(time.time() * 1000),
            "source": {"type": "user", "userId": f"U{chat:032x}"},
            "webhookEventId": f"E{token}",
            "deliveryContext": {"isRedelivery": False},
            "replyToken": token,
        }
        body = json.dumps({"destination": "U" + "f" * 32, "events": [event]}, ensure_ascii=False).encode()
        signed = base64.b64encode(hmac.digest(SECRET.encode(), body, hashlib.sha256))
        return token.encode(), post(b"/webhooks/line", b"x-line-signature: " + signed, body)

    def telegram_request(self, chat: int, step: int) -> tuple[bytes, bytes]:
        """A webhook of Telegram's with its secret."""
        number = 1_000_000 + chat
        person = {"id": number, "is_bot": False, "first_name": "A"}
        message = {
            "message_id": step + 1,
            "date": int(time.time()),
            "chat": {"id": number, "type": "private", "first_name": "A"},
            "from": person,
            "text": CONVERSATION[step % len(CONVERSATION)] or "/start",
        }
        update = {"update_id": chat * 100 + step + 1, "message": message}
        body = json.dumps(update, ensure_ascii=False).encode()
        secret = b"x-telegram-bot-api-secret-token: " + SECRET.encode()
        return str(number).encode(), post(b"/webhooks/telegram", secret, body)

    # ------------------------------------------------------------ how they talk

    async def closed_loop(self, chats: int, at_once: int, steps: int = len(CONVERSATION)) -> float:
        """Everybody says everything, chats interleaved, so many at once; gives the seconds that it took."""
        ready = deque((self.first + chat, 0) for chat in range(chats))
        left = chats * steps
        finished = asyncio.get_running_loop().create_future()
        began = time.perf_counter()

        def go_on(chat: int, step: int) -> None:
            nonlocal left
            left -= 1
            if step + 1 < steps:
                ready.append((chat, step + 1))
            if ready:
                speak()
            elif left == 0 and not finished.done():
                finished.set_result(None)

        def speak() -> None:
            chat, step = ready.popleft()
            self.say(chat, step, lambda: go_on(chat, step))

        for _ in range(min(at_once, len(ready))):
            speak()
        await asyncio.wait_for(finished, PATIENCE + left / 200)
        return time.perf_counter() - began

    async def open_loop(self, chats: int, rate: float, steps: int = len(CONVERSATION)) -> None:
        """Messages come at this rate, whatever the bot does; a chat waits for its answer before its next words."""
        ready = deque((self.first + chat, 0) for chat in range(chats))
        under_way = 0
        began = time.perf_counter()
        due = 0
        while ready or under_way:
            due = min(int((time.perf_counter() - began) * rate), chats * steps)
            while self.said < due and ready:
                chat, step = ready.popleft()
                under_way += 1
                self.said += 1

                def answered(chat: int = chat, step: int = step) -> None:
                    nonlocal under_way
                    under_way -= 1
                    if step + 1 < steps:
                        ready.append((chat, step + 1))

                self.say(chat, step, answered)
            await asyncio.sleep(0.001)
            if time.perf_counter() - began > PATIENCE + chats * steps / rate:
                raise TimeoutError(f"{under_way} answers never came")

    said = 0

    def trouble(self) -> str:
        """What went wrong, if anything did."""
        troubles = {
            "wrong answers": self.wrong,
            "webhooks refused": self.refused,
            "answers nobody asked for": self.unexpected,
        }
        return ", ".join(f"{count} {name}" for name, count in troubles.items() if count)


def post(path: bytes, proof: bytes, body: bytes) -> bytes:
    """A POST request."""
    return (
        b"POST "
        + path
        + b" HTTP/1.1\r\nHost: bot\r\nContent-Type: application/json\r\n"
        + proof
        + b"\r\nContent-Length: "
        + str(len(body)).encode()
        + b"\r\n\r\n"
        + body
    )


def ok(body: bytes) -> bytes:
    """A response that says yes."""
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nx-line-request-id: 1\r\nContent-Length: "
    return head + str(len(body)).encode() + b"\r\n\r\n" + body


LINE_SENT: Final = ok(b'{"sentMessages":[{"id":"1","quoteToken":"q"}]}')
LINE_ELSE: Final = ok(
    b'{"userId":"U' + b"f" * 32 + b'","basicId":"@bench","displayName":"Bench","chatMode":"bot",'
    b'"markAsReadMode":"auto","type":"none","totalUsage":0,"richmenus":[]}'
)
TELEGRAM_ELSE: Final = ok(b'{"ok":true,"result":true}')
TELEGRAM_ME: Final = ok(b'{"ok":true,"result":{"id":4242,"is_bot":true,"first_name":"Bench","username":"bench_bot"}}')
TELEGRAM_SENT: Final = ok(
    b'{"ok":true,"result":{"message_id":1,"date":1750000000,"chat":{"id":1,"type":"private","first_name":"A"},"text":"x"}}'
)
