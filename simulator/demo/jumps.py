"""The moments worth going to: when a session is reminded of, when it has begun, and when we ask how it was."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, select

from domain.reminders import AFTER, BEFORE, offsets
from domain.work import Session
from storage import reminders, sessions
from storage.schema import chats
from texts import LANGUAGES, Texts

MOST_SESSIONS: Final = 4
NEAR: Final = timedelta(minutes=1)
"""So long after a moment everything of it is due."""
RECENT: Final = timedelta(hours=12)
"""A session that began so long ago may still have its end, or what comes after it, ahead."""
BEGUN: Final = "begun"
LABELS: Final = {
    "week": {"th": "1 สัปดาห์ก่อน {}", "en": "A week before {}"},
    "day": {"th": "1 วันก่อน {}", "en": "A day before {}"},
    "soon": {"th": "2 ชม. ก่อน {}", "en": "Two hours before {}"},
    BEGUN: {"th": "ถึงเวลา {}", "en": "At {}"},
    AFTER: {"th": "หลัง {}", "en": "After {}"},
}


def worth_going_to(tx: Connection, texts: Texts, shown: Sequence[str], now: datetime) -> list[dict[str, Any]]:
    """The moments around the sessions of the people in these chats, or around any if they have none, for the page."""
    usual = reminders.usual(tx)
    found = [
        [{"label": label(texts, name, session, title), "to": moment.isoformat()} for name, moment in ahead]
        for session, title in near(tx, shown, now)
        if (ahead := [each for each in moments(session, usual) if each[1] > now])
    ]
    return [jump for jumps in found[:MOST_SESSIONS] for jump in jumps]


def near(tx: Connection, shown: Sequence[str], now: datetime) -> list[tuple[Session, str]]:
    """The sessions of the people in these chats, or all if they have none, the soonest first, with their projects."""
    query = select(chats.c.person).where(chats.c.name.in_(shown), chats.c.person.is_not(None))
    people = tx.execute(query.distinct()).scalars().all()
    theirs = [each for person in people for each in sessions.of_person(tx, person, now - RECENT)]
    mine = {each.session.id: (each.session, each.project) for each in theirs}
    by_start = sorted(mine.values(), key=lambda each: each[0].starts_at)
    return by_start or sessions.ahead(tx, now - RECENT, MOST_SESSIONS)


def moments(session: Session, usual: dict[str, int]) -> list[tuple[str, datetime]]:
    """What happens around a session, and when."""
    leads = offsets(session, usual)
    before = [(lead, session.starts_at - leads[lead] + NEAR) for lead in BEFORE if lead in leads]
    after = session.ends_at + leads.get(AFTER, timedelta()) + NEAR
    return [*before, (BEGUN, session.starts_at + NEAR), (AFTER, after)]


def label(texts: Texts, name: str, session: Session, title: str) -> dict[str, str]:
    """What a moment is called, in each language."""
    kinds = {language: texts.say(language, f"showing.kind-{session.kind}") for language in LANGUAGES}
    return {language: LABELS[name][language].format(f"{kind} “{title}”") for language, kind in kinds.items()}
