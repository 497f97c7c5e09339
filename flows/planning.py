"""What staff see before they plan, move or call off a session: who cannot well come, and what telling people takes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from domain.work import Session
from flows import roster, showing, subjects
from flows.daytime import Times
from flows.engine import Option, Turn
from storage import chats, engaged, invitations, projects, session_news
from storage.session_news import News
from texts import dates

MOST_LINES: Final = 4
MOST_NAMES: Final = 4


# ---------------------------------------------------------------- which project


def choices(turn: Turn) -> list[Option]:
    """The projects that can have sessions."""
    return subjects.choices(turn, "published", "paused", "draft")


def look(turn: Turn) -> str | None:
    """Whether a project was named, or there is one to choose."""
    return None if "about" in turn.answers or choices(turn) else "nothing"


def check(turn: Turn) -> str | None:
    """Whether it is a project that has not ended."""
    found = projects.find(turn.tx, str(turn.answers["about"]))
    return "gone" if found is None else "closed" if found.state == "closed" else None


def project_title(turn: Turn) -> dict[str, str]:
    """What the project is called."""
    found = projects.find(turn.tx, turn.answers["about"])
    return {"project": found.title if found else ""}


# ---------------------------------------------------------------- who cannot well come


def clashes(turn: Turn, people: Sequence[str], times: Iterable[Times], without: Sequence[str] = ()) -> str:
    """Who of those invited is busy or away then, a line for each time; nothing if nobody is."""
    found = [(each, engaged.then(turn.tx, people, *each, without)) for each in times]
    lines = [clash_line(turn, each, busy) for each, busy in found if busy]
    more = len(lines) - MOST_LINES
    return "\n".join([*lines[:MOST_LINES], *([turn.words("planning.more_clashes", count=more)] if more > 0 else [])])


def clash_line(turn: Turn, times: Times, busy: Sequence[str]) -> str:
    """How many cannot well come at one time, and who."""
    names = engaged.names(turn.tx, busy)[:MOST_NAMES]
    first, last = (dates.local(each, turn.network.timezone) for each in times)
    span = dates.span(turn.chat.language, first, last)
    facts = {"named": "yes" if names else "no", "more": "yes" if len(busy) > len(names) else "no"}
    return turn.words("planning.clash", time=span, count=len(busy), names=", ".join(names), **facts)


def with_clashes(turn: Turn, people: Sequence[str], times: Iterable[Times], without: Sequence[str] = ()) -> str:
    """The clashes below an empty line, or nothing."""
    said = clashes(turn, people, times, without)
    return f"\n\n{said}" if said else ""


# ---------------------------------------------------------------- what telling takes


def ways(turn: Turn, people: Sequence[str], tell: str) -> list[Option]:
    """Tell people at once, leave it to what they look at and are reminded of, or leave it altogether."""
    reached = reach(turn, people)
    both = ["tell", "quiet"] if reached else ["save"]
    return [Option(each, way_label(turn, each, tell, reached), also(turn, each)) for each in (*both, "not_yet")]


def way_label(turn: Turn, way: str, tell: str, count: int) -> str:
    """What a way is called; telling says how many."""
    own = f"planning.{tell}-{way}"
    return turn.words(own, count=count) if turn.has(own) else turn.words(f"planning.way-{way}")


def also(turn: Turn, way: str) -> tuple[str, ...]:
    """What else one may type for it, in either language."""
    both = turn.network.texts.both(f"planning.{way}_words")
    return tuple(word.strip() for each in both.values() for word in each.split(","))


def reach(turn: Turn, people: Iterable[str]) -> int:
    """How many of these people a message reaches."""
    return sum(bool(chats.of_person(turn.tx, each)) for each in people)


def price(turn: Turn, people: Sequence[str]) -> str:
    """Whom telling reaches and what it takes; or that nobody is there to be told."""
    if not reach(turn, people):
        return turn.words("planning.nobody")
    return roster.price(turn, [("", each) for each in people])


def audience(turn: Turn, session: Session, only: Sequence[str] = ()) -> list[str]:
    """Who would hear of a session: those who are invited, if its project is open."""
    is_open = session_news.is_open(turn.tx, session.project)
    return invitations.invited(turn.tx, session, only) if is_open else []


def told_of(turn: Turn, several: Iterable[News]) -> list[str]:
    """Who would hear of this, each once."""
    found = [each for each in several if session_news.is_open(turn.tx, each.session.project)]
    return list(dict.fromkeys(person for each in found for person in session_news.concerned(turn.tx, each)))


def tell(turn: Turn, several: Sequence[News], way: str) -> int:
    """Let people hear of it, if staff want that; gives how many do."""
    return session_news.tell(turn.tx, several, turn.now) if way == "tell" else 0


def done(turn: Turn, several: Sequence[News], count: int) -> dict[str, Any]:
    """What was done with which sessions, and how many hear of it."""
    lines = "\n".join(f"• {showing.session(turn, each.session)}" for each in several)
    return {"sessions": lines, "count": len(several), "told": count}
