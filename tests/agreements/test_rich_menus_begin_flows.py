"""Every place of a rich menu begins a flow that exists, has words that fit, and a symbol that is drawn."""

from __future__ import annotations

import io
import re

import pytest
from PIL import Image

from bot.channels.text_limits import graphemes
from bot.menus import DEFAULT, PLACES, RichMenu, drawing, rich_menus
from flows import FLOWS
from flows.engine import Audience
from simulator.line.rich_menus import check_rich_menu
from texts import all_texts

MENUS = {menu.name: menu for menu in rich_menus(all_texts())}
EACH = pytest.mark.parametrize("menu", MENUS.values(), ids=MENUS)


def test_there_is_one_for_everybody_in_each_language_and_the_first_is_the_default() -> None:
    assert list(MENUS) == ["volunteer-th", "volunteer-en", "staff-th", "staff-en"]
    assert next(iter(MENUS)) == DEFAULT


@pytest.mark.parametrize(("who", "place"), [(who, place) for who, places in PLACES.items() for place in places])
def test_each_place_begins_a_flow_of_its_people_and_shows_a_symbol(who: str, place: tuple[str, str]) -> None:
    flow, symbol = place
    assert who == "staff" or FLOWS[flow].audience != Audience.STAFF
    assert re.search(rf"^  {symbol}: c => ", drawing.template(), re.MULTILINE)


@EACH
def test_line_takes_it_and_its_places_cover_all_of_it(menu: RichMenu) -> None:
    body = menu.to_json()
    assert check_rich_menu(body) == []
    assert len(body["areas"]) == 6
    bounds = [area["bounds"] for area in body["areas"]]
    assert sum(each["width"] * each["height"] for each in bounds) == 2500 * 1686
    for area in body["areas"]:
        action = area["action"]
        assert action["data"].startswith("go:")
        assert action["displayText"] == action["label"]
        assert graphemes(action["label"]) <= 20
        assert len(action["data"].encode()) <= 60


@EACH
def test_its_picture_is_of_the_size_that_line_wants_and_the_same_each_time(menu: RichMenu) -> None:
    picture = menu.png()
    assert Image.open(io.BytesIO(picture)).size == (2500, 1686)
    assert len(picture) < 1024 * 1024
    assert picture == menu.png()


def test_each_menu_has_a_print_of_its_own() -> None:
    assert len({menu.print for menu in MENUS.values()}) == 4
    assert [menu.print for menu in rich_menus(all_texts())] == [menu.print for menu in MENUS.values()]
