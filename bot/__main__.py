"""The commands."""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import runpy
import signal
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from sqlalchemy.exc import DBAPIError

from bot import logs
from bot.config import Config, WrongSetting, read_config
from domain.duties import DUTIES

if TYPE_CHECKING:
    from bot.assemble import Bot

AT_ONCE: Final = (["serve"], ["migrate"])
"""What must be there soon does not wait until all that the other commands need is imported."""
LONGEST_STOP: Final = 15.0
"""Seconds after which we end without having finished."""


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; gives the exit code."""
    given = list(sys.argv[1:] if words is None else words)
    arguments = parser(whole=given[:1] not in AT_ONCE).parse_args(given)
    try:
        code: int = arguments.run(arguments)
    except WrongSetting as problem:
        print(f"handup: {problem}", file=sys.stderr)
        return 2
    except DBAPIError as problem:
        kind = type(problem).__name__
        print(f"handup: the database cannot be used ({kind}). Ask: handup doctor", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return code


def parser(*, whole: bool = True) -> argparse.ArgumentParser:
    """The commands and their options; without the ``whole`` only those that need no file of their own."""
    top = argparse.ArgumentParser(
        prog="handup",
        description="HandUp: the LINE and Telegram bot of a pro bono volunteer network.",
        epilog="Settings are environment variables; the README has the table. Begin with: handup demo",
    )
    commands = top.add_subparsers(required=True, metavar="command")
    demo = commands.add_parser("demo", help="live the whole story on this machine, without any account")
    demo.add_argument("--port", type=int, default=8090, help="port of the page with the phones (8090)")
    demo.add_argument("--no-browser", action="store_true", help="do not open the page")
    demo.set_defaults(run=run_demo)
    serve = commands.add_parser("serve", help="run the bot")
    serve.add_argument("--poll", action="store_true", help="fetch Telegram's messages (no public address needed)")
    hurried = "answers do not wait for the platforms' limits (for a simulator that has none)"
    serve.add_argument("--hurried", action="store_true", help=hurried)
    serve.set_defaults(run=run_serve)
    migrate = commands.add_parser("migrate", help="bring the database to this program's version")
    migrate.set_defaults(run=run_migrate)
    staff = commands.add_parser("staff", help="who may run the network").add_subparsers(required=True, metavar="what")
    invite = staff.add_parser("invite", help="print a one-time code; typed into the chat it makes a person staff")
    duty = "what it makes: coordinator, or admin, who also looks after staff and settings (admin while there is none)"
    invite.add_argument("--duty", choices=DUTIES, help=duty)
    invite.set_defaults(run=run_invite)
    doctor = commands.add_parser("doctor", help="say what is missing or wrong, in plain words")
    doctor.set_defaults(run=run_doctor)
    if whole:
        add_commands_with_files(commands)
    return top


def add_commands_with_files(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands that have a file of their own."""
    from bot import (  # noqa: PLC0415 (only the command line needs them)
        backup_command,
        company_report_command,
        erasures_command,
        import_command,
        keys_command,
        read_command,
        report_command,
        rich_menu_command,
        setting_aside_command,
    )

    import_command.add_arguments(commands)
    keys_command.add_arguments(commands)
    read_command.add_arguments(commands)
    company_report_command.add_arguments(report_command.add_arguments(commands))
    rich_menu_command.add_arguments(commands)
    setting_aside_command.add_arguments(commands)
    backup_command.add_arguments(commands)
    erasures_command.add_arguments(commands)


def config() -> Config:
    """The settings from the environment."""
    return read_config(os.environ)


def run_demo(arguments: argparse.Namespace) -> int:
    """Start the simulator with the bot inside; it is never imported by the bot itself."""
    sys.argv = ["handup demo", "--port", str(arguments.port), *(["--no-browser"] if arguments.no_browser else [])]
    runpy.run_module("simulator.demo", run_name="__main__")
    return 0


