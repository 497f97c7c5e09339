"""Both channels on the desk: people's phones on one side, our reading and sending on the other."""

import asyncio
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.channels import (
    BadAddress,
    CredentialsRefused,
    NotOurs,
    Ourselves,
    Parcel,
    Quota,
    QuotaSpent,
    Refused,
    ReplySpent,
    Sent,
    TryLater,
    Unreachable,
)
from bot.channels.line import LineChannel, _data_base
from bot.channels.telegram import TelegramChannel
from bot.clock import Clock
from domain.events import (
    BUTTON_PRESSED,
    CHAT_CLOSED,
    CHAT_OPENED,
    CONTENT_RECEIVED,
    EVENT_IGNORED,
    MESSAGE_RECEIVED,
    Arrival,
)
from domain.messages import Choice, Message
from simulator.faults import Fault
from simulator.phone import Phone
from simulator.samples import sample
from simulator.server import Simulator
from simulator.settings import Settings

YES, NO = Choice("ยินยอม", "yes"), Choice("ไม่ยินยอม", "no")
BACK = Choice("ย้อนกลับ", "back")
CONSENT = Message("ให้เราเก็บชื่อของคุณไหมคะ", title="ข้อมูลของคุณ", choices=(YES, NO), ways=(BACK,))


@dataclass
class Desk:
    """The simulator, our two channels, and what they have read."""

    simulator: Simulator
    line: LineChannel
    telegram: TelegramChannel
    arrived: asyncio.Queue[Arrival] = field(default_factory=asyncio.Queue)

    async def webhook(self, request: web.Request) -> web.Response:
        """Read what a platform tells, as the bot's own door does."""
        channel = self.line if request.path == "/line" else self.telegram
        try:
            arrivals = channel.read(await request.read(), request.headers, self.simulator.clock.now())
        except NotOurs:
            return web.Response(status=401)
        for arrival in arrivals:
            self.arrived.put_nowait(arrival)
        return web.Response()

    async def next(self) -> Arrival:
        """What arrived next."""
        return await asyncio.wait_for(self.arrived.get(), 5)

    async def phone(self, channel: Any) -> Phone:
        """The phone of a person who has just opened the chat."""
        phone = self.simulator.add_phone("มาลี", channel)
        await phone.open()
        assert (await self.next()).kind == CHAT_OPENED
        return phone


@asynccontextmanager
async def desk(chosen: Settings | None = None) -> AsyncIterator[Desk]:
    """A desk with both channels open, and a door that their webhooks come in by."""
    pretended = chosen or Settings(rate_scale=0)
    simulator = Simulator(Clock(), settings=pretended)
    await simulator.start()
    line = LineChannel(pretended.line_channel_secret, pretended.line_access_token, simulator.url, timeout=1.0)
    telegram = TelegramChannel(pretended.telegram_token, pretended.telegram_secret, simulator.url, timeout=1.0)
    told = Desk(simulator, line, telegram)
    app = web.Application()
    app.router.add_post("/line", told.webhook)
    app.router.add_post("/telegram", told.webhook)
    door = TestServer(app)
    await door.start_server()
    simulator.line_bot_url, simulator.telegram_bot_url = str(door.make_url("/line")), str(door.make_url("/telegram"))
    await line.open()
    await telegram.open()
    try:
        yield told
    finally:
        await line.close()
        await telegram.close()
        await simulator.stop()
        await door.close()


def parcel(phone: Phone, *messages: Message, arrival: Arrival | None = None) -> Parcel:
    return Parcel(str(uuid.uuid4()), str(phone.address), messages, arrival.free_reply if arrival else None)


def said_by_us(phone: Phone) -> list[str]:
    return [bubble.text for bubble in phone.bubbles("bot")]


