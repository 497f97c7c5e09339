"""``python -m bot serve`` on a machine whose clock somebody puts: the file ``HANDUP_HOURS`` says by how many hours."""

from __future__ import annotations

import os
import sys
from datetime import datetime, timedelta
from pathlib import Path

from bot.__main__ import main
from bot.clock import Clock

HOURS = Path(os.environ["HANDUP_HOURS"])
right = Clock.machine


def machine(clock: Clock) -> datetime:
    """What the machine's clock says."""
    return right(clock) + timedelta(hours=float(HOURS.read_text()))


if __name__ == "__main__":
    Clock.machine = machine  # type: ignore[method-assign]
    sys.exit(main(["serve"]))
