"""``handup import sessions``: plans, moves, changes and calls off sessions from a file, all of it or nothing."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine

from bot.clock import Clock
from bot.config import read_config
from bot.import_words import about, told
from domain.project_file import Problem, Row
from domain.project_file.reading import BANGKOK, SAID
from domain.project_file.session_rows import There, Wanted, check
from domain.work import Session
from storage import answers, planning, processes, projects, session_news, sessions, waiting
from storage.database import make_engine
from storage.planning import Refusal
from storage.session_news import News
from texts import all_texts, dates

Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives this type no other name
NOT_ENDED = ("draft", "published", "paused")


class Overtaken(RuntimeError):
    """A session has begun, or was called off, between reading the file and writing it down."""


def add_arguments(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add ``sessions`` to what can be imported."""
    file = commands.add_parser("sessions", help="plan, move, change and call off sessions of projects, all or none")
    file.add_argument("file", type=Path, help="a spreadsheet (.xlsx), a table (.csv) or YAML (.yaml)")
    file.add_argument("--dry-run", action="store_true", help="only say what is there and what is wrong")
    file.add_argument("--without-telling", action="store_true", help="people see it in the chat and are reminded")
    file.add_argument("--language", choices=("th", "en"), default="en", help="of what is said (en)")
    file.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Import a file, or only check it; 1 if anything is wrong with it, 2 if it cannot be opened."""
    from bot.project_files import NotAFile, session_rows_of  # noqa: PLC0415 (no other command opens spreadsheets)

    say = partial(all_texts().say, arguments.language)
    try:
        rows, problems = session_rows_of(arguments.file)
    except NotAFile as problem:
        print(say(f"import_projects.file-{problem}", file=arguments.file.name), file=sys.stderr)  # noqa: T201
        return 2
    engine = make_engine(read_config(os.environ).database_url)
    try:
        lines, wrong = take(engine, arguments, rows, problems)
    finally:
        engine.dispose()
    for line in lines:
        print(line, file=sys.stderr if wrong else sys.stdout)
    return 1 if wrong else 0


def take(
    engine: Engine, arguments: argparse.Namespace, rows: Sequence[Row], problems: Sequence[Problem]
) -> tuple[list[str], bool]:
    """Read and, unless something is wrong or it is only a try, write down what the file wants; gives what to say."""
    now = Clock().now()
    with engine.begin() as tx:
        found = there(tx)
        wanted, wrong = check(rows, about(tx), found)
        if wrong or problems:
            return refused(arguments, [*problems, *wrong]), True
        lines = [line(arguments.language, each, found) for each in wanted]
        reached = 0
        if not arguments.dry_run:
            news = [each for one in wanted for each in do(tx, one, now)]
            reached = 0 if arguments.without_telling else session_news.tell(tx, news, now)
            processes.call(tx, [waiting.INBOX])
    end = "sessions_checked" if arguments.dry_run else "sessions_taken"
    changes = sum(not each.is_idle for each in wanted)
    return [*lines, all_texts().say(arguments.language, f"import_projects.{end}", count=changes, told=reached)], False


def there(tx: Connection) -> There:
    """The projects that have not ended, and their sessions."""
    titles = {each.id: each.title for each in projects.in_states(tx, NOT_ENDED)}
    found = {each.id: each for project in titles for each in sessions.all_of_project(tx, project)}
    return There(titles, found, {each: len(answers.coming(tx, each)) for each in found})


# ---------------------------------------------------------------- doing it


def do(tx: Connection, wanted: Wanted, now: datetime) -> Iterator[News]:
    """Do what one row wants; gives what people are to hear."""
    for done in acts(tx, wanted, now):
        if isinstance(done, Refusal):
            raise Overtaken(done)
        yield from [done] if isinstance(done, News) else done


def acts(tx: Connection, wanted: Wanted, now: datetime) -> Iterator[News | list[News] | Refusal]:
    """Each step of what one row wants."""
    facts = {"where_held" if name == "where" else name: value for name, value in (wanted.facts or {}).items()}
    if wanted.session is None:
        where = facts.pop("where_held")
        times = [wanted.times] if wanted.times else []
        yield planning.plan(tx, wanted.project, wanted.kind, times, where, None, now, **facts)
    elif wanted.cancel:
        yield planning.cancel(tx, wanted.session, None, now, wanted.reason)
    else:
        if facts:
            made = planning.change(tx, wanted.session, None, now, **facts)
            yield [] if wanted.times and not isinstance(made, Refusal) else made
        if wanted.times:
            yield planning.move(tx, wanted.session, *wanted.times, None, now, wanted.reason)


# ---------------------------------------------------------------- in words


def refused(arguments: argparse.Namespace, wrong: Sequence[Problem]) -> list[str]:
    """Every problem with its place."""
    say = partial(all_texts().say, arguments.language)
    lines = [say("import_projects.problem", **told(arguments.language, each)) for each in wrong]
    return [*lines, say("import_projects.nothing_taken", count=len(wrong), file=arguments.file.name)]


def line(language: str, wanted: Wanted, found: There) -> str:
    """One row in words: which session, and what becomes of it."""
    say = partial(all_texts().say, language)
    before = found.sessions.get(wanted.session or "")
    starts, ends = wanted.times or (before.starts_at, before.ends_at)  # type: ignore[union-attr]  # a new one has times
    return say(
        "import_projects.session",
        project=found.projects[wanted.project],
        what=what_of(wanted),
        kind=say(f"showing.kind-{wanted.kind}"),
        time=dates.span(language, starts.astimezone(BANGKOK), ends.astimezone(BANGKOK)),
    )


def what_of(wanted: Wanted) -> str:
    """What becomes of a session."""
    if wanted.session is None:
        return "planned"
    if wanted.is_idle:
        return "same"
    return "cancelled" if wanted.cancel else "moved" if wanted.times else "changed"


# ---------------------------------------------------------------- a table to change


def write_ahead(path: Path) -> None:
    """Write a spreadsheet with the sessions ahead, to change and to add to."""
    from bot.project_files import write_rows  # noqa: PLC0415 (as above)

    engine, now = make_engine(read_config(os.environ).database_url), Clock().now()
    try:
        with engine.connect() as tx:
            found = there(tx)
    finally:
        engine.dispose()
    ahead = [each for each in found.sessions.values() if each.state == "planned" and each.starts_at > now]
    write_rows(
        path, [cells(each, found.projects[each.project]) for each in sorted(ahead, key=lambda each: each.starts_at)]
    )


def cells(session: Session, project: str) -> dict[str, Any]:
    """A session as the table has it."""
    starts, ends = session.starts_at.astimezone(BANGKOK), session.ends_at.astimezone(BANGKOK)
    said = {name: getattr(session, name) for name in SAID}
    return {
        "id": session.id,
        "project": project,
        "kind": session.kind,
        "day": starts.date().isoformat(),
        "times": f"{starts:%H:%M}-{ends:%H:%M}",
        "where": session.where,
        **said,
    }
