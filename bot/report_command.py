"""``handup report value``: what volunteering is worth, forecast and fact apart, on the screen and in files."""

from __future__ import annotations

import argparse
import os
import runpy
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection

from bot import report_closing
from bot.clock import Clock
from bot.config import Config, read_config
from bot.report_files import WRITERS
from bot.report_words import Told, screen
from domain.disclosure import FEWEST
from domain.ledger import Line
from domain.value import holding
from domain.value_report import KEYS, chosen_lines, common_era, gives_away, report, year
from flows.engine.matching_words import nearly, plain
from storage import audit, companies, ledger, projects, rates
from storage.database import make_engine
from storage.ledger import Wanted
from texts import LANGUAGES, all_texts
from texts.dates import local

Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives this type no other name
STATES: Final = ("draft", "published", "paused", "closed")
NAMED: Final = ("organisation", "project", "company")
"""What is chosen by name, in the order in which it narrows a report down."""


def add_arguments(commands: Commands[argparse.ArgumentParser]) -> Commands[argparse.ArgumentParser]:
    """Add ``report`` to the commands; gives where other reports are added."""
    what = commands.add_parser("report", help="what was given and what it is worth").add_subparsers(
        required=True, metavar="what"
    )
    value = what.add_parser("value", help="forecasts and facts, hours and baht, each total with its entries")
    value.add_argument("--year", type=int, help="of one year, C.E. or พ.ศ.")
    for name in NAMED:
        value.add_argument(f"--{name}", help=f"of one {name}, by its name")
    value.add_argument("--by", choices=sorted(KEYS), default="project", help="what the table is by (project)")
    value.add_argument("--entries", action="store_true", help="list the entries behind the table too")
    for kind in WRITERS:
        value.add_argument(f"--{kind}", type=Path, metavar="FILE", help=f"also write {kind}; nothing is overwritten")
    value.add_argument("--internal", action="store_true", help="for staff only: names, and sums of fewer than 5 people")
    value.add_argument("--close", action="store_true", help="close the entries of what is over: they change no more")
    value.add_argument("--yes", action="store_true", help="with --close: do it")
    value.add_argument("--demo", action="store_true", help="of the demo's invented network, not of yours")
    value.add_argument("--language", choices=LANGUAGES, default="en", help="of what is said (en)")
    value.set_defaults(run=run)
    return what


class NotThere(LookupError):
    """There is none of that name; the message says which are near."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for, and when."""

    arguments: argparse.Namespace
    config: Config
    now: datetime

    @property
    def today(self) -> date:
        """Today, on the network's calendar."""
        return local(self.now, self.config.timezone).date()

    def say(self, key: str, **values: Any) -> str:
        """Words of the report."""
        return all_texts().say(self.arguments.language, f"report.{key}", **values)


def run(arguments: argparse.Namespace) -> int:
    """Print the report and write its files; 1 if nothing was closed that should be, 2 if it cannot be made."""
    asked = Asked(arguments, read_config(os.environ), Clock().now())
    try:
        files = files_of(asked)
        with database(asked) as tx:
            told = tell(tx, asked)
            closing = report_closing.close(tx, asked, told) if arguments.close else None
    except NotThere as problem:
        print(problem, file=sys.stderr)  # noqa: T201 (a command speaks)
        return 2
    lines = screen(told, entries=arguments.entries)
    for kind, path in files.items():
        WRITERS[kind](told, path)
        lines += ["", asked.say("written", file=path.name)]
    print("\n".join([*lines, *(closing.said if closing else ())]))  # noqa: T201 (as above)
    return 1 if closing and not closing.done else 0


def files_of(asked: Asked) -> dict[str, Path]:
    """The files to write; raises :class:`NotThere` for one that is there already, or whose folder is not."""
    files = {kind: getattr(asked.arguments, kind) for kind in WRITERS if getattr(asked.arguments, kind)}
    for path in files.values():
        if path.exists():
            raise NotThere(asked.say("file_exists", file=path.name))
        if not path.absolute().parent.is_dir():
            raise NotThere(asked.say("no_folder", file=path.name))
    return files


