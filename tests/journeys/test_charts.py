"""A chart behind its private link: drawn from how things stand, for who has the address, in both languages."""

from __future__ import annotations

import asyncio
import io
from datetime import timedelta
from typing import Any

import aiohttp
import pytest
from PIL import Image
from sqlalchemy import Connection

from bot import typesetting
from bot.charts.drawing import MOST_KEPT, Drawing
from storage import ideas, people, seats, workshops
from tests.journeys.world import World, until
from tests.storage import some
from texts import all_texts

WEEK = timedelta(days=7)


def voted(tx: Connection, here: World) -> tuple[str, str]:
    """A workshop whose vote is closed, and one of its team."""
    project, now = some.project(tx, "เพจใหม่ของบ้านอุ่นใจ"), here.clock.now()
    person = some.reached(tx)
    seats.ask(tx, some.role(tx, project), person, None, some.NOW)
    session = some.session(tx, project, timedelta(hours=1))
    workshops.move(tx, session, "open")
    ideas.add(tx, session, person, "dream", ["ปิ่นโตที่ผู้ใหญ่ปรุงเอง 🥦", "ลงติ๊กต็อกทุกสัปดาห์"], now)
    workshops.move(tx, session, "voting")
    ideas.put(tx, session, person, [each.id for each in ideas.on_board(tx, session)])
    workshops.move(tx, session, "done")
    return session, person


def link(here: World, purpose: str = "chart:board", life: timedelta = WEEK) -> tuple[str, str]:
    """A link to the chart of a workshop; gives the token and the session."""
    with here.engine.begin() as tx:
        session, person = voted(tx, here)
        return people.share_link(tx, person, purpose, here.clock.now() + life, session), session


async def get(here: World, path: str) -> tuple[int, Any, bytes]:
    address = f"http://127.0.0.1:{here.bot.port}/{path}"
    async with aiohttp.ClientSession() as session, session.get(address) as answer:
        return answer.status, answer.headers, await answer.read()


@pytest.mark.parametrize("language", ["th", "en"])
async def test_a_chart_is_shown_to_who_has_its_address(here: World, language: str) -> None:
    token, _ = link(here)
    status, headers, body = await get(here, f"charts/{token}.{language}.png")
    assert (status, headers["Content-Type"]) == (200, "image/png")
    assert headers["Cache-Control"].startswith("private")
    assert "sandbox" in headers["Content-Security-Policy"]
    picture = Image.open(io.BytesIO(body))
    assert picture.width == 1080
    assert len(body) < 1_000_000, "LINE takes a preview of one megabyte"


async def test_each_language_has_a_picture_of_its_own(here: World) -> None:
    token, _ = link(here)
    thai, english = [(await get(here, f"charts/{token}.{each}.png"))[2] for each in ("th", "en")]
    assert thai != english


@pytest.mark.parametrize(
    "path", ["charts/{token}.png", "charts/{token}.de.png", "charts/x.th.png", "charts/{other}.th.png"]
)
async def test_what_is_no_link_of_ours_shows_nothing(here: World, path: str) -> None:
    token, _ = link(here)
    assert (await get(here, path.format(token=token, other="a" * 32)))[0] == 404


@pytest.mark.parametrize("purpose", ["my_data", "chart:nosuch", "chart:"])
async def test_a_link_for_something_else_is_none_to_a_chart(here: World, purpose: str) -> None:
    token, _ = link(here, purpose)
    assert (await get(here, f"charts/{token}.th.png"))[0] == 404


async def test_a_link_to_a_chart_is_none_to_a_copy_of_ones_data(here: World) -> None:
    token, _ = link(here)
    assert (await get(here, f"my-data/{token}"))[0] == 404


async def test_a_link_ends(here: World) -> None:
    token, _ = link(here, life=timedelta(seconds=-1))
    assert (await get(here, f"charts/{token}.th.png"))[0] == 404


async def test_while_the_vote_goes_on_again_there_is_no_result(here: World) -> None:
    token, session = link(here)
    assert (await get(here, f"charts/{token}.th.png"))[0] == 200
    with here.engine.begin() as tx:
        workshops.move(tx, session, "voting")
    assert (await get(here, f"charts/{token}.th.png"))[0] == 404


async def test_who_is_forgotten_takes_their_links_with_them(here: World) -> None:
    with here.engine.begin() as tx:
        session, person = voted(tx, here)
        token = people.share_link(tx, person, "chart:board", here.clock.now() + WEEK, session)
        people.erase(tx, person, here.clock.now())
    assert (await get(here, f"charts/{token}.th.png"))[0] == 404


async def test_many_who_look_at_once_share_one_drawing(here: World, monkeypatch: pytest.MonkeyPatch) -> None:
    token, _ = link(here)
    drawn: list[str] = []
    really = typesetting.png

    def counted(*args: Any, **inputs: str) -> bytes:
        drawn.append(inputs["chart"])
        return really(*args, **inputs)

    monkeypatch.setattr("bot.charts.drawing.typesetting.png", counted)
    answers = await asyncio.gather(*(get(here, f"charts/{token}.th.png") for _ in range(12)))
    assert {status for status, _, _ in answers} == {200}
    assert len({body for _, _, body in answers}) == len(drawn) == 1


async def test_only_so_many_drawings_are_kept_and_a_failed_one_is_tried_again(
    here: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawing = Drawing(here.bot.database, all_texts(), "Asia/Bangkok")
    fails = iter([True])

    def drawn(*_args: Any, chart: str) -> bytes:
        if next(fails, False):
            raise RuntimeError("no ink")
        return chart.encode()

    monkeypatch.setattr("bot.charts.drawing.typesetting.png", drawn)
    with pytest.raises(RuntimeError):
        await drawing.picture("board", "0")
    for number in range(MOST_KEPT + 5):
        assert await drawing.picture("board", str(number)) == str(number).encode()
    assert len(drawing.drawn) == MOST_KEPT
    assert ("board", "0") not in drawing.drawn


@pytest.mark.parametrize("channel", ["line", "telegram"])
async def test_the_result_reaches_the_phone_with_its_picture(here: World, channel: Any) -> None:
    phone = await here.phone(channel)
    address = f"http://127.0.0.1:{here.bot.port}"
    object.__setattr__(here.bot.network, "public_url", address)
    for ours in here.bot.channels.values():
        ours._public_url = address  # type: ignore[attr-defined]
    for line in ("ไทย", "เริ่มเลย", "รับทราบ", "ครบแล้ว", "ได้", "ได้"):
        await phone.say(line)
        await here.settled()
    with here.engine.begin() as tx:
        session, _ = voted(tx, here)
        joined = people_of(tx, f"{channel}:{phone.address}")
        tx.execute(seen(session, joined))
    await phone.say("ผลโหวต")
    await phone.wait_for("ลงติ๊กต็อกทุกสัปดาห์")
    await until(lambda: not here.unfinished())
    shown = [part["url"] for bubble in phone.bubbles("bot") for part in bubble.parts if part["kind"] == "image"]
    assert len(shown) == 1
    assert (await get(here, shown[0].removeprefix(f"{address}/")))[0] == 200


def people_of(tx: Connection, chat: str) -> str:
    from storage.schema import chats

    return str(tx.execute(chats.select().where(chats.c.name == chat)).one().person)


def seen(session: str, person: str) -> Any:
    from storage.schema import attendances

    return attendances.insert().values(session=session, person=person, came=True, source="code", at=some.NOW)
