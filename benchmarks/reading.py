"""How long reading a line takes, and how well the example sets are read: ``python -m benchmarks.reading``."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime
from typing import Final

from domain.reading import read_availability, read_hours, read_skills
from tests.reading.example_sets import NAMES, NOON, lines, score

MEDIAN_LIMIT: Final = 1.0
"""Milliseconds."""
WORST_LIMIT: Final = 5.0
READERS: Final[dict[str, Callable[[str, datetime], object]]] = {
    "hours": read_hours,
    "availability": read_availability,
    "skills": lambda text, _now: read_skills(text),
}
LONG: Final = {
    "5,000 letters": "ก" * 5000,
    "5,000 of hours": ("เมื่อวานทำโลโก้ 2 ชม. ครึ่ง " * 250)[:5000],
    "5,000 of skills": ("ทำบัญชี ยื่นภาษี ออกแบบโลโก้ " * 250)[:5000],
    "5,000 of English": ("I can do accounting and photoshp wrok too " * 150)[:5000],
    "1,000 of hours": ("เมื่อวานทำโลโก้ 2 ชม. ครึ่ง " * 250)[:1000],
    "1,000 of days": ("เสาร์เช้า จันทร์-ศุกร์ หลัง 6 โมง " * 250)[:1000],
}


def main() -> int:
    """Print the times and the scores; 1 if a limit is passed."""
    print(f"first use (words read, patterns made): {_first_use():.0f} ms")
    late = False
    for task, reader in READERS.items():
        times = sorted(_time(reader, text, now) for text, now in lines(task))
        long = {name: _time(reader, text, NOON) for name, text in LONG.items()}
        median, worst, longest = statistics.median(times), times[-1], max(long.values())
        late = late or median > MEDIAN_LIMIT or max(worst, longest) > WORST_LIMIT
        print(f"{task:<12} median {median:.2f} ms, worst {worst:.2f} ms of {len(times)}; long text {longest:.2f} ms")
        for name in NAMES:
            print(f"    {name:<9} {score(task, name)[0]}") if name != "own_held" else None
    return int(late)


def _time(reader: Callable[[str, datetime], object], text: str, now: datetime) -> float:
    """Milliseconds, the best of three runs: what the work costs, not what else the machine does."""
    best = float("inf")
    for _run in range(3):
        before = time.perf_counter()
        reader(text, now)
        best = min(best, time.perf_counter() - before)
    return best * 1000


def _first_use() -> float:
    """Milliseconds from a bare interpreter to the first reading of each kind."""
    code = (
        "import time; t = time.perf_counter(); from datetime import datetime, UTC;"
        "from domain.reading import read_availability, read_hours, read_skills;"
        "n = datetime(2026, 1, 1, tzinfo=UTC); read_hours('2', n), read_availability('2', n), read_skills('2');"
        "print((time.perf_counter() - t) * 1000)"
    )
    return float(subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout)


if __name__ == "__main__":
    sys.exit(main())