@contextmanager
def database(asked: Asked) -> Iterator[Connection]:
    """A transaction in the network's database, or in one that holds the demo's invented network."""
    with tempfile.TemporaryDirectory(prefix="handup-report-") as folder:
        url = demo(Path(folder)) if asked.arguments.demo else asked.config.database_url
        engine = make_engine(url)
        try:
            with engine.begin() as tx:
                yield tx
        finally:
            engine.dispose()


def demo(folder: Path) -> str:
    """Build the demo's network, which the bot itself never imports; gives the database's address."""
    return str(runpy.run_module("simulator.demo.filled")["fill"](folder))


# ---------------------------------------------------------------- what it is of


def tell(tx: Connection, asked: Asked) -> Told:
    """Make the report that is asked for."""
    arguments = asked.arguments
    chosen = choose(tx, asked)
    every = ledger.lines(tx, Wanted())
    found = chosen_lines(every, chosen)
    fewest = 0 if arguments.internal else FEWEST
    first, last = span(asked, found)
    known = rates.all_of_them(tx)
    plan = rates.plan(tx, first if arguments.year else asked.today)
    withheld = gives_away(every, chosen, fewest)
    made = report(found, arguments.by, plan, holding(known, first, last), fewest, withheld=withheld)
    words = (arguments.language, asked.config.network_name, asked.today, arguments.internal)
    return Told(made, arguments.by, chosen, names(tx, found, chosen), known, *words)


def span(asked: Asked, found: Sequence[Line]) -> tuple[date, date]:
    """The first and the last day of the report."""
    if asked.arguments.year:
        return year(common_era(asked.arguments.year))
    days = [each.worked_on for each in found]
    return min([*days, asked.today]), max([*days, asked.today])


def choose(tx: Connection, asked: Asked) -> dict[str, str]:
    """What the report is of, by keys of :data:`KEYS`; raises :class:`NotThere` for a name that nobody has."""
    found = {}
    if asked.arguments.year:
        number = common_era(asked.arguments.year)
        if not 1900 < number < 2200:
            raise NotThere(asked.say("no_year", year=str(asked.arguments.year)))
        found["year"] = str(number)
    known = {"organisation": organisations, "project": titles, "company": company_names}
    for by in NAMED:
        if wanted := getattr(asked.arguments, by):
            found[by] = named(asked, by, wanted, known[by](tx))
    return found


def named(asked: Asked, by: str, wanted: str, known: Mapping[str, str]) -> str:
    """The key of what has this name, or id."""
    same = [key for key, name in known.items() if wanted == key or plain(name) == plain(wanted)]
    if len(same) == 1:
        return same[0]
    likely = same or nearly(wanted, {key: (name,) for key, name in known.items()}) or list(known)[:8]
    listed = "\n".join(f"  {known[key]}" + (f"   ({key})" if key != known[key] else "") for key in likely)
    why = "several" if same else "unknown"
    raise NotThere(asked.say(f"{why}-{by}", name=wanted, listed=listed or "  –"))


def titles(tx: Connection) -> dict[str, str]:
    """What is every project called?"""
    return {each.id: each.title for each in projects.in_states(tx, STATES)}


def organisations(tx: Connection) -> dict[str, str]:
    """Which organisations are there?"""
    return {each.organisation: each.organisation for each in projects.in_states(tx, STATES)}


def company_names(tx: Connection) -> dict[str, str]:
    """What is every company called?"""
    return {each.id: each.name for each in companies.all_of_them(tx)}


def names(tx: Connection, found: Sequence[Line], chosen: Mapping[str, str]) -> dict[str, str]:
    """What the projects, companies and people of these lines are called."""
    ids = {key for each in found for key in (each.person, each.project, each.company) if key}
    return audit.titles(tx, sorted(ids | set(chosen.values())))
