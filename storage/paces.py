"""What is left of the platforms' limits, where several processes share them; counted by the database's own clock."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, bindparam, delete, func, or_, select, update

from storage.schema import paces
from storage.writing import insert_into


@dataclass(slots=True)
class Row:
    """What is left for one thing that a platform limits; whoever locked it may change it."""

    key: str
    tokens: float
    counted_at: datetime
    held_until: datetime | None = None
    gone: list[datetime] = field(default_factory=list)
    """When the last ones went, where that matters."""

    def follow(self, now: datetime) -> None:
        """Count by a clock that was put back: all moments are put back as far."""
        back = self.counted_at - now
        if back > timedelta():
            self.counted_at = now
            self.held_until = self.held_until and self.held_until - back
            self.gone = [each - back for each in self.gone]


def key_of(chat: str) -> str:
    """What a chat is called here: its name stands nowhere."""
    return hashlib.sha256(chat.encode()).hexdigest()[:32]


def lock(tx: Connection, fresh: Iterable[tuple[str, float]]) -> tuple[dict[str, Row], datetime]:
    """What is left of these, and the database's moment? Nobody else changes them before we are done.

    ``fresh`` are the keys, each with the tokens that it has where it was never counted.
    """
    wanted = dict(sorted(fresh))
    found = read(tx, list(wanted))
    missing = [key for key in wanted if key not in found]
    if missing:
        now = moment(tx)
        rows = [{"key": key, "tokens": wanted[key], "counted_at": now, "gone": []} for key in missing]
        tx.execute(insert_into(tx, paces).on_conflict_do_nothing(), rows)
        found = read(tx, list(wanted))
    now = moment(tx)
    for row in found.values():
        row.follow(now)
    return found, now


def read(tx: Connection, keys: list[str]) -> dict[str, Row]:
    """The rows of these keys, locked in their order."""
    columns = (paces.c.key, paces.c.tokens, paces.c.counted_at, paces.c.held_until, paces.c.gone)
    query = select(*columns).where(paces.c.key.in_(keys)).order_by(paces.c.key).with_for_update()
    return {
        row.key: Row(*row[:4], [datetime.fromtimestamp(each, UTC) for each in row.gone]) for row in tx.execute(query)
    }


def moment(tx: Connection) -> datetime:
    """What the database's clock says now."""
    now: datetime = tx.execute(select(func.clock_timestamp())).scalar_one()
    return now.astimezone(UTC)


def save(tx: Connection, rows: Iterable[Row]) -> None:
    """Write down what is left."""
    changed = [
        {
            "b_key": row.key,
            "tokens": row.tokens,
            "counted_at": row.counted_at,
            "held_until": row.held_until,
            "gone": [each.timestamp() for each in row.gone],
        }
        for row in rows
    ]
    if changed:
        tx.execute(SAVE, changed)


SAVE = (
    update(paces)
    .where(paces.c.key == bindparam("b_key"))
    .values(
        {name: bindparam(name, type_=paces.c[name].type) for name in ("tokens", "counted_at", "held_until", "gone")}
    )
)


def hold(tx: Connection, key: str, tokens: float, seconds: float) -> None:
    """Let nothing of this go for so many seconds, whichever process would send it."""
    rows, now = lock(tx, [(key, tokens)])
    until = now + timedelta(seconds=seconds)
    rows[key].held_until = max(rows[key].held_until or until, until)
    save(tx, rows.values())


def forget_old(tx: Connection, before: datetime) -> int:
    """Remove what was counted long ago, and is held no more: it is as if it had never been."""
    over = or_(paces.c.held_until.is_(None), paces.c.held_until < before)
    return tx.execute(delete(paces).where(paces.c.counted_at < before, over)).rowcount
