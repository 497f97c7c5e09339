"""A seat is kept for this person."""

from __future__ import annotations

from flows import seat_offer
from flows.engine import Turn


def handle(turn: Turn) -> None:
    """Show the offer, unless it has been answered or is over."""
    seat_offer.show(turn, str(turn.event.facts["role"]), "seat_offer.card")
