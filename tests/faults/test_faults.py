"""A short run of ``make faults``: several faults at once, on each database, and every promise is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.run import FAULTS, SOME, go_through, prepared
from tests.faults.verdict import HEADER

AT_ONCE = ("killed", "500 after it was done", "200 with an odd body", "429 with a time to wait", "webhooks repeated")


@pytest.mark.parametrize("database", ["sqlite", "postgres"])
async def test_whatever_goes_wrong_every_promise_is_kept(
    database: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    troubles = [trouble for trouble in FAULTS if trouble.name.startswith(AT_ONCE)]
    address = None if database == "sqlite" else str(request.getfixturevalue("postgres_url"))
    async with prepared(troubles[0], tmp_path, address) as found:
        found.gather_crowd(SOME)
        verdict = await go_through(troubles, found, long=False)
    print(f"\n{HEADER}\n{verdict.row()}")
    assert len(troubles) == len(AT_ONCE)
    assert verdict.kept, verdict.row()