async def test_a_line_conversation_goes_there_and_back() -> None:
    async with desk() as table:
        phone = await table.phone("line")
        await phone.say("สวัสดีค่ะ 🙏")
        heard = await table.next()
        assert (heard.kind, heard.facts, heard.chat) == (
            MESSAGE_RECEIVED,
            {"text": "สวัสดีค่ะ 🙏"},
            f"line:{phone.address}",
        )
        assert await table.line.send(parcel(phone, CONSENT, arrival=heard)) == Sent(paid=False)
        assert phone.labels() == ["ย้อนกลับ", "ยินยอม", "ไม่ยินยอม"]
        await phone.tap("ไม่ยินยอม")
        tapped = await table.next()
        assert (tapped.kind, tapped.facts) == (BUTTON_PRESSED, {"value": "no"})
        assert tapped.free_reply is not None


async def test_a_telegram_conversation_goes_there_and_back() -> None:
    async with desk() as table:
        phone = table.simulator.add_phone("Niran", "telegram")
        await phone.open("teach-2026")
        opened = await table.next()
        assert (opened.kind, opened.facts) == (CHAT_OPENED, {"payload": "teach-2026"})
        assert await table.telegram.send(parcel(phone, CONSENT)) == Sent()
        assert said_by_us(phone) == ["ข้อมูลของคุณ\nให้เราเก็บชื่อของคุณไหมคะ"]
        assert phone.labels() == ["ยินยอม", "ไม่ยินยอม", "ย้อนกลับ"]
        await phone.tap("ยินยอม")
        tapped = await table.next()
        assert (tapped.kind, tapped.facts) == (BUTTON_PRESSED, {"value": "yes"})
        assert tapped.free_reply is not None
        await table.telegram.acknowledge(tapped.free_reply)
        await phone.say("/help")
        heard = await table.next()
        assert (heard.kind, heard.facts, heard.chat) == (
            MESSAGE_RECEIVED,
            {"text": "/help"},
            f"telegram:{phone.address}",
        )
        assert opened.sequence < tapped.sequence < heard.sequence


async def test_a_picked_day_comes_back() -> None:
    async with desk() as table:
        phone = await table.phone("line")
        day = Choice("เลือกวัน", "day", "date")
        await table.line.send(parcel(phone, Message("วันไหนดีคะ", choices=(day,), ways=(BACK,))))
        await phone.pick("เลือกวัน", "2026-12-05")
        assert (await table.next()).facts == {"value": "day", "picked": "2026-12-05"}


@pytest.mark.parametrize("channel", ["line", "telegram"])
@pytest.mark.parametrize("content", ["sticker", "image", "video", "audio", "file", "location"])
async def test_what_is_no_text_arrives_under_one_name(channel: Any, content: str) -> None:
    async with desk() as table:
        phone = await table.phone(channel)
        await phone.send(content)
        heard = await table.next()
        assert heard.kind == CONTENT_RECEIVED
        assert heard.facts["content"] == content
        assert set(heard.facts) == ({"content", "content_id"} if content == "image" else {"content"})


@pytest.mark.parametrize("channel", ["line", "telegram"])
async def test_a_picture_that_somebody_sent_can_be_fetched(channel: Any) -> None:
    async with desk() as table:
        phone = await table.phone(channel)
        await phone.send("image")
        wanted = (await table.next()).facts["content_id"]
        ours = table.line if channel == "line" else table.telegram
        assert await ours.fetch(wanted) == sample("image").content
        assert await ours.fetch("4711") is None


async def test_a_picture_that_line_prepares_is_asked_for_again_and_one_that_is_gone_is_not() -> None:
    async with desk() as table:
        phone = await table.phone("line")
        await phone.send("image")
        wanted = (await table.next()).facts["content_id"]
        content = table.simulator.line.contents.get(wanted)
        assert content
        content.state = "preparing"
        with pytest.raises(ConnectionError):
            await table.line.fetch(wanted)
        content.state = "gone"
        assert await table.line.fetch(wanted) is None


