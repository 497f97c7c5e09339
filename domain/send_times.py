"""Reads at which time of a day something is to be sent: ``18:00``, ``9.30 น.``, ``บ่ายสองโมง``, ``2pm``."""

from __future__ import annotations

from datetime import date
from typing import Final

from domain.reading.clock import CLOCK_RULES
from domain.reading.dates import About
from domain.reading.lexicons import time_scanner
from domain.reading.normalise import normalise
from domain.reading.numbers import NUMBER_RULES
from domain.reading.tokens import rewrite
from domain.session_times import ALONE, MIDNIGHT, POLITE, Refusal, minutes

SURELY_NOT_NIGHT: Final = 7
"""A bare number below this hour can mean the morning or the evening."""


def read_clock(text: str) -> int | Refusal:
    """Minutes after midnight."""
    line = POLITE.sub("", normalise(text))
    if (found := ALONE.fullmatch(line)) is None:
        return in_words(line)
    hour, minute, half = found.groups()
    if not half and minute is None and int(hour) < SURELY_NOT_NIGHT:
        return Refusal.MORNING_OR_NOT
    read = minutes(hour, minute, half)
    return Refusal.UNREAD if read is None or read >= MIDNIGHT else read


def in_words(line: str) -> int | Refusal:
    """A time as one says it, if the line says just one."""
    tokens = rewrite(time_scanner().scan(line), (*NUMBER_RULES, *CLOCK_RULES), About(date.min, 0))
    clocks = [token.value.minute for token in tokens if token.kind == "clock"]
    spoken = [token.kind for token in tokens if token.kind not in {"clock", "from", "lead"}]
    return clocks[0] if len(clocks) == 1 and not spoken and clocks[0] < MIDNIGHT else Refusal.UNREAD
