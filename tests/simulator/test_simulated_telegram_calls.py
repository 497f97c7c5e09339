"""How Telegram takes calls, through python-telegram-bot and over plain HTTP."""

from __future__ import annotations

from datetime import timedelta

import aiohttp
import pytest
from telegram import (
    Bot,
    BotCommand,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    MenuButtonCommands,
    MessageEntity,
    ReplyKeyboardMarkup,
    Update,
)
from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter

pytestmark = pytest.mark.filterwarnings("ignore:.*`retry_after`")

TOO_OLD = "Query is too old and response timeout expired or query id is invalid"


def keys(*labels: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=f"do:{label}")] for label in labels])


async def started(desk, name: str = "Tom"):
    phone = desk.add_phone(name, "telegram", "en")
    await phone.open()
    return phone


async def bad(call, words: str) -> None:
    with pytest.raises(BadRequest, match=f"(?i){words}"):
        await call


class TestTheDoor:
    async def test_the_bot_can_introduce_itself(self, telegram: Bot):
        assert (telegram.id, telegram.username, telegram.bot.is_bot) == (4711, "handup_desk_bot", True)

    async def test_a_wrong_token_is_unauthorized(self, desk, http):
        with pytest.raises(InvalidToken):
            await Bot("4711:other", base_url=f"{desk.url}/bot").initialize()
        status, body, _ = await http.ask("GET", "/bot4711:other/getMe")
        assert (status, body) == (401, {"ok": False, "error_code": 401, "description": "Unauthorized"})

    async def test_a_malformed_token_and_an_unknown_method_are_not_found(self, http):
        not_found = {"ok": False, "error_code": 404, "description": "Not Found"}
        assert (await http.ask("GET", "/botnonsense/getMe"))[:2] == (404, not_found)
        assert await http.telegram("levitate") == (404, not_found)

    async def test_parameters_come_in_the_query_a_form_a_multipart_form_or_json(self, desk, http):
        phone = await started(desk)
        path, wish = "/bot4711:simulator/sendMessage", {"chat_id": phone.address, "text": "hi"}
        form = aiohttp.FormData({name: str(value) for name, value in wish.items()}, default_to_multipart=True)
        for more in ({"params": wish}, {"data": wish}, {"data": form}, {"json": wish}):
            status, body, _ = await http.ask("POST", path, **more)
            assert (status, body["result"]["text"]) == (200, "hi"), more
        assert (await http.ask("GET", path, params=wish))[0] == 429, "a burst of four"
        assert len(phone.bubbles("bot")) == 4

    async def test_method_names_ignore_case(self, http):
        assert (await http.ask("GET", "/bot4711:simulator/GETME"))[0] == 200