async def test_a_platform_that_is_away_is_asked_for_the_picture_again() -> None:
    async with desk() as table:
        table.simulator.faults.add(Fault("error_before"))
        for channel in (table.line, table.telegram):
            with pytest.raises(ConnectionError):
                await channel.fetch("4711")


@pytest.mark.parametrize("name", ["line", "telegram"])
async def test_a_picture_is_shown_with_its_words(name: Any) -> None:
    async with desk() as table:
        phone = await table.phone(name)
        channel = table.line if name == "line" else table.telegram
        message = Message("แผนที่ไปโรงเรียน", picture="https://example.org/map.png")
        assert isinstance(await channel.send(parcel(phone, message)), Sent)
        parts = [part for bubble in phone.bubbles("bot") for part in bubble.parts]
        assert parts[0] == {"kind": "image", "url": "https://example.org/map.png"}
        assert parts[1]["text"] == "แผนที่ไปโรงเรียน"


async def test_a_picture_of_ours_needs_an_address_that_the_platform_can_reach() -> None:
    ours, secret = "pictures/" + "ab" * 16 + ".png", Settings()
    at_home = LineChannel("secret", "token", "http://127.0.0.1:9", public_url="http://127.0.0.1:8080")
    assert at_home._address_of(ours) == f"http://127.0.0.1:8080/{ours}"
    line = LineChannel("secret", "token", "https://api.line.me", public_url="http://127.0.0.1:8080")
    assert line._address_of(ours) == line._address_of("http://example.org/x.png") == ""
    telegram = TelegramChannel(secret.telegram_token, "", "https://api.telegram.org", public_url="http://localhost:80")
    assert telegram._address_of(ours) == ""
    nowhere = TelegramChannel(secret.telegram_token, "", "http://127.0.0.1:9")
    assert nowhere._address_of(ours) == ""
    public = LineChannel("secret", "token", "https://api.line.me", public_url="https://bot.example.org")
    assert public._address_of(ours) == f"https://bot.example.org/{ours}"
    assert _data_base(public._api_base) == "https://api-data.line.me"


async def test_blocking_closes_the_chat_and_returning_opens_it() -> None:
    async with desk() as table:
        phone = await table.phone("line")
        await phone.block()
        assert (await table.next()).kind == CHAT_CLOSED
        assert await table.line.send(parcel(phone, Message("คิดถึงนะคะ"))) == Sent(paid=True)
        assert said_by_us(phone) == []
        await phone.unblock()
        assert (await table.next()).kind == CHAT_OPENED


async def test_telegram_says_when_we_are_blocked() -> None:
    async with desk() as table:
        phone = await table.phone("telegram")
        await phone.block()
        assert (await table.next()).kind == CHAT_CLOSED
        outcome = await table.telegram.send(parcel(phone, Message("คิดถึงนะคะ")))
        assert outcome == Unreachable("Forbidden: bot was blocked by the user")
        await phone.unblock()
        assert (await table.next()).kind in {EVENT_IGNORED, CHAT_OPENED}


async def test_a_reply_token_works_once() -> None:
    async with desk() as table:
        phone = await table.phone("line")
        await phone.say("hi")
        heard = await table.next()
        assert await table.line.send(parcel(phone, Message("one"), arrival=heard)) == Sent()
        assert await table.line.send(parcel(phone, Message("two"), arrival=heard)) == ReplySpent()
        assert said_by_us(phone) == ["one"]


@pytest.mark.parametrize("kind", ["error_after", "drop_after", "stall"])
async def test_a_push_that_was_taken_unheard_is_not_sent_twice(kind: Any) -> None:
    async with desk() as table:
        phone = await table.phone("line")
        table.simulator.faults.add(Fault(kind, count=1, seconds=3))
        letter = parcel(phone, Message("พรุ่งนี้ 9 โมงนะคะ"))
        unheard = await table.line.send(letter)
        assert isinstance(unheard, TryLater)
        assert unheard.unknown
        assert await table.line.send(letter) == Sent(paid=True)
        assert said_by_us(phone) == ["พรุ่งนี้ 9 โมงนะคะ"]


