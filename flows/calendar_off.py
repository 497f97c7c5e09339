"""Switches the private link to one's calendar off: it leads nowhere from that moment on."""

from __future__ import annotations

from typing import Final

from flows.engine import Do, End, Flow, Turn
from storage import people


def revoke(turn: Turn) -> str | None:
    """Let every link to the person's calendar lead nowhere; ``none`` if there was none."""
    return None if people.revoke_links(turn.tx, turn.person.id, "calendar") else "none"


CALENDAR_OFF: Final = Flow(
    "calendar_off",
    Do("revoke", revoke, exits={"none": "none"}, final=True),
    End("off", offers=("calendar", "my_roles")),
    End("none", offers=("calendar", "my_roles")),
)
