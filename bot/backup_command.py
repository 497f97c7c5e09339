"""``handup backup`` and ``handup restore``: the whole network in one file, for either database."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine

from bot.backup_file import BrokenBackup, Head, Writer, head_of, lines_of, written_whole
from bot.clock import Clock
from bot.config import read_config
from bot.erasures_command import NotARegister, read_file
from storage import copying, erasures, restoring
from storage.copying import CannotKeep
from storage.database import make_engine
from storage.erasures import Register
from storage.migrations import migrate, newest, version_of
from storage.restoring import Counts, SaidSince

MOST_BYTES: Final = 4 * 1024 * 1024
"""So much is written to the database at once, however large its pictures are."""


class Refused(Exception):
    """It is not done, and nothing was changed; the words say why."""


def add_arguments(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the two commands."""
    about = "write the whole network into one file, while the bot runs"
    backup = commands.add_parser("backup", help=about, description=about)
    backup.add_argument("file", metavar="FILE", type=Path, help="such as handup-2026-11-26.backup")
    backup.set_defaults(run=run_backup)
    about = "bring a backup back, into SQLite or PostgreSQL; who was forgotten since is forgotten again"
    restore = commands.add_parser("restore", help=about, description=about)
    restore.add_argument("file", metavar="FILE", type=Path, help="what handup backup wrote")
    restore.add_argument("--replace", action="store_true", help="replace what the database holds now")
    restore.add_argument("--resume", action="store_true", help="send what was unsent, and answer what was unanswered")
    again = "who was forgotten since, as handup erasures export wrote it (may be given several times)"
    restore.add_argument("--erasures", metavar="FILE", type=Path, action="append", default=[], help=again)
    restore.set_defaults(run=run_restore)


# ---------------------------------------------------------------- out