async def test_an_odd_answer_is_still_a_sent_message() -> None:
    async with desk() as table:
        to_line, to_telegram = await table.phone("line"), await table.phone("telegram")
        table.simulator.faults.add(Fault("odd_body", channel="line"))
        assert await table.line.send(parcel(to_line, Message("one"))) == Sent(paid=True)
        table.simulator.faults.add(Fault("odd_body", channel="telegram", body='{"ok": true, "result": {}}'))
        assert await table.telegram.send(parcel(to_telegram, Message("one"))) == Sent()
        assert said_by_us(to_line) == said_by_us(to_telegram) == ["one"]


async def test_the_months_quota_is_told_and_ends() -> None:
    async with desk(Settings(rate_scale=0, line_quota=1)) as table:
        phone = await table.phone("line")
        assert await table.line.send(parcel(phone, Message("one"))) == Sent(paid=True)
        assert await table.line.quota() == Quota(limit=1, used=1)
        assert await table.line.send(parcel(phone, Message("two"))) == QuotaSpent()


async def test_telegram_slows_us_down_and_the_rest_is_sent_after_the_wait() -> None:
    async with desk(Settings(telegram_chat_burst=2)) as table:
        phone = await table.phone("telegram")
        three = (Message("one"), Message("two"), Message("three"))
        slowed = await table.telegram.send(parcel(phone, *three))
        assert isinstance(slowed, TryLater)
        assert slowed.progress == 2
        await asyncio.sleep(slowed.seconds or 0)
        rest = Parcel(str(uuid.uuid4()), str(phone.address), three, progress=slowed.progress)
        assert await table.telegram.send(rest) == Sent()
        assert said_by_us(phone) == ["one", "two", "three"]


def for_many(*phones: Phone, to: tuple[str, ...] = ()) -> Parcel:
    return Parcel(str(uuid.uuid4()), "", (Message("ประกาศ"),), to=to or tuple(str(phone.address) for phone in phones))


async def test_a_parcel_for_many_reaches_each_once_however_often_it_is_tried() -> None:
    async with desk() as table:
        phones = [await table.phone("line") for _ in range(3)]
        await phones[1].block()
        letter = for_many(*phones)
        table.simulator.faults.add(Fault("error_after", count=1))
        unheard = await table.line.send(letter)
        assert isinstance(unheard, TryLater)
        assert unheard.unknown
        assert await table.line.send(letter) == Sent(paid=True)
        assert [said_by_us(phone) for phone in phones] == [["ประกาศ"], [], ["ประกาศ"]]
        assert await table.line.quota() == Quota(limit=300, used=2)


async def test_a_bad_address_is_named_and_nobody_gets_the_parcel() -> None:
    async with desk(Settings(rate_scale=0, line_strict_multicast=True)) as table:
        phone = await table.phone("line")
        to = (str(phone.address), "U" + "9" * 32)
        assert await table.line.send(for_many(to=to)) == BadAddress(1)
        assert await table.line.send(for_many(to=("nonsense", *to))) == BadAddress(0)
        table.simulator.settings.line_multicast_names = False
        assert await table.line.send(for_many(to=to)) == BadAddress(None)
        assert said_by_us(phone) == []


async def test_a_parcel_for_many_ends_with_the_months_quota_and_waits_for_its_own_rate() -> None:
    async with desk(Settings(rate_scale=0, line_quota=1)) as table:
        phones = [await table.phone("line") for _ in range(2)]
        assert await table.line.send(for_many(*phones)) == QuotaSpent()
        table.simulator.faults.add(Fault("too_many", count=1, endpoint="multicast"))
        assert await table.line.send(for_many(phones[0])) == TryLater("rate")
        assert await table.line.send(for_many(phones[0])) == Sent(paid=True)


