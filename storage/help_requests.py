"""Help requests: what volunteers asked of a human, and whether they were answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from storage.columns import new_id
from storage.schema import help_requests


@dataclass(frozen=True, slots=True)
class HelpRequest:
    """Somebody asked for a human."""

    id: str
    chat: str
    words: str
    answered_at: datetime | None


def ask(tx: Connection, chat: str, words: str, now: datetime) -> str:
    """Write down what somebody asks of staff; gives the request's id."""
    request = new_id()
    tx.execute(insert(help_requests).values(id=request, chat=chat, words=words, asked_at=now))
    return request


def find(tx: Connection, request: str) -> HelpRequest | None:
    """What was asked, in which chat?"""
    columns = (help_requests.c.id, help_requests.c.chat, help_requests.c.words, help_requests.c.answered_at)
    row = tx.execute(select(*columns).where(help_requests.c.id == request)).one_or_none()
    return HelpRequest(*row) if row else None


def mark_answered(tx: Connection, request: str, now: datetime) -> None:
    """Note that a human answered."""
    tx.execute(update(help_requests).where(help_requests.c.id == request).values(answered_at=now))
