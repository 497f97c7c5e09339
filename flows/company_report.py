"""Staff see what a company's people gave in a year, as the company may see it, and note what it means to give."""

from __future__ import annotations

from typing import Any, Final

from domain.company_report import CompanyReport, Figures, report
from domain.disclosure import FEWEST
from domain.short_answers import whole_hours
from domain.value_report import year
from flows.engine import NOT_KNOWN, Ask, Audience, Do, End, Flow, Option, Read, Turn, Unclear, Understood
from storage import companies, ledger, staff
from storage.ledger import Wanted
from texts import dates

MOST_HOURS: Final = 1_000_000
MOST_OFFICES: Final = 5
"""So many offices are listed in the chat; the files list all."""


def look(turn: Turn) -> str | None:
    """Whether there is a company to report on."""
    return None if companies.all_of_them(turn.tx) else "none"


def which(turn: Turn) -> list[Option]:
    """The companies."""
    return [Option(each.id, each.name) for each in companies.all_of_them(turn.tx)]


def the_only_one(turn: Turn) -> Any:
    """The company, if there is just one."""
    found = companies.all_of_them(turn.tx)
    return found[0].id if len(found) == 1 else NOT_KNOWN


def check(turn: Turn) -> str | None:
    """Whether the company is there still."""
    return None if companies.find(turn.tx, str(turn.answers["about"])) else "gone"


def name(turn: Turn) -> str:
    """What the company is called."""
    found = companies.find(turn.tx, str(turn.answers["about"]))
    return found.name if found else ""


def this_year(turn: Turn) -> int:
    """The year that was chosen, or this one."""
    return turn.today.year - 1 if turn.answers.get("act") == "last_year" else turn.today.year


def made(turn: Turn, number: int) -> CompanyReport:
    """The company's report of a year."""
    about = str(turn.answers["about"])
    first, last = year(number)
    lines = ledger.lines(turn.tx, Wanted(company=about, since=first, until=last))
    return report(lines, companies.employees(turn.tx, about), companies.pledged(turn.tx, about, number))


def facts(turn: Turn) -> dict[str, Any]:
    """The year in figures, in short."""
    number = this_year(turn)
    found = made(turn, number)
    return {
        "company": name(turn),
        "year": shown_year(turn, number),
        "figures": figures(turn, found),
        "pledged": "none" if found.pledged is None else f"{found.pledged:,}",
        "actual": hours(turn, found.actual),
        "fewest": FEWEST,
    }


def figures(turn: Turn, found: CompanyReport) -> str:
    """What was given, in lines; or that it must not be shown, or that there is nothing."""
    total = found.total
    if total is None:
        return turn.words("company_report.too_few", fewest=FEWEST)
    if not total.people:
        return turn.words("company_report.nothing_yet")
    offices = [office_line(turn, each.key, each.figures) for each in found.offices if each.key and each.figures]
    names = {"named": len(found.named), "withheld": found.names_withheld}
    return "\n".join([turn.words("company_report.sums", **sums(turn, total), **names), *offices[:MOST_OFFICES]])


def sums(turn: Turn, found: Figures) -> dict[str, Any]:
    """People and hours."""
    minutes = {"total": found.minutes, "working": found.working, "own": found.own, "others": found.others}
    return {"people": found.people, **{name: hours(turn, each) for name, each in minutes.items()}}


def office_line(turn: Turn, office: str, found: Figures) -> str:
    """One office in a line."""
    return turn.words(
        "company_report.office_line", office=office, people=found.people, total=hours(turn, found.minutes)
    )


def hours(turn: Turn, minutes: int | None) -> str:
    """So many hours; or that they are not shown."""
    return turn.words("company_report.hidden") if minutes is None else f"{minutes / 60:,.2f}".rstrip("0").rstrip(".")


def shown_year(turn: Turn, number: int) -> str:
    """A year as it is written."""
    return str(number + dates.BUDDHIST_ERA if turn.chat.language == "th" else number)


def read_hours(text: str, _turn: Turn) -> Read:
    """A number of hours."""
    number = whole_hours(text)
    return Understood(number) if number and number <= MOST_HOURS else Unclear()


def pledge(turn: Turn) -> str | None:
    """Write down what the company means to give this year."""
    if check(turn):
        return "gone"
    about, wanted, number = str(turn.answers["about"]), int(turn.answers["hours"]), turn.today.year
    companies.pledge(turn.tx, about, number, wanted, turn.person.id, turn.now)
    staff.record(turn.tx, turn.person.id, "company_pledged", about, turn.now, {"year": number, "hours": wanted})
    return None


def pledged(turn: Turn) -> dict[str, Any]:
    """What is noted now."""
    return {**facts(turn), "hours": f"{int(turn.answers['hours']):,}"}


COMPANY_REPORT: Final = Flow(
    "company_report",
    Do("look", look, exits={"none": "none"}),
    Ask("about", which, known=the_only_one),
    Do("check", check, exits={"gone": "gone"}),
    Ask(
        "act",
        ("pledge", "last_year", "enough"),
        values=facts,
        exits={"last_year": "last_year", "enough": "enough"},
    ),
    Ask("hours", read=read_hours, values=facts),
    Do("save", pledge, exits={"gone": "gone"}, final=True),
    End("pledged", values=pledged, offers=("company_report", "companies")),
    End("last_year", values=facts, offers=("company_report", "companies")),
    End("enough", offers=("companies", "staff_menu")),
    End("gone", offers=("companies", "staff_menu")),
    End("none", offers=("companies", "staff_menu")),
    audience=Audience.STAFF,
)
