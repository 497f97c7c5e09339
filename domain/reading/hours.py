"""Hours worked, read from one line: how long, on which day, and the words that say for what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from domain.reading.clauses import Findings, find
from domain.reading.clock import CLOCK_RULES, SPAN_RULES
from domain.reading.dates import DATE_RULES, About
from domain.reading.durations import AMOUNT_RULES, DURATION_RULES, NAME_RULES, VAGUE_RULES
from domain.reading.lexicons import time_scanner
from domain.reading.normalise import folded, tidy
from domain.reading.notes import note_of
from domain.reading.numbers import GUESS_RULES, NUMBER_RULES
from domain.reading.others import others_hours
from domain.reading.scan import LONGEST_LINE
from domain.reading.tokens import Token, rewrite

BANGKOK: Final = ZoneInfo("Asia/Bangkok")
LONGEST_DAY: Final = 1440
_RULES: Final = (
    *GUESS_RULES,
    *NUMBER_RULES,
    *NAME_RULES,
    *DATE_RULES,
    *VAGUE_RULES,
    *CLOCK_RULES,
    *SPAN_RULES,
    *DURATION_RULES,
    *AMOUNT_RULES,
)


@dataclass(frozen=True, slots=True)
class Understood:
    """Words of the line and what they were taken for."""

    words: str
    meaning: str
    """``date``, ``duration``, ``span``, ``off``, ``total_of`` …: the kind of the token."""
    value: str = ""


@dataclass(frozen=True, slots=True)
class HoursSuggestion:
    """An entry that may have been meant; to be asked, never to be saved."""

    minutes: int
    date: date


@dataclass(frozen=True, slots=True)
class HoursReading:
    """One entry of hours, or nothing and perhaps what may have been meant."""

    minutes: int | None
    date: date | None
    note: str = ""
    suggestions: tuple[HoursSuggestion, ...] = ()
    explanation: tuple[Understood, ...] = ()
    reason: str = ""
    """Why nothing is saved: ``plan``, ``question``, ``two_dates``, ``no_amount`` …; empty if understood."""

    @property
    def understood(self) -> bool:
        """Whether there is an entry to read back."""
        return self.minutes is not None


def read_hours(text: str, now: datetime) -> HoursReading:
    """The entry that a line says, as of ``now``; days are those of Bangkok."""
    tidied = tidy(text)
    if not tidied or len(tidied) > LONGEST_LINE:
        return HoursReading(None, None, reason="nothing" if not tidied else "too_long")
    about = moment(now)
    line = folded(tidied)
    tokens = parse(line, about)
    found = find(tokens, about)
    if found.minutes is not None and found.day is not None and others_hours(line):
        found = Findings(reason="someone_else", options=((round(found.minutes), found.day),))
    return _reading(found, tokens, tidied)


def moment(now: datetime) -> About:
    """The moment as the rules need it; a moment without a zone is taken for Bangkok's."""
    local = now.astimezone(BANGKOK) if now.tzinfo else now
    return About(local.date(), local.hour * 60 + local.minute)


def parse(line: str, about: About) -> list[Token]:
    """The line as phrases: dates, lengths, ranges, and the words around them."""
    tokens = [token for token in time_scanner().scan(line) if token.kind not in {"particle", "approx"}]
    return rewrite(tokens, _RULES, about)


def _reading(found: Findings, tokens: list[Token], tidied: str) -> HoursReading:
    """What was found, as an entry or as a question."""
    explanation = tuple(Understood(tidied[t.start : t.end], t.kind, _shown(t)) for t in tokens if t.kind in _TOLD)
    note = note_of(tokens, tidied)
    minutes, day, reason = found.minutes, found.day, found.reason
    minutes = None if minutes is None else round(minutes)
    if not reason and minutes is not None and not 0 < minutes <= LONGEST_DAY:
        reason = "too_long_a_day" if minutes > 0 else "no_amount"
    if reason or minutes is None or day is None:
        asked = tuple(HoursSuggestion(length, on) for length, on in found.options if 0 < length <= LONGEST_DAY)
        return HoursReading(None, None, note, asked[:3], explanation, reason or "no_amount")
    return HoursReading(minutes, day, note, (), explanation)


_TOLD_KINDS: Final = """
    ability amount clock correction counted date day_long deadline delete duration each free media_length
    not_done off off_work plan question question_word rest_off span target total_of travel vague wish
"""
_TOLD: Final = frozenset(_TOLD_KINDS.split())


def _shown(token: Token) -> str:
    """A token's value for a person."""
    value = token.value
    if token.kind == "date":
        return value.day.isoformat() if value.day else ""
    if token.kind == "span":
        return f"{_clock(value.start)}-{_clock(value.end)}"
    if token.kind == "clock":
        return _clock(value.minute)
    return f"{value:g}" if isinstance(value, float) and token.kind != "vague" else ""


def _clock(minute: int) -> str:
    return str(timedelta(minutes=minute % 1440))[:-3]