async def test_a_parcel_has_at_most_500_addresses_and_on_telegram_one() -> None:
    async with desk() as table:
        many = tuple(f"U{number:032x}" for number in range(501))
        assert await table.line.send(for_many(to=many)) == Refused("501 addresses are too many for one parcel")
        assert await table.telegram.send(for_many(to=("1", "2"))) == Refused("Telegram takes one address at a time")


async def test_strangers_are_unreachable() -> None:
    async with desk() as table:
        nobody = Parcel(str(uuid.uuid4()), "U" + "9" * 32, (Message("hi"),))
        assert await table.line.send(nobody) == Unreachable("no such person here")
        nobody = Parcel(str(uuid.uuid4()), "999", (Message("hi"),))
        assert isinstance(await table.telegram.send(nobody), Unreachable)


async def test_both_know_themselves_and_refuse_wrong_credentials() -> None:
    async with desk() as table:
        assert await table.line.whoami() == Ourselves(table.simulator.settings.line_destination, "@handup")
        assert (await table.telegram.whoami()).public_name.endswith("bot")
        phone = await table.phone("line")
        assert phone.opened
        table.simulator.settings.line_access_token = "reissued"
        table.simulator.settings.telegram_token = "4711:reissued"
        for channel in (table.line, table.telegram):
            with pytest.raises(CredentialsRefused):
                await channel.whoami()
            outcome = await channel.send(Parcel(str(uuid.uuid4()), "4711", (Message("hi"),)))
            assert outcome == TryLater("credentials", everyone=True)


async def test_telegram_can_be_asked_where_it_cannot_call() -> None:
    async with desk() as table:
        table.simulator.telegram_bot_url = ""
        phone = table.simulator.add_phone("Niran", "telegram")
        await phone.open()
        await phone.say("สวัสดีครับ")
        arrivals, offset = await table.telegram.poll(None, 1)
        assert [arrival.kind for arrival in arrivals] == [CHAT_OPENED, MESSAGE_RECEIVED]
        assert await table.telegram.poll(offset, 0) == ([], offset)


async def test_the_webhook_and_the_menu_are_set() -> None:
    async with desk() as table:
        await table.telegram.set_webhook("https://bot.example.org/telegram")
        await table.telegram.greet_menu({"th": [("start", "เริ่มต้น")], "en": [("start", "Begin")]})


CHOICE = st.builds(
    Choice,
    st.text(st.characters(), max_size=60) | st.just("ที่ปรึกษาอาสาสมัครช่วยงานสอนภาษาอังกฤษวันเสาร์อาทิตย์"),
    st.text("abc:_1", min_size=1, max_size=60),
    st.sampled_from(("tap", "tap", "tap", "date", "time")),
) | st.builds(
    Choice,
    st.text(max_size=30),
    st.sampled_from(("https://example.org/ก?x=1#y", "http://localhost/x")),
    st.just("link"),
)
MESSAGE = st.builds(
    Message,
    body=st.text(st.characters(), max_size=40).map(lambda text: text * 150) | st.text(max_size=100),
    title=st.text(st.characters(), max_size=60),
    choices=st.lists(CHOICE, max_size=20).map(tuple),
    ways=st.lists(CHOICE, max_size=6).map(tuple),
    lasting=st.booleans(),
    picture=st.sampled_from(("", "", "https://example.org/ก.png", "pictures/" + "ab" * 16 + ".jpg")),
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(MESSAGE, min_size=1, max_size=5), min_size=1, max_size=8))
def test_whatever_we_say_both_platforms_take_it(parcels: list[list[Message]]) -> None:
    async def send_all() -> None:
        async with desk(Settings(rate_scale=0, line_quota=None)) as table:
            to_line, to_telegram = await table.phone("line"), await table.phone("telegram")
            for messages in parcels:
                assert await table.line.send(parcel(to_line, *messages)) == Sent(paid=True)
                assert await table.telegram.send(parcel(to_telegram, *messages)) == Sent()

    asyncio.run(send_all())
