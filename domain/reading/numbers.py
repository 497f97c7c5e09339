"""Numbers as people say them, in Thai and English, from words and digits to one token."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from domain.reading.tokens import Rule, Token, rule

Run = Sequence[Token]


def _thai(run: Run, _about: Any) -> float:
    """``สิบห้า``, ``ยี่สิบ``, ``ร้อยยี่สิบ``: a factor before each unit, one where there is none."""
    total, factor = 0.0, 0.0
    for token in run:
        if token.kind == "digit_word":
            factor = token.value
        else:
            total += (factor or 1) * token.value
            factor = 0
    return total + factor


def _english(run: Run, _about: Any) -> float:
    """``twenty-five``."""
    return float(sum(token.value for token in run if token.kind != "joiner"))


def _one(run: Run, _about: Any) -> float:
    return float(run[0].value)


def _pointed(run: Run, _about: Any) -> float | None:
    """``สองจุดห้า``, ``2 จุด 25``."""
    whole, part = run[0].value, run[2].value
    return None if part != int(part) else float(f"{int(whole)}.{int(part)}")


def _unclear(_run: Run, _about: Any) -> bool:
    return True


GUESS_RULES: Final[tuple[Rule, ...]] = (
    rule("digit_word digit_word+ (?:hour|minute|day|oclock|thum|month_unit|week)", "vague", _unclear),
)
"""Two number words side by side (``สองสามชั่วโมง``) are a guess and no number."""

NUMBER_RULES: Final[tuple[Rule, ...]] = (
    rule("tens_word joiner? digit_word", "number", _english),
    rule("tens_word | teen_word", "number", _one),
    rule("digit_word? hundred_word digit_word? ten_word digit_word?", "number", _thai),
    rule("digit_word? hundred_word digit_word?", "number", _thai),
    rule("digit_word? ten_word digit_word?", "number", _thai),
    rule("digit_word", "number", _one),
    rule("number point number", "number", _pointed),
    rule("decimal", "number", _one),
)
"""In order: what is longer first."""
