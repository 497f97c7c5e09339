"""Who of staff did what, when: the newest first, a page at a time, of everybody, of one person, or of one act."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from domain.duties import DUTIES
from domain.messages import Choice
from domain.network_settings import NETWORK_SETTINGS
from flows.engine import Ask, Audience, Do, End, Flow, Option, Say, Turn
from storage import audit
from storage.audit import Line
from texts import dates

PAGE: Final = 8


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines to show."""

    person: str | None = None
    act: str | None = None
    before: int | None = None
    """Only lines older than this one."""


def wanted(turn: Turn) -> Wanted:
    """What the button asked for: ``all``, ``by.<person>`` or ``act.<name>``, and from where on: ``all.120``."""
    kind, _, rest = str(turn.answers.get("about", "all")).partition(".")
    which, _, number = rest.rpartition(".") if kind != "all" else ("", "", rest)
    if kind != "all" and not number.isdigit():
        which, number = rest, ""
    before = int(number) if number.isascii() and number.isdigit() and len(number) < 16 else None
    return Wanted(which if kind == "by" else None, which if kind == "act" else None, before)


def lines(turn: Turn) -> list[Line]:
    """One page of lines, and the first of the next page if there is one."""
    asked = wanted(turn)
    return audit.newest(turn.tx, PAGE + 1, asked.before, asked.person, asked.act)


def look(turn: Turn) -> str | None:
    """Whether to show lines, or to ask by whom or of which act."""
    about = str(turn.answers.get("about", ""))
    return about if about in {"people", "acts"} else None if lines(turn) else "nothing"


# ---------------------------------------------------------------- in words


def page(turn: Turn) -> dict[str, str]:
    """The page, two lines for each act."""
    shown = lines(turn)[:PAGE]
    named = [part for each in shown for part in each.subject.split(":")]
    named += [each.person for each in shown if each.person]
    titles = audit.titles(turn.tx, named)
    return {"lines": "\n".join(in_words(turn, each, titles) for each in shown)}


def in_words(turn: Turn, line: Line, titles: Mapping[str, str]) -> str:
    """When and who; what, to what, with which numbers."""
    at, language = dates.local(line.at, turn.network.timezone), turn.chat.language
    who = titles.get(line.person, turn.words("audit_log.gone")) if line.person else turn.words("audit_log.nobody")
    what = " ".join(part for part in (act(turn, line.act), subject(turn, line, titles), numbers(turn, line)) if part)
    when = f"{dates.day(language, at.date())} {dates.clock(language, at)}"
    return turn.words("audit_log.line", when=when, who=who, what=what)


def act(turn: Turn, name: str) -> str:
    """What was done."""
    key = f"audit_log.act-{name}"
    return turn.words(key) if turn.has(key) else name.replace("_", " ")


def subject(turn: Turn, line: Line, titles: Mapping[str, str]) -> str:
    """What it was done to (a role, or a role and somebody in it): titles as they are now; nothing without words."""
    if line.subject in NETWORK_SETTINGS:
        return turn.words(f"network_settings.setting-{line.subject}")
    known = [titles[part] for part in line.subject.split(":") if part in titles and part != line.person]
    return turn.words("audit_log.subject", title=" · ".join(known)) if known else ""


def numbers(turn: Turn, line: Line) -> str:
    """The details that say something to people: what it was before and after, how many, which duty."""
    details = line.details
    if "before" in details and "after" in details:
        return f"({value(turn, details['before'])} → {value(turn, details['after'])})"
    counted = [part for part in line.subject.split(":")[1:] if part.isdigit()]
    told = [value(turn, details[name]) for name in ("duty", "count") if name in details] + counted
    return f"({' · '.join(told)})" if told else ""


def value(turn: Turn, detail: Any) -> str:
    """One detail in words."""
    return turn.words(f"words.duty-{detail}") if detail in DUTIES else str(detail)


# ---------------------------------------------------------------- ways on


def onward(turn: Turn) -> list[Choice]:
    """Older lines; of one person, of one act, of everybody; the menu."""
    shown = lines(turn)
    older = [go(turn, "older", f"{narrowed(turn)}.{shown[PAGE - 1].number}")] if len(shown) > PAGE else []
    everything = [] if narrowed(turn) == "all" else [turn.button("audit_log")]
    others = [go(turn, "by_person", "people"), go(turn, "by_act", "acts")]
    return [*older, *others, *everything, turn.button("staff_menu")]


def narrowed(turn: Turn) -> str:
    """Whose or which lines are shown, as a button says it."""
    asked = wanted(turn)
    return f"by.{asked.person}" if asked.person else f"act.{asked.act}" if asked.act else "all"


def go(turn: Turn, words: str, about: str) -> Choice:
    """A button to other lines."""
    return Choice(turn.words(f"audit_log.{words}"), f"go:audit_log:{about}")


def people(turn: Turn) -> list[Option]:
    """Who has done anything."""
    found = audit.people_in(turn.tx)
    titles = audit.titles(turn.tx, found)
    return [Option(each, titles.get(each, turn.words("audit_log.gone"))) for each in found]


def acts(turn: Turn) -> list[Option]:
    """What has been done at all."""
    return [Option(each, act(turn, each)) for each in audit.acts_in(turn.tx)]


def narrow(turn: Turn) -> str | None:
    """Show the lines that were asked for."""
    chosen = {"people": f"by.{turn.answers.get('who')}", "acts": f"act.{turn.answers.get('which')}"}
    turn.answers["about"] = chosen[turn.answers["about"]]
    return None if lines(turn) else "nothing"


AUDIT_LOG: Final = Flow(
    "audit_log",
    Do("look", look, exits={"people": "who", "acts": "which", "nothing": "nothing"}),
    Say("page", values=page, choices=onward),
    End("shown", quiet=True),
    Ask("who", people, then="narrow"),
    Ask("which", acts),
    Do("narrow", narrow, exits={"nothing": "nothing"}, then="page"),
    End("nothing", offers=("staff_menu",)),
    audience=Audience.ADMINS,
)
