"""``handup setaside``: what failed too often or was held, listed without a word of it; tried anew, or dropped."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

from sqlalchemy import Connection

from bot import logs
from bot.clock import Clock
from bot.config import read_config
from storage import setting_aside
from storage.database import make_engine
from storage.setting_aside import Aside

T = TypeVar("T")


def add_arguments(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    about = "events that failed too often, and letters that were held or refused"
    verbs = commands.add_parser("setaside", help=about, description=about).add_subparsers(required=True, metavar="what")
    show = verbs.add_parser("list", help="show ids, kinds, when, why, and chats without their names")
    show.set_defaults(run=run_list)
    again = verbs.add_parser("retry", help="let them be tried anew, in their order")
    again.add_argument("ids", nargs="*", metavar="ID", help="as the list has them: e12, l34")
    again.add_argument("--all", action="store_true", help="all that can be tried anew")
    again.set_defaults(run=run_retry)
    drop = verbs.add_parser("drop", help="close them for good")
    drop.add_argument("ids", nargs="+", metavar="ID", help="as the list has them: e12, l34")
    drop.set_defaults(run=run_drop)


def run_list(_arguments: argparse.Namespace) -> int:
    """Show what waits for a human."""
    found = looked_at(setting_aside.listed)
    for each in found:
        more = "" if each.can_be_retried else "  (its words are gone: it can only be dropped)"
        print(f"{each.id:<8} {each.since:%Y-%m-%d %H:%M} UTC  {each.kind:<20} {logs.mask(each.chat)}  {each.why}{more}")
    print(f"{len(found)} set aside." if found else "Nothing is set aside.", file=sys.stderr)
    return 0


def run_retry(arguments: argparse.Namespace) -> int:
    """Let some be tried anew."""
    if bool(arguments.ids) == arguments.all:
        print("handup: name ids, or say --all. See: handup setaside list", file=sys.stderr)
        return 2

    def retry(tx: Connection) -> int | str:
        found = {each.id: each for each in setting_aside.listed(tx) if each.can_be_retried}
        return done(tx, found, arguments.ids or list(found), setting_aside.retry)

    return told(looked_at(retry), "will be tried anew by handup serve")


def run_drop(arguments: argparse.Namespace) -> int:
    """Close some for good."""

    def drop(tx: Connection) -> int | str:
        return done(tx, {each.id: each for each in setting_aside.listed(tx)}, arguments.ids, setting_aside.drop)

    return told(looked_at(drop), "dropped")


def done(tx: Connection, found: dict[str, Aside], ids: Sequence[str], act: Callable[..., int]) -> int | str:
    """Do it to these, or to none where one of them is not there: then says which."""
    if missing := [each for each in ids if each not in found]:
        return f"nothing was changed, for this cannot be done to {', '.join(missing)}. See: handup setaside list"
    return act(tx, [found[each] for each in dict.fromkeys(ids)], Clock().now())


def told(result: int | str, what: str) -> int:
    """Say what came of it; gives the exit code."""
    if isinstance(result, str):
        print(f"handup: {result}", file=sys.stderr)
        return 1
    print(f"{result} {what}.")
    return 0


def looked_at(work: Callable[[Connection], T]) -> T:
    """Do work in the network's database."""
    config = read_config(os.environ)
    logs.set_up(key=config.mask_key)
    engine = make_engine(config.database_url)
    try:
        with engine.begin() as tx:
            return work(tx)
    finally:
        engine.dispose()
