"""The file of a backup: compressed lines of JSON, each table's rows after its name, and a checksum at the end."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any, Final

FORMAT: Final = "handup-backup"
EDITION: Final = 1


class BrokenBackup(Exception):
    """The file is no backup, or not all of one."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a backup says of itself."""

    version: str
    """The version of the database that it was made of."""
    taken_at: datetime


@contextmanager
def written_whole(path: Path) -> Iterator[IO[bytes]]:
    """A new file, ours alone to read, that takes its name once it is complete and on the disk; else nothing is left."""
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)  # 0600
    try:
        with os.fdopen(descriptor, "wb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


class Writer:
    """Writes lines and minds their checksum."""

    def __init__(self, out: IO[bytes]) -> None:
        """Begin a backup in an open file."""
        self.packed = gzip.GzipFile(filename="", mode="wb", fileobj=out, mtime=0, compresslevel=6)
        self.sum = hashlib.sha256()
        self.lines = 0

    def head(self, version: str, taken_at: datetime) -> None:
        """Say what this is."""
        told = {"format": FORMAT, "edition": EDITION, "version": version, "taken_at": taken_at.isoformat()}
        self.line(told)

    def line(self, value: Any) -> None:
        """Write one line."""
        line = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        self.sum.update(line)
        self.lines += 1
        self.packed.write(line)

    def end(self) -> None:
        """Write the checksum of all lines."""
        self.line({"end": self.lines, "sha256": self.sum.hexdigest()})
        self.packed.close()


def lines_of(path: Path) -> Iterator[tuple[bytes, Any]]:
    """Each line as it stands and as a value; raises :class:`BrokenBackup` at the first that is odd, and at the end.

    Only whoever has come to the end knows that the file is whole.
    """
    total, count, value = hashlib.sha256(), 0, None
    try:
        with gzip.open(path, "rb") as file:
            for line in file:
                value = json.loads(line)
                if isinstance(value, dict) and "end" in value:
                    break
                total.update(line)
                count += 1
                yield line, value
            rest = file.read(1)
    except (OSError, EOFError, zlib.error, ValueError) as error:
        raise BrokenBackup(f"the file is broken or cut off ({type(error).__name__})") from None
    if rest or value != {"end": count, "sha256": total.hexdigest()}:
        raise BrokenBackup("the file is broken or cut off: its checksum is another")


def head_of(value: Any) -> Head:
    """What the first line says; raises :class:`BrokenBackup`."""
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise BrokenBackup("the file is no backup of HandUp's")
    if value.get("edition") != EDITION:
        raise BrokenBackup("the file was written by another edition of HandUp: use that one to restore it")
    try:
        return Head(str(value["version"]), datetime.fromisoformat(value["taken_at"]))
    except (KeyError, TypeError, ValueError):
        raise BrokenBackup("the file's first line is broken") from None
