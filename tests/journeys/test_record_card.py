"""The card of somebody's record behind its private link: in both languages, with no more of a name than was chosen."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any

import aiohttp
import pytest
from PIL import Image
from sqlalchemy import Connection

from bot.charts import record
from bot.charts.chart import Wanted
from domain.ledger import Check
from storage import checks, hours, people, seats
from storage.hours import Work
from tests.journeys.world import World
from tests.storage import some
from texts import all_texts

WEEK = timedelta(days=7)


def volunteer(tx: Connection, *, verified: bool = True) -> str:
    """Somebody with a role and four hours of it."""
    person = some.reached(tx, "ศรีสุดารัตน์ ประเสริฐวัฒนากุลชัยพงศ์พิพัฒน์เจริญสุข")
    role = some.role(tx, some.project(tx, "เพจใหม่ของบ้านอุ่นใจ 🥦"))
    seats.ask(tx, role, person, None, some.NOW)
    entry = hours.log(tx, person, Work(role, some.NOW.date(), 240, "บันทึกส่วนตัว"), some.NOW)
    if verified:
        checks.say(tx, entry, Check.VERIFIED, some.staff(tx), "staff", some.NOW)
    return person


def facts(tx: Connection, person: str, naming: str, language: str = "en") -> Any:
    return record.facts(tx, Wanted(person, naming, language, all_texts(), "Asia/Bangkok", "HandUp Network"))


async def get(here: World, path: str) -> tuple[int, bytes]:
    address = f"http://127.0.0.1:{here.bot.port}/{path}"
    async with aiohttp.ClientSession() as session, session.get(address) as answer:
        return answer.status, await answer.read()


@pytest.mark.parametrize("verified", [True, False])
@pytest.mark.parametrize("language", ["th", "en"])
async def test_the_card_is_shown_to_who_has_its_address(here: World, language: str, verified: bool) -> None:
    with here.engine.begin() as tx:
        person = volunteer(tx, verified=verified)
        token = people.share_link(tx, person, "chart:record", here.clock.now() + WEEK, "whole")
    status, body = await get(here, f"charts/{token}.{language}.png")
    assert status == 200
    assert Image.open(io.BytesIO(body)).width == 1080
    assert len(body) < 1_000_000, "LINE takes a preview of one megabyte"


async def test_the_link_to_a_card_ends(here: World) -> None:
    with here.engine.begin() as tx:
        token = people.share_link(tx, volunteer(tx), "chart:record", here.clock.now() - WEEK, "whole")
    assert (await get(here, f"charts/{token}.th.png"))[0] == 404


async def test_who_is_forgotten_has_no_card_any_more(here: World) -> None:
    with here.engine.begin() as tx:
        person = volunteer(tx)
        token = people.share_link(tx, person, "chart:record", here.clock.now() + WEEK, "whole")
        people.erase(tx, person, here.clock.now())
    assert (await get(here, f"charts/{token}.th.png"))[0] == 404


async def test_a_card_says_as_much_of_the_name_as_was_chosen(here: World) -> None:
    with here.engine.begin() as tx:
        person = volunteer(tx)
        names = [facts(tx, person, each)["name"] for each in ("given", "whole", "none", "")]
    assert names == ["ศรีสุดารัตน์", "ศรีสุดารัตน์ ประเสริฐวัฒนากุลชัยพงศ์พิพัฒน์เจริญสุข", "", ""]


async def test_a_card_calls_self_reported_hours_so_and_none_of_them_verified(here: World) -> None:
    with here.engine.begin() as tx:
        shown = facts(tx, volunteer(tx, verified=False), "none")
    assert shown["none_verified"] == "No verified hours yet"
    assert shown["others"] == [{"amount": "4 h", "label": "Self-reported (not verified)"}]


async def test_verified_hours_are_shown_apart_and_private_notes_not_at_all(here: World) -> None:
    with here.engine.begin() as tx:
        shown = facts(tx, volunteer(tx), "none")
    assert (shown["verified"]["amount"], shown["none_verified"], shown["others"]) == ("4 h", "", [])
    assert "บันทึกส่วนตัว" not in str(shown)
    assert "🥦" not in str(shown)


async def test_who_has_done_nothing_has_no_card(here: World) -> None:
    with here.engine.begin() as tx:
        assert facts(tx, some.person(tx), "none") is None
