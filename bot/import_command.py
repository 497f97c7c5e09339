"""``handup import projects``: takes projects from a file, all of them or none, and names every cell that is wrong."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine

from bot import import_sessions
from bot.clock import Clock
from bot.config import read_config
from bot.import_words import about, told
from domain.project_file import Checked, NewProject, Problem, check
from domain.project_file.reading import BANGKOK
from storage import projects, sessions, staff
from storage.database import make_engine
from texts import LANGUAGES, all_texts

Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives this type no other name


def add_arguments(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add ``import`` to the commands."""
    what = commands.add_parser("import", help="take projects from a file").add_subparsers(required=True, metavar="what")
    file = what.add_parser("projects", help="take projects with their roles and sessions, all or none, as drafts")
    file.add_argument("file", type=Path, help="a spreadsheet (.xlsx) or YAML (.yaml)")
    file.add_argument("--dry-run", action="store_true", help="only say what is there and what is wrong")
    file.set_defaults(run=run)
    import_sessions.add_arguments(what)
    template = what.add_parser("template", help="write a spreadsheet to fill in")
    template.add_argument("file", type=Path, help="where to, such as projects.xlsx; nothing is overwritten")
    template.add_argument("--sessions", action="store_true", help="one with the sessions ahead, to change and add to")
    template.set_defaults(run=run_template)
    for each in (file, template):
        each.add_argument("--language", choices=LANGUAGES, default="en", help="of what is said (en)")


def run(arguments: argparse.Namespace) -> int:
    """Import a file, or only check it; 1 if anything is wrong with it, 2 if it cannot be opened."""
    from bot.project_files import NotAFile, rows_of  # noqa: PLC0415 (no other command opens spreadsheets)

    say = partial(all_texts().say, arguments.language)
    try:
        rows, problems = rows_of(arguments.file)
    except NotAFile as problem:
        print(say(f"import_projects.file-{problem}", file=arguments.file.name), file=sys.stderr)  # noqa: T201
        return 2
    engine = make_engine(read_config(os.environ).database_url)
    try:
        with engine.connect() as tx:
            found = check(rows, about(tx), projects.names(tx))
        wrong = [*problems, *found.problems]
        if not wrong and not arguments.dry_run:
            write_all(engine, found)
    finally:
        engine.dispose()
    for line in report(arguments, found, wrong):
        print(line, file=sys.stderr if wrong else sys.stdout)
    return 1 if wrong else 0


def run_template(arguments: argparse.Namespace) -> int:
    """Write a spreadsheet to fill in; 2 if there is something already, or it cannot be written."""
    from bot.project_files import write_template  # noqa: PLC0415 (as above)

    say = partial(all_texts().say, arguments.language)
    if arguments.file.exists() or arguments.file.suffix.lower() != ".xlsx":
        why = "exists" if arguments.file.exists() else "no_xlsx"
        print(say(f"import_projects.file-{why}", file=arguments.file.name), file=sys.stderr)  # noqa: T201
        return 2
    if arguments.sessions:
        import_sessions.write_ahead(arguments.file)
    else:
        write_template(arguments.file, Clock().now().astimezone(BANGKOK).date())
    what = "sessions_template" if arguments.sessions else "template"
    print(say(f"import_projects.{what}", file=arguments.file.name))  # noqa: T201
    return 0


def write_all(engine: Engine, found: Checked) -> None:
    """Write everything down in one transaction, as drafts that only staff see."""
    now = Clock().now()
    with engine.begin() as tx:
        for each in found.projects:
            project = write(tx, each)
            staff.record(tx, None, "project_imported", project, now)


def write(tx: Connection, new: NewProject) -> str:
    """Write one project down; gives its id."""
    facts: dict[str, Any] = {"cause": None, **new.facts}
    now = Clock().now()
    project = projects.draft(tx, now=now, **facts)
    for role in new.roles:
        projects.add_role(tx, project, **role)
    for session in new.sessions:
        sessions.plan(tx, project, **session, now=now)
    return project


def report(arguments: argparse.Namespace, found: Checked, wrong: Sequence[Problem]) -> list[str]:
    """What is said in the end: every problem with its place, or every project that was taken."""
    say = partial(all_texts().say, arguments.language)
    if wrong:
        lines = [say("import_projects.problem", **told(arguments.language, each)) for each in wrong]
        return [*lines, say("import_projects.nothing_taken", count=len(wrong), file=arguments.file.name)]
    lines = [
        say(
            "import_projects.project",
            title=each.facts["title"],
            organisation=each.facts["organisation"],
            roles=len(each.roles),
            seats=sum(role["seats"] for role in each.roles),
            sessions=len(each.sessions),
        )
        for each in found.projects
    ]
    end = "checked" if arguments.dry_run else "taken"
    return [*lines, say(f"import_projects.{end}", count=len(found.projects))]
