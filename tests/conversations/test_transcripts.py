"""Whole conversations as people read them: all that the bot says, word for word, in both languages.

``HANDUP_REWRITE_TRANSCRIPTS=1`` writes down what the bot says now; then read it as a volunteer would.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.conversations.transcript import Replay

FOLDER = Path(__file__).parent
TRANSCRIPTS = sorted(path.name for path in FOLDER.glob("*.txt"))


@pytest.mark.parametrize("name", TRANSCRIPTS)
def test_conversation_goes_as_written(engine: Engine, name: str) -> None:
    path = FOLDER / name
    source = path.read_text(encoding="utf-8")
    said = Replay(engine).replay(source)
    if os.environ.get("HANDUP_REWRITE_TRANSCRIPTS"):
        path.write_text(said, encoding="utf-8")
    else:
        assert said == source


def test_every_conversation_exists_in_both_languages() -> None:
    languages: dict[str, set[str]] = {}
    for name in TRANSCRIPTS:
        title, language, _ = name.split(".")
        languages.setdefault(title, set()).add(language)
    assert {title for title, found in languages.items() if found != {"th", "en"}} == set()