class TestSending:
    async def test_a_message_reaches_the_person(self, desk, telegram):
        phone = await started(desk)
        message = await telegram.send_message(phone.address, "hi")
        assert (phone.last().text, phone.last().how) == ("hi", "telegram")
        assert abs(message.date - desk.clock.now()) < timedelta(seconds=5)
        assert (message.chat.id, message.from_user.id) == (phone.address, 4711)
        assert desk.meter()["telegram_sent"] == 1
        assert desk.counters.telegram_to == {phone.id: 1}

    async def test_html_becomes_entities(self, desk, telegram):
        phone = await started(desk)
        text = '<b>Hi 🍎</b> &lt;you&gt;: <a href="https://a.b/?c=1&amp;d=2">here <i>now</i></a>, <code>x</code>'
        message = await telegram.send_message(phone.address, text, parse_mode="HTML")
        assert message.text == "Hi 🍎 <you>: here now, x"
        assert message.parse_entities() == {
            message.entities[0]: "Hi 🍎",
            message.entities[1]: "here now",
            message.entities[2]: "now",
            message.entities[3]: "x",
        }
        kinds = [entity["type"] for entity in phone.last().parts[0]["entities"]]
        assert kinds == ["bold", "text_link", "italic", "code"]
        assert phone.last().parts[0]["entities"][1]["url"] == "https://a.b/?c=1&d=2"

    @pytest.mark.parametrize(
        ("text", "reason"),
        [
            ("<b>hi", 'can\'t find end tag corresponding to start tag "b"'),
            ("hi</b>", "unexpected end tag at byte offset 2"),
            ("<b>hi</i>", 'unmatched end tag at byte offset 5, expected "</b>", found "</i>"'),
            ("ที่ <marquee>", 'unsupported start tag "marquee" at byte offset 10'),
            ("1 < 2", 'unsupported start tag ""'),
        ],
    )
    async def test_bad_html_is_refused(self, desk, telegram, text, reason):
        phone = await started(desk)
        await bad(telegram.send_message(phone.address, text, parse_mode="HTML"), f"can't parse entities: {reason}")

    async def test_entities_are_kept_as_sent(self, desk, telegram):
        phone = await started(desk)
        bold = MessageEntity("bold", 0, 2)
        message = await telegram.send_message(phone.address, "hi there", entities=[bold])
        assert message.entities == (bold,)

    async def test_links_and_commands_are_found(self, desk, telegram):
        phone = await started(desk)
        message = await telegram.send_message(phone.address, "/help or https://a.b/c.")
        assert list(message.parse_entities().values()) == ["/help", "https://a.b/c"]

    async def test_a_text_has_1_to_4096_characters(self, desk, telegram):
        phone = await started(desk)
        await telegram.send_message(phone.address, "ก" * 4096)
        await bad(telegram.send_message(phone.address, "ก" * 4097), "message is too long")
        await bad(telegram.send_message(phone.address, "  \n "), "message text is empty")

    async def test_a_keyboard_is_shown_and_answered(self, desk, telegram):
        phone = await started(desk)
        message = await telegram.send_message(phone.address, "?", reply_markup=keys("Yes", "No"))
        assert message.reply_markup.inline_keyboard[1][0].callback_data == "do:No"
        assert [[button.label for button in row] for row in phone.last().keyboard] == [["Yes"], ["No"]]

    async def test_button_data_has_1_to_64_bytes(self, desk, telegram):
        phone = await started(desk)
        for data, fits in (("ก" * 21, True), ("ก" * 22, False), ("x" * 64, True), ("x" * 65, False)):
            markup = InlineKeyboardMarkup([[InlineKeyboardButton("b", callback_data=data)]])
            call = telegram.send_message(phone.address, "?", reply_markup=markup)
            await (call if fits else bad(call, "BUTTON_DATA_INVALID"))

    @pytest.mark.parametrize(
        ("markup", "reason"),
        [
            ({"inline_keyboard": [[{"text": "b"}]]}, "Text buttons are unallowed in the inline keyboard"),
            ({"inline_keyboard": [[{"callback_data": "b"}]]}, "Can't find field"),
            ({"inline_keyboard": [{"text": "b"}]}, "must be an Array of Arrays"),
            ({"inline_keyboard": [[{"text": "b", "url": "ftp://a.b"}]]}, "Unsupported URL protocol"),
            ({"inline_keyboard": [[{"text": "b", "callback_data": "b"}]] * 101}, "reply markup is too long"),
            ("{not json", "can't parse reply_markup JSON object"),
            ([1], "object expected as reply markup"),
        ],
    )
    async def test_bad_keyboards_are_refused(self, desk, http, markup, reason):
        phone = await started(desk)
        status, body = await http.telegram("sendMessage", chat_id=phone.address, text="?", reply_markup=markup)
        assert status == 400
        assert reason in body["description"]

    async def test_a_reply_keyboard_types_for_the_person(self, desk, bot, telegram):
        phone = await started(desk)
        await telegram.send_message(phone.address, "?", reply_markup=ReplyKeyboardMarkup([["Yes", "No"]]))
        await phone.tap("No")
        assert bot.updates[-1]["message"]["text"] == "No"

    async def test_who_blocked_never_started_or_is_unknown_cannot_be_written_to(self, desk, telegram):
        phone = await started(desk)
        await phone.block()
        with pytest.raises(Forbidden, match="bot was blocked by the user"):
            await telegram.send_message(phone.address, "hi")
        with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
            await telegram.send_message(desk.add_phone("Ann", "telegram").address, "hi")
        await bad(telegram.send_message(99, "hi"), "chat not found")
        await bad(telegram.send_message("@nobody", "hi"), "chat not found")
        assert phone.bubbles("bot") == []

    async def test_pictures_and_files_are_shown_and_can_be_fetched(self, desk, telegram, http):
        phone = await started(desk)
        photo = await telegram.send_photo(phone.address, b"\x89PNG picture", caption="<b>look</b>", parse_mode="HTML")
        assert phone.last().parts[0]["kind"] == "image"
        assert phone.last().parts[1]["text"] == photo.caption == "look"
        assert (await http.ask("GET", phone.last().parts[0]["url"]))[1] == b"\x89PNG picture"
        document = await telegram.send_document(phone.address, b"name,hours", filename="record.csv")
        assert phone.last().parts[0]["name"] == document.document.file_name == "record.csv"
        file = await telegram.get_file(document.document.file_id)
        assert bytes(await file.download_as_bytearray()) == b"name,hours"
        again = await telegram.send_document(phone.address, document.document.file_id)
        assert again.document.file_id == document.document.file_id
        await bad(telegram.send_photo(phone.address, b"x", caption="ก" * 1025), "caption is too long")
        await bad(telegram.get_file("invented"), "invalid file_id")

    async def test_typing_is_shown(self, desk, telegram):
        phone = await started(desk)
        assert await telegram.send_chat_action(phone.address, "typing")
        await bad(telegram.send_chat_action(phone.address, "levitating"), "wrong parameter action")


