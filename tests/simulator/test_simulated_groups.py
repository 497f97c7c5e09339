"""Groups on the desk are as the platforms document theirs: what the bot is told, where it may write, what it costs."""

from __future__ import annotations

import pytest
from linebot.v3 import WebhookParser
from linebot.v3.messaging import ApiException, PushMessageRequest, ReplyMessageRequest, TextMessage
from linebot.v3.webhooks import JoinEvent, LeaveEvent, MemberJoinedEvent, MemberLeftEvent, MessageEvent
from telegram import Update
from telegram.error import Forbidden

from simulator.phone import NotPossibleError


def group_on(desk, channel: str, people: int = 3):
    members = [desk.add_phone(name, channel) for name in ("มะลิ", "ดาว", "Ben", "Tom")[:people]]
    return desk.add_group("ทีมเพจใหม่", channel, members)


def push(line, group, text: str = "hi"):
    return line.push_message(PushMessageRequest(to=group.address, messages=[TextMessage(text=text)]))


class TestLine:
    async def test_the_account_hears_everything_while_it_is_in_the_group(self, desk, bot):
        group = group_on(desk, "line")
        mali, dao, _ = group.members
        await group.write(mali, "before")
        await group.take_in()
        await group.write(dao, "ทุกคน @HandUp นัดต่อไป")
        await group.let_go(mali)
        await group.let_in(mali)
        await group.put_out()
        await group.write(dao, "after")
        assert [event["type"] for event in bot.events] == ["join", "message", "memberLeft", "memberJoined", "leave"]
        join, message = bot.events[:2]
        assert join["source"] == {"type": "group", "groupId": group.address}
        assert message["source"] == {"type": "group", "groupId": group.address, "userId": dao.address}
        [mention] = message["message"]["mention"]["mentionees"]
        assert (mention["index"], mention["length"], mention["isSelf"]) == (6, 7, True)
        assert ["replyToken" in event for event in bot.events] == [True, True, False, True, False]

    async def test_lines_own_sdk_reads_it(self, desk, bot):
        group = group_on(desk, "line")
        await group.take_in()
        await group.write(group.members[0], "hi")
        await group.let_go(group.members[2])
        await group.let_in(group.members[0])
        await group.put_out()
        parser = WebhookParser(desk.settings.line_channel_secret)
        told = [parser.parse(heard.body.decode(), heard.headers["x-line-signature"]) for heard in bot.heard]
        kinds = [type(event) for events in told for event in events]
        assert kinds == [JoinEvent, MessageEvent, MemberLeftEvent, MemberJoinedEvent, LeaveEvent]

    async def test_a_push_counts_everybody_and_a_reply_nobody(self, desk, bot, line):
        group = group_on(desk, "line", 4)
        await group.take_in()
        await line.reply_message(
            ReplyMessageRequest(replyToken=bot.events[0]["replyToken"], messages=[TextMessage(text="hello")])
        )
        assert desk.meter()["used"] == 0
        await push(line, group, "soon")
        assert desk.meter()["used"] == 4
        assert [(bubble.text, bubble.how) for bubble in group.bubbles("bot")] == [("hello", "reply"), ("soon", "push")]

    async def test_a_push_that_the_month_has_no_room_for_reaches_nobody(self, desk, line):
        desk.settings.line_quota = 3
        group = group_on(desk, "line", 4)
        await group.take_in()
        with pytest.raises(ApiException) as refused:
            await push(line, group)
        assert refused.value.status == 429
        assert group.bubbles("bot") == []

    async def test_outside_the_group_nothing_can_be_sent_or_counted(self, desk, line):
        group = group_on(desk, "line")
        for call in (push(line, group), line.get_group_member_count(group.address)):
            with pytest.raises(ApiException) as refused:
                await call
            assert refused.value.status in {400, 404}

    async def test_the_people_in_a_group_are_counted_without_the_account(self, desk, line):
        group = group_on(desk, "line")
        await group.take_in()
        assert (await line.get_group_member_count(group.address)).count == 3

    async def test_a_group_is_no_friend(self, desk):
        group = group_on(desk, "line")
        await group.take_in()
        assert desk.phones.friends() == []
        assert group.menu is None


