"""What whoever vouches says of several entries: written down one by one, told to their people, refusals in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from domain.events import HOURS_ASKED, HOURS_REJECTED
from domain.ledger import Check, Line
from domain.vouching import Duty, Voice, duty_for
from flows import vouched
from flows.engine import Turn
from storage import checks, ledger, notices, staff, vouching
from storage.checks import Refusal
from storage.ledger import Wanted

TOLD: Final[Mapping[Check, str]] = {Check.ASKED: HOURS_ASKED, Check.REJECTED: HOURS_REJECTED}
"""What the person hears of at once; that hours are verified, they see in their record."""


def apply(turn: Turn, voice: Voice, verdict: Check, chosen: Sequence[Sequence[str]], words: str) -> str:
    """Say it of each entry (with how it stood when it was seen); gives what came of it, in words."""
    entries = [entry for entry, _ in chosen]
    checks.hold(turn.tx, entries)
    lines = {each.entry: each for each in ledger.lines(turn.tx, Wanted(entries=entries))}
    refusals = {
        entry: vouching.say(turn.tx, voice, entry, verdict, Check(seen), turn.now, words) for entry, seen in chosen
    }
    done = [lines[entry] for entry in entries if refusals[entry] is None]
    for each in done:
        note(turn, voice, verdict, each)
    tell(turn, verdict, done)
    return in_words(turn, verdict, done, refusals, lines)


def note(turn: Turn, voice: Voice, verdict: Check, line: Line) -> None:
    """Write an act of staff into the audit log."""
    if duty_for(voice, line.project, line.person) == Duty.STAFF:
        subject, details = f"{line.role or ''}:{line.person}", {"entry": line.entry, "minutes": line.minutes}
        staff.record(turn.tx, turn.person.id, f"hours_{verdict}", subject, turn.now, details)


def tell(turn: Turn, verdict: Check, done: Sequence[Line]) -> None:
    """Let each person hear of what was asked or not taken, all of it at once."""
    theirs: dict[str, list[str]] = defaultdict(list)
    for each in done if verdict in TOLD else ():
        theirs[str(each.person)].append(each.entry)
    for person, entries in theirs.items():
        key = f"{entries[0]}:{turn.now.isoformat()}"
        notices.tell(turn.tx, person, TOLD[verdict], key, turn.now, entries=entries)


def in_words(
    turn: Turn,
    verdict: Check,
    done: Sequence[Line],
    refusals: Mapping[str, Refusal | None],
    lines: Mapping[str, Line],
) -> str:
    """What was said of which entries, and a line for each of which it could not be."""
    facts = {"count": len(done), "names": vouched.names(turn, done), "total": vouched.total(turn, done)}
    said = [turn.words(f"vouched.done-{verdict}", **facts)] if done else []
    return "\n".join([*said, *(refused(turn, each, why, lines) for each, why in refusals.items() if why)])


def refused(turn: Turn, entry: str, why: Refusal, lines: Mapping[str, Line]) -> str:
    """Why something could not be said of an entry; who was first, if somebody was."""
    line = lines.get(entry)
    last = checks.of(turn.tx, entry)[-1:]
    facts = {
        "entry": f"{vouched.names(turn, [line])} {vouched.in_words(turn, line)}" if line else "",
        "by": vouched.said_by(turn, last[0]) if last else "",
        "verdict": last[0].verdict if last else "none",
    }
    return "• " + turn.words(f"vouched.refused-{why}", **facts)
