"""The printed page of a session's check-in, over HTTP: what stands on it, for whom, and what its QR codes say."""

from __future__ import annotations

import base64
import io
import re
from datetime import timedelta
from urllib.parse import unquote

import aiohttp
import zxingcpp
from PIL import Image

from storage import attendance, people, projects, sessions, settings, staff
from tests.journeys.world import World, said, until


def session_in_an_hour(here: World, title: str = "พี่อ่าน <ให้> น้องฟัง") -> tuple[str, str, str]:
    """A session, its code, and a member of staff."""
    now = here.clock.now()
    with here.engine.begin() as tx:
        project = projects.draft(tx, "มูลนิธิสมมติ", title, "หนังสือเสียง", "education", now)
        projects.publish(tx, project, now)
        begins = now + timedelta(hours=1)
        found = sessions.plan(tx, project, "training", begins, begins + 2 * timedelta(hours=1), "ห้องสมุด", now=now)
        code = attendance.code_of(tx, found)
        maker = people.join(tx, now)
        staff.join(tx, maker, now)
        settings.note(tx, "line_basic_id", "@handup", now)
        settings.note(tx, "telegram_username", "handup_bot", now)
    return found, str(code), maker


def link(here: World, session: str, maker: str) -> str:
    """A private link to the page that is good for an hour."""
    until_then = here.clock.now() + timedelta(hours=1)
    with here.engine.begin() as tx:
        return people.share_link(tx, maker, "check_in", until_then, about=session)


async def read(here: World, token: str) -> tuple[int, str, dict[str, str]]:
    """What the page answers: its status, its text, its headers."""
    address = f"http://127.0.0.1:{here.bot.port}/check-in/{token}"
    async with aiohttp.ClientSession() as client, client.get(address) as answer:
        return answer.status, await answer.text(), dict(answer.headers)


def codes_on(page: str) -> list[str]:
    """What the QR codes of a page say."""
    drawn = re.findall(r'<img alt="[^"]+" src="data:image/png;base64,([^"]+)"', page)
    pictures = [Image.open(io.BytesIO(base64.b64decode(each))) for each in drawn]
    return [zxingcpp.read_barcodes(each)[0].text for each in pictures]


async def test_the_page_shows_session_code_and_both_qr_codes_without_script(here: World) -> None:
    session, code, maker = session_in_an_hour(here)
    status, page, headers = await read(here, link(here, session, maker))
    assert status == 200
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert headers["Cache-Control"] == "no-store"
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert f"{code[:3]}<i></i>{code[3:]}" in page
    assert "พี่อ่าน &lt;ให้&gt; น้องฟัง" in page
    assert "เช็คอินที่นี่" in page
    assert "Check in here" in page
    assert "<script" not in page
    line, telegram = codes_on(page)
    assert unquote(line) == f"https://line.me/R/oaMessage/@handup/?เช็คอิน {code}"
    assert telegram == f"https://t.me/handup_bot?start=in-{code}"


async def test_what_the_qr_codes_say_is_understood_in_the_chat(here: World) -> None:
    session, _, maker = session_in_an_hour(here)
    _, page, _ = await read(here, link(here, session, maker))
    line, telegram = codes_on(page)
    for channel, words in (("line", unquote(line.partition("/?")[2])), ("telegram", telegram.partition("start=")[2])):
        phone = here.simulator.add_phone("นก", channel)  # type: ignore[arg-type]
        await phone.open(words if channel == "telegram" else "")
        if channel == "line":
            await phone.say(words)
        await here.settled()
        for answer in ("ไทย", "เริ่มเลย", "รับทราบ", "ครบแล้ว", "ได้", "ได้"):
            await phone.say(answer)
            await here.settled()
        await until(lambda there=phone: any("ไม่ได้อยู่ในรายชื่อ" in each for each in said(there)))


async def test_a_wrong_or_old_link_a_cancelled_session_and_one_of_former_staff_show_nothing(here: World) -> None:
    session, code, maker = session_in_an_hour(here)
    token = link(here, session, maker)
    now = here.clock.now()
    with here.engine.begin() as tx:
        old = people.share_link(tx, maker, "check_in", now - timedelta(seconds=1), about=session)
        other = people.share_link(tx, maker, "my_data", now + timedelta(hours=1), about=session)
        nothing = people.share_link(tx, maker, "check_in", now + timedelta(hours=1))
    for wrong in ("x" * 32, old, other, nothing):
        status, page, _ = await read(here, wrong)
        assert (status, code in page) == (404, False)
    with here.engine.begin() as tx:
        other_admin = people.join(tx, now)
        staff.join(tx, other_admin, now)
        staff.leave(tx, maker, now)
    assert (await read(here, token))[0] == 404
    with here.engine.begin() as tx:
        token = people.share_link(tx, other_admin, "check_in", now + timedelta(hours=1), about=session)
    assert (await read(here, token))[0] == 200
    with here.engine.begin() as tx:
        sessions.cancel(tx, session, now=now)
    status, page, _ = await read(here, token)
    assert (status, "ยกเลิก" in page, "called off" in page) == (404, True, True)
