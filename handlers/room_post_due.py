"""A session of a group's project is near, or is not as the group was told."""

from __future__ import annotations

from flows import room_posts
from flows.engine import Turn


def handle(turn: Turn) -> None:
    """Tell the group of the session as it stands at this moment, or nothing."""
    room_posts.post(turn, str(turn.event.facts["session"]))
