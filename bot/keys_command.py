"""``handup keys new``: prints a new key to sign letters with, and its public half for when it signs no more."""

from __future__ import annotations

import argparse
import sys

from domain.signing import new_key

Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives this type no other name

ADVICE = """\
The first line is secret: put it into LETTER_KEYS before any other key there, with a comma between them.
The second can only check. Once a newer key signs, keep it in LETTER_KEYS instead of the first:
letters that were signed with it then stay true. Without it they would be taken for false ones."""


def add_arguments(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command."""
    top = commands.add_parser("keys", help="the keys that sign letters")
    new = top.add_subparsers(required=True, metavar="what").add_parser(
        "new", help="print a new key for LETTER_KEYS, and the public half of it"
    )
    new.set_defaults(run=run)


def run(_arguments: argparse.Namespace) -> int:
    """Print both, and what to do with them beside; nothing is kept."""
    for key in new_key():
        print(key)  # noqa: T201 (the command speaks)
    print(ADVICE, file=sys.stderr)  # noqa: T201 (as above)
    return 0
