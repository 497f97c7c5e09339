"""What a broadcast takes before it is sent: who hears it and why, what is free and paid, what else can be done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from domain.broadcasts import Way, price, ways_out
from domain.push_budget import Cost, Month
from flows import broadcast_draft, showing
from flows.engine import Option, Turn
from storage import audiences, quotas
from storage.audiences import Hearer
from texts.dates import local

PAID: Final = "line"
SAMPLE: Final = 3
"""So many people are shown."""


def month(turn: Turn) -> Month:
    """Where the month's paid messages stand."""
    return quotas.month(turn.tx, PAID, month_began(turn))


def month_began(turn: Turn) -> datetime:
    """When the month began, on the network's calendar."""
    here = local(turn.now, turn.network.timezone)
    return here.replace(day=1, hour=0, minute=0, second=0, microsecond=0)


def lock(turn: Turn) -> None:
    """Let nobody else spend from the month until this turn ends."""
    quotas.lock(turn.tx, quotas.assumed(PAID, month_began(turn)))


def reach(turn: Turn) -> dict[str, int]:
    """How many people would hear it in each channel."""
    return audiences.reach(turn.tx, broadcast_draft.audience(turn), broadcast_draft.role_of(turn), turn.now)


def before_sending(turn: Turn) -> dict[str, Any]:
    """All that staff see before anything goes out."""
    people, standing = reach(turn), month(turn)
    cost = price(people, standing, Way.ALL)
    parts = [who_words(turn, people), *budget_words(turn, people, cost, standing)]
    return {"price": "\n".join(parts), "verdict": cost.verdict.value}


def who_words(turn: Turn, people: Mapping[str, int]) -> str:
    """Who hears it, how many in each channel, and some of them with the reason."""
    audience = broadcast_draft.audience(turn)
    sample = audiences.sample(turn.tx, audience, broadcast_draft.role_of(turn), turn.now, SAMPLE)
    facts = {"all": sum(people.values()), "telegram": people["telegram"], "line": people[PAID]}
    head = turn.words("broadcast.reach", who=broadcast_draft.audience_words(turn, audience), **facts)
    return "\n".join([head, *(sample_line(turn, each) for each in sample)])


def sample_line(turn: Turn, hearer: Hearer) -> str:
    """One person in one line: first name, and why it is for them."""
    name = showing.name_of(turn, hearer.person).split()[0]
    why = showing.reasons(turn, hearer.why.match) if hearer.why else skills_of(turn, hearer.person)
    return turn.words("broadcast.sample", name=name, why=why or "–", channel=hearer.channel)


MOST_SKILLS: Final = 3


def skills_of(turn: Turn, person: str) -> str:
    """What somebody is good at, in a few words."""
    known = audiences.skills_of(turn.tx, person)
    return ", ".join(showing.skill(turn, each) for each in known[:MOST_SKILLS])


def budget_words(turn: Turn, people: Mapping[str, int], cost: Cost, standing: Month) -> list[str]:
    """What of it is free and what is paid, what remains, what cannot be had."""
    if not people[PAID]:
        return [turn.words("broadcast.free")]
    known = "yes" if standing.known else "no"
    if not cost.held_back:
        left = "unlimited" if cost.left is None else cost.left
        return [turn.words("broadcast.left", paid=cost.paid, left=left, reserve=standing.reserve, known=known)]
    facts = {"fits": cost.paid, "line": people[PAID], "beyond": cost.held_back, "known": known}
    beyond = turn.words("broadcast.beyond", left=standing.left or 0, reserve=standing.reserve, **facts)
    baht = cost.extra_baht
    extra = turn.words("broadcast.extra", baht=baht) if baht is not None else turn.words("broadcast.no_extra")
    return [beyond, extra]


def ways(turn: Turn) -> list[Option]:
    """Send it, or what can be done where the month does not allow it; try it on oneself; leave it."""
    people, standing = reach(turn), month(turn)
    out = ways_out(people, standing)
    fits = [option(turn, Way.ALL, count=sum(people.values()))] if not out else []
    free = [free_way(people)] if not out and people[PAID] else []
    instead = [way_option(turn, each, people, standing) for each in (*out, *free)]
    return [*fits, *instead, option(turn, "test"), option(turn, "rewrite"), option(turn, "not_now")]


def free_way(people: Mapping[str, int]) -> Way:
    """The way that costs nothing."""
    return Way.TELEGRAM if people["telegram"] else Way.TRAY


def way_option(turn: Turn, way: Way, people: Mapping[str, int], standing: Month) -> Option:
    """A way with how many people are told by it now."""
    return option(turn, way, count=price(people, standing, way).told)


def option(turn: Turn, value: str, **values: Any) -> Option:
    """One of the ways, with the other words for it in either language."""
    both = turn.network.texts.both(f"broadcast.way-{value}.also")
    also = tuple(word.strip() for each in both.values() for word in each.split(","))
    return Option(str(value), turn.words(f"broadcast.way-{value}", **values), also)
