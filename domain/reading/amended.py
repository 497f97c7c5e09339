"""What of a line about free time counts at all: the sender's own, and the new instead of the old."""

from __future__ import annotations

from typing import Final

from domain.reading.others import others_week
from domain.reading.tokens import Token

_NAMED_TIMES: Final = frozenset(
    {
        "weekday",
        "short_days",
        "sunday",
        "weekend",
        "weekdays",
        "everyday",
        "chao",
        "sai",
        "bai",
        "yen",
        "night",
        "daytime",
    }
)


_LATE: Final = {"เ": "yen", "บ": "bai", "ค": "night", "ด": "night"}
"""``วันพุธเย็นแล้ว``, by the first letter, is no greeting."""


def without_greetings(tokens: list[Token], line: str) -> list[Token]:
    """The line less the times that cling to a greeting (``อรุณสวัสดิ์เช้าวันเสาร์``)."""
    made: list[Token] = []
    end = -1
    for token in tokens:
        if token.kind == "greeting" and made and made[-1].kind in _NAMED_TIMES and made[-1].end == token.start:
            made.append(token._replace(kind=_LATE.get(line[token.start], "particle")))
            continue
        greets = token.kind == "greeting" or (token.start == end and token.kind in _NAMED_TIMES)
        end = token.end if greets else -1
        if not greets:
            made.append(token)
    return made


def without_others(tokens: list[Token], line: str) -> list[Token]:
    """The line less what it says of somebody else, which is marked as such."""
    for start, end in reversed(others_week(line)):
        before = [token for token in tokens if token.start < start]
        after = [token for token in tokens if token.start >= end]
        tokens = [*before, Token("not_mine", start, end), *after]
    return tokens


_NUMERIC: Final = frozenset({"number", "clockface", "digit_word", "teen_word", "decimal", "clock", "noon", "approx"})


def without_at(tokens: list[Token]) -> list[Token]:
    """The line less *at* where no time follows (``at lunchtime``)."""
    made: list[Token] = []
    for token, following in zip(tokens, [*tokens[1:], None], strict=False):
        if token.kind != "at" or (following is not None and following.kind in _NUMERIC):
            made.append(token)
    return made


_EDGES: Final = frozenset({"comma", "line"})


def trimmed(tokens: list[Token]) -> list[Token]:
    """The line less the stops that greetings and thanks leave at its ends."""
    while tokens and tokens[0].kind in _EDGES:
        tokens = tokens[1:]
    while tokens and tokens[-1].kind in _EDGES:
        tokens = tokens[:-1]
    return tokens


_NOT: Final = 2


def _named(token: Token) -> bool:
    return token.kind in _NAMED_TIMES


def only_left(tokens: list[Token], line: str) -> list[Token]:
    """``ปกติว่างเสาร์ แต่ตอนนี้ติดเรียน เหลือแค่อาทิตย์``: only what is left of what was free."""
    for index, token in enumerate(tokens):
        left = token.kind == "now" and line.startswith("เหลือ", token.start)
        if (
            left
            and any(map(_named, tokens[index:]))
            and {one.kind for one in tokens[:index]} & {"but", "usual", "used_to"}
        ):
            return tokens[index + 1 :]
    return tokens


def instead(tokens: list[Token]) -> list[Token]:
    """``อาทิตย์แทนเสาร์``: what stands after the word is left out; at the end (``ขออาทิตย์แทน``) it says nothing."""
    kinds = [token.kind for token in tokens]
    if kinds[:1] == ["becomes"] and tokens[0].value == 1 and "comma" in kinds:
        return tokens[kinds.index("comma") + 1 :]
    made: list[Token] = []
    for token, following in zip(tokens, [*tokens[1:], None], strict=False):
        if token.kind == "becomes" and token.value == _NOT:
            corrects = following is not None and following.kind in _NAMED_TIMES and any(map(_named, made))
            made.append(token._replace(kind="except_" if corrects else "busy", value=0))
        elif token.kind != "becomes" or token.value != 1:
            made.append(token)
        elif following is not None and following.kind in _NAMED_TIMES:
            made.append(token._replace(kind="except_", value=0))
    return made


def after_change(tokens: list[Token]) -> list[Token]:
    """``เปลี่ยนจากเสาร์เป็นอาทิตย์``: only what it is changed to."""
    kinds = [token.kind for token in tokens]
    if "change" not in kinds:
        return tokens
    change = tokens[kinds.index("change")]
    rest = tokens[kinds.index("change") + 1 :]
    if stated := _stated_first(tokens[: kinds.index("change")], rest, moved_from=change.value == 1):
        return stated
    for index, token in enumerate(rest):
        before = {earlier.kind for earlier in rest[:index]}
        away = change.value == 1 or "from" in before
        moved = token.kind == "becomes" or (token.kind in {"joiner", "onwards"} and away)
        if moved and before & _NAMED_TIMES:
            return rest[index + 1 :]
    return _less_old(rest) if change.value == 1 else rest


def _less_old(rest: list[Token]) -> list[Token]:
    """``ขอเลื่อนจากวันเสาร์ก่อน``: the days from which it is changed are no answer."""
    index = 0
    while index < len(rest) and rest[index].kind in _NAMED_TIMES | {"every", "joiner"}:
        index += 1
    return rest[index:]


def _stated_first(before: list[Token], rest: list[Token], *, moved_from: bool) -> list[Token]:
    """``พุธเย็นค่ะ ตอนแรกบอกวันจันทร์แต่ขอเปลี่ยน``: the new value stands before the old; or none."""
    kinds = [token.kind for token in before]
    if "used_to" in kinds and not any(map(_named, rest)):
        before = before[: kinds.index("used_to")]
    elif not moved_from or any(map(_named, _less_old(rest))) or {"becomes", "joiner"} & {one.kind for one in rest}:
        return []
    return before if any(map(_named, before)) else []
