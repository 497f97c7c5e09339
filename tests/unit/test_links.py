"""Lines and links from outside: which are ours, and which are only words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from domain.events import CHAT_OPENED
from flows import FLOWS, join_company, join_staff, links, see_project, see_role
from flows.engine import Network, Turn
from storage import settings
from storage.chats import Chat
from storage.columns import new_id
from storage.companies import new_code
from storage.database import make_engine
from storage.inbox import Event
from storage.schema import metadata
from tests.storage.some import NOW
from texts import all_texts

ID = "k3f9m2x9p4qr"


@pytest.fixture
def turn(tmp_path: Path) -> Turn:
    """Somebody's turn, on a database that knows what people find us by."""
    engine = make_engine(f"sqlite:///{tmp_path / 'links.sqlite'}")
    metadata.create_all(engine)
    tx = engine.connect()
    settings.note(tx, "line_basic_id", "@handup", NOW)
    settings.note(tx, "telegram_username", "handup_bot", NOW)
    event = Event(1, "line:U1", CHAT_OPENED, {}, None, NOW, 0)
    return Turn(tx, NOW, Chat("line:U1"), event, Network(FLOWS, all_texts()))


@pytest.mark.parametrize(
    "line",
    [f"role {ID}", f"งาน {ID}", f"งาน{ID}", f"Role {ID.upper()}", f"/start role_{ID}", f"role_{ID}", f" role - {ID} "],
)
def test_a_line_that_names_a_role(turn: Turn, line: str) -> None:
    assert see_role.recognise(line, turn) == {"about": ID}


@pytest.mark.parametrize(
    "line",
    [
        "งาน",
        "role",
        "role model",
        "งานออกแบบ",
        "role coordinators",
        f"งาน {ID} ครับ",
        f"role {ID[:-1]}",
        f"role {ID}x",
        f"project {ID}",
        ID,
        "",
    ],
)
def test_a_line_that_names_no_role(turn: Turn, line: str) -> None:
    assert see_role.recognise(line, turn) is None


@pytest.mark.parametrize("line", [f"project {ID}", f"โครงการ {ID}", f"project_{ID}", f"/start project_{ID}"])
def test_a_line_that_names_a_project(turn: Turn, line: str) -> None:
    assert see_project.recognise(line, turn) == {"about": ID}
    assert see_role.recognise(line, turn) is None


@pytest.mark.parametrize("line", ["team-k3f9m2", "Team K3F9M2", "TEAM-K3F9M2", "team_k3f9m2", "/start team_k3f9m2"])
def test_a_companys_code_however_it_is_spelt(turn: Turn, line: str) -> None:
    assert join_company.recognise(line, turn) == {"code": "team-k3f9m2"}


@pytest.mark.parametrize("line", ["team leader", "team-leader", "Team member", "team", "teamwork", "k3f9m2", "team 12"])
def test_words_that_only_look_like_a_companys_code(turn: Turn, line: str) -> None:
    assert join_company.recognise(line, turn) is None


def test_every_door_opens_with_what_it_gives_away(turn: Turn) -> None:
    company, staff = new_code(), "staff-k3f9-m2xw-p4qr"
    doors = {
        see_role: links.door_to(turn, "role", new_id()),
        see_project: links.door_to(turn, "project", new_id()),
        join_company: links.door_of_code(company),
        join_staff: links.door_of_code(staff),
    }
    for flow, door in doors.items():
        assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", door.payload)
        by_link, by_words = flow.recognise(door.payload, turn), flow.recognise(door.words, turn)
        assert by_link == by_words
        assert by_link is not None
        for other in doors:
            assert other is flow or other.recognise(door.payload, turn) is None


def test_no_code_or_id_is_taken_for_anything_else_whatever_its_letters(turn: Turn) -> None:
    for _ in range(300):
        letters = new_id()
        staff = f"staff-{letters[:4]}-{letters[4:8]}-{letters[8:]}"
        for name, line in {"join_staff": staff, "join_company": new_code(), "see_role": f"role {letters}"}.items():
            taken = next(flow.name for flow in FLOWS.recognisers if flow.recognises and flow.recognises(line, turn))
            assert (taken, line) == (name, line)


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_words_of_either_language_open_the_door(turn: Turn, language: str) -> None:
    turn.chat.language = language
    door = links.door_to(turn, "role", ID)
    turn.chat.language = "th"
    assert see_role.recognise(door.words, turn) == {"about": ID}


def test_addresses_are_as_the_platforms_take_them(turn: Turn) -> None:
    turn.chat.language = "en"
    found = links.addresses(turn, links.door_to(turn, "role", ID))
    assert found == {
        "line": f"https://line.me/R/oaMessage/%40handup/?role%20{ID}",
        "telegram": f"https://t.me/handup_bot?start=role_{ID}",
    }
    turn.chat.language = "th"
    found = links.addresses(turn, links.door_to(turn, "project", ID))
    assert found["line"].isascii()
    assert len(found["line"]) < 200


def test_what_a_platform_has_not_told_us_is_left_out(turn: Turn) -> None:
    settings.note(turn.tx, "line_basic_id", "", NOW)
    door = links.door_of_code("team-k3f9m2")
    assert list(links.addresses(turn, door)) == ["telegram"]
    assert links.ways_in(turn, door).count("\n") == 1
