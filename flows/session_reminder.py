"""Reminds of a session as it stands at this moment, or says nothing."""

from __future__ import annotations

from domain.messages import Choice
from domain.work import Project, Session, lead_due
from flows import showing
from flows.engine import Turn
from storage import projects, sessions


def show(turn: Turn, session: str, lead: str) -> None:
    """Remind the person, once for each lead, unless the session or the person's part in it has changed meanwhile."""
    found = sessions.find(turn.tx, session)
    project = projects.find(turn.tx, found.project) if found else None
    if found is None or project is None or not wanted(turn, found, project, lead):
        return
    if sessions.note_reminder(turn.tx, session, turn.person.id, lead, turn.now):
        coming = sessions.coming(turn.tx, session, turn.person.id) is True
        facts = {**showing.session_facts(turn, found, project.title), "said": "yes" if coming else "open"}
        turn.say(turn.words(f"session_reminder.{lead}", **facts), buttons(turn, session, coming=coming), lasting=True)


def wanted(turn: Turn, found: Session, project: Project, lead: str) -> bool:
    """Whether the person should be reminded of this session now."""
    in_season = found.state == "planned" and lead_due(found.starts_at, turn.now) == lead
    if not in_season or project.state != "published" or not turn.known:
        return False
    if not sessions.takes_part(turn.tx, found.id, turn.person.id):
        return False
    coming = sessions.coming(turn.tx, found.id, turn.person.id)
    return coming is True if lead == "soon" else coming is not False


def buttons(turn: Turn, session: str, *, coming: bool) -> list[Choice]:
    """Whether they come; to those who said so, what they have taken on, and that they cannot after all."""
    first = "my_roles" if coming else f"coming:{session}"
    return [turn.button(first), turn.button(f"not_coming:{session}")]
