"""Whatever happens, in whatever order: no reminder is ever wrong or said twice, and in the end none is missing.

``HANDUP_REMINDER_EXAMPLES`` and ``HANDUP_REMINDER_STEPS`` let it run for longer.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import initialize, invariant, run_state_machine_as_test
from sqlalchemy import Engine, event

from storage import sessions
from tests.reminders import truth
from tests.reminders.awkward_moments import AwkwardMoments
from tests.reminders.story import minutes_ahead, nights

STILL_PUT_OFF = timedelta(minutes=65)
"""So long after trouble a letter may wait for its next attempt."""
EXAMPLES = {"sqlite": 40, "postgresql": 10}
STEPS = 40


class Reminding(AwkwardMoments):
    """Everything that can happen around sessions, and what has to be so whatever did."""

    @initialize(
        nights=st.lists(nights, min_size=3, max_size=3),
        ahead=st.lists(minutes_ahead, min_size=3, max_size=3),
        said=st.lists(st.sampled_from(["yes", "yes", "maybe", None]), min_size=9, max_size=9),
    )
    def begin(self, nights: list[tuple[str, str]], ahead: list[int], said: list[str | None]) -> None:
        self.gather(nights)
        for minutes in ahead:
            self.plan(minutes, 0, "team", None, [None] * 4)
        for number, each in enumerate(said):
            if each:
                self.answer(number // 3, number % 3, each)

    @invariant()
    def count(self) -> None:
        self.told["steps"] += 1

    def teardown(self) -> None:
        try:
            if self.sessions and sys.exc_info()[0] is None:
                self.everybody_is_reminded()
        finally:
            self.network.pool.shutdown()
            self.told.update(lead for _, _, lead, _ in self.network.arrived)
            self.told["in doubt"] += len(self.network.excused - set(self.network.arrived))

    def everybody_is_reminded(self) -> None:
        """From now on all is in order: who is to be reminded is, unless nobody can know whether they were already."""
        self.network.live(self.now)
        since, asked = self.now, [(each, who) for each in self.sessions for who in self.people]
        due = {pair: self.do(lambda tx, pair=pair: truth.wanted(tx, *pair, since)) for pair in asked}  # type: ignore[misc]
        last = max(self.do(lambda tx, each=each: sessions.find(tx, each)).ends_at for each in self.sessions)  # type: ignore[misc]
        self.network.live(max(last, since) + timedelta(days=2))
        for (session, person), leads in due.items():
            for lead, by in leads.items():
                self.told["due in the end"] += 1
                late = max(by, since + STILL_PUT_OFF)
                assert self.had(session, person, lead, late), f"never said: {lead} of {session} to {person}"

    def had(self, session: str, person: str, lead: str, by: datetime) -> bool:
        """Whether somebody had a reminder of a session by then, or one that comes after it."""
        found = self.do(lambda tx: sessions.find(tx, session))
        same = truth.BEFORE[truth.BEFORE.index(lead) :] if lead in truth.BEFORE else (lead,)
        keys = [(session, person, each, found.starts_at) for each in same]
        spared = self.do(lambda tx: truth.spared(tx, session, person))
        arrived = any(self.network.arrived.get(key, truth.NEVER) <= by for key in keys)
        return arrived or any(key in self.network.excused or key[2] in spared for key in keys)


def test_no_reminder_is_ever_wrong(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, tell_figure: Callable[[str], None]
) -> None:
    monkeypatch.setattr("domain.reminders.LATEST_LOOK", timedelta(days=30))
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA synchronous=OFF"))
    machine = type("Machine", (Reminding,), {"engine": engine, "told": (told := Counter[str]())})
    examples = int(os.environ.get("HANDUP_REMINDER_EXAMPLES", EXAMPLES[engine.dialect.name]))
    steps = int(os.environ.get("HANDUP_REMINDER_STEPS", STEPS))
    profile = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
        print_blob=True,
    )
    run_state_machine_as_test(machine, settings=profile)
    steps, said = told.pop("steps"), ", ".join(f"{count:,} {name}" for name, count in sorted(told.items()))
    tell_figure(f"reminders hold on {engine.dialect.name}: {steps:,} steps in {examples} stories; {said}")
