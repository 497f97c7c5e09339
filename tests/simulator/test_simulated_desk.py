"""The desk's own API, which the page lives on, and the phones that tests hold."""

from __future__ import annotations

import asyncio
import json
from datetime import datetime, timedelta

import pytest
from aiohttp import ClientSession

from simulator import NotPossibleError, Settings, Simulator
from simulator.bubbles import Bubble
from simulator.samples import picture


def text(words: str, *labels: str) -> dict:
    actions = [{"type": "postback", "label": label, "data": label} for label in labels]
    quick = {"quickReply": {"items": [{"type": "action", "action": action} for action in actions]}} if labels else {}
    return {"type": "text", "text": words, **quick}


async def push(http, phone, *messages):
    status, body, _ = await http.line("/v2/bot/message/push", {"to": phone.address, "messages": list(messages)})
    assert status == 200, body


class Listener:
    """Someone who follows the stream."""

    def __init__(self, answer):
        self.answer = answer

    async def next(self, kind: str) -> dict:
        async with asyncio.timeout(3):
            async for line in self.answer.content:
                if line.startswith(b"data: ") and (event := json.loads(line[6:]))["type"] == kind:
                    return event
        raise AssertionError("the stream has ended")


@pytest.fixture
async def stream(desk: Simulator):
    async with ClientSession() as session, session.get(f"{desk.url}/desk/stream") as answer:
        assert answer.content_type == "text/event-stream"
        yield Listener(answer)


class TestOverHttp:
    async def test_the_page_is_served(self, http):
        status, body, _ = await http.ask("GET", "/")
        assert status == 200
        assert b"<html" in body

    async def test_the_state_has_all_that_the_page_starts_from(self, desk, http):
        desk.add_phone("นิด", "line", role="staff")
        _, state, _ = await http.ask("GET", "/desk/state")
        assert set(state) == {"now", "title", "phones", "meter", "jumps", "bot_up"}
        assert state["now"].endswith("+07:00")
        assert state["bot_up"] is True
        [phone] = state["phones"]
        assert phone.pop("address").startswith("U")
        assert phone == {
            "id": "p1",
            "name": "นิด",
            "channel": "line",
            "role": "staff",
            "language": "th",
            "opened": False,
            "blocked": False,
            "unread": 0,
            "rich_menu": None,
        }

    async def test_a_bot_that_is_down_is_seen(self, desk, http):
        desk.line_bot_url = "http://127.0.0.1:1/nobody"
        assert (await http.ask("GET", "/desk/state"))[1]["bot_up"] is False

    async def test_phones_are_added_and_used(self, bot, http):
        _, phone = await http.desk("phones", name="Tom", channel="telegram", language="en", role="volunteer")
        assert (phone["id"], phone["language"]) == ("p1", "en")
        assert (await http.desk("phones/p1/open", payload="k1"))[0] == 200
        assert (await http.desk("phones/p1/say", text="hello"))[0] == 200
        assert (await http.desk("phones/p1/send", content="sticker"))[0] == 200
        assert (await http.desk("phones/p1/block"))[0] == 200
        assert (await http.desk("phones/p1/unblock"))[0] == 200
        assert [update["message"]["text"] for update in bot.updates[:2]] == ["/start k1", "hello"]
        _, bubbles, _ = await http.ask("GET", "/desk/phones/p1/messages")
        assert [bubble["parts"][0]["kind"] for bubble in bubbles] == ["text", "text", "sticker"]
        assert {bubble["from"] for bubble in bubbles} == {"person"}

    async def test_a_bubble_is_as_agreed_with_the_page(self, desk, http):
        phone = desk.add_phone("นิด", "line")
        await phone.open()
        await push(http, phone, text("ไปไหม", "ไป"))
        assert phone.unread == 1
        _, [bubble], _ = await http.ask("GET", "/desk/phones/p1/messages")
        assert datetime.fromisoformat(bubble.pop("at")).utcoffset() == timedelta(hours=7)
        assert bubble == {
            "id": "p1-1",
            "from": "bot",
            "how": "push",
            "parts": [{"kind": "text", "text": "ไปไหม", "entities": []}],
            "quick": [{"id": "b1", "label": "ไป", "does": "tap"}],
            "keyboard": [],
        }
        assert phone.unread == 0

    async def test_buttons_are_tapped_by_their_ids(self, desk, bot, http):
        phone = desk.add_phone("นิด", "line")
        await phone.open()
        picker = {"type": "datetimepicker", "label": "When", "data": "w", "mode": "date", "min": "2026-01-01"}
        template = {"type": "buttons", "text": "?", "actions": [picker]}
        await push(http, phone, {"type": "template", "altText": "?", "template": template})
        _, [bubble], _ = await http.ask("GET", "/desk/phones/p1/messages")
        [button] = bubble["parts"][0]["buttons"]
        assert button == {"id": "b1", "label": "When", "does": "date", "min": "2026-01-01"}
        status, _ = await http.desk("phones/p1/tap", bubble=bubble["id"], button="b1", picked="2026-11-30")
        assert status == 200
        assert bot.events[-1]["postback"]["params"] == {"date": "2026-11-30"}
        status, body = await http.desk("phones/p1/tap", bubble=bubble["id"], button="b9")
        assert (status, list(body)) == (409, ["error"])

    async def test_the_rich_menu_is_tapped_as_a_bubble_of_its_own(self, desk, bot, http):
        phone = desk.add_phone("นิด", "line")
        await phone.open()
        area = {"bounds": {"x": 0, "y": 0, "width": 800, "height": 540}}
        area["action"] = {"type": "postback", "label": "Find", "data": "find"}
        size = {"width": 800, "height": 540}
        body = {"size": size, "selected": True, "name": "m", "chatBarText": "m", "areas": [area]}
        _, made, _ = await http.line("/v2/bot/richmenu", body)
        bearer = {"Authorization": "Bearer simulator-token"}
        image = {"data": picture(800, 540), "headers": bearer | {"content-type": "image/png"}}
        assert (await http.ask("POST", f"/v2/bot/richmenu/{made['richMenuId']}/content", **image))[0] == 200
        await http.line(f"/v2/bot/user/all/richmenu/{made['richMenuId']}", {})
        menu = (await http.ask("GET", "/desk/state"))[1]["phones"][0]["rich_menu"]
        assert menu["size"] == size
        assert menu["areas"] == [{**area["bounds"], "button": "b1", "label": "Find"}]
        assert (await http.ask("GET", menu["image"]))[1] == picture(800, 540)
        assert (await http.desk("phones/p1/tap", bubble="menu", button="b1"))[0] == 200
        assert bot.events[-1]["postback"] == {"data": "find"}

    @pytest.mark.parametrize(
        ("path", "body", "status"),
        [
            ("phones", {"name": "", "channel": "line"}, 400),
            ("phones", {"name": "x", "channel": "fax"}, 400),
            ("phones", {"name": "x", "channel": "line", "language": "de"}, 400),
            ("phones/p9/say", {"text": "hi"}, 404),
            ("phones/p1/say", {"text": " "}, 409),
            ("phones/p1/send", {"content": "hologram"}, 409),
            ("clock", {"to": "tomorrow"}, 400),
            ("clock", {}, 400),
        ],
    )
    async def test_mistakes_are_explained(self, desk, http, path, body, status):
        desk.add_phone("นิด", "line")
        answered, explained = await http.desk(path, **body)
        assert answered == status
        assert explained["error"]

    async def test_what_people_send_can_be_looked_at(self, desk, http):
        await desk.add_phone("นิด", "line").send("image")
        _, [bubble], _ = await http.ask("GET", "/desk/phones/p1/messages")
        status, picture, headers = await http.ask("GET", bubble["parts"][0]["url"])
        assert (status, headers["content-type"]) == (200, "image/png")
        assert picture.startswith(b"\x89PNG")


