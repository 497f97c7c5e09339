"""LINE's endpoints that send messages, and that count what was sent."""

from __future__ import annotations

import re
import uuid
from datetime import datetime

from aiohttp import web

from simulator.bubbles import Plain
from simulator.checks import words
from simulator.counters import Kind, day
from simulator.line.account import LineAccount
from simulator.line.http import (
    PER_HOUR_60,
    PER_SECOND_200,
    PER_SECOND_2000,
    USER_ID,
    RefusedError,
    Route,
    answer,
    invalid,
    read_body,
    refuse_if,
    request_id,
)
from simulator.line.limits import check_sending
from simulator.line.tokens import Accepted
from simulator.phone import Phone

MULTICAST = 500


class MessageEndpoints:
    """Reply, push, multicast, broadcast, their validation and their counts."""

    def __init__(self, account: LineAccount) -> None:
        self._account = account

    def routes(self) -> list[Route]:
        """The endpoints and how often each may be called."""
        kinds = ("reply", "push", "multicast", "narrowcast", "broadcast")
        validated = [("POST", f"/v2/bot/message/validate/{kind}", self.validate, PER_SECOND_2000) for kind in kinds]
        return [
            ("POST", "/v2/bot/message/reply", self.reply, PER_SECOND_2000),
            ("POST", "/v2/bot/message/push", self.push, PER_SECOND_2000),
            ("POST", "/v2/bot/message/multicast", self.multicast, PER_SECOND_200),
            ("POST", "/v2/bot/message/broadcast", self.broadcast, PER_HOUR_60),
            ("GET", "/v2/bot/message/quota", self.quota, PER_SECOND_2000),
            ("GET", "/v2/bot/message/quota/consumption", self.consumption, PER_SECOND_2000),
            ("GET", "/v2/bot/message/delivery/{kind:reply|push|multicast|broadcast}", self.delivery, PER_SECOND_2000),
            *validated,
        ]

    async def reply(self, request: web.Request) -> web.Response:
        """Answer an event with its reply token: once, in time, free."""
        body = await read_body(request)
        if "x-line-retry-key" in request.headers:
            raise RefusedError(400, "The X-Line-Retry-Key header can't be used with this endpoint")
        refuse_if([*words(body, "replyToken", "", 1000), *check_sending(body)])
        address = self._account.reply_tokens.address(body["replyToken"], self._account.now())
        phone = self._account.person(address)
        if phone is None:
            raise RefusedError(400, "Invalid reply token")
        self._account.reply_tokens.use(body["replyToken"])
        sent = self._account.deliver("reply", [] if phone.blocked else [phone], body["messages"])
        return answer({"sentMessages": sent})

    async def push(self, request: web.Request) -> web.Response:
        """Send to one person; accepted even when it cannot arrive."""
        body = await read_body(request)
        key = self._retry_key(request)
        refuse_if([*words(body, "to", "", 1000), *check_sending(body)])
        phone = self._account.person(body["to"])
        if phone is None or (phone.role == "group" and not phone.opened):
            raise _unknown(body["to"])
        sent = self._send("push", [phone], body)
        self._remember(request, key, sent)
        return answer({"sentMessages": sent})

    async def multicast(self, request: web.Request) -> web.Response:
        """Send the same to at most 500 people, or to none of them."""
        body = await read_body(request)
        key = self._retry_key(request)
        refuse_if(check_sending(body))
        self._send("multicast", self._recipients(body), body)
        self._remember(request, key, None)
        return answer()

    async def broadcast(self, request: web.Request) -> web.Response:
        """Send to every friend."""
        body = await read_body(request)
        key = self._retry_key(request)
        refuse_if(check_sending(body))
        self._send("broadcast", self._account.phones.friends(), body)
        self._remember(request, key, None)
        return answer()

    async def validate(self, request: web.Request) -> web.Response:
        """Say what is wrong with messages, and send nothing."""
        body = await read_body(request)
        refuse_if(check_sending({"messages": body.get("messages")}))
        return answer()

    async def quota(self, _request: web.Request) -> web.Response:
        """The month's limit."""
        limit = self._account.settings.line_quota
        return answer({"type": "none"} if limit is None else {"type": "limited", "value": limit})

    async def consumption(self, _request: web.Request) -> web.Response:
        """The recipients of this month."""
        return answer({"totalUsage": self._account.quota.used(self._account.now())})

    async def delivery(self, request: web.Request) -> web.Response:
        """The recipients of a day; today's are not counted yet."""
        date = request.query.get("date", "")
        if not re.fullmatch(r"\d{8}", date):
            raise RefusedError(400, "The value for the 'date' parameter is invalid")
        if date >= day(self._account.now()):
            return answer({"status": "unready"})
        return answer({"status": "ready", "success": self._account.quota.on(request.match_info["kind"], date)})

    def _recipients(self, body: Plain) -> list[Phone]:
        to = body.get("to")
        if not isinstance(to, list) or not 1 <= len(to) <= MULTICAST:
            raise invalid("to")
        for place, address in enumerate(to):
            if not (isinstance(address, str) and USER_ID.fullmatch(address)):
                raise self._refused_address(place)
            if self._account.settings.line_strict_multicast and self._account.person(address) is None:
                raise self._refused_address(place)
        return [phone for address in dict.fromkeys(to) if (phone := self._account.person(address))]

    def _refused_address(self, place: int) -> RefusedError:
        named = self._account.settings.line_multicast_names
        return invalid(f"to[{place}]") if named else RefusedError(400, "Failed to send messages")

    def _send(self, kind: Kind, people: list[Phone], body: Plain) -> list[dict[str, str]]:
        reached = [phone for phone in people if self._account.reaches(phone)]
        if not self._account.affords(sum(phone.people for phone in reached)):
            raise RefusedError(429, "You have reached your monthly limit.")
        return self._account.deliver(kind, reached, body["messages"])

    def _retry_key(self, request: web.Request) -> str | None:
        key = request.headers.get("x-line-retry-key")
        if key is None:
            return None
        if _is_uuid(key):
            self._refuse_repeat(key, self._account.now())
            return key
        raise RefusedError(400, "The X-Line-Retry-Key header is invalid")

    def _refuse_repeat(self, key: str, now: datetime) -> None:
        known = self._account.retry_keys.accepted(key, now)
        if known is None:
            return
        self._account.counters.repeats += 1
        sent = {} if known.sent_messages is None else {"sentMessages": known.sent_messages}
        headers = {"x-line-accepted-request-id": known.request_id}
        raise RefusedError(409, "The retry key is already accepted", headers=headers, **sent)

    def _remember(self, request: web.Request, key: str | None, sent: list[dict[str, str]] | None) -> None:
        if key is not None:
            accepted = Accepted(request_id(request), self._account.now(), sent)
            self._account.retry_keys.accept(key, accepted)


def _unknown(address: object) -> RefusedError:
    if isinstance(address, str) and re.fullmatch(r"[UCR][0-9a-f]{32}", address):
        return RefusedError(400, "Failed to send messages")
    return invalid("to")


def _is_uuid(text: str) -> bool:
    try:
        uuid.UUID(text)
    except ValueError:
        return False
    return True
