"""LINE's profiles, loading, mark as read, webhook settings and rich menus, through the real SDK."""

from __future__ import annotations

import pytest
from linebot.v3 import messaging
from linebot.v3.messaging import (
    ApiException,
    CreateRichMenuAliasRequest,
    MarkMessagesAsReadByTokenRequest,
    RichMenuRequest,
    SetWebhookEndpointRequest,
    ShowLoadingAnimationRequest,
)

from simulator import NotPossibleError
from simulator.samples import picture

PNG = {"Content-Type": "image/png"}


async def friend(desk, name: str = "นิด"):
    phone = desk.add_phone(name, "line")
    await phone.open()
    return phone


async def refusal(call) -> ApiException:
    with pytest.raises(ApiException) as refused:
        await call
    return refused.value


def menu(*actions, width: int = 800, height: int = 540) -> RichMenuRequest:
    across = width // max(1, len(actions))
    areas = [
        {"bounds": {"x": across * number, "y": 0, "width": across, "height": height}, "action": action}
        for number, action in enumerate(actions)
    ]
    size = {"width": width, "height": height}
    body = {"size": size, "selected": True, "name": "menu", "chatBarText": "เมนู", "areas": areas}
    return RichMenuRequest.from_dict(body)


def go(data: str) -> dict[str, str]:
    return {"type": "postback", "label": data, "data": data}


async def made(line, line_blob, *actions) -> str:
    menu_id = (await line.create_rich_menu(menu(*actions))).rich_menu_id
    await line_blob.set_rich_menu_image(menu_id, body=picture(800, 540), _headers=PNG)
    return menu_id


async def test_a_friend_has_a_profile(desk, line):
    phone = await friend(desk)
    profile = await line.get_profile(phone.address)
    assert (profile.display_name, profile.user_id, profile.language) == ("นิด", phone.address, "th")


async def test_who_blocked_or_never_followed_has_no_profile(desk, line):
    phone = await friend(desk)
    await phone.block()
    for address in (phone.address, desk.add_phone("แอน", "line").address, "U" + "0" * 32):
        refused = await refusal(line.get_profile(address))
        assert (refused.status, refused.body) == (404, '{"message": "Not found"}')


async def test_followers_are_listed_for_verified_accounts_only(desk, line):
    phones = [await friend(desk, str(number)) for number in range(3)]
    assert (await refusal(line.get_followers())).status == 403
    desk.settings.line_verified = True
    page = await line.get_followers(limit=2)
    rest = await line.get_followers(limit=2, start=page.next)
    assert page.user_ids + rest.user_ids == [phone.address for phone in phones]
    assert rest.next is None


async def test_the_account_tells_who_it_is(desk, line):
    assert (await line.get_bot_info()).user_id == desk.settings.line_destination


async def test_loading_is_shown_in_one_to_one_chats(desk, line):
    phone = await friend(desk)
    shown = await line.show_loading_animation_with_http_info(ShowLoadingAnimationRequest(chatId=phone.address))
    assert shown.status_code == 202
    group = ShowLoadingAnimationRequest(chatId="C" + "0" * 32, loadingSeconds=10)
    assert (await refusal(line.show_loading_animation(group))).status == 400
    odd = ShowLoadingAnimationRequest(chatId=phone.address, loadingSeconds=7)
    assert (await refusal(line.show_loading_animation(odd))).status == 400


async def test_messages_are_marked_as_read_by_their_token(desk, bot, line):
    await desk.add_phone("นิด", "line").say("hi")
    token = bot.events[0]["message"]["markAsReadToken"]
    await line.mark_messages_as_read_by_token(MarkMessagesAsReadByTokenRequest(markAsReadToken=token))
    invented = MarkMessagesAsReadByTokenRequest(markAsReadToken="invented")
    assert "Invalid markAsReadToken" in (await refusal(line.mark_messages_as_read_by_token(invented))).body


async def test_the_webhooks_address_is_read_and_set(desk, bot, line):
    url = f"http://127.0.0.1:{bot.port}/line"
    desk.line_bot_url = "http://127.0.0.1:1/nobody"
    await line.set_webhook_endpoint(SetWebhookEndpointRequest(endpoint=url))
    assert (await line.get_webhook_endpoint()).endpoint == url
    await desk.add_phone("นิด", "line").say("hi")
    assert len(bot.events) == 1
    elsewhere = SetWebhookEndpointRequest(endpoint="http://example.org/hook")
    assert (await refusal(line.set_webhook_endpoint(elsewhere))).status == 400


async def test_the_webhook_is_tested_with_no_events(desk, bot, line):
    assert (await line.test_webhook_endpoint(messaging.TestWebhookEndpointRequest())).success is True
    bot.answers.append(503)
    failed = await line.test_webhook_endpoint(messaging.TestWebhookEndpointRequest())
    assert (failed.success, failed.status_code) == (False, 503)
    assert bot.events == []


