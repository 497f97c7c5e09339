"""A process that has settled down has loaded what it needs, and its collector leaves alone what stays."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SETTLED = """
import gc
from datetime import UTC, datetime
gc.disable()
from bot.settling import settle
settle(datetime(2026, 1, 5, 3, tzinfo=UTC))
print(gc.isenabled(), gc.get_freeze_count() > 10_000, gc.get_threshold()[0] > 700, len(gc.get_objects()) < 1000)
"""


def test_the_collector_begins_when_all_that_stays_is_loaded() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SETTLED],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.split() == ["True"] * 4
