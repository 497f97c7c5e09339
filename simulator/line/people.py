"""LINE's endpoints about people, chats, contents, the webhook's address and access tokens."""

from __future__ import annotations

from collections import deque

from aiohttp import web

from simulator.checks import callable_from_outside
from simulator.line.account import LineAccount
from simulator.line.contents import Content
from simulator.line.http import (
    PER_HOUR_60,
    PER_MINUTE_1000,
    PER_SECOND_100,
    PER_SECOND_2000,
    USER_ID,
    RefusedError,
    Route,
    answer,
    invalid,
    not_found,
    read_body,
)
from simulator.line.webhook import Delivery
from simulator.samples import picture

NO_ACCESS = "Access to this API is not available for your account"


class PeopleEndpoints:
    """Profiles, followers, loading, mark as read, contents, webhook settings."""

    def __init__(self, account: LineAccount) -> None:
        self._account = account
        self.read_tokens: deque[str] = deque(maxlen=1000)

    def routes(self) -> list[Route]:
        """The endpoints and how often each may be called."""
        content = "/v2/bot/message/{message}/content"
        endpoint = "/v2/bot/channel/webhook/endpoint"
        return [
            ("GET", "/v2/bot/profile/{user}", self.profile, PER_SECOND_2000),
            ("GET", "/v2/bot/info", self.bot, PER_SECOND_2000),
            ("GET", "/v2/bot/followers/ids", self.followers, PER_SECOND_2000),
            ("GET", "/v2/bot/{kind:group|room}/{group}/members/count", self.members, PER_SECOND_2000),
            ("POST", "/v2/bot/chat/loading/start", self.loading, PER_SECOND_100),
            ("POST", "/v2/bot/chat/markAsRead", self.mark_as_read, PER_SECOND_2000),
            ("GET", content, self.content, PER_SECOND_2000),
            ("GET", f"{content}/preview", self.preview, PER_SECOND_2000),
            ("GET", f"{content}/transcoding", self.transcoding, PER_SECOND_2000),
            ("GET", endpoint, self.webhook, PER_MINUTE_1000),
            ("PUT", endpoint, self.set_webhook, PER_MINUTE_1000),
            ("POST", "/v2/bot/channel/webhook/test", self.test_webhook, PER_HOUR_60),
        ]

    async def profile(self, request: web.Request) -> web.Response:
        """Who a friend is; 404 for everyone else."""
        phone = self._account.person(request.match_info["user"])
        if phone is None or phone.blocked or not phone.opened:
            raise not_found()
        return answer({"displayName": phone.name, "userId": phone.address, "language": phone.language})

    async def bot(self, _request: web.Request) -> web.Response:
        """Who the account is."""
        settings = self._account.settings
        return answer(
            {
                "userId": settings.line_destination,
                "basicId": "@handup",
                "displayName": settings.title,
                "chatMode": "bot",
                "markAsReadMode": "manual",
            }
        )

    async def followers(self, request: web.Request) -> web.Response:
        """The friends' ids, for verified accounts."""
        if not self._account.settings.line_verified:
            raise RefusedError(403, NO_ACCESS)
        limit, start = (request.query.get(name, default) for name, default in (("limit", "300"), ("start", "0")))
        if not (limit.isdecimal() and 1 <= int(limit) <= 1000 and start.isdecimal()):
            raise RefusedError(400, "The value for the 'limit' or 'start' parameter is invalid")
        first, last = int(start), int(start) + int(limit)
        ids = [phone.address for phone in self._account.phones.friends()]
        more = {"next": str(last)} if last < len(ids) else {}
        return answer({"userIds": ids[first:last], **more})

    async def members(self, request: web.Request) -> web.Response:
        """How many people a group has, the account not counted; 404 where it is not in it."""
        group = self._account.person(request.match_info["group"])
        if group is None or group.role != "group" or not group.opened:
            raise not_found()
        return answer({"count": group.people})

    async def loading(self, request: web.Request) -> web.Response:
        """Show that an answer is being prepared, in a one-to-one chat."""
        body = await read_body(request)
        seconds = body.get("loadingSeconds", 20)
        if not (isinstance(body.get("chatId"), str) and USER_ID.fullmatch(body["chatId"])):
            raise invalid("chatId")
        if isinstance(seconds, bool) or seconds not in range(5, 61, 5):
            raise RefusedError(400, "loadingSeconds must be a multiple of 5 between 5 and 60")
        if phone := self._account.person(body["chatId"]):
            phone.tell(type="typing")
        return answer(status=202)

    async def mark_as_read(self, request: web.Request) -> web.Response:
        """Say that a message and all before it were read."""
        token = (await read_body(request)).get("markAsReadToken")
        if not isinstance(token, str) or self._account.person(token.partition(".")[0]) is None:
            raise RefusedError(400, "Invalid markAsReadToken. Please check the markAsReadToken")
        self.read_tokens.append(token)
        return answer()

    async def content(self, request: web.Request) -> web.Response:
        """What a person sent: its bytes, 202 while it is prepared, 410 when it is gone."""
        content = self._content(request)
        if content.state == "preparing":
            return web.Response(status=202)
        return web.Response(body=content.sample.content, content_type=content.sample.mime)

    async def preview(self, request: web.Request) -> web.Response:
        """A small picture of an image or a video."""
        self._content(request)
        return web.Response(body=picture(60, 40), content_type="image/png")

    async def transcoding(self, request: web.Request) -> web.Response:
        """Whether a video or an audio is ready."""
        status = {"ready": "succeeded", "preparing": "processing"}.get(self._content(request).state, "failed")
        return answer({"status": status})

    async def webhook(self, _request: web.Request) -> web.Response:
        """Where webhooks go."""
        if not self._account.webhook.url:
            raise not_found()
        return answer({"endpoint": self._account.webhook.url, "active": self._account.webhook.active})

    async def set_webhook(self, request: web.Request) -> web.Response:
        """Send webhooks elsewhere: HTTPS, or this machine."""
        endpoint = (await read_body(request)).get("endpoint")
        self._account.webhook.url = _allowed(endpoint)
        return answer()

    async def test_webhook(self, request: web.Request) -> web.Response:
        """Send an empty webhook and tell what came of it."""
        body = await read_body(request) if request.can_read_body else {}
        webhook = self._account.webhook
        url, webhook.url = webhook.url, _allowed(body.get("endpoint") or webhook.url)
        try:
            delivery = await webhook.verify()
        finally:
            webhook.url = url
        return answer(_tested(delivery))

    def _content(self, request: web.Request) -> Content:
        content = self._account.contents.get(request.match_info["message"])
        if content is None:
            raise not_found()
        if content.state == "gone":
            raise RefusedError(410, "The content is gone")
        return content


