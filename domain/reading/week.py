"""Free against busy: which groups of a line are free time, which are not, and what is left."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from domain.reading.said import REFUSALS, Balance, Said
from domain.reading.slots import ALL_DAYS, ALL_PARTS, WEEKEND, slots
from domain.reading.tokens import Token

EVERYTHING: Final = slots(ALL_DAYS, ALL_PARTS)


class Week(NamedTuple):
    """Free slots of a usual week; ``never`` if the line says that there are none."""

    slots: frozenset[str] = frozenset()
    never: bool = False
    reason: str = ""


def balance(tokens: Sequence[Token], line: str) -> Week:
    """The week that is left when busy time is taken from free time."""
    kinds = {token.kind for token in tokens}
    reader = Balance(line)
    reader.read(tokens)
    said = reader.said
    _set_aside(said, rest="the_rest" in kinds)
    _days_last(said)
    if reader.unclear or _unclear(said, rest="the_rest" in kinds):
        return Week(reason="unclear")
    off = frozenset().union(*(token.value.slots() for token in tokens if token.kind == "off_group"))
    busy = frozenset().union(
        *(one.group.slots() for one in said if not one.free and ("the_rest" in kinds or _subtracts(one, said)))
    )
    if "the_rest" in kinds and not (busy or off or _free_slots(said)):
        return Week(reason="unclear")
    left = _free(said, tokens) - busy - off
    if left:
        return Week(left)
    never = "no_time" in kinds and not said and not off
    return Week(never=never, reason="only_busy" if busy or off else "nothing")


def _free(said: Sequence[Said], tokens: Sequence[Token]) -> frozenset[str]:
    """What is said to be free: groups, or else everything if the line says so."""
    free = _free_slots(said)
    everything = not free and any(map(_says_all, tokens)) and not _always_busy(tokens)
    return EVERYTHING if everything else free


def _unclear(said: Sequence[Said], *, rest: bool) -> bool:
    """Whether days may be meant either way."""
    done = any(one.strange and not one.free and one.group.days for one in said)
    parts_left = any(one.free and one.settled and one.group.days is None for one in said)
    left_open = rest and bool(said) and (any if parts_left else all)(map(_left_open, said))
    return (
        left_open
        or _takes_back(said)
        or (done and not rest and any(one.free and one.group.days is None for one in said))
    )


def _says_all(token: Token) -> bool:
    return token.kind in {"anytime", "the_rest"}


def _always_busy(tokens: Sequence[Token]) -> bool:
    """``ติดงานตลอด``, ``always busy``: a bare adverb that tells how much of the time is taken, and none that is free."""
    whole = [index for index, token in enumerate(tokens) if _says_all(token)]
    return bool(whole) and all(tokens[index].value == 1 and _of_refusal(tokens, index) for index in whole)


def _of_refusal(tokens: Sequence[Token], at: int) -> bool:
    """Whether the adverb stands behind a refusal, perhaps with its days between, or right before one."""
    if tokens[at + 1 : at + 2] and tokens[at + 1].kind in REFUSALS:
        return True
    for token in reversed(tokens[:at]):
        if token.kind not in {"group", "other"}:
            return token.kind in REFUSALS
    return False


def _left_open(one: Said) -> bool:
    """Beside ``นอกนั้นว่าง`` a day of which nothing is said may be meant either way."""
    return one.free and not one.settled


def _takes_back(said: Sequence[Said]) -> bool:
    """``ทุกวันค่ะ แต่วันพุธขอเป็นเย็น``: free all along, and then less so."""
    return any(
        one.turned and one.free and one.group.slots() <= _free_slots(said[:index]) for index, one in enumerate(said)
    )


def _days_last(said: list[Said]) -> None:
    """``เช้าเรียน บ่ายว่าง วันอังคาร``: days after everything else are the days of all of it."""
    if not said:
        return
    *parts, days = said
    if days.settled or days.group.parts is not None or days.group.days == WEEKEND or not days.apart:
        return
    if parts and all(one.group.days is None and one.group.parts for one in parts) and any(one.settled for one in parts):
        for one in parts:
            one.group = one.group._replace(days=days.group.days)
        said.pop()


def _free_slots(said: Sequence[Said]) -> frozenset[str]:
    """Free groups; a part alone belongs to the days that were refused for another part."""
    found: set[str] = set()
    for index, one in enumerate(said):
        if not one.free or (_all_day(one) and any(other.free and other.group.days for other in said[:index])):
            continue
        before = said[index - 1] if index else None
        group = one.group._replace(days=before.group.days) if before and _contrasts(one, before) else one.group
        found |= group.slots()
    return frozenset(found)


def _all_day(one: Said) -> bool:
    """``no class on Fridays so I'm free all day``: of the days that were said, and no more."""
    return one.group.days is None and one.group.parts == ALL_PARTS


def _contrasts(one: Said, before: Said) -> bool:
    """``จันทร์เช้าติดสอน บ่ายว่าง``: another part of the same days; the hours of a job say nothing of days."""
    refused = before.group
    alone = one.group.days is None and not before.free and not refused.job
    return alone and bool(refused.days and refused.parts) and one.group.parts != refused.parts


def _set_aside(said: Sequence[Said], *, rest: bool) -> None:
    """Where some days, or all others, are said to be free, those beside other words only are not."""
    if rest or any(one.free and one.settled for one in said):
        for one in said:
            if one.strange and not one.settled:
                one.free, one.working = False, True


def _subtracts(one: Said, said: Sequence[Said]) -> bool:
    """Days at work, or all days, do not take away from what is said to be free (``ทำงานจันทร์ถึงศุกร์ ว่างเย็น``)."""
    every_day = one.group.days == ALL_DAYS and one.group.parts is None
    if every_day and any(other.free for other in said):
        return False
    return not (one.working and any(other.free and (other.settled or other.group.days is None) for other in said))
