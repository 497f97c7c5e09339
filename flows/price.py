"""What telling people of roles takes, in words, and the ways in which it can be done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final

from domain.announcing import Plan, Suited, Way
from domain.push_budget import FREE_CHANNELS
from domain.searching import Forecast
from domain.work import OpenRole
from flows import showing, telling
from flows.engine import Option, Turn
from flows.engine.matching_words import plain
from storage import settings, volunteers

SAMPLE: Final = 3
"""So many people are shown for each role."""


def role_block(turn: Turn, role: OpenRole, fitting: Sequence[Suited]) -> str:
    """How many people a role suits, and three of them."""
    count = volunteers.count_suited(turn.tx, role, turn.now)
    head = turn.words("price.suited", role=role.role.title, count=count)
    return "\n".join([head, *(sample_line(turn, each) for each in fitting[:SAMPLE])])


def sample_line(turn: Turn, suited: Suited) -> str:
    """One person in one line: first name and reasons."""
    name = (suited.person.name or "").split()
    reasons = showing.reasons(turn, suited.match)
    return turn.words("price.sample", name=name[0] if name else turn.words("showing.somebody"), reasons=reasons)


def words(turn: Turn, plan: Plan, ahead: Mapping[str, Forecast]) -> str:
    """What telling takes: free, paid, what remains, who has to wait, and the waves that may follow."""
    wave = (*plan.everybody, *plan.held_back)
    if not wave:
        return turn.words("price.nobody")
    money = over_words(turn, plan) if plan.held_back else left_words(turn, plan)
    cost = turn.words("price.cost", told=len(wave), **by_channel(wave))
    return "\n".join([cost, money, *later_words(turn, plan), *wave_words(turn, ahead)])


def left_words(turn: Turn, plan: Plan) -> str:
    """What remains of the month once everybody has been told."""
    left = "unlimited" if plan.cost.left is None else plan.cost.left
    return turn.words("price.left", left=left, **reserve(turn))


def over_words(turn: Turn, plan: Plan) -> str:
    """That the month does not allow it, by how much, and what more messages would cost."""
    short, extra = len(plan.held_back), plan.cost.extra_baht
    baht = "none" if extra is None else f"{extra:.2f}"
    spendable = telling.month(turn).spendable or 0
    parts = [turn.words("price.over", spendable=spendable, short=short, **reserve(turn))]
    return "\n".join([*parts, turn.words("price.beyond", baht=baht, short=short), turn.words("price.tray")])


def reserve(turn: Turn) -> dict[str, Any]:
    """What is kept back, and whether the channel has told us of its month."""
    known = "yes" if telling.is_known(turn) else "no"
    return {"reserve": settings.number(turn.tx, "push_reserve"), "known": known}


def later_words(turn: Turn, plan: Plan) -> list[str]:
    """How many hear later, and when."""
    groups = {"resting": plan.resting, "weekly": plan.weekly}
    return [turn.words(f"price.{why}", count=len(who)) for why, who in groups.items() if who]


def wave_words(turn: Turn, ahead: Mapping[str, Forecast]) -> list[str]:
    """What may follow by itself when too few answer."""
    waves = max((each.waves for each in ahead.values()), default=0)
    if waves < 2:
        return []
    people, pushes = sum(each.people for each in ahead.values()), sum(each.pushes for each in ahead.values())
    spendable = telling.month(turn).spendable
    pushes = pushes if spendable is None else min(pushes, spendable)
    hours = settings.number(turn.tx, "wave_hours")
    return [turn.words("price.waves", hours=hours, waves=waves, people=people, pushes=pushes)]


def by_channel(told: Sequence[Suited]) -> dict[str, int]:
    """How many are told in each channel."""
    counts = Counter(each.channel for each in told)
    return {"telegram": counts["telegram"], "line": counts["line"]}


# ---------------------------------------------------------------- ways


def ways(turn: Turn, plan: Plan, everybody: str) -> list[Option]:
    """The ways to tell: everybody (by the words of this key), or what the month still allows."""
    if not plan.held_back:
        count = len(plan.everybody)
        return [option(turn, Way.TELL, everybody, count=count)] if count else []
    free = sum(each.channel in FREE_CHANNELS for each in plan.everybody)
    counts = {Way.FIT: len(plan.everybody), Way.FREE: free}
    if counts[Way.FIT] == free:
        del counts[Way.FIT]
    found = [option(turn, way, f"price.way-{way}", count=count) for way, count in counts.items() if count]
    waiting = {"count": len(plan.everybody), "waiting": len(plan.held_back)}
    return [*found, option(turn, Way.TRAY, "price.way-tray", **waiting)]


def option(turn: Turn, value: str, key: str, **values: Any) -> Option:
    """One of the ways, with the other words for it."""
    return Option(str(value), turn.words(key, **values), also(turn, key))


def also(turn: Turn, key: str) -> tuple[str, ...]:
    """What else one may type for a way, in either language."""
    both = turn.network.texts.both(f"{key}.also")
    return tuple(word for each in both.values() for word in each.split(","))


def asks_for(turn: Turn, key: str, text: str) -> bool:
    """Whether what was typed means the way of these words."""
    return plain(text) in {plain(word) for word in also(turn, key)}


def result(done: Plan) -> dict[str, int]:
    """How many were told, where, and how many have to wait."""
    heard = (*done.told, *(each for each, _ in done.planned))
    later = {"resting": len(done.resting), "weekly": len(done.weekly)}
    return {"count": len(heard), "held": len(done.held_back), "tray": len(done.tray), **later, **by_channel(heard)}
