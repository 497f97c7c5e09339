"""``handup rich-menu sync``: brings LINE's rich menus to what this program draws, and says what it did."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys

from bot.channels import CredentialsRefused
from bot.clock import Clock
from bot.config import Config, WrongSetting, read_config

Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives this type no other name


def add_arguments(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command and its options."""
    top = commands.add_parser("rich-menu", help="the menus at the foot of LINE's chats")
    sync = top.add_subparsers(required=True, metavar="what").add_parser(
        "sync", help="draw the menus and have LINE show them; a second time changes nothing"
    )
    sync.add_argument("--dry-run", action="store_true", help="only say what would be done")
    sync.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Sync, or say in one line why that cannot be done; gives the exit code."""
    config = read_config(os.environ)
    if not config.has_line:
        raise WrongSetting("LINE_CHANNEL_SECRET is missing: rich menus are LINE's. Example: 32 letters and digits")
    return asyncio.run(sync(config, rehearsal=arguments.dry_run))


async def sync(config: Config, *, rehearsal: bool) -> int:
    """Do it, and print each step."""
    from bot.assemble import make_channels  # noqa: PLC0415 (only this command needs them)
    from bot.channels.line_asking import TooOften  # noqa: PLC0415
    from bot.menus.syncing import Syncing  # noqa: PLC0415
    from storage.database import Database  # noqa: PLC0415
    from texts import all_texts  # noqa: PLC0415

    channels, database = make_channels(config), Database(config.database_url)
    await channels["line"].open()
    syncing = Syncing(channels, database, all_texts(), Clock())
    try:
        async for words in syncing.rehearse() if rehearsal else syncing.run():
            print(words)
    except TooOften:
        return problem(
            "LINE takes 100 menus an hour, and that many were made. Try again in an hour: it goes on from here."
        )
    except CredentialsRefused:
        return problem("LINE refuses our token. Ask: handup doctor")
    except OSError as error:
        return problem(f"LINE does not answer ({type(error).__name__}). Try again: it goes on from here.")
    finally:
        await channels["line"].close()
        await database.close()
    return 0


def problem(words: str) -> int:
    """Say what is wrong; gives the exit code."""
    print(f"handup: {words}", file=sys.stderr)
    return 1
