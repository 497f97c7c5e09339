"""Two processes that look, answer and write at the very same moments say each reminder once."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier

from sqlalchemy import select

from storage import moves, sessions
from storage.database import make_engine
from storage.schema import outbox
from tests.reminders.network import Network
from tests.storage import some
from tests.storage.some import NOW

HOUR = timedelta(hours=1)
PEOPLE, SESSIONS, ROUNDS = 30, 3, 8


def look_and_answer(address: str, together: Barrier, now: datetime) -> None:
    """A process: again and again it looks who is due what, and answers, at the same moment as the other."""
    network = Network(make_engine(address), now)
    for _ in range(ROUNDS):
        together.wait()
        network.do(network.sweep)
        network.do(network.turns)
    network.engine.dispose()


def test_two_processes_say_each_reminder_once(postgres_engine_url: str) -> None:
    engine = make_engine(postgres_engine_url)
    with engine.begin() as tx:
        project = some.project(tx)
        role = some.role(tx, project, seats=PEOPLE)
        for number in range(PEOPLE):
            moves.write(tx, role, some.reached(tx, channel=("line", "telegram")[number % 2]), "accepted", NOW)
        for number in range(SESSIONS):
            begins = NOW + (20 + number) * HOUR
            sessions.plan(tx, project, "workshop", begins, begins + HOUR, f"ห้อง {number}", now=NOW)
    spawn = get_context("spawn")
    together = spawn.Barrier(2)
    running = [spawn.Process(target=look_and_answer, args=(postgres_engine_url, together, NOW)) for _ in range(2)]
    for each in running:
        each.start()
    for each in running:
        each.join(60)
    assert [each.exitcode for each in running] == [0, 0]
    with engine.connect() as tx:
        rows = tx.execute(select(outbox.c.chat, outbox.c.messages).where(outbox.c.event.is_not(None))).all()
    said = Counter((row.chat, message["body"][-80:]) for row in rows for message in row.messages)
    engine.dispose()
    assert set(said.values()) == {1}
    assert Counter(chat for chat, _ in said) == dict.fromkeys({chat for chat, _ in said}, SESSIONS)
    assert len({chat for chat, _ in said}) == PEOPLE
    assert len([row for row in rows if row.chat.startswith("line:")]) == PEOPLE // 2, "one push each"