class TestTheStream:
    async def test_bubbles_phones_and_the_meter_come_as_they_happen(self, desk, http, stream):
        phone = desk.add_phone("นิด", "line")
        assert (await stream.next("phone"))["phone"]["name"] == "นิด"
        await phone.open()
        await push(http, phone, text("hi"))
        bubble = await stream.next("bubble")
        assert (bubble["phone"], bubble["bubble"]["parts"][0]["text"]) == ("p1", "hi")
        assert (await stream.next("meter"))["meter"]["used"] == 1

    async def test_a_changed_bubble_comes_again_under_its_id(self, desk, telegram, stream):
        phone = desk.add_phone("Tom", "telegram")
        await phone.open()
        assert (await stream.next("bubble"))["bubble"]["from"] == "person"
        message = await telegram.send_message(phone.address, "one")
        first = (await stream.next("bubble"))["bubble"]
        await message.edit_text("two")
        second = (await stream.next("bubble"))["bubble"]
        assert (first["id"], first["parts"][0]["text"]) == (second["id"], "one")
        assert second["parts"][0]["text"] == "two"
        await message.delete()
        assert (await stream.next("bubble"))["bubble"]["deleted"] is True

    async def test_typing_and_toasts_are_told(self, desk, bot, http, telegram, stream):
        phone = desk.add_phone("Tom", "telegram")
        await phone.open()
        await telegram.send_chat_action(phone.address, "typing")
        assert (await stream.next("typing"))["phone"] == "p1"
        keys = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}
        await http.telegram("sendMessage", chat_id=phone.address, text="?", reply_markup=keys)
        await phone.tap("Yes")
        await telegram.answer_callback_query(bot.updates[-1]["callback_query"]["id"], "noted")
        assert (await stream.next("toast"))["text"] == "noted"

    async def test_moving_the_clock_lets_the_bot_work_and_tells_the_page(self, desk, http, stream):
        moved = []

        async def clock_moved() -> None:
            moved.append(desk.clock.now())

        async def jumps() -> list:
            return [{"label": {"th": "พรุ่งนี้", "en": "Tomorrow"}, "to": "2026-11-30T09:00:00+07:00"}]

        desk.clock_moved, desk.jumps = clock_moved, jumps
        before = desk.clock.now()
        status, body = await http.desk("clock", advance=3600)
        assert status == 200
        assert moved[0] - before >= timedelta(hours=1)
        assert (await stream.next("clock"))["now"] <= body["now"]
        assert (await stream.next("jumps"))["jumps"][0]["label"]["en"] == "Tomorrow"
        await http.desk("clock", to="2030-01-01T00:00:00+07:00")
        assert desk.clock.now().isoformat().startswith("2029-12-31T17:00:0")


