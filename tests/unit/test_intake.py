"""The door of the inbox: what it says is kept is durable, and who answers is woken."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select

from bot.clock import Clock
from bot.intake import Intake
from domain.events import EVENT_IGNORED, MESSAGE_RECEIVED, Arrival
from storage.database import Database
from storage.migrations import migrate
from storage.schema import inbox

NOW = datetime(2026, 11, 23, 3, tzinfo=UTC)


def arrival(key: str, kind: str = MESSAGE_RECEIVED) -> Arrival:
    return Arrival(key, "line:U1", kind, NOW, facts={"text": "hello"})


async def test_everything_is_durable_when_its_webhook_may_be_answered(database_url: str) -> None:
    database, woken = Database(database_url), []
    await asyncio.to_thread(migrate, database.engine)
    intake = Intake(database, Clock(), lambda: woken.append(1))
    await asyncio.gather(*(intake.keep([arrival(f"{number}a"), arrival(f"{number}b")]) for number in range(30)))
    with database.engine.connect() as tx:
        assert tx.execute(select(func.count()).select_from(inbox)).scalar_one() == 60
    assert woken
    await database.close()


async def test_what_the_database_refuses_is_told_to_its_webhook(database_url: str) -> None:
    database, woken = Database(database_url), []  # and there are no tables
    intake = Intake(database, Clock(), lambda: woken.append(1))
    with pytest.raises(Exception, match=r"no such table|does not exist"):
        await intake.keep([arrival("1")])
    assert database.is_sqlite or woken == []  # on SQLite who answers is called beforehand, and finds nothing
    await asyncio.to_thread(migrate, database.engine)
    await intake.keep([arrival("1"), arrival("2", EVENT_IGNORED)])
    with database.engine.connect() as tx:
        states = {key: state for key, state in tx.execute(select(inbox.c.key, inbox.c.state))}  # noqa: C416
    assert states == {"line:1": "waiting", "line:2": "done"}
    await database.close()
