"""Who imports whom: the simulator is nobody's but the tests', and what can do harm lives in one place."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("bot", "handlers", "flows", "domain", "storage", "scheduler", "texts")


def files(*rooms: str) -> list[Path]:
    return [path for room in rooms for path in sorted((ROOT / room).rglob("*.py"))]


def imported(path: Path) -> Iterator[str]:
    """The modules that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def who_imports(module: str, *rooms: str) -> set[str]:
    return {
        str(path.relative_to(ROOT))
        for path in files(*rooms)
        if any(name == module or name.startswith(f"{module}.") for name in imported(path))
    }


def test_the_simulator_is_imported_by_nothing_that_runs_in_production() -> None:
    assert who_imports("simulator", *ROOMS) == set()


@pytest.mark.parametrize(
    ("library", "homes"),
    [
        ("linebot", {"bot/channels/line"}),
        ("telegram", {"bot/channels/telegram"}),
        ("apscheduler", {"scheduler/clock.py"}),
        ("alembic", {"storage/migrations/"}),
    ],
)
def test_a_library_lives_in_one_place(library: str, homes: set[str]) -> None:
    found = who_imports(library, *ROOMS, "simulator")
    assert found
    assert {path for path in found if not path.startswith(tuple(homes))} == set()


def test_only_the_clock_asks_what_time_it_is() -> None:
    asking = re.compile(r"datetime\.now\(|\.utcnow\(|date\.today\(|time\.time\(\)")
    found = {str(path.relative_to(ROOT)) for path in files(*ROOMS) if asking.search(path.read_text(encoding="utf-8"))}
    assert found == {"bot/clock.py"}


def test_nothing_asynchronous_stands_where_turns_are_taken() -> None:
    waiting = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in files("domain", "flows", "handlers", "texts")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.AsyncFunctionDef | ast.Await)
    ]
    assert waiting == []


def test_handlers_and_steps_never_commit_and_never_send() -> None:
    ending = re.compile(r"\.(commit|rollback|begin)\(\)")
    found = [path.name for path in files("flows", "handlers", "storage/inbox.py") if ending.search(path.read_text())]
    assert found == []
