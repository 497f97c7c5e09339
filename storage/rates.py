"""Rates: what a day of work is worth, from when on, and who says so."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Connection, delete, insert, select, text

from domain.value import Plan, Rate, Refusal, problem, rate_on
from storage import settings
from storage.columns import new_id
from storage.schema import rates

COLUMNS = (
    rates.c.skill,
    rates.c.from_on,
    rates.c.baht_a_day,
    rates.c.source,
    rates.c.until_on,
    rates.c.id,
)


def all_of_them(tx: Connection) -> list[Rate]:
    """Which rates are set, the network's first, each kind from the oldest on?"""
    return [Rate(*row) for row in tx.execute(select(*COLUMNS).order_by(rates.c.skill, rates.c.from_on))]


def add(tx: Connection, new: Rate, today: date, now: datetime, by: str | None) -> Refusal | None:
    """Set a rate from a day to come on; or why not. What is over keeps its worth."""
    lock(tx)
    refusal = problem(new, all_of_them(tx), today)
    if refusal is None:
        facts = {"skill": new.skill, "from_on": new.from_on, "until_on": new.until_on, "baht_a_day": new.baht_a_day}
        tx.execute(insert(rates).values(id=new_id(), **facts, source=new.source, set_by=by, at=now))
    return refusal


def take_back(tx: Connection, rate: str, today: date) -> bool:
    """Take back a rate that has not begun; false if it has, or is gone."""
    lock(tx)
    return tx.execute(delete(rates).where(rates.c.id == rate, rates.c.from_on > today)).rowcount == 1


def lock(tx: Connection) -> None:
    """Let nobody else set a rate until this transaction ends; who reads them waits for nothing."""
    if tx.dialect.name == "postgresql":
        tx.execute(text("LOCK TABLE rates IN SHARE ROW EXCLUSIVE MODE"))


def plan(tx: Connection, day: date) -> Plan:
    """What do the forecasts count with: people and days as they are set, and the network's rate of a day?"""
    people, days = (settings.number(tx, name) for name in ("forecast_people", "forecast_days"))
    return Plan(people, days, rate_on(all_of_them(tx), None, day).baht_a_day)
