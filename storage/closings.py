"""Closings: entries that stand in a letter or a report are closed; what is wrong in them is adjusted by new entries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy import Connection, insert, select

from storage import ledger
from storage.columns import new_id
from storage.schema import closed_hours, closings, hours
from storage.writing import insert_into


def hold(tx: Connection, entries: Sequence[str]) -> None:
    """Let nobody say anything of these entries until this transaction ends: they are about to be closed."""
    query = select(hours.c.id).where(hours.c.id.in_(list(entries))).order_by(hours.c.id)
    tx.execute(query.with_for_update(key_share=True))


def close(
    tx: Connection,
    kind: str,
    about: str | None,
    entries: Sequence[str],
    now: datetime,
    by: str | None,
    since: date | None = None,
    until: date | None = None,
) -> str:
    """Close these entries, for a letter, project, company or year (``about`` its id); gives the closing's id.

    What no longer stands is left out; who was at which session is noted for good.
    """
    closing = new_id()
    period = {"from_on": since, "until_on": until}
    tx.execute(insert(closings).values(id=closing, kind=kind, about=about, at=now, by=by, **period))
    if standing := still_standing(tx, entries):
        ledger.note_who_came(tx, hours.c.id.in_(standing))
        rows = [{"entry": entry, "closing": closing} for entry in standing]
        tx.execute(insert_into(tx, closed_hours).on_conflict_do_nothing(), rows)
    return closing


def still_standing(tx: Connection, entries: Sequence[str]) -> list[str]:
    """Which of these entries stand, under a lock: nobody checks or corrects them meanwhile?"""
    among = hours.c.id.in_(list(dict.fromkeys(entries)))
    tx.execute(select(hours.c.id).where(among).order_by(hours.c.id).with_for_update(key_share=True)).all()
    return list(tx.execute(select(hours.c.id).where(among, ledger.STANDS).order_by(hours.c.number)).scalars())


def entries_of(tx: Connection, closing: str) -> list[str]:
    """Which entries does this closing hold?"""
    query = select(closed_hours.c.entry).where(closed_hours.c.closing == closing)
    return list(tx.execute(query.order_by(closed_hours.c.entry)).scalars())


def is_closed(tx: Connection, entry: str) -> bool:
    """Does this entry stand in a letter or a report?"""
    return tx.execute(select(closed_hours.c.entry).where(closed_hours.c.entry == entry).limit(1)).first() is not None


@dataclass(frozen=True, slots=True)
class Closing:
    """Entries that were closed together."""

    id: str
    kind: str
    """letter, project, company or year"""
    about: str | None
    since: date | None
    until: date | None
    at: datetime


COLUMNS: Final = (
    closings.c.id,
    closings.c.kind,
    closings.c.about,
    closings.c.from_on,
    closings.c.until_on,
    closings.c.at,
)


def reports(tx: Connection) -> list[Closing]:
    """Which reports were closed, the newest first?"""
    query = select(*COLUMNS).where(closings.c.kind != "letter").order_by(closings.c.at.desc(), closings.c.id)
    return [Closing(*row) for row in tx.execute(query)]