class TestTelegram:
    async def test_the_bot_is_told_only_what_is_meant_for_it(self, desk, bot):
        group = group_on(desk, "telegram")
        ben = group.members[2]
        await group.take_in()
        for words in (
            "hello",
            "@handup_desk_bot next",
            "/next@handup_desk_bot",
            "/next",
            "/next@other_bot",
            "@other_bot",
        ):
            await group.write(ben, words)
        heard = [update["message"]["text"] for update in bot.updates if "text" in update.get("message", {})]
        assert heard == ["@handup_desk_bot next", "/next@handup_desk_bot", "/next"]
        message = next(update["message"] for update in bot.updates if "text" in update.get("message", {}))
        assert message["from"]["id"] == ben.address
        assert message["entities"] == [{"type": "mention", "offset": 0, "length": 16}]

    async def test_a_bot_that_asks_for_more_is_told_everything(self, desk, bot):
        group = group_on(desk, "telegram")
        group.private = False
        await group.take_in()
        await group.write(group.members[0], "hello")
        assert bot.updates[-1]["message"]["text"] == "hello"

    async def test_coming_and_going(self, desk, bot, telegram):
        group = group_on(desk, "telegram")
        await group.take_in()
        await group.let_go(group.members[2])
        await group.put_out()
        told = [Update.de_json(update, telegram) for update in bot.updates]
        assert [update.my_chat_member.new_chat_member.status for update in (told[0], told[-1])] == ["member", "kicked"]
        assert told[1].message.new_chat_members[0].id == telegram.id
        assert told[2].message.left_chat_member.first_name == "Ben"
        with pytest.raises(Forbidden, match="kicked"):
            await telegram.send_message(group.address, "hi")

    async def test_the_people_in_a_group_are_counted_with_the_bot(self, desk, telegram):
        group = group_on(desk, "telegram")
        await group.take_in()
        assert await telegram.get_chat_member_count(group.address) == 4

    async def test_a_link_lets_the_bot_in_and_starts_it(self, desk, bot):
        group = group_on(desk, "telegram")
        await group.open("482193")
        assert bot.updates[-1]["message"]["text"] == "/start@handup_desk_bot 482193"

    async def test_a_group_may_get_another_number(self, desk, bot, telegram):
        group = group_on(desk, "telegram")
        await group.take_in()
        old = group.address
        await group.acts.become_supergroup(group)
        before, after = (update["message"] for update in bot.updates[-2:])
        assert (before["chat"]["id"], before["migrate_to_chat_id"]) == (old, group.address)
        assert (after["chat"]["type"], after["migrate_from_chat_id"]) == ("supergroup", old)
        await telegram.send_message(group.address, "hi")
        assert group.last().text == "hi"


class TestTheDesk:
    async def test_a_group_is_added_from_the_page_and_one_of_its_people_writes(self, desk, bot, http):
        _, dao = (desk.add_phone(name, "line") for name in ("มะลิ", "ดาว"))
        status, group = await http.desk("phones", name="ทีม", channel="line", role="group")
        assert (status, [each["name"] for each in group["group"]["people"]]) == (200, ["มะลิ", "ดาว"])
        await http.desk(f"phones/{group['id']}/open")
        await http.desk(f"phones/{group['id']}/say", text="สวัสดี", writer=dao.id)
        assert bot.events[-1]["source"]["userId"] == dao.address
        assert desk.phones.get(group["id"]).last("person").to_json()["author"] == "ดาว"
        stranger = desk.add_phone("ไข่", "line")
        assert (await http.desk(f"phones/{group['id']}/say", text="สวัสดี", writer=stranger.id))[0] == 409

    async def test_a_group_needs_people(self, http):
        assert (await http.desk("phones", name="ทีม", channel="line", role="group"))[0] == 409

    async def test_nobody_writes_who_is_not_in_the_group(self, desk):
        group = group_on(desk, "line")
        with pytest.raises(NotPossibleError):
            await group.write(desk.add_phone("ไข่", "line"), "hi")