class TestChanging:
    async def test_a_message_is_edited_in_place(self, desk, telegram):
        phone = await started(desk)
        message = await telegram.send_message(phone.address, "one", reply_markup=keys("Yes"))
        edited = await message.edit_text("<b>two</b>", parse_mode="HTML")
        assert (edited.message_id, edited.text, edited.reply_markup) == (message.message_id, "two", None)
        assert edited.edit_date
        assert (await phone.changed()).text == "two"
        assert len(phone.bubbles("bot")) == 1
        assert phone.labels() == []

    async def test_only_the_keyboard_is_edited(self, desk, telegram):
        phone = await started(desk)
        message = await telegram.send_message(phone.address, "one", reply_markup=keys("Yes"))
        edited = await message.edit_reply_markup(keys("No"))
        assert (edited.text, phone.labels()) == ("one", ["No"])
        await edited.edit_reply_markup(None)
        assert phone.labels() == []

    async def test_an_edit_that_changes_nothing_is_refused(self, desk, telegram):
        phone = await started(desk)
        message = await telegram.send_message(phone.address, "one", reply_markup=keys("Yes"))
        await bad(message.edit_text("one", reply_markup=keys("Yes")), "message is not modified: specified new message")
        await bad(message.edit_reply_markup(keys("Yes")), "message is not modified")
        again = await message.edit_text("two")
        await bad(again.edit_text("two"), "message is not modified")

    async def test_only_existing_messages_of_the_bot_are_edited(self, desk, bot, telegram):
        phone = await started(desk)
        await bad(telegram.edit_message_text("x", phone.address, 3), "message to edit not found")
        theirs = bot.updates[0]["message"]["message_id"]
        await bad(telegram.edit_message_text("x", phone.address, theirs), "message can't be edited")

    async def test_a_message_is_deleted_within_two_days(self, desk, telegram):
        phone = await started(desk)
        one, two = [await telegram.send_message(phone.address, text, reply_markup=keys("x")) for text in ("one", "two")]
        assert await one.delete()
        assert phone.bubbles("bot")[0].deleted
        await bad(one.delete(), "message to delete not found")
        await bad(one.edit_text("again"), "message to edit not found")
        desk.clock.move(timedelta(hours=49))
        await bad(two.delete(), "message can't be deleted")


class TestCallbacks:
    async def tapped(self, desk, bot, telegram):
        phone = await started(desk)
        await telegram.send_message(phone.address, "<b>?</b>", parse_mode="HTML", reply_markup=keys("Yes"))
        await phone.tap("Yes")
        return phone, Update.de_json(bot.updates[-1], telegram).callback_query

    async def test_a_tap_comes_with_its_whole_message(self, desk, bot, telegram):
        phone, query = await self.tapped(desk, bot, telegram)
        assert (query.data, query.from_user.id, query.message.text) == ("do:Yes", phone.address, "?")
        assert query.message.reply_markup.inline_keyboard[0][0].text == "Yes"
        assert query.chat_instance
        assert phone.last("person").text == "/start", "a tap shows no bubble"
        edited = await query.edit_message_text("done")
        assert edited.text == "done"

    async def test_a_tap_is_answered_once(self, desk, bot, telegram):
        _, query = await self.tapped(desk, bot, telegram)
        assert await query.answer("thank you")
        await bad(query.answer(), TOO_OLD)

    async def test_a_tap_is_answered_within_a_minute(self, desk, bot, telegram):
        _, query = await self.tapped(desk, bot, telegram)
        desk.clock.move(timedelta(seconds=61))
        await bad(query.answer(), TOO_OLD)
        await bad(telegram.answer_callback_query("invented"), TOO_OLD)

    async def test_an_old_keyboard_can_still_be_tapped(self, desk, bot, telegram):
        phone, _ = await self.tapped(desk, bot, telegram)
        await telegram.send_message(phone.address, "newer")
        await phone.tap("Yes")
        assert bot.updates[-1]["callback_query"]["data"] == "do:Yes"

    async def test_a_link_tells_the_bot_nothing(self, desk, bot, telegram):
        phone = await started(desk)
        link = InlineKeyboardMarkup([[InlineKeyboardButton("More", url="https://a.b")]])
        await telegram.send_message(phone.address, "?", reply_markup=link)
        await phone.tap("More")
        assert len(bot.updates) == 1
        assert phone.last().keyboard[0][0].to_json() == {
            "id": "b1",
            "label": "More",
            "does": "link",
            "url": "https://a.b",
        }


