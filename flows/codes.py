"""Codes that people type: how they may be spelt, and how often they may be wrong."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from flows.engine import Turn
from storage import staff

GAP: Final = r"[\s\-‐‑–—_.:]*"
"""What may stand between the parts of a code."""
PATIENCE: Final = 5
"""So many codes may be wrong …"""
WITHIN: Final = timedelta(hours=1)
"""… in this time, before none is looked at any more."""


def too_many_were_wrong(turn: Turn, whose: str = "", within: timedelta = WITHIN) -> bool:
    """Whether no code of this chat (or of ``whose`` they are counted as) is looked at for now."""
    return staff.refused_codes(turn.tx, whose or turn.chat.name, turn.now - within) >= PATIENCE


def note_wrong(turn: Turn, whose: str = "") -> None:
    """Count a code that was no good."""
    staff.note_refused_code(turn.tx, whose or turn.chat.name, turn.now)
