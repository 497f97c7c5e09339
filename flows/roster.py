"""What staff do with people's sign-ups, one by one or several at once, and how each refused step is explained."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from domain.messages import Choice
from domain.push_budget import FREE_CHANNELS
from domain.several import several
from domain.sign_ups import Refusal, may_move
from flows import showing, telling
from flows.engine import Read, Turn, Unclear, Understood
from flows.engine.matching_words import exactly
from storage import chats, moves, offers, seats, sign_ups, staff, training

AFTER: Final[Mapping[str, str]] = {
    "shortlist": "shortlisted",
    "offer": "offered",
    "line": "waiting",
    "turn_down": "turned_down",
    "train": "trained",
    "activate": "active",
    "complete": "completed",
    "release": "released",
}
"""What staff can do, and to which state it leads."""
TOLD: Final = ("offer", "line", "turn_down", "release")
"""What the person hears of: it may cost a paid message."""

Seat = tuple[str, str]
"""A role and a person."""


@dataclass(slots=True)
class Outcome:
    """What came of doing the same with several people."""

    done: list[str] = field(default_factory=list)
    """Their names."""
    refused: list[str] = field(default_factory=list)
    """A line for each, with the reason."""


# ---------------------------------------------------------------- doing it


def take(turn: Turn, verb: str, wanted: Iterable[Seat], reason: str | None = None) -> Outcome:
    """Do it with each of them, as far as it may be done."""
    outcome = Outcome()
    for role, person in wanted:
        name = showing.name_of(turn, person)
        refusal = act(turn, verb, role, person, reason)
        if refusal is None:
            outcome.done.append(name)
        else:
            outcome.refused.append(refused(turn, refusal, role, person, verb))
    return outcome


def act(turn: Turn, verb: str, role: str, person: str, reason: str | None = None) -> Refusal | None:
    """Do it with one person; what was done stands in the audit log."""
    by, now = turn.person.id, turn.now
    if verb == "train" and not reason and not training.has_attended(turn.tx, role, person):
        return moves.may(turn.tx, role, person, AFTER[verb]) or Refusal.NOT_TRAINED
    if verb == "offer":
        refusal = offers.offer(turn.tx, role, person, by, now)
    elif verb == "line":
        refusal = seats.put_in_line(turn.tx, role, person, by, now)
    else:
        refusal = seats.step(turn.tx, role, person, AFTER[verb], by, now, reason)
    if refusal is None:
        staff.record(turn.tx, by, f"sign_up_{AFTER[verb]}", f"{role}:{person}", now)
    return refusal


def refused(turn: Turn, refusal: Refusal, role: str, person: str, verb: str = "") -> str:
    """Why a step could not be taken, in words; work does not begin before the training."""
    state = sign_ups.state_of(turn.tx, role, person)
    if verb == "activate" and state == "accepted":
        refusal = Refusal.NOT_TRAINED
    facts = {"name": showing.name_of(turn, person), "state": state_words(turn, state)}
    return turn.words(f"roster.refused-{refusal}", **facts)


def untrained(turn: Turn, wanted: Iterable[Seat]) -> list[Seat]:
    """Who of these is in the team and has not attended its training: a reason is needed to say that they are ready."""
    return [seat for seat in wanted if is_untrained(turn, *seat)]


def is_untrained(turn: Turn, role: str, person: str) -> bool:
    """Whether somebody of the team still needs its training."""
    return sign_ups.state_of(turn.tx, role, person) == "accepted" and not training.has_attended(turn.tx, role, person)


def training_words(turn: Turn, role: str, person: str) -> str:
    """What somebody's training is like, and when the next one is if they need it."""
    gate, ahead = training.gate(turn.tx, role, person, turn.now), training.next_for(turn.tx, role, turn.now)
    return turn.words(f"roster.training-{gate}", session=showing.session_time(turn, ahead) if ahead else "")


def state_words(turn: Turn, state: str | None) -> str:
    """Where somebody stands, in words."""
    return turn.words(f"roster.state-{state or 'none'}")


def result(turn: Turn, verb: str, outcome: Outcome) -> str:
    """What was done with whom, and what could not be done and why."""
    done = turn.words(f"roster.done-{verb}", names=", ".join(outcome.done))
    lines = [*([done] if outcome.done else []), *(f"• {line}" for line in outcome.refused)]
    return "\n".join(lines) or turn.words("roster.nobody")


# ---------------------------------------------------------------- what it costs


def price(turn: Turn, wanted: Sequence[Seat]) -> str:
    """How many are told for free, how many by a paid message, and what is left of the month."""
    reached = [found[0].channel for _, person in wanted if (found := chats.of_person(turn.tx, person))]
    counts = Counter("free" if channel in FREE_CHANNELS else "paid" for channel in reached)
    left = telling.month(turn).left
    after = "unlimited" if left is None else max(0, left - counts["paid"])
    short = "yes" if left is not None and left < counts["paid"] else "no"
    return turn.words("roster.price", free=counts["free"], paid=counts["paid"], left=after, short=short)


# ---------------------------------------------------------------- buttons and words


def buttons(turn: Turn, state: str, role: str, person: str, verbs: Sequence[str]) -> list[Choice]:
    """What can be done with somebody who stands so, a button each."""
    possible = [verb for verb in verbs if may_move(state, AFTER[verb]) is None]
    return [
        Choice(turn.words(f"roster.{label(verb, state)}"), f"go:decide:{verb}:{role}:{person}") for verb in possible
    ]


def label(verb: str, state: str) -> str:
    """How the button is called: an offer is not turned down but taken back."""
    return "take_back" if verb == "turn_down" and state == "offered" else f"verb-{verb}"


def read_several(text: str, turn: Turn, verbs: Sequence[str], listed: Sequence[Seat]) -> Read:
    """Something to be done with several of a numbered list: ``เสนอ 1 3 5``."""
    words, numbers = several(text) or ("", ())
    verb = verb_of(turn, words, verbs)
    if verb is None:
        return Unclear()
    if wrong := [each for each in numbers if not 1 <= each <= len(listed)]:
        return Unclear("no_such_number", values={"number": wrong[0], "most": len(listed)})
    return Understood({"verb": verb, "people": [list(listed[each - 1]) for each in numbers]})


def verb_of(turn: Turn, words: str, verbs: Sequence[str]) -> str | None:
    """Which of these things to do is called so, in either language?"""
    both = turn.network.texts.both
    names = {
        verb: [word for each in both(f"roster.{verb}_words").values() for word in each.split(",")] for verb in verbs
    }
    return exactly(words, names)


def seats_in(answer: Any) -> list[Seat]:
    """The sign-ups that an answer names."""
    return [(role, person) for role, person in answer]