class TestRates:
    async def test_a_chat_takes_a_short_burst_and_then_one_a_second(self, desk, telegram):
        phone, other = await started(desk), await started(desk, "Ann")
        for _ in range(4):
            await telegram.send_message(phone.address, "hi")
        with pytest.raises(RetryAfter, match="Flood control exceeded") as refused:
            await telegram.send_message(phone.address, "hi")
        assert refused.value._retry_after == timedelta(seconds=1)
        await telegram.send_message(other.address, "hi")
        desk.clock.move(timedelta(seconds=1))
        await telegram.send_message(phone.address, "hi")
        assert len(phone.bubbles("bot")) == 5

    async def test_all_chats_together_take_thirty_a_second(self, desk, http):
        phones = [await started(desk, str(number)) for number in range(60)]
        answers = [await self.say(http, phone) for phone in phones]
        assert 30 <= desk.counters.telegram_sent < 60
        refused = [body for status, body in answers if status == 429]
        assert refused[0]["parameters"] == {"retry_after": 1}
        assert refused[0]["description"] == "Too Many Requests: retry after 1"

    async def say(self, http, phone):
        return await http.telegram("sendMessage", chat_id=phone.address, text="hi")

    async def test_a_group_takes_twenty_a_minute(self, desk, bot, http):
        desk.settings.telegram_chat_burst = 1000
        group = desk.add_phone("Neighbours", "telegram", address=-4711)
        await group.open()
        assert bot.updates[0]["message"]["chat"]["type"] == "group"
        answers = [await self.say(http, group) for _ in range(21)]
        assert [status for status, _ in answers] == [200] * 20 + [429]
        assert answers[-1][1]["parameters"]["retry_after"] in {2, 3}

    async def test_rates_can_be_switched_off(self, desk, http):
        desk.settings.rate_scale = 0
        phone = await started(desk)
        assert {(await self.say(http, phone))[0] for _ in range(40)} == {200}


class TestSettings:
    async def test_commands_are_kept_for_each_language(self, telegram):
        await telegram.set_my_commands([BotCommand("help", "Help")])
        await telegram.set_my_commands([BotCommand("help", "ช่วยเหลือ")], language_code="th")
        assert (await telegram.get_my_commands())[0].description == "Help"
        assert (await telegram.get_my_commands(language_code="th"))[0].description == "ช่วยเหลือ"
        await telegram.delete_my_commands(language_code="th")
        assert await telegram.get_my_commands(language_code="th") == ()

    @pytest.mark.parametrize(
        ("command", "reason"),
        [
            ({"command": "Help!", "description": "x"}, "BOT_COMMAND_INVALID"),
            ({"command": "help", "description": ""}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ],
    )
    async def test_bad_commands_are_refused(self, http, command, reason):
        assert (await http.telegram("setMyCommands", commands=[command]))[1]["description"] == f"Bad Request: {reason}"

    async def test_the_menu_button_descriptions_and_chats_are_known(self, desk, telegram):
        phone = await started(desk)
        assert await telegram.set_chat_menu_button(phone.address, MenuButtonCommands())
        assert (await telegram.get_chat_menu_button(phone.address)).type == "commands"
        await telegram.set_my_description("what it does")
        assert (await telegram.get_my_description()).description == "what it does"
        assert (await telegram.get_chat(phone.address)).first_name == "Tom"