class TestPhones:
    async def test_waiting_takes_each_bubble_once(self, desk, http):
        phone = desk.add_phone("นิด", "line")
        await phone.open()
        await push(http, phone, text("one"), text("two"))
        assert [(await phone.next()).text, (await phone.next()).text] == ["one", "two"]
        later = asyncio.create_task(phone.wait_for("four"))
        await push(http, phone, text("three"), text("four"), text("five"))
        assert (await later).text == "four"
        assert [bubble.text for bubble in await phone.answers(quiet=0.02)] == ["five"]
        assert await phone.heard_for(0.01) == []

    async def test_waiting_in_vain_shows_the_chat(self, desk):
        phone = desk.add_phone("นิด", "line")
        await phone.say("anyone there?")
        with pytest.raises(TimeoutError, match="anyone there"):
            await phone.next(timeout=0.01)

    async def test_tapping_what_is_not_there_says_what_is(self, desk, http):
        phone = desk.add_phone("นิด", "line")
        await phone.open()
        await push(http, phone, text("?", "Yes", "No"))
        with pytest.raises(NotPossibleError, match="'Yes', 'No'"):
            await phone.tap("Maybe")

    async def test_the_transcript_reads_like_the_chat(self, desk, http):
        phone = desk.add_phone("นิด", "line")
        await phone.say("hi")
        await push(http, phone, text("hello", "Yes"))
        assert phone.transcript() == "hi\nbot: hello [Yes]"

    async def test_one_that_is_not_shown_is_like_any_other_but_not_on_the_page(self, desk, bot, http, stream):
        hidden = desk.add_phone("เงา", "line", shown=False)
        await hidden.open()
        await push(http, hidden, text("hi"))
        seen = desk.add_phone("นิด", "line")
        assert (await stream.next("phone"))["phone"]["id"] == seen.id
        assert [phone["name"] for phone in (await http.ask("GET", "/desk/state"))[1]["phones"]] == ["นิด"]
        assert (await hidden.next()).text == "hi"
        assert desk.meter()["used"] == 1
        assert bot.events[0]["type"] == "follow"

    async def test_a_phone_remembers_only_so_much(self, bot):
        from bot.clock import Clock

        desk = Simulator(Clock(), f"http://127.0.0.1:{bot.port}/line", settings=Settings(kept_bubbles=10))
        await desk.start()
        phone = desk.add_phone("นิด", "line")
        for number in range(25):
            await phone.say(str(number))
        await desk.stop()
        assert [bubble.text for bubble in phone.bubbles()] == [str(number) for number in range(15, 25)]

    async def test_the_same_person_has_the_same_address_on_every_run(self, desk):
        from bot.clock import Clock

        other = Simulator(Clock())
        for channel in ("line", "telegram"):
            assert desk.add_phone("นิด", channel).address == other.add_phone("นิด", channel).address
        assert len({phone.address for phone in desk.phones}) == 2


def test_the_words_of_a_card_are_its_texts():
    texts = [{"type": "text", "text": "Title"}, {"type": "text", "contents": [{"type": "span", "text": "spans"}]}]
    contents = {"type": "bubble", "body": {"type": "box", "layout": "vertical", "contents": texts}}
    bubble = Bubble(
        "b",
        datetime.fromisoformat("2026-11-23T10:00+07:00"),
        "bot",
        [{"kind": "flex", "alt": "?", "contents": contents}],
    )
    assert bubble.text == "Title\nspans"