class TestRichMenus:
    async def test_the_default_menu_is_shown_to_every_friend(self, desk, bot, line, line_blob):
        phone = await friend(desk)
        menu_id = await made(line, line_blob, go("find"), {"type": "message", "label": "help", "text": "ช่วยด้วย"})
        await line.set_default_rich_menu(menu_id)
        later = await friend(desk, "แอน")
        assert phone.menu == later.menu
        assert (await line.get_default_rich_menu_id()).rich_menu_id == menu_id
        await phone.tap("find")
        await phone.tap("help")
        assert bot.events[-2]["postback"] == {"data": "find"}
        assert bot.events[-1]["message"]["text"] == "ช่วยด้วย"

    async def test_an_own_menu_goes_before_the_default(self, desk, line, line_blob):
        phone, other = await friend(desk), await friend(desk, "แอน")
        await line.set_default_rich_menu(await made(line, line_blob, go("everyone")))
        own = await made(line, line_blob, go("you"))
        await line.link_rich_menu_id_to_user(phone.address, own)
        assert (phone.labels(), other.labels()) == (["you"], ["everyone"])
        assert (await line.get_rich_menu_id_of_user(phone.address)).rich_menu_id == own
        await line.unlink_rich_menu_id_from_user(phone.address)
        assert phone.labels() == ["everyone"]
        await line.cancel_default_rich_menu()
        assert phone.menu is None

    async def test_a_menu_needs_its_image_first(self, desk, line):
        phone = await friend(desk)
        menu_id = (await line.create_rich_menu(menu(go("x")))).rich_menu_id
        refused = await refusal(line.set_default_rich_menu(menu_id))
        assert "must upload richmenu image before applying it to user" in refused.body
        assert (await refusal(line.link_rich_menu_id_to_user(phone.address, menu_id))).status == 400

    async def test_the_image_is_a_picture_of_the_menus_size_given_once(self, line, line_blob):
        menu_id = (await line.create_rich_menu(menu(go("x")))).rich_menu_id
        for image in (picture(800, 500), b"not a picture", picture(800, 540) + bytes(2**20)):
            assert (await refusal(line_blob.set_rich_menu_image(menu_id, body=image, _headers=PNG))).status == 400
        await line_blob.set_rich_menu_image(menu_id, body=picture(800, 540), _headers=PNG)
        assert (
            await refusal(line_blob.set_rich_menu_image(menu_id, body=picture(800, 540), _headers=PNG))
        ).status == 400
        assert await line_blob.get_rich_menu_image(menu_id) == picture(800, 540)

    async def test_a_switch_shows_the_other_menu_and_tells_the_bot(self, desk, bot, line, line_blob):
        phone = await friend(desk)
        switch = {"type": "richmenuswitch", "label": "more", "richMenuAliasId": "second", "data": "switched"}
        first, second = await made(line, line_blob, switch), await made(line, line_blob, go("on the second"))
        await line.create_rich_menu_alias(CreateRichMenuAliasRequest(richMenuAliasId="second", richMenuId=second))
        await line.set_default_rich_menu(first)
        await phone.tap("more")
        params = {"newRichMenuAliasId": "second", "status": "SUCCESS"}
        assert bot.events[-1]["postback"] == {"data": "switched", "params": params}
        assert phone.labels() == ["on the second"]

    async def test_an_alias_is_unique(self, line, line_blob):
        menu_id = await made(line, line_blob, go("x"))
        request = CreateRichMenuAliasRequest(richMenuAliasId="one", richMenuId=menu_id)
        await line.create_rich_menu_alias(request)
        assert (await refusal(line.create_rich_menu_alias(request))).status == 400
        assert (await line.get_rich_menu_alias("one")).rich_menu_id == menu_id
        assert len((await line.get_rich_menu_alias_list()).aliases) == 1
        await line.delete_rich_menu_alias("one")
        assert (await refusal(line.get_rich_menu_alias("one"))).status == 404

    async def test_a_deleted_menu_is_gone_everywhere(self, desk, line, line_blob):
        phone = await friend(desk)
        menu_id = await made(line, line_blob, go("x"))
        await line.set_default_rich_menu(menu_id)
        assert len((await line.get_rich_menu_list()).richmenus) == 1
        await line.delete_rich_menu(menu_id)
        assert phone.menu is None
        assert (await refusal(line.get_rich_menu(menu_id))).status == 404

    async def test_someone_who_blocked_sees_no_menu(self, desk, line, line_blob):
        phone = await friend(desk)
        await line.set_default_rich_menu(await made(line, line_blob, go("x")))
        await phone.block()
        assert phone.menu is None
        with pytest.raises(NotPossibleError):
            await phone.tap("x")
