"""Something that should happen does not; for staff."""

from __future__ import annotations

from domain.alarms import from_facts
from flows import alarms
from flows.engine import Turn


def handle(turn: Turn) -> None:
    """Tell the member of staff what is still silent at this moment, or say nothing."""
    alarms.show(turn, from_facts(turn.event.facts["alarms"]))
