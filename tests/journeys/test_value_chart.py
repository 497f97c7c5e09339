"""The picture of a year's value behind its private link: for staff, in both languages, drawn from how things stand."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any

import aiohttp
import pytest
from PIL import Image

from bot.charts import value
from bot.charts.chart import Wanted
from domain.value import Forecast
from storage import hours, people, staff
from storage.hours import Work
from tests.journeys.world import World
from tests.storage import some
from texts import all_texts

WEEK = timedelta(days=7)
PLAN = Forecast(100, 4, 12, 800)


async def get(here: World, path: str) -> tuple[int, bytes]:
    address = f"http://127.0.0.1:{here.bot.port}/{path}"
    async with aiohttp.ClientSession() as session, session.get(address) as answer:
        return answer.status, await answer.read()


def link(here: World, about: str = "", *, of_staff: bool = True) -> tuple[str, str]:
    """A link to this year's picture, after somebody gave hours; gives the token and whose link it is."""
    now = here.clock.now()
    with here.engine.begin() as tx:
        person = some.staff(tx) if of_staff else some.person(tx)
        hours.log(tx, some.person(tx), Work(None, now.date(), 480), now)
        return people.share_link(tx, person, "chart:value", now + WEEK, about or str(now.year)), person


@pytest.mark.parametrize("language", ["th", "en"])
async def test_staff_see_the_picture_of_a_year(here: World, language: str) -> None:
    status, body = await get(here, f"charts/{link(here)[0]}.{language}.png")
    assert status == 200
    assert Image.open(io.BytesIO(body)).width == 1080
    assert len(body) < 1_000_000, "LINE takes a preview of one megabyte"


async def test_a_year_without_hours_has_a_picture_too(here: World) -> None:
    assert (await get(here, f"charts/{link(here, '1999')[0]}.th.png"))[0] == 200


@pytest.mark.parametrize("about", ["นก", "-1", "0", "99999", "2026; drop"])
async def test_what_is_no_year_shows_nothing(here: World, about: str) -> None:
    assert (await get(here, f"charts/{link(here, about)[0]}.th.png"))[0] == 404


async def test_who_is_not_staff_sees_nothing(here: World) -> None:
    assert (await get(here, f"charts/{link(here, of_staff=False)[0]}.th.png"))[0] == 404


async def test_who_leaves_staff_sees_nothing_any_more(here: World) -> None:
    token, person = link(here)
    assert (await get(here, f"charts/{token}.th.png"))[0] == 200
    with here.engine.begin() as tx:
        some.staff(tx)
        staff.leave(tx, person, here.clock.now())
    assert (await get(here, f"charts/{token}.th.png"))[0] == 404


def facts(here: World, about: str) -> Any:
    with here.engine.begin() as tx:
        return value.facts(tx, Wanted(some.staff(tx), about, "th", all_texts(), "Asia/Bangkok"))


async def test_it_shows_the_forecast_as_such_beside_each_month(here: World) -> None:
    year = here.clock.now().year
    link(here)
    drawn = facts(here, str(year))
    assert [each["kind"] for each in drawn["bars"]] == ["forecast", "verified", "attended", "self_reported"]
    assert [each["baht"] for each in drawn["bars"]] == ["3,840,000 บาท", "0 บาท", "0 บาท", "800 บาท"]
    assert "แผน" in drawn["bars"][0]["words"]
    assert [bool(each["any"]) for each in drawn["months"]].count(True) == 1
    assert drawn["cut"], "eight hundred baht beside 320,000 could not be seen otherwise"


@pytest.mark.parametrize(
    ("best", "top", "cut"),
    [(0, 352_000, False), (1_000, 1_100, True), (100_000, 352_000, False), (400_000, 440_000, False)],
)
def test_a_forecast_far_above_all_months_is_cut_off(best: int, top: float, cut: bool) -> None:
    found = value.scale([0, best], PLAN)
    assert (round(found[0]), found[1]) == (top, cut)