class TokenEndpoint:
    """Issues short-lived access tokens for the channel's id and secret."""

    def __init__(self, account: LineAccount) -> None:
        self._account = account

    async def issue(self, request: web.Request) -> web.Response:
        """A token of 15 minutes."""
        form = await request.post()
        settings = self._account.settings
        if form.get("grant_type") != "client_credentials":
            return _refused_grant("unsupported_grant_type", "grant_type must be client_credentials")
        if (form.get("client_id"), form.get("client_secret")) != (
            settings.line_channel_id,
            settings.line_channel_secret,
        ):
            return _refused_grant("invalid_client", "invalid client_id or client_secret")
        token = self._account.access_tokens.issue(self._account.now())
        return answer({"token_type": "Bearer", "access_token": token, "expires_in": 900})


def _refused_grant(error: str, description: str) -> web.Response:
    return answer({"error": error, "error_description": description}, 400)


def _allowed(endpoint: object) -> str:
    if not isinstance(endpoint, str) or len(endpoint) > 500:
        raise invalid("endpoint")
    if not callable_from_outside(endpoint):
        raise RefusedError(400, "Invalid webhook endpoint URL")
    return endpoint


def _tested(delivery: Delivery) -> dict[str, object]:
    status = delivery.outcome if isinstance(delivery.outcome, int) else 0
    reason = "OK" if delivery.accepted else "ERROR_STATUS_CODE" if status else str(delivery.outcome).upper()
    return {
        "success": delivery.accepted,
        "timestamp": delivery.at.strftime("%Y-%m-%dT%H:%M:%S.%f") + "Z",
        "statusCode": status,
        "reason": reason,
        "detail": str(delivery.outcome),
    }
