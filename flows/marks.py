"""What staff type about who was at a session: read, compared with what is known, and written down."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from domain import attendance as rules
from domain.marking import Mark, moment_of, read_mark
from domain.work import Session
from flows.engine import Read, Turn, Unclear, Understood
from flows.engine.matching_words import exactly
from flows.few_words import few_words
from storage import attendance, sessions, staff, training
from storage.attendance import Standing
from texts import dates

VERBS: Final = ("came", "absent", "late", "left")
WHEN: Final = {"late": "late_when", "left": "left_when"}
"""What says nothing without a moment, and how we ask for it."""

# ---------------------------------------------------------------- the session and its list


def session(turn: Turn) -> Session:
    """The session, where an earlier step has made sure of it."""
    found = sessions.find(turn.tx, str(turn.answers["about"]))
    if found is None:
        raise LookupError("the session is gone")
    return found


def listed(turn: Turn) -> list[Standing]:
    """Who is listed, in the order of the numbers that they were shown with."""
    found = {each.person: each for each in attendance.of_session(turn.tx, session(turn))}
    return [found[person] for person in turn.answers["listed"] if person in found]


# ---------------------------------------------------------------- reading


def read_marks(text: str, turn: Turn) -> Read:
    """Who was there and how: ``มา 1 3 5``, ``สาย 4 30 นาที``."""
    mark = read_mark(text)
    verb = verb_of(turn, mark.words) if mark else None
    if mark is None or verb is None:
        return Unclear()
    most = len(turn.answers["listed"])
    if wrong := [each for each in mark.numbers if not 1 <= each <= most]:
        return Unclear("no_such_number", values={"number": wrong[0], "most": most})
    return with_moment(turn, verb, mark)


def verb_of(turn: Turn, words: str) -> str | None:
    """Which mark is called so, in either language?"""
    both = turn.network.texts.both
    listed = {verb: ",".join(both(f"attendance.{verb}_words").values()) for verb in VERBS}
    return exactly(words, {verb: each.split(",") for verb, each in listed.items()})


def with_moment(turn: Turn, verb: str, mark: Mark) -> Read:
    """The mark with the moment that it needs: when somebody came late, or left."""
    meant = {"verb": verb, "people": [turn.answers["listed"][number - 1] for number in mark.numbers]}
    if mark.clock is None and mark.minutes is None:
        return Unclear(WHEN[verb]) if verb in WHEN else Understood(meant)
    found = session(turn)
    starts = dates.local(found.starts_at, turn.network.timezone)
    moment = moment_of(mark, found, starts, before_end=verb == "left")
    if moment is None or verb == "absent":
        return Unclear("not_within")
    return Understood({**meant, "moment": moment.isoformat()})


# ---------------------------------------------------------------- what becomes of it


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of one person's attendance."""

    who: Standing
    came: bool
    arrived_at: datetime | None = None
    left_at: datetime | None = None

    @property
    def is_new(self) -> bool:
        """Whether it says anything else than what is known."""
        seen = self.who.seen
        return seen is None or (seen.came, seen.arrived_at, seen.left_at) != (self.came, self.arrived_at, self.left_at)

    @property
    def needs_reason(self) -> bool:
        """Whether it says otherwise than the person showed themselves."""
        return self.is_new and self.who.seen is not None and self.who.seen.is_their_own


def changes(turn: Turn) -> list[Change]:
    """What the mark changes, person by person, as things stand now."""
    act, everybody = turn.answers["act"], {each.person: each for each in listed(turn)}
    moment = datetime.fromisoformat(act["moment"]) if "moment" in act else None
    return [change(act["verb"], everybody[each], moment) for each in act["people"] if each in everybody]


def change(verb: str, who: Standing, moment: datetime | None) -> Change:
    """What a mark says of somebody; whose times are known keeps the one that it does not speak of."""
    seen = who.seen if who.seen and who.seen.came else None
    as_it_is = Change(who, True, seen.arrived_at if seen else None, seen.left_at if seen else None)
    if verb == "absent":
        return Change(who, came=False)
    if verb == "left":
        return replace(as_it_is, left_at=moment)
    if moment is not None:
        return replace(as_it_is, arrived_at=moment)
    return as_it_is if seen and seen.is_their_own else Change(who, came=True)


def needs_reason(turn: Turn) -> bool:
    """Whether somebody is marked otherwise than they checked in."""
    return any(each.needs_reason for each in changes(turn))


def whom(turn: Turn) -> dict[str, str]:
    """Who checked in and is marked otherwise."""
    return {"names": ", ".join(name(turn, each) for each in changes(turn) if each.needs_reason)}


def name(turn: Turn, change: Change) -> str:
    """What somebody is called."""
    return change.who.name or turn.words("showing.somebody")


def read_reason(text: str, turn: Turn) -> Read:
    """Why it is changed; another mark is no reason."""
    return Unclear() if isinstance(read_marks(text, turn), Understood) else few_words(text, turn)


def apply(turn: Turn) -> str | None:
    """Write down what is new, in the audit log too; whoever checked in meanwhile is asked about first."""
    found, wanted = session(turn), changes(turn)
    new = sorted((each for each in wanted if each.is_new), key=lambda each: each.who.person)
    kept = [each for each in new if not write(turn, found, each)]
    for one in new:
        training.settle(turn.tx, found, one.who.person, turn.now, turn.person.id)
    if kept and "reason" not in turn.answers:
        return "reason"
    same = [name(turn, each) for each in wanted if not each.is_new]
    turn.answers["result"] = result(
        turn, [name(turn, each) for each in wanted if each in new and each not in kept], same
    )
    turn.answers.pop("act")
    turn.answers.pop("reason", None)
    return None


def write(turn: Turn, found: Session, wanted: Change) -> bool:
    """Write one mark down; false if the person showed otherwise meanwhile, and there is no reason."""
    person, by = wanted.who.person, turn.person.id
    facts: dict[str, Any] = {"came": wanted.came, "arrived_at": wanted.arrived_at, "left_at": wanted.left_at}
    if not attendance.correct(turn.tx, found.id, person, by, turn.now, turn.answers.get("reason"), **facts):
        return False
    act = "attendance_corrected" if wanted.needs_reason else "attendance_marked"
    staff.record(turn.tx, by, act, f"{found.id}:{person}", turn.now, {"came": wanted.came, **times(found, wanted)})
    return True


def times(found: Session, wanted: Change) -> dict[str, int]:
    """How late somebody came and how early they left, in minutes."""
    late, early = rules.minutes_late(found, wanted.arrived_at), rules.minutes_early(found, wanted.left_at)
    return {name: minutes for name, minutes in (("late", late), ("early", early)) if minutes}


def result(turn: Turn, done: list[str], same: list[str]) -> str:
    """Who was marked, and who stood so already."""
    verb = turn.answers["act"]["verb"]
    lines = [turn.words(f"attendance.done-{verb}", names=", ".join(done))] if done else []
    return "\n".join([*lines, *([turn.words("attendance.same", names=", ".join(same))] if same else [])])
