"""Tells somebody what became of their hours, and whoever vouches that hours wait for them: as it stands now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from domain.ledger import Check, Line
from domain.messages import Choice
from domain.vouching import is_for_others, patience
from flows import showing, vouched
from flows.engine import Turn
from storage import checks, ledger, settings, vouching
from storage.ledger import Wanted
from storage.vouching import Overdue

MOST_LINES: Final = 5
"""So many entries or projects stand in one letter, each with a button; the flow shows all of them."""

# ---------------------------------------------------------------- whose hours they are


def asked(turn: Turn) -> None:
    """Say which questions about their hours wait for an answer, in one letter, the newest first."""
    lines = open_questions(turn)
    if lines:
        buttons = answer_buttons(turn, lines[:MOST_LINES])
        turn.say(turn.words("vouching_news.asked", **listed(turn, lines, "question")), buttons, lasting=True)


def open_questions(turn: Turn) -> list[Line]:
    """The entries of the person in this chat that somebody asked about, the last asked first."""
    mine = ledger.lines(turn.tx, Wanted(person=turn.person.id)) if turn.known else []
    asked_about = [each for each in mine if each.check == Check.ASKED and not each.closed]
    return sorted(asked_about, key=lambda each: checks.of(turn.tx, each.entry)[-1].at, reverse=True)


def answer_buttons(turn: Turn, lines: Sequence[Line]) -> list[Choice]:
    """A button for each question."""
    if len(lines) == 1:
        return [turn.button(f"answer_check:{lines[0].entry}")]
    labels = [turn.words("vouching_news.answer", number=number) for number in range(1, len(lines) + 1)]
    return [
        showing.named_button(label, f"answer_check:{each.entry}") for label, each in zip(labels, lines, strict=True)
    ]


def rejected(turn: Turn, entries: Iterable[str]) -> None:
    """Say which of these entries are not taken and why, in one letter, with the way to put them right."""
    wanted = Wanted(entries=list(entries), person=turn.person.id if turn.known else "")
    lines = [each for each in ledger.lines(turn.tx, wanted) if each.check == Check.REJECTED]
    if lines:
        turn.say(turn.words("vouching_news.rejected", **listed(turn, lines, "reason")), mending(turn), lasting=True)


def mending(turn: Turn) -> list[Choice]:
    """Where one can correct hours, as far as the flows are there, or talk about it."""
    there = [each for each in ("hours_history", "fix_hours") if each in turn.network.flows.by_name]
    return [turn.button(each) for each in (*there, "talk_to_person")]


def listed(turn: Turn, lines: Sequence[Line], what: str) -> dict[str, Any]:
    """Entries with the last word said of each, and who said it."""
    shown = [entry(turn, number, each, what, len(lines)) for number, each in enumerate(lines[:MOST_LINES], 1)]
    return {"count": len(lines), "entries": "\n".join(shown), "more": max(0, len(lines) - MOST_LINES)}


def entry(turn: Turn, number: int, line: Line, what: str, count: int) -> str:
    """One entry with the question, or the reason, and who said so."""
    last = checks.of(turn.tx, line.entry)[-1]
    facts = {"entry": vouched.in_words(turn, line), "by": vouched.said_by(turn, last), "words": last.words}
    return (f"{number}. " if count > 1 else "") + turn.words(f"vouching_news.{what}", **facts)


# ---------------------------------------------------------------- who vouches


def wanted(turn: Turn, named: Iterable[str]) -> None:
    """Say in which of these projects hours have waited too long for the person in this chat, if they still do."""
    late = still(turn, set(named)) if turn.known else []
    if late:
        lines = [project_line(turn, each) for each in late[:MOST_LINES]]
        target = f"verify_hours:{late[0].project}" if len(late) == 1 else "verify_hours"
        turn.say(turn.words("vouching_news.wanted", projects="\n".join(lines)), [turn.button(target)], lasting=True)


def still(turn: Turn, named: set[str]) -> list[Overdue]:
    """What of these projects is overdue and this person's to look at."""
    voice = vouching.voice_of(turn.tx, turn.person.id)
    before = turn.now - timedelta(days=settings.number(turn.tx, "verify_days"))
    late = vouching.overdue(turn.tx, before, named)
    mine = [each for each in late if voice.is_staff or each.project in voice.projects]
    return [each for each in mine if is_for_others(voice.person, each.people)]


def project_line(turn: Turn, late: Overdue) -> str:
    """A project, and how many hours of how many people wait in it."""
    return turn.words("vouching_news.project", **overdue_facts(turn, late))


def overdue_facts(turn: Turn, late: Overdue) -> dict[str, Any]:
    """What the words of overdue hours are filled with."""
    title = vouched.project_words(turn, late.project)
    return {"project": title, "people": len(late.people), "amount": vouched.amount(turn, late.minutes)}


# ---------------------------------------------------------------- staff


def waiting_too_long(turn: Turn, project: str) -> dict[str, Any]:
    """A project whose hours nobody has looked at for twice as long as that should take, in words."""
    late = vouching.overdue(turn.tx, too_long_ago(turn), {project})
    return overdue_facts(turn, late[0] if late else Overdue(project, frozenset(), 0))


def too_long_ago(turn: Turn) -> datetime:
    """Since before when staff see that hours wait."""
    return turn.now - patience(settings.number(turn.tx, "verify_days"))


def minutes_waiting(turn: Turn) -> int:
    """How many minutes wait since before then, in all projects."""
    return sum(each.minutes for each in vouching.overdue(turn.tx, too_long_ago(turn)))
