"""Runs one sweep: what is due goes into its chat's inbox, or was settled in the record; how it went is written down."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from time import perf_counter
from typing import Final

from sqlalchemy import Connection

from domain.alarms import MOST_FAILURES, SWEEP_FAILS
from domain.events import ALARM_RAISED
from scheduler.sweeps import Sweep
from storage import inbox, notices, staff, sweep_runs

RETRY_SECONDS: Final = 5.0
"""So soon is a sweep tried again that failed for the first time."""


def run_sweep(tx: Connection, sweep: Sweep, now: datetime) -> int:
    """Put what is due into inboxes; gives how many things were due."""
    return run(tx, sweep.name, sweep.seconds, lambda tx: settle(tx, sweep, now), now)


def run_in_turn(tx: Connection, sweep: Sweep, now: datetime) -> int:
    """As :func:`run_sweep`, unless another process has just run it, or is at it."""
    return run_sweep(tx, sweep, now) if sweep_runs.take(tx, sweep.name, sweep.seconds, now) else 0


def keep_turn(tx: Connection, name: str, seconds: float, now: datetime) -> bool:
    """Take the turn of what cannot be done in one transaction; says whether it is ours."""
    mine = sweep_runs.take(tx, name, seconds, now)
    if mine:
        sweep_runs.keep(tx, name, now + timedelta(seconds=seconds))
    return mine


def settle(tx: Connection, sweep: Sweep, now: datetime) -> int:
    """Ask the sweep's question and do what follows; gives how many things were due."""
    due = sweep.due(tx, now)
    if isinstance(due, int):
        return due
    inbox.keep(tx, due, now)
    return len(due)


def run(tx: Connection, name: str, seconds: float, work: Callable[[Connection], int], now: datetime) -> int:
    """Do the work, and note in the same transaction that it was done; gives how many things were due."""
    began = perf_counter()
    count = work(tx)
    taken = (perf_counter() - began) * 1000
    sweep_runs.note(tx, name, now, now + timedelta(seconds=seconds), taken, count)
    return count


def note_failure(tx: Connection, name: str, again_in: float, error: str, now: datetime) -> int:
    """Note that a sweep failed, in a transaction of its own; admins hear once of one that goes on failing."""
    failures = sweep_runs.note_failure(tx, name, now, now + timedelta(seconds=again_in), error)
    if failures == MOST_FAILURES:
        for chat in staff.chats_of_admins(tx):
            key = f"{SWEEP_FAILS}:{name}:{now:%Y%m%d%H%M%S}"
            notices.tell(tx, str(chat.person), ALARM_RAISED, key, now, alarms=[[SWEEP_FAILS, name]])
    return failures