def run_serve(arguments: argparse.Namespace) -> int:
    """Run the bot until the process is told to stop."""
    gc.disable()  # while everything is loaded; it begins its work in bot.settling
    with asyncio.Runner(loop_factory=quick_loop()) as runner:
        return runner.run(serve_until_told(config(), poll=arguments.poll, hurried=arguments.hurried))


def quick_loop() -> Callable[[], asyncio.AbstractEventLoop]:
    """What makes the event loop: uvloop costs a fifth less for each message; there is none for Windows."""
    try:
        from uvloop import new_event_loop  # noqa: PLC0415 (only who serves)
    except ImportError:
        return asyncio.new_event_loop
    return new_event_loop


def run_migrate(_arguments: argparse.Namespace) -> int:
    """Bring the database to the newest version."""
    from storage.database import make_engine  # noqa: PLC0415 (each command imports what it needs)
    from storage.migrations import migrate  # noqa: PLC0415

    engine = make_engine(config().database_url)
    print(f"The database is at version {migrate(engine)}.")
    engine.dispose()
    return 0


def run_invite(arguments: argparse.Namespace) -> int:
    """Print a code that makes whoever types it staff."""
    from bot.clock import Clock  # noqa: PLC0415
    from storage import staff  # noqa: PLC0415
    from storage.database import make_engine  # noqa: PLC0415

    engine = make_engine(config().database_url)
    with engine.begin() as tx:
        now = Clock().now()
        code = staff.invite(tx, now, arguments.duty)
        invite = staff.find_invite(tx, code, now)
        duty = invite.duty if invite else ""
        staff.record(tx, None, "staff_invited", staff.invite_number(code), now, {"duty": duty})
    engine.dispose()
    print(code)
    print(f"Type it into the chat with the bot within 3 days; it works once and makes you {duty}.", file=sys.stderr)
    return 0


def run_doctor(_arguments: argparse.Namespace) -> int:
    """Check everything that can be checked."""
    from bot.doctor import examine  # noqa: PLC0415

    return asyncio.run(examine(os.environ))


def wrong_version(config: Config) -> str:
    """What is wrong with the database's version; a database that does not answer now may do so later."""
    from sqlalchemy.exc import SQLAlchemyError  # noqa: PLC0415

    from storage.database import make_engine  # noqa: PLC0415
    from storage.migrations import newest, version_of  # noqa: PLC0415

    engine = make_engine(config.database_url)
    try:
        with engine.connect() as connection:
            version = version_of(connection)
    except SQLAlchemyError:
        return ""
    finally:
        engine.dispose()
    if version == newest():
        return ""
    return f"the database has version {version or 'none'}, this program needs {newest()}. Run: handup migrate"


async def serve_until_told(config: Config, *, poll: bool, hurried: bool = False) -> int:
    """Run the bot until the process is told to stop."""
    from bot.assemble import Bot  # noqa: PLC0415 (the other commands start quicker without it)
    from bot.settling import settle  # noqa: PLC0415

    logs.set_up(key=config.mask_key)
    logs.take_over()
    if problem := await asyncio.to_thread(wrong_version, config):
        print(f"handup: {problem}", file=sys.stderr)
        return 2
    bot = Bot(config, hurried=hurried, settle=settle)
    stop = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    await bot.start(poll=poll)
    told, fell = (asyncio.create_task(each.wait()) for each in (stop, bot.workers.fell))
    await asyncio.wait({told, fell}, return_when=asyncio.FIRST_COMPLETED)
    fell.cancel()
    await end(bot)
    return 0 if stop.is_set() and not bot.workers.fallen else 1


async def end(bot: Bot) -> None:
    """Stop the bot; where something hangs, end all the same, so that it is started anew."""
    try:
        await asyncio.wait_for(bot.stop(), LONGEST_STOP)
    except TimeoutError:
        logs.warn("stop_took_too_long")
        sys.stdout.flush()
        os._exit(1)


if __name__ == "__main__":
    sys.exit(main())
