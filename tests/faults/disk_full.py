"""The disk under SQLite's file is full: webhooks get 5xx, nothing breaks, and with room again work goes on."""

from __future__ import annotations

import asyncio
import contextlib
import os
import resource
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.faults.stage import Stage

DISK_MEGABYTES: Final = 24
FULL_SECONDS: Final = 15.0
STRANGERS: Final = 300


@contextmanager
def small_disk(folder: Path) -> Iterator[None]:
    """Make the folder a small disk of its own, where we may; elsewhere a process's files are kept from growing."""
    words = ["mount", "-t", "tmpfs", "-o", f"size={DISK_MEGABYTES}m", "handup-faults", str(folder)]
    with contextlib.suppress(OSError):
        subprocess.run(words, check=False, capture_output=True)
    try:
        yield
    finally:
        if folder.is_mount():
            subprocess.run(["umount", "-l", str(folder)], check=True)


async def happen(stage: Stage, *, long: bool) -> None:
    """Fill the disk in the middle of the talk, until webhooks are refused; then make room."""
    await stage.reached(0.3)
    with full(stage):
        stage.unknown += stage.on_the_way()
        await let_strangers_come(stage)
        await asyncio.sleep(FULL_SECONDS if long else 1.0)
        stage.unknown += stage.on_the_way()
    stage.struck += stage.refused


async def let_strangers_come(stage: Stage) -> None:
    """Let others come until one is refused: the crowd waits for its answers, and may say nothing."""
    for number in range(STRANGERS):
        if stage.refused:
            return
        await stage.here.simulator.add_phone(f"Stranger {number}", "line").open()
        await asyncio.sleep(0.1)
    stage.wrong.append("no webhook was answered 5xx")


@contextmanager
def full(stage: Stage) -> Iterator[None]:
    """Within the block nothing more can be written."""
    disk = stage.folder / "disk"
    with filled(disk / "everything-else") if disk.is_mount() else limited(stage, disk):
        yield


@contextmanager
def filled(file: Path) -> Iterator[None]:
    """Fill the disk to the last byte."""
    with file.open("wb", buffering=0) as everything:
        for size in (1 << 16, 1 << 10, 1):
            with contextlib.suppress(OSError):
                while everything.write(bytes(size)):
                    pass
    try:
        yield
    finally:
        file.unlink()


@contextmanager
def limited(stage: Stage, disk: Path) -> Iterator[None]:
    """Let no file of the process grow beyond the smallest of the database's."""
    assert stage.process.running is not None
    pid = stage.process.running.pid
    _, most = resource.prlimit(pid, resource.RLIMIT_FSIZE)
    smallest = min(os.path.getsize(file) for file in disk.glob("*.sqlite-wal"))  # noqa: PTH202
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (min(smallest, 1 << 16), most))
    try:
        yield
    finally:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (most, most))
