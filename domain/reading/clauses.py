"""Which of the lengths and days in a line count: clauses, corrections, totals, and what makes a clause no report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from domain.reading.dates import About, Stated
from domain.reading.tokens import Token

VALUES: Final = frozenset({"duration", "span", "amount", "total_of", "vague", "day_long", "media_length"})
_LONGEST_SPAN: Final = 13 * 60
_LONGEST_TO_NOW: Final = 12 * 60
_EVIDENCE: Final = frozenset({"date", "did", "log"})
_BOUNDARIES: Final = frozenset({"comma", "line", "but", "then"})
_EVERYWHERE: Final = {"question_word": "question", "question": "question", "delete": "delete"}
_FROM_HERE: Final = {
    "target": "target",
    "travel": "not_work",
    "deadline": "deadline",
    "plan": "plan",
    "wish": "plan",
    "not_mine": "someone_else",
}
_WHOLE_CLAUSE: Final = {"not_done": "not_done", "free": "availability"}


@dataclass(frozen=True, slots=True)
class Findings:
    """What a line says: an amount and a day, or a reason why not, and what may have been meant."""

    minutes: float | None = None
    day: date | None = None
    reason: str = ""
    options: tuple[tuple[int, date], ...] = ()


@dataclass(slots=True)
class Clause:
    """A stretch of the line that says one thing."""

    tokens: list[Token] = field(default_factory=list)
    blocked: str = ""

    def has(self, kinds: Iterable[str]) -> bool:
        """Whether any token is of such a kind."""
        return any(token.kind in kinds for token in self.tokens)


def find(tokens: Sequence[Token], about: About) -> Findings:
    """The amount and the day of the line."""
    for token in tokens:
        if token.kind in _EVERYWHERE:
            return Findings(reason=_EVERYWHERE[token.kind])
    parts = clauses(tokens)
    for part in parts:
        _block(part)
    kept = [part for part in parts if not part.blocked]
    reason = next((part.blocked for part in parts if part.blocked), "")
    told = [part for part in kept if part.has(VALUES)]
    if reason not in {"", "not_work"} and not any(part.has(_EVIDENCE) for part in told):
        return Findings(reason=reason)
    if not told:
        return _nothing(tokens, kept, reason, about)
    return _sum_up(kept, about)


def clauses(tokens: Sequence[Token]) -> list[Clause]:
    """The line in clauses: cut at its stops, and where a second day is named."""
    parts = [Clause()]
    for token in tokens:
        if token.kind == "but" and token.value == 1:
            _of_others(parts)
        second_day = token.kind == "date" and parts[-1].has({"date"})
        if token.kind in _BOUNDARIES or second_day:
            parts.append(Clause())
        if token.kind not in _BOUNDARIES:
            parts[-1].tokens.append(token)
    return [part for part in parts if part.tokens]


def _of_others(parts: Iterable[Clause]) -> None:
    """Before ``ส่วนเรา`` the lengths are another's; the day is still that of both."""
    for part in parts:
        part.tokens = [token for token in part.tokens if token.kind not in VALUES | {"not_mine", "someone"}]


def _block(part: Clause) -> None:
    """Mark a clause that reports nothing, or take out of it what is no report."""
    for token in part.tokens:
        if token.kind in _WHOLE_CLAUSE:
            part.blocked = _WHOLE_CLAUSE[token.kind]
            return
    if part.tokens[0].kind == "someone" and part.has(VALUES):
        part.blocked = "someone_else"
        return
    first = next((index for index, token in enumerate(part.tokens) if token.kind in _FROM_HERE), None)
    if first is None:
        part.blocked = _ability(part)
        return
    before = Clause(part.tokens[:first])
    after = Clause(part.tokens[first:])
    reported = before.has(VALUES) and before.has({"date", "did"}) and not before.has({"again"})
    if reported and after.has(VALUES):
        part.tokens = before.tokens
    else:
        part.blocked = _FROM_HERE[part.tokens[first].kind]


def _ability(part: Clause) -> str:
    """What one can give is no report unless a day is named."""
    return "availability" if part.has({"ability"}) and not part.has({"date"}) else ""


def _nothing(tokens: Sequence[Token], kept: Sequence[Clause], reason: str, about: About) -> Findings:
    """No amount: after a log command a bare number is one; otherwise it can at most be asked about."""
    bare = [token for token in tokens if token.kind in {"number", "clockface"} and not isinstance(token.value, bool)]
    days = _days(kept)
    if reason or len(bare) != 1:
        return Findings(reason=reason or "no_amount")
    minutes = _bare_hours(bare[0], tokens)
    if any(token.kind == "log" for token in tokens):
        return _on_one_day(minutes, days, about)
    return Findings(reason="no_unit", options=_options([minutes], days, about) if 0 < minutes <= 720 else ())


def _bare_hours(token: Token, tokens: Sequence[Token]) -> float:
    """A number without a unit as hours, in minutes."""
    following = tokens[list(tokens).index(token) + 1 : list(tokens).index(token) + 2]
    half = 30 if following and following[0].kind == "half" else 0
    if token.kind == "number":
        return float(token.value * 60) + half
    quarters = {"00": 0, "25": 15, "50": 30, "75": 45} if token.value.separator == "." else {}
    part = quarters.get(token.value.part, int(token.value.part))
    return float(token.value.whole * 60 + part) if part < 60 else 0.0


