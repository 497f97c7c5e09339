"""The answer to “when are you away?”: ``1-15 ธ.ค.``, ``24/12-2/1 กับ 10 ม.ค.``; every date said is one of absence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from domain.reading.away import AWAY_RULES, Stretch
from domain.reading.hours import moment
from domain.reading.lexicons import week_scanner
from domain.reading.normalise import folded, tidy
from domain.reading.numbers import NUMBER_RULES
from domain.reading.scan import LONGEST_LINE
from domain.reading.tokens import Token, rewrite

AHEAD: Final = timedelta(days=200)
"""Who is asked of three months and names a day further off meant a day that is over, or another month."""
_DATED: Final = frozenset(
    ["number", "month", "fraction", "date_digits", "weekday", "sunday", "weekend", "relative_day", "week", "month_unit"]
)
"""What else says a day: left over, it was not understood."""
_DOUBTFUL: Final = frozenset(["free", "anytime", "unsure", "question", "question_word", "but", "except_", "season"])
"""What makes the dates mean something else."""
_APART: Final = frozenset({"and_", "comma", "line"})


@dataclass(frozen=True, slots=True)
class AwayReading:
    """Stretches of days, first and last, or why there are none: ``unclear`` or ``far``."""

    away: tuple[Stretch, ...] = ()
    reason: str = ""


def read_away(text: str, now: datetime) -> AwayReading:
    """The days on which somebody says they are away; ``now`` says which year is meant."""
    tidied = tidy(text)
    if not tidied or len(tidied) > LONGEST_LINE:
        return AwayReading(reason="unclear")
    about = moment(now)
    tokens = rewrite(week_scanner().scan(folded(tidied)), NUMBER_RULES, folded(tidied))
    dated = [token for part in _parts(tokens) for token in rewrite(part, AWAY_RULES, about)]
    away = tuple(sorted({token.value for token in dated if token.kind == "away"}))
    if not away or any(token.kind in _DATED | _DOUBTFUL for token in dated):
        return AwayReading(reason="unclear")
    near = all(first <= about.today + AHEAD and last >= about.today for first, last in away)
    return AwayReading(away) if near else AwayReading(reason="far")


def _parts(tokens: list[Token]) -> list[list[Token]]:
    """The line cut where another date follows."""
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.kind in _APART:
            parts.append([])
        else:
            parts[-1].append(token)
    return parts
