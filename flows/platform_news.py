"""Tells staff that a platform is away, or back, as it stands at this moment."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from flows import showing
from flows.engine import Turn
from storage import outages

CALLED: Final = {"line": "LINE", "telegram": "Telegram"}


def show(turn: Turn, channel: str, what: str, since: datetime) -> None:
    """Say so, unless that is over already, or who reads it is staff no more."""
    is_away = channel in {each.channel for each in outages.of_all(turn.tx)}
    if turn.is_staff and is_away == (what == "away"):
        facts = {"channel": CALLED.get(channel, channel), "time": showing.moment(turn, since)}
        turn.say(turn.words(f"platform_news.{what}", **facts), lasting=True)