def run_backup(arguments: argparse.Namespace) -> int:
    """Write a backup."""
    path: Path = arguments.file
    try:
        with written_whole(path) as out, copying.snapshot(read_config(os.environ).database_url) as tx:
            count = write(tx, Writer(out))
    except Refused as problem:
        print(f"handup: {problem}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"handup: {path} cannot be written ({type(error).__name__}).", file=sys.stderr)
        return 1
    print(f"{count} rows, {path.stat().st_size} bytes: {path}")
    return 0


def write(tx: Connection, writer: Writer) -> int:
    """Write everything; gives how many rows."""
    version = version_of(tx)
    if version != newest():
        raise Refused(f"the database has version {version or 'none'}, this program needs {newest()}: handup migrate")
    writer.head(version, Clock().now())
    count = 0
    for name, table in copying.TABLES.items():
        writer.line({"table": name, "columns": [column.name for column in table.c]})
        for row in copying.rows_of(tx, table):
            writer.line(row)
            count += 1
    writer.line({"counters": copying.counters(tx)})
    writer.end()
    return count


# ---------------------------------------------------------------- in


def run_restore(arguments: argparse.Namespace) -> int:
    """Bring a backup back."""
    engine = make_engine(read_config(os.environ).database_url)
    try:
        head = checked(arguments.file)
        registers = [read_file(path) for path in arguments.erasures]
        prepare(engine)
        with engine.begin() as tx:
            counts = restore(tx, arguments.file, head, registers, instead=arguments.replace, resume=arguments.resume)
    except (Refused, BrokenBackup, NotARegister, CannotKeep) as problem:
        what = "does not fit into this database: " if isinstance(problem, CannotKeep) else ""
        print(f"handup: nothing was changed: {what}{problem}", file=sys.stderr)
        return 1
    finally:
        engine.dispose()
    print(f"Restored as it was at {head.taken_at:%Y-%m-%d %H:%M} UTC.")
    for name, count in counts.told():
        print(f"  {count} {name}")
    if counts.letters_held or counts.events_set_aside:
        print("What was held or set aside: handup setaside list, retry, drop.")
    return 0


def checked(path: Path) -> Head:
    """Read the whole file before anything is touched; raises :class:`BrokenBackup`, or :class:`Refused`."""
    head: Head | None = None
    columns = 0
    for _, value in lines_of(path):
        if head is None:
            head = head_of(value)
            if head.version != newest():
                problem = f"the backup has version {head.version}, this program {newest()}"
                raise Refused(f"{problem}. Restore it with the program that made it, then: handup migrate")
        elif isinstance(value, list):
            if len(value) != columns:
                raise BrokenBackup("a row is broken")
        else:
            columns = width_of(value)
    if head is None:
        raise BrokenBackup("the file is empty")
    return head


def width_of(value: Any) -> int:
    """How many columns the rows have that follow a table's line; raises :class:`BrokenBackup` for a strange line."""
    if isinstance(value, dict) and "counters" in value:
        return 0
    table = copying.TABLES.get(value.get("table", "")) if isinstance(value, dict) else None
    if table is None or any(name not in table.c for name in value["columns"]):
        raise BrokenBackup("there is a table in it that this program does not know")
    return len(value["columns"])


def prepare(engine: Engine) -> None:
    """See that the database has our tables; raises :class:`Refused` where it has those of another version."""
    with engine.connect() as tx:
        version = version_of(tx)
    if not version:
        migrate(engine)
    elif version != newest():
        raise Refused(f"the database has version {version}, this program needs {newest()}. Run: handup migrate")


def restore(
    tx: Connection, path: Path, head: Head, registers: Iterable[Register], *, instead: bool, resume: bool
) -> Counts:
    """Put the backup in the place of what is there, in one transaction; gives what became of what was under way."""
    now, counts = Clock().now(), Counts()
    if not instead and not copying.is_empty(tx):
        raise Refused("the database is not empty. To replace all that it holds: handup restore FILE --replace")
    here, said = erasures.read(tx, now), restoring.said_since(tx, head.taken_at)
    before = copying.counters(tx)
    copying.clear(tx)
    highest = load(tx, path)
    copying.go_on_counting(tx, {name: max(highest.get(name, 0), number) for name, number in before.items()})
    go_on(tx, said, counts, resume=resume)
    known = erasures.read(tx, now)
    for register in (here, *(with_key(each, here, known) for each in registers)):
        restoring.forget_again(tx, register, known, head.taken_at, now, counts)
        erasures.carry_over(tx, register if register.key == known.key else replace(register, chats={}))
    return counts


def go_on(tx: Connection, said: SaidSince, counts: Counts, *, resume: bool) -> None:
    """Let what was under way rest, or go on."""
    now = Clock().now()
    (restoring.resume if resume else restoring.quiet)(tx, now, counts)
    restoring.note_said(tx, said)


def with_key(register: Register, *others: Register) -> Register:
    """A file's register, with the key that its hashes were made by; else raises :class:`Refused`."""
    for other in others:
        if other.key_id == register.key_id:
            return replace(register, key=other.key)
    raise Refused("the file of erasures is another network's")


def load(tx: Connection, path: Path) -> dict[str, int]:
    """Write every row; gives the counters."""
    highest: dict[str, int] = {}
    table, columns = next(iter(copying.TABLES.values())), [""]
    for head, rows in in_batches(path):
        if rows:
            copying.load(tx, table, columns, rows)
        elif "table" in head:
            table, columns = copying.TABLES[head["table"]], head["columns"]
        elif "counters" in head:
            highest = head["counters"]
    return highest


def in_batches(path: Path) -> Iterator[tuple[dict[str, Any], list[list[Any]]]]:
    """The file's lines: what is no row by itself, rows several at once."""
    rows: list[list[Any]] = []
    size = 0
    for line, value in lines_of(path):
        if rows and (not isinstance(value, list) or size > MOST_BYTES or len(rows) >= copying.ROWS_AT_ONCE):
            yield {}, rows
            rows, size = [], 0
        if isinstance(value, list):
            rows.append(value)
            size += len(line)
        else:
            yield value, []
