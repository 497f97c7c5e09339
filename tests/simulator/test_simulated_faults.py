"""Everything that can go wrong with a platform's API, when a test asks for it."""

from __future__ import annotations

import asyncio
import json
import uuid

import aiohttp
import pytest
from linebot.v3.messaging import ApiException, PushMessageRequest, TextMessage
from pydantic.v1 import ValidationError
from telegram.error import NetworkError, RetryAfter, TimedOut

from simulator.faults import Fault

pytestmark = pytest.mark.filterwarnings("ignore:.*`retry_after`")


async def friend(desk):
    phone = desk.add_phone("นิด", "line")
    await phone.open()
    return phone


def push(line, phone, key=None, **more):
    request = PushMessageRequest(to=phone.address, messages=[TextMessage(text="hi")])
    return line.push_message(request, x_line_retry_key=key, **more)


async def test_an_error_before_acceptance_delivers_nothing(desk, line):
    phone = await friend(desk)
    desk.faults.add(Fault("error_before", count=1))
    with pytest.raises(ApiException) as refused:
        await push(line, phone)
    assert refused.value.status == 500
    assert refused.value.headers["x-line-request-id"]
    assert phone.bubbles("bot") == []
    await push(line, phone)


async def test_an_error_after_acceptance_delivers_and_the_key_tells(desk, line):
    phone, key = await friend(desk), str(uuid.uuid4())
    desk.faults.add(Fault("error_after", count=1))
    with pytest.raises(ApiException) as refused:
        await push(line, phone, key)
    assert refused.value.status == 500
    assert len(phone.bubbles("bot")) == 1
    with pytest.raises(ApiException) as repeated:
        await push(line, phone, key)
    assert repeated.value.status == 409
    assert len(phone.bubbles("bot")) == 1


@pytest.mark.parametrize(("kind", "delivered"), [("drop_before", 0), ("drop_after", 1)])
async def test_a_dropped_connection_tells_nothing(desk, line, kind, delivered):
    phone = await friend(desk)
    desk.faults.add(Fault(kind, count=1))
    with pytest.raises(aiohttp.ClientError):
        await push(line, phone)
    assert len(phone.bubbles("bot")) == delivered


@pytest.mark.parametrize(("kind", "delivered"), [("stall_before", 0), ("stall", 1)])
async def test_a_stall_outlasts_the_callers_patience(desk, line, kind, delivered):
    phone = await friend(desk)
    desk.faults.add(Fault(kind, count=1, seconds=5))
    with pytest.raises(TimeoutError):
        await push(line, phone, _request_timeout=0.5)
    assert len(phone.bubbles("bot")) == delivered


async def test_a_page_of_html_instead_of_json(desk, line):
    phone = await friend(desk)
    desk.faults.add(Fault("html", count=1))
    with pytest.raises(ApiException, match="502 Bad Gateway"):
        await push(line, phone)
    assert phone.bubbles("bot") == []


async def test_an_odd_body_although_it_was_delivered(desk, line):
    phone = await friend(desk)
    desk.faults.add(Fault("odd_body", count=1))
    with pytest.raises(ValidationError):
        await push(line, phone)
    assert len(phone.bubbles("bot")) == 1


async def test_too_many_requests_with_any_reason(desk, line):
    phone = await friend(desk)
    desk.faults.add(Fault("too_many", count=1, message="You have reached your monthly limit."))
    with pytest.raises(ApiException, match="monthly limit"):
        await push(line, phone)


async def test_a_fault_keeps_to_its_endpoint_and_channel(desk, line, telegram):
    phone, tom = await friend(desk), desk.add_phone("Tom", "telegram")
    await tom.open()
    desk.faults.add(Fault("error_before", endpoint="message/multicast"))
    desk.faults.add(Fault("error_before", channel="telegram", endpoint="sendMessage"))
    await push(line, phone)
    assert await telegram.get_me()
    for _ in range(3):
        with pytest.raises(NetworkError, match="Internal Server Error"):
            await telegram.send_message(tom.address, "hi")
    desk.faults.clear()
    await telegram.send_message(tom.address, "hi")


async def test_a_fault_after_acceptance_waits_for_a_call_that_is_accepted(desk, line):
    phone = await friend(desk)
    desk.faults.add(Fault("error_after", count=1, endpoint="message/push"))
    with pytest.raises(ApiException) as refused:
        await line.push_message(PushMessageRequest(to="U" + "0" * 32, messages=[TextMessage(text="hi")]))
    assert refused.value.status == 400
    with pytest.raises(ApiException) as refused:
        await push(line, phone)
    assert refused.value.status == 500


async def test_telegram_fails_in_the_same_ways(desk, telegram):
    tom = desk.add_phone("Tom", "telegram")
    await tom.open()
    desk.faults.add(Fault("too_many", count=1, seconds=7))
    with pytest.raises(RetryAfter) as refused:
        await telegram.send_message(tom.address, "one")
    assert refused.value._retry_after.total_seconds() == 7
    desk.faults.add(Fault("drop_after", count=1))
    with pytest.raises(NetworkError):
        await telegram.send_message(tom.address, "two")
    desk.faults.add(Fault("stall", count=1, seconds=5))
    with pytest.raises(TimedOut):
        await telegram.send_message(tom.address, "three", read_timeout=0.1)
    assert [bubble.text for bubble in tom.bubbles("bot")] == ["two", "three"]


async def test_faults_are_set_and_cleared_over_http(desk, http):
    status, body = await http.desk("faults", kind="error_before", count=2, endpoint="push", channel="line")
    assert status == 200
    assert body["faults"][0]["count"] == 2
    assert (await http.desk("faults", kind="earthquake"))[0] == 400
    assert (await http.desk("faults", kind="html", colour="red"))[0] == 400
    assert await http.desk("faults") == (200, {"faults": []})


async def test_every_call_is_logged_without_tokens(desk, line, telegram):
    phone = await friend(desk)
    await push(line, phone)
    assert [(call.method, call.status) for call in desk.calls.matching("message/push")] == [("POST", 200)]
    assert desk.calls.matching("getMe")[0].path == "/bot<token>/getMe"
    assert "simulator" not in json.dumps([call.path for call in desk.calls.calls])


async def test_stopping_does_not_wait_for_what_stalls(desk, line):
    phone = await friend(desk)
    desk.faults.add(Fault("stall", seconds=60))
    waiting = asyncio.create_task(push(line, phone))
    await asyncio.sleep(0.05)
    async with asyncio.timeout(2):
        await desk.stop()
    with pytest.raises((aiohttp.ClientError, ApiException)):
        await waiting
    await desk.start()