def _sum_up(kept: Sequence[Clause], about: About) -> Findings:
    """The amounts of the clauses that report, corrected, totalled, less their breaks."""
    tokens = [token for part in kept for token in part.tokens]
    minutes, doubt = amount(tokens)
    days = _days(kept)
    if doubt:
        return Findings(reason=doubt, options=_options(_lengths(tokens), days, about))
    found = _on_one_day(minutes, days, about)
    spans = [token.value for token in tokens if token.kind == "span" and token.value.to_now]
    if spans and spans[0].end > 1440 and not days and found.day:
        return Findings(found.minutes, date.fromordinal(found.day.toordinal() - 1))
    return found


def amount(tokens: Sequence[Token]) -> tuple[float, str]:
    """Minutes, and a reason for doubt or nothing."""
    tally = Tally()
    for token in tokens:
        tally.take(token)
    return tally.result()


class Tally:
    """Adds up what a line says, from left to right."""

    def __init__(self) -> None:
        self.lengths: list[float] = []
        self.off: list[float] = []
        self.aside = 0.0
        """A length that counts only if there is no other: a whole day, the length of a clip."""
        self.share: float | None = None
        self.doubt = ""
        self.clocked = False
        """Some length was a clock range: a break beside it is part of it."""
        self.corrected = False
        self.previous: Token | None = None

    def take(self, token: Token) -> None:
        """One more token."""
        if token.kind in {"duration", "span"}:
            self._length(token)
        elif token.kind == "correction":
            self.corrected = bool(self.lengths)
            if self.corrected and token.value:
                self._corrected_to(token.value)
        elif token.kind == "total_of":
            self.lengths, self.off, self.previous = [float(token.value)], [], token
        elif token.kind in {"off", "rest_off"}:
            self.off.append(float(token.value))
            self.doubt = self.doubt or ("a_break" if token.kind == "off" and not self.clocked else "")
        elif token.kind == "amount":
            self.share = float(token.value)
        elif token.kind in {"day_long", "media_length"}:
            self.aside = float(token.value)
        elif token.kind == "vague":
            self.doubt = self.doubt or "a_range"

    def _corrected_to(self, number: float) -> None:
        """``3 ชม. เอ้ย 2``: in the unit of what is corrected, if it can be no other."""
        self.corrected = False
        if self.lengths[-1] < 60 and 5 <= number < 60:
            self.lengths[-1] = float(number)
        elif self.lengths[-1] >= 60 and number <= 8:
            self.lengths[-1] = float(number * 60)
        else:
            self.doubt = self.doubt or "a_range"

    def _length(self, token: Token) -> None:
        length = float(token.value.minutes if token.kind == "span" else token.value)
        if token.kind == "span":
            self.clocked = True
            self.doubt = self.doubt or ("too_long_a_day" if length > _longest(token) else "")
        if self.corrected:
            self.lengths[-1], self.corrected = length, False
        elif not self._repeats(token, length):
            self.lengths.append(length)
        self.previous = token

    def _repeats(self, token: Token, length: float) -> bool:
        """The same length said again in other words: ``9.00-12.00 (3 ชม.)``, ``9-16 หักพัก 1 ชม. ได้ 6 ชม.``."""
        if self.previous is None or {self.previous.kind, token.kind} != {"span", "duration"}:
            return False
        if self.off and self.clocked and length == sum(self.lengths) - sum(self.off):
            return True
        said = {sum(self.lengths), self.lengths[-1]}
        return length in said and token.start - self.previous.end <= 2

    def result(self) -> tuple[float, str]:
        """Each one's own share, or the sum; what stands aside is only what is not told otherwise."""
        if self.share is not None:
            return self.share, ""
        return sum(self.lengths or [self.aside]) - sum(self.off), self.doubt


def _longest(token: Token) -> int:
    """A longer range of the clock is rather a slip than a report."""
    return _LONGEST_TO_NOW if token.value.to_now else _LONGEST_SPAN


def _lengths(tokens: Sequence[Token]) -> list[float]:
    """Every length that is said, for a question."""
    lengths: list[float] = []
    for token in tokens:
        if token.kind == "vague" and isinstance(token.value, tuple):
            lengths += token.value
        elif token.kind == "duration":
            lengths.append(token.value)
        elif token.kind == "span":
            lengths.append(token.value.minutes)
        elif token.kind in {"day_long", "media_length"}:
            lengths.append(token.value)
    return lengths


def _days(kept: Sequence[Clause]) -> list[Stated]:
    """The days that the clauses state; a clause without an amount may only look ahead."""
    days: list[Stated] = []
    corrected = False
    for part in kept:
        for token in part.tokens:
            if token.kind == "correction":
                corrected = True
            if token.kind == "date" and not (token.value.ahead and not part.has(VALUES) and days):
                if corrected and days:
                    days.pop()
                days.append(token.value)
                corrected = False
    full = [day for day in days if day.full]
    return full or days


def _on_one_day(minutes: float, days: Sequence[Stated], about: About) -> Findings:
    """The amount on the one day that was said, or on today."""
    named = {stated.day for stated in days}
    if None in named:
        ahead = any(stated.ahead for stated in days)
        return Findings(reason="to_come" if ahead else "no_day", options=_options([minutes], days, about))
    if len(named) > 1:
        return Findings(reason="two_dates", options=_options([minutes], days, about))
    return Findings(minutes, next(iter(named), about.today) or about.today)


def _options(lengths: Sequence[float], days: Sequence[Stated], about: About) -> tuple[tuple[int, date], ...]:
    """Lengths and days that may have been meant."""
    named = [stated.day for stated in days if stated.day] or ([about.today] if not days else [])
    return tuple(dict.fromkeys((int(length), day) for length in lengths for day in named))
