"""The settings stand in the README's table and in .env.example exactly as the program reads them."""

from __future__ import annotations

import re
from pathlib import Path

from bot.config import SETTINGS, read_config

ROOT = Path(__file__).parents[2]
NAMES = [setting.name for setting in SETTINGS]


def section(title: str) -> str:
    """A section of the README."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return text.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def rows(title: str) -> list[list[str]]:
    """The cells of a section's table, without its head."""
    lines = [line for line in section(title).splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip("|"))] for line in lines[2:]]


def test_the_readme_has_every_setting_with_its_default_in_the_same_order() -> None:
    told = [(row[0].strip("`"), row[1].strip("`").replace("–", "")) for row in rows("Settings")]
    assert told == [(setting.name, setting.default) for setting in SETTINGS]


def test_the_readme_says_what_each_setting_means() -> None:
    assert all(len(row[2]) > 10 for row in rows("Settings"))


def test_the_example_file_names_every_setting_and_can_be_used_as_it_is() -> None:
    lines = (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()
    given = dict(line.split("=", 1) for line in lines if re.match(r"[A-Z_]+=", line))
    assert sorted(given) == sorted(NAMES)
    config = read_config(given)
    assert (config.has_line, config.has_telegram) == (False, False)


def test_commands_in_the_readme_are_those_that_there_are() -> None:
    from bot.__main__ import parser
    from tests.unit.test_commands import every_command

    told = {" ".join(re.findall(r"`handup ([a-z -]*[a-z])(?= --|[^a-z-]|$)", row[0])) for row in rows("Commands")}
    there = {" ".join(words) for words in every_command(parser()) if words}
    leaves = {each for each in there if not any(other.startswith(f"{each} ") for other in there)}
    assert {"read" if each == "read hours" else each for each in told} == leaves
