"""Whatever happens, in whatever order: no reminder is ever wrong or said twice, and in the end none is missing.

``HANDUP_REMINDER_EXAMPLES`` and ``HANDUP_REMINDER_STEPS`` let it run for longer.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable
from datetime import timedelta

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import initialize, invariant, run_state_machine_as_test
from sqlalchemy import Engine, event

from tests.reminders.awkward_moments import AwkwardMoments
from tests.reminders.story import minutes_ahead, nights

FOR_LONG = 20 * 1440
"""Minutes: until every session is over, and what follows it."""
EXAMPLES = {"sqlite": 50, "postgresql": 12}
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
            if sys.exc_info()[0] is None:
                self.time_runs_normally(FOR_LONG)
        finally:
            self.network.pool.shutdown()
            self.told.update(lead for _, _, lead, _ in self.network.arrived)
            self.told["in doubt"] += len(self.network.excused - set(self.network.arrived))


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
