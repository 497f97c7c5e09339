"""Telegram's command menu promises flows: typing a command begins the one that it names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.platforms import COMMANDS, STAFF_COMMANDS
from flows import FLOWS
from flows.engine.matching_words import plain


@pytest.mark.parametrize(("command", "flow"), STAFF_COMMANDS.items())
def test_command_begins_its_flow(command: str, flow: str) -> None:
    assert FLOWS.words[plain(f"/{command}")] == flow


def test_descriptions_exist_in_both_languages() -> None:
    from bot.clock import Clock
    from bot.platforms import Platforms
    from flows.engine import Network
    from storage.database import Database
    from texts import all_texts

    platforms = Platforms({}, Database("sqlite://"), Network(FLOWS, all_texts()), Clock())
    commands = platforms.commands()
    assert set(commands) == {"th", "en"}
    assert [name for name, _ in commands["th"]] == list(COMMANDS)
    assert all(1 <= len(description) <= 256 for listed in commands.values() for _, description in listed)


def test_the_words_that_the_readme_gives_to_staff_begin_a_flow() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    week = readme[readme.index("## A week of staff") : readme.index("## Settings")]
    words = [word for row in re.findall(r"^\| `(.+?)` · `(.+?)` \|", week, re.MULTILINE) for word in row]
    assert len(words) > 20
    assert [word for word in words if plain(word) not in FLOWS.words] == []
