"""``handup report company``: what a company's people gave in a year, on the screen and in files for its own report."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from bot.clock import Clock
from bot.company_report_files import WRITERS
from bot.company_report_words import Told, screen
from bot.config import read_config
from bot.report_command import Asked, Commands, NotThere, company_names, database, files_of, named
from domain.company_report import report
from domain.value_report import common_era, year
from storage import companies, ledger
from storage.companies import Company
from storage.ledger import Wanted
from texts import LANGUAGES

DEAREST: Final = 1_000_000


def add_arguments(what: Commands[argparse.ArgumentParser]) -> None:
    """Add ``company`` to the reports."""
    command = what.add_parser("company", help="what a company's people gave in a year, as the company may see it")
    command.add_argument("company", help="its name, or its code")
    command.add_argument("--year", type=int, required=True, help="C.E. or พ.ศ.")
    command.add_argument("--cost", type=baht, help="what an hour of work costs the company, in baht")
    for kind in WRITERS:
        command.add_argument(f"--{kind}", type=Path, metavar="FILE", help=f"also write {kind}; nothing is overwritten")
    command.add_argument("--demo", action="store_true", help="of the demo's invented network, not of yours")
    command.add_argument("--language", choices=LANGUAGES, default="en", help="of what is said (en)")
    command.set_defaults(run=run)


def baht(text: str) -> int:
    """A whole number of baht that may be what an hour costs."""
    number = int(text.replace(",", ""))
    if not 0 < number <= DEAREST:
        raise ValueError
    return number


def run(arguments: argparse.Namespace) -> int:
    """Print the report and write its files; 2 if it cannot be made."""
    asked = Asked(arguments, read_config(os.environ), Clock().now())
    try:
        files = files_of(asked)
        with database(asked) as tx:
            told = tell(tx, asked)
    except NotThere as problem:
        print(problem, file=sys.stderr)  # noqa: T201 (a command speaks)
        return 2
    lines = screen(told)
    for kind, path in files.items():
        WRITERS[kind](told, path)
        lines += ["", asked.say("written", file=path.name)]
    print("\n".join(lines))  # noqa: T201 (as above)
    return 0


def tell(tx: Connection, asked: Asked) -> Told:
    """Make the report that is asked for."""
    number = common_era(asked.arguments.year)
    if not 1900 < number < 2200:
        raise NotThere(asked.say("no_year", year=str(asked.arguments.year)))
    company = chosen(tx, asked)
    first, last = year(number)
    lines = ledger.lines(tx, Wanted(company=company.id, since=first, until=last))
    made = report(lines, companies.employees(tx, company.id), companies.pledged(tx, company.id, number))
    occasions = companies.occasions(tx, [each.key for each in made.events])
    config = asked.config
    words = (asked.arguments.language, config.network_name, config.timezone, asked.today, asked.arguments.cost)
    return Told(made, company.name, number, occasions, *words)


def chosen(tx: Connection, asked: Asked) -> Company:
    """The company of this code or name; raises :class:`NotThere` where there is none."""
    wanted = asked.arguments.company
    by_code = companies.by_code(tx, wanted)
    found = by_code or companies.find(tx, named(asked, "company", wanted, company_names(tx)))
    if found is None:
        raise NotThere(asked.say("unknown-company", name=wanted, listed="  –"))
    return found
