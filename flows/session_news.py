"""Tells somebody what was done with sessions that they are invited to, as these stand now, all in one letter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from domain.messages import MOST_TOGETHER, Choice
from domain.reminders import in_season, offsets
from domain.work import Session
from flows import showing
from flows.engine import Turn
from storage import answers, invitations, notices, projects, reminders, session_news, sessions
from storage.session_news import CANCELLED, CHANGED, LET_OFF, MOVED, PLANNED

ANSWERS: Final = ("coming", "not_coming", "maybe_later")
"""What one can say to a session, as far as the flows are there."""
ANSWERED: Final = frozenset({"yes", "waiting"})


@dataclass(frozen=True, slots=True)
class Item:
    """One session that there is something to say of."""

    session: Session
    what: str
    project: str
    said: str | None
    """What the person answered."""
    was: Session | None = None
    facts: tuple[str, ...] = ()


def show(turn: Turn, entries: Sequence[Mapping[str, Any]]) -> None:
    """Say it here, or in another chat if nothing reaches them here any more; what is no news any more is not said."""
    if not turn.known:
        return
    if not turn.chat.reachable:
        notices.tell(
            turn.tx, turn.person.id, turn.event.kind, f"again:{turn.event.id}", turn.now, sessions=list(entries)
        )
        return
    later = session_news.told_later(turn.tx, turn.chat.name, turn.event.id)
    found = [item_of(turn, each) for each in entries if each["session"] not in later]
    items = [each for each in found if each is not None]
    if items:
        say(turn, items)
        settle(turn, items)


# ---------------------------------------------------------------- what is still news


def item_of(turn: Turn, entry: Mapping[str, Any]) -> Item | None:
    """What there is to say of one session as it stands, if anything."""
    session = sessions.find(turn.tx, str(entry["session"]))
    project = projects.find(turn.tx, session.project) if session else None
    if session is None or project is None or project.state != "published" or session.starts_at <= turn.now:
        return None
    what = str(entry["what"])
    if (session.state == "cancelled") != (what == CANCELLED) or not concerns(turn, session, what):
        return None
    said = answers.of(turn.tx, session.id, turn.person.id)
    return Item(session, what, project.title, said, before(session, entry.get("was")), tuple(entry.get("facts", ())))


def concerns(turn: Turn, session: Session, what: str) -> bool:
    """Whether the person is (or, let off, is no more) invited."""
    return invitations.is_invited(turn.tx, session, turn.person.id) != (what == LET_OFF)


def before(session: Session, was: Sequence[str] | None) -> Session | None:
    """A moved session as it was."""
    if was is None:
        return None
    starts, ends = map(datetime.fromisoformat, was)
    return replace(session, starts_at=starts, ends_at=ends)


# ---------------------------------------------------------------- in words


def say(turn: Turn, items: Sequence[Item]) -> None:
    """A bubble for each; more than one letter carries are listed in one."""
    if len(items) <= MOST_TOGETHER:
        for each in items:
            turn.say(words(turn, each), buttons(turn, each), lasting=True)
    else:
        turn.say(turn.words("session_news.many", **listed(turn, items)), [turn.button("my_roles")], lasting=True)


def words(turn: Turn, item: Item) -> str:
    """One session with all that matters of it now."""
    facts = showing.session_facts(turn, item.session, item.project)
    more = {"said": "yes" if item.said in ANSWERED else "open", "details": details(turn, item)}
    return turn.words(f"session_news.{item.what}", **facts, **more, **changes(turn, item))


def changes(turn: Turn, item: Item) -> dict[str, str]:
    """What is different, where that is what there is to say; and why."""
    reason = item.session.reason if item.what in {MOVED, CANCELLED} else ""
    was = showing.session_time(turn, item.was) if item.was else ""
    return {"was": was, "reason": "\n" + turn.words("session_news.reason", words=reason) if reason else ""}


def details(turn: Turn, item: Item) -> str:
    """What else was said of it, a line each: of a new session everything, of another one what matters now."""
    session = item.session
    said = {
        "title": session.title,
        "where": session.where if item.what == CHANGED else "",
        "link": session.link if session.link not in session.where else "",
        "materials": session.materials,
    }
    wanted = {PLANNED: tuple(said), MOVED: ("link",), CHANGED: tuple(NAMED.get(each, each) for each in item.facts)}
    lines = [(name, word) for name, word in said.items() if word and name in wanted.get(item.what, ())]
    return "".join("\n" + turn.words(f"session_news.line-{name}", words=word) for name, word in lines)


NAMED: Final = {"where_held": "where"}


def listed(turn: Turn, items: Sequence[Item]) -> dict[str, Any]:
    """Many sessions, a line each."""
    lines = [
        turn.words(f"session_news.short-{each.what}", session=showing.session(turn, each.session)) for each in items
    ]
    titles = dict.fromkeys(each.project for each in items)
    return {"count": len(items), "projects": ", ".join(titles), "lines": "\n".join(f"• {line}" for line in lines)}


def buttons(turn: Turn, item: Item) -> list[Choice]:
    """Whether they come, where that is open; else what they have taken on."""
    if item.what in {CANCELLED, LET_OFF}:
        return [turn.button("my_roles")]
    if item.what == CHANGED and item.said in ANSWERED:
        return [turn.button("my_roles"), turn.button(f"not_coming:{item.session.id}")]
    there = [flow for flow in ANSWERS if flow in turn.network.flows.by_name]
    return [turn.button(f"{flow}:{item.session.id}") for flow in there]


# ---------------------------------------------------------------- what is settled by it


def settle(turn: Turn, items: Sequence[Item]) -> None:
    """Note the reminders whose time has come as said; the letter is good until the first of the sessions begins.

    A letter about several is not taken back when one of them is moved: it says of the others what nobody else does.
    """
    event = turn.event.id if len(items) == 1 else None
    for each in items:
        if each.what in {PLANNED, MOVED, CHANGED}:
            note_reminder(turn, each.session, event)
    turn.good_until = min(each.session.starts_at for each in items)


def note_reminder(turn: Turn, session: Session, event: int | None) -> None:
    """Note the reminder whose time has come, if any: what it would say has just been said."""
    leads = offsets(session, reminders.usual(turn.tx))
    for who in reminders.invitees(turn.tx, session, turn.person.id):
        if lead := in_season(session, who, leads, turn.now):
            reminders.note(turn.tx, session, who.person, lead, turn.now, event)
