"""What a process does once it listens: load what the first person would wait for, then leave in peace what stays."""

from __future__ import annotations

import gc
from datetime import datetime
from typing import Final

from domain.reading import read_availability, read_hours, read_skills

ROUNDS: Final = (10_000, 20, 50)
"""How often the collector of cycles looks at what is new: a message leaves none, so it need not look every few."""


def warm_up(now: datetime) -> None:
    """Read a line of each kind, so that the word lists are loaded before the first person writes."""
    for read in (read_hours, read_availability):
        read("3 ชม.", now)
    read_skills("ทำบัญชี")


def settle(now: datetime) -> None:
    """Warm up; then let the collector leave alone for good what is here by now, and begin to work.

    Code, words and word lists are a hundred thousand objects: to walk through them again and again costs a tenth of all
    that answering costs, and now and then a tenth of a second at once. For a process that is ours alone, and which
    switched the collector off when it began.
    """
    warm_up(now)
    gc.freeze()
    gc.set_threshold(*ROUNDS)
    gc.enable()
