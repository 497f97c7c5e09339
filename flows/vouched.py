"""Hours that somebody looks at, in words: an entry in a line, people with their sums, who said what of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any, Final

import regex

from domain.ledger import Check, Grade, Line, add_up, by_grade
from domain.vouching import NO_PROJECT
from flows import showing
from flows.engine import Turn
from storage import checks, ledger, projects
from storage.checks import Word
from storage.ledger import Wanted
from texts import dates

MOST_OF_NOTE: Final = 80
"""So many characters of a note are shown in a list."""


def amount(turn: Turn, minutes: int) -> str:
    """An amount of time; what an adjusting entry takes away with a sign before it."""
    return ("−" if minutes < 0 else "") + dates.duration(turn.chat.language, abs(minutes))


def total(turn: Turn, lines: Iterable[Line]) -> str:
    """What entries come to, whether or not they count so far."""
    return amount(turn, sum(each.minutes for each in lines))


def project_words(turn: Turn, project: str | None) -> str:
    """What a project is called, or that hours belong to none."""
    found = projects.find(turn.tx, project) if project and project != NO_PROJECT else None
    return found.title if found else turn.words("vouched.no_project")


def names(turn: Turn, lines: Iterable[Line]) -> str:
    """Whose entries these are."""
    return ", ".join(showing.name_of(turn, each) for each in dict.fromkeys(each.person or "" for each in lines))


# ---------------------------------------------------------------- one entry


def facts(turn: Turn, line: Line) -> dict[str, Any]:
    """What the words of an entry are filled with: day, amount, note, whether they were seen, where it stands."""
    seen = "none" if line.session is None else "yes" if attended(turn, line) else "no"
    return {
        "day": dates.weekday_and_day(turn.chat.language, line.worked_on),
        "amount": amount(turn, line.minutes),
        "note": f" · {clipped(line.note)}" if line.note else "",
        "seen": seen,
        "working": "yes" if line.working else "no",
        "adjusts": "yes" if line.adjusts else "no",
    }


def attended(turn: Turn, line: Line) -> bool:
    """Whether the person was seen at the session that the entry is for, whatever was said of it since."""
    if line.grade != Grade.VERIFIED:
        return line.grade == Grade.ATTENDED
    return ledger.was_seen_at(turn.tx, line.entry)


def clipped(note: str) -> str:
    """A note on one line, its beginning if it is long."""
    letters = regex.findall(r"\X", " ".join(note.split()))
    return "".join(letters[:MOST_OF_NOTE]) + ("…" if len(letters) > MOST_OF_NOTE else "")


def in_words(turn: Turn, line: Line) -> str:
    """An entry in a line."""
    return turn.words("vouched.entry", **facts(turn, line))


def said(turn: Turn, line: Line) -> str:
    """What was said of an entry, on a line of its own: the question and its answer, or the last word; else nothing."""
    if line.check == Check.NONE:
        return ""
    last = checks.of(turn.tx, line.entry)[-2:]
    words = {"question": question_before(last), "words": last[-1].words, "by": said_by(turn, last[-1])}
    return "\n" + turn.words(f"vouched.said-{line.check}", **words)


def question_before(last: Sequence[Word]) -> str:
    """The question that was answered last."""
    return next((each.words for each in last if each.verdict == Check.ASKED), "")


def said_by(turn: Turn, word: Word) -> str:
    """Who said it, and by which right."""
    return turn.words("vouched.by", name=showing.name_of(turn, word.by or ""), duty=word.duty)


# ---------------------------------------------------------------- a list


def listed(turn: Turn, lines: Sequence[Line], first: int) -> list[str]:
    """Numbered entries, those of one person together below what theirs come to."""
    numbered = list(enumerate(lines, first))
    return [
        "\n".join([heading(turn, *key), *(line_words(turn, number, each) for number, each in group)])
        for key, group in groupby(numbered, key=lambda each: whose(each[1]))
    ]


def whose(line: Line) -> tuple[str, str]:
    """Person and project of an entry."""
    return line.person or "", line.project or NO_PROJECT


def together(lines: Sequence[Line]) -> list[Line]:
    """Entries with those of one person together, in the order of the first of each."""
    place: dict[tuple[str, str], int] = {}
    for each in lines:
        place.setdefault(whose(each), len(place))
    return sorted(lines, key=lambda each: place[whose(each)])


def heading(turn: Turn, person: str, project: str) -> str:
    """Somebody, and what their entries of the project come to: in all, and verified."""
    every = ledger.lines(turn.tx, Wanted(person=person))
    theirs = [each for each in every if (each.project or NO_PROJECT) == project]
    verified = by_grade(theirs)[Grade.VERIFIED]
    return turn.words(
        "vouched.heading",
        name=showing.name_of(turn, person),
        project=project_words(turn, project),
        total=amount(turn, add_up(theirs).minutes),
        verified=amount(turn, verified.minutes),
    )


def line_words(turn: Turn, number: int, line: Line) -> str:
    """One entry with its number."""
    return f"{number}. {in_words(turn, line)}{said(turn, line)}"
