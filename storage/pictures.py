"""Pictures that messages show: what staff sent to be shown to others, and what we drew (a QR code)."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, Text, cast, delete, exists, insert, or_, select

from domain import pictures as drawing
from storage.outbox import WAITS
from storage.schema import broadcasts, outbox, pictures
from storage.schema.of_the_path import STUCK

MOST_AT_ONCE: Final = 500
UNFINISHED: Final = ("draft", "planned", "running", "paused")


@dataclass(frozen=True, slots=True)
class Kept:
    """A picture as it is handed out."""

    kind: str
    body: bytes


def keep(tx: Connection, body: bytes, kind: str, now: datetime, small: bytes | None = None) -> str:
    """Keep a picture that is ready to be shown (``image/png`` or ``image/jpeg``); gives its unguessable id."""
    picture = secrets.token_hex(16)
    smaller = drawing.small_of(body, kind) if small is None else small
    tx.execute(insert(pictures).values(id=picture, kind=kind, body=body, small=smaller, made_at=now))
    return picture


def find(tx: Connection, picture: str, *, small: bool = False) -> Kept | None:
    """Which picture, or the small one beside it, has this id?"""
    column = pictures.c.small if small else pictures.c.body
    row = tx.execute(select(pictures.c.kind, column).where(pictures.c.id == picture)).one_or_none()
    return Kept(row[0], row[1]) if row else None


def path_of(tx: Connection, picture: str) -> str:
    """Under which path (:attr:`domain.messages.Message.picture`) is this picture shown; empty if it is gone?"""
    kind = tx.execute(select(pictures.c.kind).where(pictures.c.id == picture)).scalar_one_or_none()
    return drawing.path(picture, kind) if kind else ""


def forget(tx: Connection, picture: str) -> None:
    """Remove a picture that nobody wants after all."""
    tx.execute(delete(pictures).where(pictures.c.id == picture))


def forget_old(tx: Connection, before: datetime) -> int:
    """Remove pictures made before then that no letter and no broadcast still has to show; gives how many."""
    says = cast(outbox.c.messages, Text).contains(pictures.c.id)
    planned = cast(broadcasts.c.contents, Text).contains(pictures.c.id) & broadcasts.c.state.in_(UNFINISHED)
    wanted = or_(*(exists().where(worded, says) for worded in (WAITS, STUCK)), exists().where(planned))
    old = select(pictures.c.id).where(pictures.c.made_at < before, ~wanted).limit(MOST_AT_ONCE)
    return tx.execute(delete(pictures).where(pictures.c.id.in_(old.scalar_subquery()))).rowcount
