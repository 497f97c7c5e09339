"""Says in plain words what is missing or wrong: settings, database, credentials, webhooks, quota."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping

import aiohttp
from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from bot import doctor_platforms, late_sweeps
from bot.assemble import make_channels
from bot.channels import CredentialsRefused
from bot.clock import Clock
from bot.config import Config, WrongSetting, read_config
from bot.doctor_database import disk_finding, waiting_findings
from bot.finding import Finding
from bot.letters import signing_state
from bot.menus import rich_menus
from bot.menus.syncing import is_there
from bot.sweeping import RHYTHMS
from domain.signing import read_keys
from storage import letters, sweep_runs
from storage.database import make_engine
from storage.migrations import newest, version_of
from storage.rich_menus import Made, made
from texts import all_texts


async def examine(environment: Mapping[str, str]) -> int:
    """Print every finding; gives 0 when all is well and 1 otherwise."""
    try:
        config = read_config(environment)
    except WrongSetting as problem:
        print(f"✗ Settings: {problem}")  # noqa: T201 (the doctor speaks)
        return 1
    code = 0
    async for finding in findings(config):
        print(f"{'✓' if finding.well else '✗'} {finding.words}")  # noqa: T201 (as above)
        code = code if finding.well else 1
    return code


async def findings(config: Config) -> AsyncIterator[Finding]:
    """Look at one thing after the other."""
    yield Finding(True, "Settings: every value can be used.")
    for finding in await asyncio.to_thread(database_findings, config):
        yield finding
    if not (config.has_line or config.has_telegram):
        yield Finding(False, "Platforms: neither LINE nor Telegram is set up (see the README). Try: handup demo")
    if config.has_telegram and not config.telegram_webhook_secret:
        problem = "telegram: without TELEGRAM_WEBHOOK_SECRET its webhooks are refused; only handup serve --poll works."
        yield Finding(False, problem)
    for channel in make_channels(config).values():
        async for finding in doctor_platforms.findings(channel, config):
            yield finding
    if config.has_line:
        for finding in await rich_menu_findings(config):
            yield finding
    yield await public_finding(config)


def database_findings(config: Config) -> list[Finding]:
    """Can the database be used, has it our version, does anything wait for a human?"""
    engine = make_engine(config.database_url)
    try:
        with engine.connect() as tx:
            version = version_of(tx)
            found = [Finding(True, f"Database: answers ({engine.dialect.name}).")]
            if version != newest():
                problem = f"Database: version {version or 'none'}, this program needs {newest()}. Run: handup migrate"
                return [*found, Finding(False, problem)]
            found.append(Finding(True, f"Database: version {version}."))
            room = disk_finding(config.database_url)
            found += [room] if room else []
            return [*found, *waiting_findings(tx), *sweep_findings(tx), letter_finding(tx, config)]
    except Exception as error:
        return [Finding(False, f"Database: does not answer ({type(error).__name__}). Check DATABASE_URL.")]
    finally:
        engine.dispose()


def sweep_findings(tx: Connection) -> list[Finding]:
    """Does what runs by itself run?"""
    runs = sweep_runs.of_all(tx)
    problems = late_sweeps.problems(runs, RHYTHMS, Clock().now())
    if problems:
        return [Finding(False, f"Sweeps: {problem}") for problem in problems]
    return [Finding(True, f"Sweeps: {late_sweeps.in_words(runs, RHYTHMS)}")]


def letter_finding(tx: Connection, config: Config) -> Finding:
    """Can letters be signed, and those that were be checked?"""
    keys = read_keys(config.letter_keys)
    if problem := signing_state.problem(keys, letters.keys_in_use(tx)):
        return Finding(False, f"Letters: {problem}")
    return Finding(True, f"Letters: {signing_state.in_words(keys)}")


async def rich_menu_findings(config: Config) -> list[Finding]:
    """Does LINE show the menus that this program would make? Who is away was named already."""
    line = make_channels(config)["line"]
    await line.open()
    try:
        known = await asyncio.to_thread(menus_made, config)
        at_line = await line.menus.all()  # type: ignore[attr-defined]
    except (SQLAlchemyError, CredentialsRefused, OSError):
        return []
    finally:
        await line.close()
    return [rich_menu_finding(known, at_line)]


def rich_menu_finding(known: Mapping[str, Made], at_line: Mapping[str, str]) -> Finding:
    """What there is to say of the menus that we noted and those that LINE has?"""
    if not known:
        return Finding(True, "Rich menus: none made yet. To have them: handup rich-menu sync")
    missing = [menu.name for menu in rich_menus(all_texts()) if not is_there(menu, known, at_line)]
    if missing:
        return Finding(False, f"Rich menus: {', '.join(missing)} must be made anew. Run: handup rich-menu sync")
    return Finding(True, f"Rich menus: all {len(known)} are as they should be.")


def menus_made(config: Config) -> dict[str, Made]:
    """Which menus did we make?"""
    engine = make_engine(config.database_url)
    try:
        with engine.connect() as tx:
            return made(tx)
    finally:
        engine.dispose()


async def public_finding(config: Config) -> Finding:
    """Can the world reach our webhooks?"""
    if not config.public_url:
        words = "PUBLIC_URL is not set, so nobody outside can be asked, and pictures are left out (fine with --poll)."
        return Finding(True, f"Webhooks: {words}")
    try:
        timeout = aiohttp.ClientTimeout(total=10)
        async with (
            aiohttp.ClientSession(timeout=timeout) as session,
            session.get(f"{config.public_url}/live") as answer,
        ):
            well = answer.status == 200
            return Finding(well, f"Webhooks: {config.public_url}/live answers {answer.status}.")
    except (aiohttp.ClientError, OSError) as error:
        problem = f"Webhooks: {config.public_url} cannot be reached ({type(error).__name__}). Is handup serve running?"
        return Finding(False, problem)
