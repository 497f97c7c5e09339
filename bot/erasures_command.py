"""``handup erasures export``: who was forgotten, without saying who, in a small file that outlives the database."""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from bot.backup_file import written_whole
from bot.clock import Clock
from bot.config import read_config
from storage import erasures
from storage.database import make_engine
from storage.erasures import Register

FORMAT: Final = "handup-erasures"


class NotARegister(Exception):
    """The file is none of ours, or not all of one."""


def add_arguments(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    about = "who was forgotten, so that they stay so whatever backup is brought back"
    verbs = commands.add_parser("erasures", help=about, description=about).add_subparsers(required=True, metavar="what")
    export = verbs.add_parser("export", help="write it into a file: random ids and keyed hashes, nobody's name")
    export.add_argument("file", metavar="FILE", type=Path, help="kept apart from the database and its backups")
    export.set_defaults(run=run_export)


def run_export(arguments: argparse.Namespace) -> int:
    """Write the register into a file."""
    engine, path = make_engine(read_config(os.environ).database_url), arguments.file
    now = Clock().now()
    try:
        with engine.begin() as tx:
            register = erasures.read(tx, now)
        with written_whole(path) as out:
            out.write(written(register).encode())
    except OSError as error:
        print(f"handup: {path} cannot be written ({type(error).__name__}).", file=sys.stderr)
        return 1
    finally:
        engine.dispose()
    print(f"{len(register.people)} people and {len(register.chats)} chats: {path}")
    return 0


def written(register: Register) -> str:
    """The register as the file has it."""
    told: dict[str, Any] = {"format": FORMAT, "key": register.key_id}
    for name, found in (("people", register.people), ("chats", register.chats)):
        told[name] = {each: at.isoformat() for each, at in found.items()}
    return json.dumps(told | {"sha256": sum_of(told)}, indent=1) + "\n"


def sum_of(told: dict[str, Any]) -> str:
    """The checksum of what a file says."""
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def read_file(path: Path) -> Register:
    """The register in a file, without its key; raises :class:`NotARegister`."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        total = told.pop("sha256")
        people, chats = (
            {each: datetime.fromisoformat(at) for each, at in told[name].items()} for name in ("people", "chats")
        )
        key = told["key"]
    except (OSError, ValueError, KeyError, AttributeError, TypeError) as error:
        raise NotARegister(f"{path} cannot be read as a file of erasures ({type(error).__name__})") from None
    if told.get("format") != FORMAT or total != sum_of(told):
        raise NotARegister(f"{path} is no file of erasures, or a broken one")
    return Register("", key, people, chats)
