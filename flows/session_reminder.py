"""Reminds of sessions as they stand at this moment, those that are due in one letter, or says nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from domain.messages import MOST_TOGETHER, Choice
from domain.push_budget import FREE_CHANNELS
from domain.reminders import AFTER, SOON, good_until
from domain.work import Session
from flows import showing
from flows.engine import Turn
from storage import answers, attendance, notices, projects, reminders
from texts.dates import local

Due = tuple[Session, str]


def show(turn: Turn) -> None:
    """Say the reminders that the person is due now, each once; elsewhere, if nothing reaches them here any more.

    One event is one letter, which arrives as a whole or not at all: what has no room in it has an event of its own.
    """
    if not turn.known:
        return
    if not turn.chat.reachable:
        again(turn)
        return
    due = [each for each in reminders.due_of(turn.tx, turn.person.id, turn.now) if not is_spared(turn, *each)]
    room = 1 if turn.chat.channel in FREE_CHANNELS else MOST_TOGETHER
    said = [each for each in due[:room] if note(turn, *each, turn.event.id)]
    for session, lead in said:
        remind(turn, session, lead)
    head(turn, said)
    if due[room:]:
        again(turn)


def again(turn: Turn) -> None:
    """Let the same happen once more, to the chat that reaches the person."""
    notices.tell(turn.tx, turn.person.id, turn.event.kind, f"again:{turn.event.id}", turn.now)


def note(turn: Turn, session: Session, lead: str, event: int | None = None) -> bool:
    """Note that a reminder is said; false if it was before."""
    return reminders.note(turn.tx, session, turn.person.id, lead, turn.now, event)


def is_spared(turn: Turn, session: Session, lead: str) -> bool:
    """Whether a paid message would only say again what the person said to us today; then it counts as said."""
    if lead != SOON or turn.chat.channel in FREE_CHANNELS:
        return False
    said = answers.given_at(turn.tx, session.id, turn.person.id)
    if said is None or said < (session.planned_at or said) or not is_today(turn, said):
        return False
    note(turn, session, lead)
    return True


def is_today(turn: Turn, moment: datetime) -> bool:
    """Whether a moment was today, on the network's calendar."""
    return local(moment, turn.network.timezone).date() == turn.today


# ---------------------------------------------------------------- what is said


def head(turn: Turn, said: Sequence[Due]) -> None:
    """Say above several reminders that they belong together."""
    if len(said) > 1:
        heading = turn.words("session_reminder.several", count=len(said))
        turn.said[0] = replace(turn.said[0], body=f"{heading}\n\n{turn.said[0].body}")


def remind(turn: Turn, session: Session, lead: str) -> None:
    """Say one reminder; the letter is good as long as all that it says is true."""
    said = answers.of(turn.tx, session.id, turn.person.id)
    seen = attendance.of(turn.tx, session.id, turn.person.id)
    came = seen is not None and seen.came
    turn.say(turn.words(words_of(lead, came=came), **facts(turn, session, said)), ways(turn, session, lead, said, came))
    turn.said[-1] = replace(turn.said[-1], lasting=True)
    quiet = reminders.quiet_of(turn.person.quiet_from, turn.person.quiet_until)
    ends = good_until(session, lead, quiet, turn.now)
    turn.good_until = min(ends, turn.good_until or ends)


def words_of(lead: str, *, came: bool) -> str:
    """The words of a reminder: those before a session differ only in when they come."""
    if lead == AFTER:
        return "session_reminder.after" if came else "session_reminder.were_you_there"
    return "session_reminder.soon" if lead == SOON else "session_reminder.ahead"


def facts(turn: Turn, session: Session, said: str | None) -> dict[str, Any]:
    """What the words of a reminder are filled with."""
    project = projects.find(turn.tx, session.project)
    return {**showing.session_facts(turn, session, project.title if project else ""), "said": said or "open"}


def ways(turn: Turn, session: Session, lead: str, said: str | None, came: bool) -> list[Choice]:
    """What the person can say to a reminder: whether they come, or how it was."""
    return buttons(turn, session, after_words(came=came) if lead == AFTER else ahead_words(said))


def ahead_words(said: str | None) -> tuple[str, ...]:
    """The answers before a session, but for the one that was given: who comes sees what they have taken on."""
    if said == "yes":
        return ("my_roles", "not_coming")
    return ("coming", "not_coming") if said == "maybe" else ("coming", "not_coming", "maybe_later")


def after_words(*, came: bool) -> tuple[str, ...]:
    """The answers after a session: hours, or that they were not there after all."""
    return ("log_session",) if came else ("log_session", "not_there")


def buttons(turn: Turn, session: Session, names: Sequence[str]) -> list[Choice]:
    """A button for each of these conversations, about this session."""
    return [turn.button(each if each == "my_roles" else f"{each}:{session.id}") for each in names]
