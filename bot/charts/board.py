"""The board of a session, after the vote: its ideas by their dots, those to try first marked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import regex
from sqlalchemy import Connection

from bot.charts.chart import Wanted
from domain.work import Session
from domain.workshop import DONE, Ranked, ranked
from storage import ideas, projects, sessions, workshops
from texts import dates

TEMPLATE: Final = Path(__file__).with_suffix(".typ")
MOST_ROWS: Final = 10
UNDRAWN: Final = regex.compile(r"[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Cf}\p{Co}\ufe0f\u20e3]")
"""What Sarabun has no shapes for: an empty box would stand there."""


def facts(tx: Connection, wanted: Wanted) -> dict[str, Any] | None:
    """What the picture of a session's vote shows; nothing before the vote is closed, or once it goes on."""
    session = sessions.find(tx, wanted.about)
    project = projects.find(tx, session.project) if session else None
    if session is None or project is None or session.board != DONE:
        return None
    found, voters = ranked(ideas.tallies(tx, session.id)), workshops.count(tx, session.id).voters
    heading = {"name": name(wanted, session), "voters": voters, "dots": sum(each.dots for each in found)}
    return {
        "language": wanted.language,
        "title": drawable(wanted.words("charts.board", **heading)),
        "about": drawable(f"{project.title} · {project.organisation}"),
        "when": dates.weekday_and_day(wanted.language, dates.local(session.starts_at, wanted.timezone).date()),
        "voted": wanted.words("charts.voted", **heading),
        "rows": [row(each, found) for each in found[:MOST_ROWS]],
        "rest": wanted.words("charts.rest", count=len(found) - MOST_ROWS) if len(found) > MOST_ROWS else "",
    }


def name(wanted: Wanted, session: Session) -> str:
    """What the session is called."""
    return session.title or wanted.words(f"showing.kind-{session.kind}")


def row(each: Ranked, among: Sequence[Ranked]) -> dict[str, Any]:
    """An idea with its place, its dots, and how long its bar is beside the longest."""
    most = max(1, among[0].dots)
    share = each.dots / most
    return {"place": each.place, "words": drawable(each.words), "dots": each.dots, "share": share, "wins": each.wins}


def drawable(words: str) -> str:
    """The words without what cannot be drawn."""
    return " ".join(UNDRAWN.sub(" ", words).split()) or "–"
