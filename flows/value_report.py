"""Staff see what a year of volunteering is worth: forecast and fact apart, in short and as a picture."""

from __future__ import annotations

from typing import Any, Final

from domain.disclosure import FEWEST
from domain.ledger import GRADES, Line
from domain.messages import Choice
from domain.value_report import KEYS, chosen_lines, common_era, report, year
from domain.work import HOURS_PER_DAY
from flows import charts
from flows.engine import Audience, Do, End, Flow, Turn
from storage import ledger, rates
from storage.ledger import Wanted
from texts import dates

MOST_YEARS: Final = 3
"""So many other years have a button."""


def asked_year(turn: Turn) -> int:
    """The year that a button named, or this one."""
    named = str(turn.answers.get("about", ""))
    number = common_era(int(named)) if named.isdecimal() and len(named) == 4 else turn.today.year
    return number if 1900 < number < 2200 else turn.today.year


def show(turn: Turn) -> None:
    """Show the year's figures, with the picture where it can be fetched."""
    lines, number = ledger.lines(turn.tx, Wanted()), asked_year(turn)
    turn.say(
        turn.words("value_report.figures", **figures(turn, lines, number)),
        [
            *other_years(turn, lines, number),
            *([turn.button("rates")] if turn.is_admin else []),
            turn.button("staff_menu"),
        ],
        lasting=True,
        picture=charts.path(turn, "value", str(number)),
    )


def figures(turn: Turn, lines: list[Line], number: int) -> dict[str, Any]:
    """The forecasts, each grade and the total, how much is verified, and in whose time."""
    plan = rates.plan(turn.tx, year(number)[0])
    found = report(chosen_lines(lines, {"year": str(number)}), "month", plan, (), 0)
    sums = {str(grade): found.grades[grade] for grade in GRADES}
    sums |= {"total": found.total, "working": found.working, "own": found.own}
    baht = {name: f"{each.baht:,}" for name, each in sums.items() if each is not None}
    share = found.verified_share
    return {
        **baht,
        "year": shown_year(turn, number),
        "forecast_a": f"{found.forecasts[0].baht:,}",
        "forecast_b": f"{found.forecasts[1].baht:,}",
        "plan": turn.words("value_report.plan", people=plan.people, days=plan.days, rate=f"{plan.baht_a_day:,}"),
        "people": found.total.people if found.total else 0,
        "share": "" if share is None else turn.words("value_report.share", percent=f"{share * 100:.0f}"),
        "rejected": found.rejected or 0,
        "hours": HOURS_PER_DAY,
        "fewest": FEWEST,
    }


def shown_year(turn: Turn, number: int) -> str:
    """A year as it is written."""
    return str(number + dates.BUDDHIST_ERA if turn.chat.language == "th" else number)


def other_years(turn: Turn, lines: list[Line], number: int) -> list[Choice]:
    """A button for each other year that has hours, the newest first."""
    found = sorted({KEYS["year"](each) for each in lines} - {str(number)}, reverse=True)[:MOST_YEARS]
    return [
        Choice(turn.words("value_report.of_year", year=shown_year(turn, int(each))), f"go:value_report:{each}")
        for each in found
    ]


VALUE_REPORT: Final = Flow(
    "value_report",
    Do("show", show),
    End("shown", quiet=True),
    audience=Audience.STAFF,
)
