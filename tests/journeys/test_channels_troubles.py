"""Both channels over real HTTP with the real SDKs, against a server that misbehaves on request."""

import asyncio
import json
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer, unused_port
from telegram.error import RetryAfter

from bot.channels import (
    CredentialsRefused,
    Ourselves,
    Outcome,
    Parcel,
    Quota,
    QuotaSpent,
    Refused,
    ReplySpent,
    Sent,
    TryLater,
    Unreachable,
)
from bot.channels.line import LineChannel
from bot.channels.telegram import TelegramChannel
from bot.channels.telegram_outcomes import outcome_of
from domain.events import BUTTON_PRESSED, MESSAGE_RECEIVED
from domain.messages import Choice, Message

pytestmark = pytest.mark.filterwarnings("ignore:.*`retry_after`")

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
SOMCHAI = "U" + "a1" * 16
HELLO = (Message("สวัสดีค่ะ", ways=(Choice("ช่วยด้วย", "help"),)),)
SENT = {"sentMessages": [{"id": "461230966842064897", "quoteToken": "q"}]}


@dataclass
class Platform:
    """A server that answers as it was told, the last answer again and again, and remembers what it was asked."""

    answers: list[Any] = field(default_factory=list)
    asked: list[tuple[str, Any, Any]] = field(default_factory=list)
    address: str = ""

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Do what comes next: a status with a body, ``drop`` the connection, or ``stall``."""
        body = await request.read()
        self.asked.append((request.path, request.headers.copy(), _parsed(request.content_type, body)))
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if answer == "drop":
            assert request.transport
            request.transport.close()
            return web.Response()
        if answer == "stall":
            await asyncio.sleep(5)
        status, told = answer if isinstance(answer, tuple) else (200, answer)
        raw = told if isinstance(told, bytes) else json.dumps(told).encode()
        return web.Response(status=status, body=raw, content_type="application/json")


def _parsed(content_type: str, body: bytes) -> Any:
    if content_type == "application/json":
        return json.loads(body) if body else {}
    return {name: values[0] for name, values in parse_qs(body.decode()).items()}


@asynccontextmanager
async def platform(*answers: Any) -> AsyncIterator[Platform]:
    """A misbehaving server on this machine."""
    told = Platform(list(answers))
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", told.answer)
    server = TestServer(app)
    await server.start_server()
    told.address = str(server.make_url("")).rstrip("/")
    try:
        yield told
    finally:
        await server.close()


@asynccontextmanager
async def line_at(address: str, timeout: float = 2.0) -> AsyncIterator[LineChannel]:  # noqa: ASYNC109
    channel = LineChannel("secret", "token", address, timeout=timeout)
    await channel.open()
    try:
        yield channel
    finally:
        await channel.close()


@asynccontextmanager
async def telegram_at(address: str, timeout: float = 2.0) -> AsyncIterator[TelegramChannel]:  # noqa: ASYNC109
    channel = TelegramChannel("1:token", "a-secret", address, timeout=timeout)
    await channel.open()
    try:
        yield channel
    finally:
        await channel.close()


def to_line(token: str | None = None, messages: tuple[Message, ...] = HELLO) -> Parcel:
    return Parcel(str(uuid.uuid4()), SOMCHAI, messages, {"token": token} if token else None)


def to_telegram(messages: tuple[Message, ...] = HELLO, **more: Any) -> Parcel:
    return Parcel(str(uuid.uuid4()), "4711", messages, **more)


async def test_a_line_reply_carries_its_token_and_no_retry_key() -> None:
    async with platform(SENT) as line, line_at(line.address) as channel:
        assert await channel.send(to_line("tok")) == Sent(paid=False)
    ((path, headers, body),) = line.asked
    assert path == "/v2/bot/message/reply"
    assert headers["Authorization"] == "Bearer token"
    assert "X-Line-Retry-Key" not in headers
    assert body["replyToken"] == "tok"
    assert body["messages"][0]["text"] == "สวัสดีค่ะ"
    assert body["messages"][0]["quickReply"]["items"][0]["action"]["data"] == "help"


async def test_a_line_push_carries_its_address_and_the_parcels_own_key() -> None:
    parcel = to_line()
    async with platform(SENT) as line, line_at(line.address) as channel:
        assert await channel.send(parcel) == Sent(paid=True)
    ((path, headers, body),) = line.asked
    assert (path, headers["X-Line-Retry-Key"], body["to"]) == ("/v2/bot/message/push", parcel.id, SOMCHAI)


async def test_a_line_card_arrives_as_it_was_drawn() -> None:
    yes, no = Choice("ยินยอม", "yes"), Choice("ไม่ยินยอม", "no")
    async with platform(SENT) as line, line_at(line.address) as channel:
        await channel.send(to_line(messages=(Message("ให้เราเก็บชื่อไหมคะ", title="ข้อมูลของคุณ", choices=(yes, no)),)))
    bubble = line.asked[0][2]["messages"][0]["contents"]
    assert [button["action"]["data"] for button in bubble["footer"]["contents"]] == ["yes", "no"]
    assert [button["flex"] for button in bubble["footer"]["contents"]] == [1, 1]
    assert [part["wrap"] for part in bubble["body"]["contents"]] == [True, True]


MONTHLY = (429, {"message": "You have reached your monthly limit."})
RATE = (429, {"message": "The API rate limit has been exceeded. Try again later."})

LINE_ANSWERS = [
    ((409, {"message": "The retry key is already accepted", **SENT}), Sent(paid=True)),
    ({}, Sent(paid=True)),
    (b"<html>fine</html>", Sent(paid=True)),
    (b"\xff\xfe", Sent(paid=True)),
    ({"sentMessages": 5}, Sent(paid=True)),
    ({"sentMessages": [{"id": 461230966842064897}]}, Sent(paid=True)),
    ((500, b"\xff\xfe"), TryLater("LINE failed (500)", unknown=True, silent=True)),
    ((502, b"<html>Bad Gateway</html>"), TryLater("LINE failed (502)", unknown=True, silent=True)),
    ("drop", TryLater("no answer", unknown=True, silent=True)),
    (MONTHLY, QuotaSpent()),
    (RATE, TryLater("rate", everyone=True)),
    ((401, {"message": "Authentication failed"}), TryLater("credentials", everyone=True)),
    ((403, {"message": "no"}), TryLater("credentials", everyone=True)),
    ((400, {"message": "Failed to send messages"}), Unreachable("no such person here")),
    ((400, {"message": "bad", "details": [{"message": "m", "property": "to"}]}), Refused("400 bad: to")),
    ((413, b""), Refused("413")),
]


@pytest.mark.parametrize(("answer", "outcome"), LINE_ANSWERS)
async def test_every_answer_of_line_has_its_outcome(answer: Any, outcome: Outcome) -> None:
    async with platform(answer) as line, line_at(line.address) as channel:
        assert await channel.send(to_line()) == outcome
    assert len(line.asked) == 1


async def test_a_spent_reply_token_is_told_apart() -> None:
    async with platform((400, {"message": "Invalid reply token"})) as line, line_at(line.address) as channel:
        assert await channel.send(to_line("tok")) == ReplySpent()


async def test_a_line_that_does_not_answer_in_time_may_have_sent_it() -> None:
    async with platform("stall") as line, line_at(line.address, timeout=0.2) as channel:
        assert await channel.send(to_line()) == TryLater("no answer", unknown=True, silent=True)


async def test_a_line_that_nobody_serves_has_not_sent_it() -> None:
    async with line_at(f"http://127.0.0.1:{unused_port()}") as channel:
        assert await channel.send(to_line()) == TryLater("no answer", silent=True)


async def test_a_parcel_that_cannot_be_drawn_is_our_mistake() -> None:
    broken = (Message("?", ways=(Choice("Yes", "x" * 61),)),)
    async with platform(SENT) as either, line_at(either.address) as line, telegram_at(either.address) as telegram:
        for outcome in (await line.send(to_line(messages=broken)), await telegram.send(to_telegram(broken))):
            assert isinstance(outcome, Refused)
            assert outcome.why.startswith("not drawn")
    assert either.asked == []


async def test_line_tells_who_we_are_and_then_only_our_webhooks_are_read() -> None:
    us = {"userId": "U" + "0" * 32, "basicId": "@x", "displayName": "x", "chatMode": "bot", "markAsReadMode": "auto"}
    async with platform(us) as line, line_at(line.address) as channel:
        assert await channel.whoami() == Ourselves("U" + "0" * 32, "@x")
        assert channel.our_address == "U" + "0" * 32


async def test_line_tells_the_quota() -> None:
    limited = {"type": "limited", "value": 300}
    async with platform(limited, {"totalUsage": 12}) as line, line_at(line.address) as channel:
        assert await channel.quota() == Quota(limit=300, used=12)
    async with platform({"type": "none"}, {"totalUsage": 12}) as line, line_at(line.address) as channel:
        assert await channel.quota() == Quota(limit=None, used=12)


@pytest.mark.parametrize("status", [401, 403])
async def test_a_token_that_line_refuses_is_told(status: int) -> None:
    async with platform((status, {"message": "no"})) as line, line_at(line.address) as channel:
        with pytest.raises(CredentialsRefused):
            await channel.whoami()


@pytest.mark.parametrize("answer", ["drop", "stall", (500, {}), (429, {}), {}, b"\xff", {"type": "odd"}])
async def test_a_line_that_makes_no_sense_is_a_network_error(answer: Any) -> None:
    async with platform(answer) as line, line_at(line.address, timeout=0.2) as channel:
        for question in (channel.whoami, channel.quota):
            with pytest.raises(OSError, match="LINE"):
                await question()


async def test_no_proxy_comes_between_us_and_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{unused_port()}")
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    async with platform(SENT) as line, line_at(line.address) as channel:
        assert await channel.send(to_line()) == Sent(paid=True)
    async with platform(TAKEN) as telegram, telegram_at(telegram.address) as other:
        assert await other.send(to_telegram()) == Sent()


async def test_no_token_and_no_words_reach_the_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    async with platform(SENT, b"<html>", (500, b"x")) as line, line_at(line.address) as channel:
        for _ in range(3):
            await channel.send(to_line())
    async with platform(TAKEN, b"<html>", (500, b"x")) as telegram, telegram_at(telegram.address) as other:
        for _ in range(3):
            await other.send(to_telegram())
    ours = "".join(record.getMessage() for record in caplog.records if record.name != "aiohttp.access")
    assert not any(secret in ours for secret in ("token", "สวัสดี", "\\u0e2a"))


MESSAGE = {"message_id": 5, "date": 1796040000, "chat": {"id": 4711, "type": "private", "first_name": "Malee"}}
TAKEN = {"ok": True, "result": MESSAGE}


def no(code: int, description: str, **parameters: Any) -> tuple[int, dict[str, Any]]:
    told = {"ok": False, "error_code": code, "description": description}
    return code, told | ({"parameters": parameters} if parameters else {})


async def test_telegram_gets_the_text_its_bold_title_and_the_buttons() -> None:
    card = Message("เสาร์ 9 โมง", title="🍎 ครูอาสา", choices=(Choice("สมัคร", "join"),))
    async with platform(TAKEN) as telegram, telegram_at(telegram.address) as channel:
        assert await channel.send(to_telegram((card,))) == Sent()
    ((path, _, form),) = telegram.asked
    assert path == "/bot1:token/sendMessage"
    assert (form["chat_id"], form["text"]) == (4711, "🍎 ครูอาสา\nเสาร์ 9 โมง")
    assert form["entities"] == [{"type": "bold", "offset": 0, "length": 10}]
    assert form["reply_markup"] == {"inline_keyboard": [[{"text": "สมัคร", "callback_data": "join"}]]}
    assert form["link_preview_options"] == {"is_disabled": True}


async def test_telegram_messages_go_one_by_one_and_progress_is_kept() -> None:
    three = (Message("one"), Message("two"), Message("three"))
    wait = no(429, "Too Many Requests: retry after 7", retry_after=7)
    async with platform(TAKEN, wait, TAKEN) as telegram, telegram_at(telegram.address) as channel:
        assert await channel.send(to_telegram(three)) == TryLater("rate", seconds=7, progress=1)
        assert await channel.send(to_telegram(three, progress=1)) == Sent()
    assert [form["text"] for _, _, form in telegram.asked] == ["one", "two", "two", "three"]


TELEGRAM_ANSWERS = [
    (no(403, "Forbidden: bot was blocked by the user"), Unreachable("Forbidden: bot was blocked by the user")),
    (no(403, "Forbidden: user is deactivated"), Unreachable("Forbidden: user is deactivated")),
    (no(400, "Bad Request: chat not found"), Unreachable("Chat not found")),
    (no(400, "Bad Request: BUTTON_DATA_INVALID"), Refused("Button_data_invalid")),
    (no(400, "Bad Request: upgraded", migrate_to_chat_id=-1), Refused("the chat became a group with another number")),
    (no(401, "Unauthorized"), TryLater("credentials", everyone=True)),
    (no(404, "Not Found"), TryLater("credentials", everyone=True)),
    (no(429, "Too Many Requests"), TryLater("rate")),
    (no(500, "Internal Server Error"), TryLater("no answer", unknown=True, silent=True)),
    ((502, b"<html>Bad Gateway</html>"), TryLater("no answer", unknown=True, silent=True)),
    ("drop", TryLater("no answer", unknown=True, silent=True)),
    (b"<html>who am I?</html>", TryLater("no answer", unknown=True, silent=True)),
    ({"ok": True, "result": {"odd": True}}, Sent()),
    ({"ok": True, "result": MESSAGE | {"date": 10**18}}, Sent()),
    ({"ok": True, "result": True}, Sent()),
]


@pytest.mark.parametrize(("answer", "outcome"), TELEGRAM_ANSWERS)
async def test_every_answer_of_telegram_has_its_outcome(answer: Any, outcome: Outcome) -> None:
    async with platform(answer) as telegram, telegram_at(telegram.address) as channel:
        assert await channel.send(to_telegram()) == outcome
    assert len(telegram.asked) == 1


async def test_a_telegram_that_does_not_answer_in_time_may_have_sent_it() -> None:
    async with platform("stall") as telegram, telegram_at(telegram.address, timeout=0.2) as channel:
        assert await channel.send(to_telegram()) == TryLater("no answer", unknown=True, silent=True)


async def test_a_telegram_that_nobody_serves_has_not_sent_it() -> None:
    async with telegram_at(f"http://127.0.0.1:{unused_port()}") as channel:
        assert await channel.send(to_telegram()) == TryLater("no answer", silent=True)


def test_a_wait_is_understood_in_both_of_the_sdks_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    assert outcome_of(RetryAfter(7)) == TryLater("rate", seconds=7)
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    assert outcome_of(RetryAfter(timedelta(seconds=7))) == TryLater("rate", seconds=7)


@pytest.mark.parametrize(
    "said",
    [
        "failed to get HTTP URL content",
        "wrong type of the web page content",
        "WEBPAGE_MEDIA_EMPTY",
        "PHOTO_INVALID_DIMENSIONS",
    ],
)
async def test_a_picture_that_telegram_cannot_fetch_costs_no_words(said: str) -> None:
    picture = (Message("ดูสิ", picture="https://example.org/x.png"),)
    async with platform(no(400, f"Bad Request: {said}"), TAKEN) as telegram, telegram_at(telegram.address) as channel:
        assert await channel.send(to_telegram(picture)) == Sent()
    assert [path.rpartition("/")[2] for path, _, _ in telegram.asked] == ["sendPhoto", "sendMessage"]


async def test_a_file_goes_by_its_address_with_its_words_and_buttons() -> None:
    letter = (Message("อยู่นี่", file="https://example.org/letter.pdf", choices=(Choice("ตกลง", "yes"),)),)
    async with platform(TAKEN) as telegram, telegram_at(telegram.address) as channel:
        assert await channel.send(to_telegram(letter)) == Sent()
    ((path, _, form),) = telegram.asked
    assert path == "/bot1:token/sendDocument"
    assert (form["document"], form["caption"]) == ("https://example.org/letter.pdf", "อยู่นี่")
    assert form["reply_markup"] == {"inline_keyboard": [[{"text": "ตกลง", "callback_data": "yes"}]]}


@pytest.mark.parametrize("said", ["failed to get HTTP URL content", "DOCUMENT_INVALID"])
async def test_a_file_that_telegram_cannot_fetch_costs_neither_words_nor_link(said: str) -> None:
    link = Choice("เปิด", "https://example.org/letter.pdf", "link")
    letter = (Message("อยู่นี่", file=link.value, choices=(link,)),)
    async with platform(no(400, f"Bad Request: {said}"), TAKEN) as telegram, telegram_at(telegram.address) as channel:
        assert await channel.send(to_telegram(letter)) == Sent()
    assert [path.rpartition("/")[2] for path, _, _ in telegram.asked] == ["sendDocument", "sendMessage"]
    assert link.value in str(telegram.asked[1][2]["reply_markup"])


async def test_a_picture_to_somebody_who_blocked_us_says_so() -> None:
    picture = (Message("ดูสิ", picture="https://example.org/x.png"),)
    blocked = no(403, "Forbidden: bot was blocked by the user")
    async with platform(blocked) as telegram, telegram_at(telegram.address) as channel:
        assert await channel.send(to_telegram(picture)) == Unreachable("Forbidden: bot was blocked by the user")


async def test_an_address_that_is_no_number_is_refused() -> None:
    async with platform(TAKEN) as telegram, telegram_at(telegram.address) as channel:
        outcome = await channel.send(Parcel(str(uuid.uuid4()), "unknown", HELLO))
    assert (outcome, telegram.asked) == (Refused("the address is no chat's number"), [])


@pytest.mark.parametrize("answer", [{"ok": True, "result": True}, no(400, "Bad Request: query is too old"), "drop"])
async def test_a_tap_is_acknowledged_whatever_comes_of_it(answer: Any) -> None:
    async with platform(answer) as telegram, telegram_at(telegram.address) as channel:
        await channel.acknowledge({"tap": "77", "message": 5})
        await channel.acknowledge({"token": "a LINE token"})
    ((path, _, form),) = telegram.asked
    assert (path, form["callback_query_id"]) == ("/bot1:token/answerCallbackQuery", "77")


async def test_telegram_tells_who_we_are_and_counts_nothing() -> None:
    us = {"id": 1, "is_bot": True, "first_name": "HandUp", "username": "handup_bot"}
    async with platform({"ok": True, "result": us}) as telegram, telegram_at(telegram.address) as channel:
        assert await channel.whoami() == Ourselves("1", "handup_bot")
        assert await channel.quota() == Quota(limit=None, used=0)


async def test_a_token_that_telegram_refuses_is_told_without_showing_it() -> None:
    async with platform(no(401, "Unauthorized")) as telegram, telegram_at(telegram.address) as channel:
        with pytest.raises(CredentialsRefused) as refused:
            await channel.whoami()
        assert "1:token" not in str(refused.value)


@pytest.mark.parametrize("answer", ["drop", "stall", (500, {}), {"ok": True, "result": {}}, b"\xff", {"ok": True}])
async def test_a_telegram_that_makes_no_sense_is_a_network_error(answer: Any) -> None:
    async with platform(answer) as telegram, telegram_at(telegram.address, timeout=0.2) as channel:
        with pytest.raises(OSError, match="Telegram"):
            await channel.whoami()


async def test_the_webhook_is_set_with_our_secret_and_what_we_want_to_hear() -> None:
    async with platform({"ok": True, "result": True}) as telegram, telegram_at(telegram.address) as channel:
        await channel.set_webhook("https://bot.example.org/telegram")
    ((path, _, form),) = telegram.asked
    assert (path, form["url"], form["secret_token"]) == (
        "/bot1:token/setWebhook",
        "https://bot.example.org/telegram",
        "a-secret",
    )
    assert json.loads(form["allowed_updates"]) == ["message", "callback_query", "my_chat_member"]


async def test_the_menu_greets_in_each_language_and_in_the_first_to_everybody_else() -> None:
    menu = {"th": [("start", "เริ่ม")], "en": [("start", "Begin")]}
    async with platform({"ok": True, "result": True}) as telegram, telegram_at(telegram.address) as channel:
        await channel.greet_menu(menu)
    *listed, (path, _, button) = telegram.asked
    assert (path.rpartition("/")[2], button) == ("setChatMenuButton", {"menu_button": '{"type": "commands"}'})
    told = [(form.get("language_code"), json.loads(form["commands"])) for _, _, form in listed]
    thai = [{"command": "start", "description": "เริ่ม"}]
    assert told == [(None, thai), ("th", thai), ("en", [{"command": "start", "description": "Begin"}])]


async def test_polling_reads_updates_skips_odd_ones_and_moves_on() -> None:
    said = {"update_id": 8, "message": MESSAGE | {"text": "hi"}}
    tap = {"update_id": 9, "callback_query": {"id": "7", "data": "yes", "message": MESSAGE}}
    updates = {"ok": True, "result": [said, {"odd": 1}, 5, tap]}
    done = {"ok": True, "result": True}
    nothing = {"ok": True, "result": []}
    async with platform(done, updates, nothing) as telegram, telegram_at(telegram.address) as channel:
        arrivals, offset = await channel.poll(None, 0, lambda: NOW)
        assert [arrival.kind for arrival in arrivals] == [MESSAGE_RECEIVED, BUTTON_PRESSED]
        assert arrivals[1].happened_at == NOW
        assert offset == 10
        assert await channel.poll(offset, 1) == ([], 10)
    assert [path.rsplit("/", 1)[1] for path, _, _ in telegram.asked] == ["deleteWebhook", "getUpdates", "getUpdates"]
    assert telegram.asked[2][2]["offset"] == "10"


async def test_polling_deletes_a_webhook_that_came_back() -> None:
    conflict = no(409, "Conflict: can't use getUpdates method while webhook is active")
    done = {"ok": True, "result": True}
    nothing = {"ok": True, "result": []}
    async with platform(done, conflict, done, nothing) as telegram, telegram_at(telegram.address) as channel:
        with pytest.raises(OSError, match="Conflict"):
            await channel.poll(None, 0)
        assert await channel.poll(None, 0) == ([], None)
