"""Reminds of sessions as they stand at this moment, all that are due in one letter, or says nothing."""

from __future__ import annotations

from datetime import datetime

from domain.messages import Choice
from domain.push_budget import FREE_CHANNELS
from domain.reminders import AFTER, AFTER_LASTS, SOON
from domain.work import Session
from flows import showing
from flows.engine import Turn
from storage import answers, notices, projects, reminders
from texts.dates import local


def show(turn: Turn) -> None:
    """Say every reminder that the person is due now, each once; elsewhere, if nothing reaches them here any more."""
    if not turn.known:
        return
    if not turn.chat.reachable:
        notices.tell(turn.tx, turn.person.id, turn.event.kind, f"again:{turn.event.id}", turn.now, **turn.event.facts)
        return
    for session, lead in reminders.due_of(turn.tx, turn.person.id, turn.now):
        if is_spared(turn, session, lead):
            reminders.note(turn.tx, session, turn.person.id, lead, turn.now)
        elif reminders.note(turn.tx, session, turn.person.id, lead, turn.now, turn.event.id):
            remind(turn, session, lead)


def is_spared(turn: Turn, session: Session, lead: str) -> bool:
    """Whether a paid message would only say again what the person said to us today."""
    if lead != SOON or turn.chat.channel in FREE_CHANNELS:
        return False
    said = answers.given_at(turn.tx, session.id, turn.person.id)
    return said is not None and local(said, turn.network.timezone).date() == turn.today


def remind(turn: Turn, session: Session, lead: str) -> None:
    """Say one reminder; it is good until the session begins, or as long as we ask how it was."""
    project = projects.find(turn.tx, session.project)
    said = answers.of(turn.tx, session.id, turn.person.id)
    facts = {**showing.session_facts(turn, session, project.title if project else ""), "said": said or "open"}
    turn.say(turn.words(f"session_reminder.{lead}", **facts), buttons(turn, session, lead, said), lasting=True)
    turn.good_until = min(filter(None, (turn.good_until, over_at(session, lead))))


def over_at(session: Session, lead: str) -> datetime:
    """From when on a reminder would no longer be true."""
    return session.ends_at + AFTER_LASTS if lead == AFTER else session.starts_at


def buttons(turn: Turn, session: Session, lead: str, said: str | None) -> list[Choice]:
    """Whether they come; to those who said so, what they have taken on, and that they cannot after all."""
    if lead == AFTER:
        return [turn.button(f"log_session:{session.id}")]
    first = "my_roles" if said == "yes" else f"coming:{session.id}"
    return [turn.button(first), turn.button(f"not_coming:{session.id}")]
