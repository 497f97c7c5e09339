"""The documents name what exists: every word of the glossary has its place in the code, every path its file."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest

from flows import FLOWS
from storage.schema import metadata

ROOT = Path(__file__).parents[2]
DOCS = [path for path in sorted(ROOT.glob("*.md")) + sorted((ROOT / "docs").rglob("*.md")) if path.is_file()]
PLACES = ("flows.engine", "flows.engine.talk", "bot", "domain.people", "domain.work", "storage.outbox", "storage.inbox")
STATES = re.compile(r"IN \(([^)]*)\)")


def glossary() -> list[list[str]]:
    """The glossary's rows: English, Thai, meaning, where in the code."""
    lines = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8").splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")][2:]


def exists(name: str) -> bool:
    """Is it a table, a column, a state, a flow, a module, or something in one?"""
    if name in metadata.tables or name in FLOWS.by_name or name in states():
        return True
    if any(name in table.c for table in metadata.sorted_tables):
        return True
    table, _, column = name.partition(".")
    if column and table in metadata.tables and column in metadata.tables[table].c:
        return True
    return any(reaches(f"{place}{name}") for place in ("", "storage.", *(f"{each}." for each in PLACES)))


def states() -> set[str]:
    """Every state that a row may be in."""
    checks = [
        str(check.sqltext)
        for table in metadata.sorted_tables
        for check in table.constraints
        if hasattr(check, "sqltext")
    ]
    return {state.strip(" '") for check in checks for found in STATES.findall(check) for state in found.split(",")}


def reaches(path: str) -> bool:
    """Does this dotted path lead to a module, or to something within one?"""
    parts = path.split(".")
    for end in range(len(parts), 0, -1):
        try:
            found: object = importlib.import_module(".".join(parts[:end]))
        except ImportError:
            continue
        for name in parts[end:]:
            fields = getattr(found, "__dataclass_fields__", {})
            if not hasattr(found, name) and name not in fields:
                return False
            found = getattr(found, name, None)
        return True
    return False


def test_every_word_of_the_glossary_has_thai_beside_english_and_one_meaning() -> None:
    words = [row[0] for row in glossary()]
    assert len(words) > 30
    assert len(set(words)) == len(words)
    assert [row for row in glossary() if not re.search(r"[\u0e00-\u0e7f]", row[1]) or not row[2]] == []


@pytest.mark.parametrize("row", glossary(), ids=lambda row: row[0])
def test_the_glossarys_words_are_where_it_says(row: list[str]) -> None:
    assert [name for name in re.findall(r"`([^`]+)`", row[3]) if not exists(name)] == []


PATH = re.compile(r"`((?:bot|handlers|flows|domain|storage|scheduler|texts|simulator|tests|docs|benchmarks)/[\w./-]+)`")
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#]+)")


@pytest.mark.parametrize("doc", DOCS, ids=lambda doc: str(doc.relative_to(ROOT)))
def test_every_path_and_link_of_a_document_leads_somewhere(doc: Path) -> None:
    text = doc.read_text(encoding="utf-8")
    paths = [ROOT / found for found in PATH.findall(text) if "…" not in found]
    links = [doc.parent / found for found in LINK.findall(text)]
    assert [str(path.relative_to(ROOT)) for path in paths + links if not path.exists()] == []


FORBIDDEN = re.compile(r"(?<![\w.])/(?:home|root|opt|work)/\w+|\bTODO\b|\bFIXME\b|\bissue #?\d", re.IGNORECASE)


def test_no_document_or_source_speaks_of_one_machine_or_of_work_left_undone() -> None:
    rooms = ("bot", "handlers", "flows", "domain", "storage", "scheduler", "texts", "simulator", "benchmarks")
    sources = [path for room in rooms for path in sorted((ROOT / room).rglob("*.py"))]
    odd = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in [*DOCS, *sources]
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if FORBIDDEN.search(line)
    ]
    assert odd == []
