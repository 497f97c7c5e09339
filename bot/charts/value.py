"""The value of a year: forecast A beside what is verified, month by month; what nobody has verified yet is lighter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from babel.dates import format_date
from sqlalchemy import Connection

from bot.charts.chart import Wanted
from domain.ledger import GRADES, Grade, Line, add_up, by_grade
from domain.value import Forecast
from domain.value_report import year
from domain.work import HOURS_PER_DAY
from storage import ledger, rates, staff
from storage.ledger import Wanted as Entries
from texts import dates

TEMPLATE: Final = Path(__file__).with_suffix(".typ")
A_YEAR: Final = re.compile(r"(?:19|20|21)[0-9][0-9]")
BESIDE: Final = 6
"""A forecast of more than so many times the best month is cut off, so that the months can be seen."""


def facts(tx: Connection, wanted: Wanted) -> dict[str, Any] | None:
    """What the picture of a year's value shows; nothing to who is not staff (any more)."""
    if staff.duty_of(tx, wanted.person) is None or not A_YEAR.fullmatch(wanted.about):
        return None
    number = int(wanted.about)
    first, last = year(number)
    lines = ledger.lines(tx, Entries(since=first, until=last))
    plan = rates.plan(tx, first).forecasts[0]
    months = [[each for each in lines if each.worked_on.month == month] for month in range(1, 13)]
    top, cut = scale([add_up(each).baht for each in months], plan)
    return {
        "language": wanted.language,
        "title": wanted.words("charts.value", year=shown_year(wanted, number)),
        "about": wanted.words("charts.value_days", hours=HOURS_PER_DAY),
        "bars": [forecast_bar(wanted, plan), *(grade_bar(wanted, lines, grade, plan) for grade in reversed(GRADES))],
        "months": [month_bar(wanted, date(number, index, 1), each, top) for index, each in enumerate(months, 1)],
        "forecast": 1.0 if cut else a_month(plan) / top,
        "cut": cut,
        "by_month": wanted.words("charts.by_month"),
        "note": wanted.words("charts.cut" if cut else "charts.forecast_month", baht=f"{a_month(plan):,.0f}"),
    }


def shown_year(wanted: Wanted, number: int) -> str:
    """A year as it is written."""
    return str(number + dates.BUDDHIST_ERA if wanted.language == "th" else number)


def a_month(plan: Forecast) -> float:
    """A month's part of a forecast, in baht."""
    return plan.baht / plan.months


def scale(months: Sequence[int], plan: Forecast) -> tuple[float, bool]:
    """What the whole height stands for, in baht, and whether the forecast is cut off there."""
    best = max(months)
    cut = best > 0 and a_month(plan) > BESIDE * best
    return max(1.0, best * 1.1 if cut else max(best, a_month(plan)) * 1.1), cut


def forecast_bar(wanted: Wanted, plan: Forecast) -> dict[str, Any]:
    """The forecast, called so: the whole width."""
    words = wanted.words("charts.forecast", people=plan.people, days=plan.days, months=plan.months)
    return {"words": words, "baht": baht(wanted, plan.baht), "share": 1.0, "kind": "forecast"}


def grade_bar(wanted: Wanted, lines: Sequence[Line], grade: Grade, plan: Forecast) -> dict[str, Any]:
    """What was given in a grade, as long as it is beside the forecast."""
    found = by_grade(lines)[grade]
    share = min(1.0, found.baht / plan.baht)
    return {"words": wanted.words(f"charts.{grade}"), "baht": baht(wanted, found.baht), "share": share, "kind": grade}


def month_bar(wanted: Wanted, month: date, lines: Sequence[Line], top: float) -> dict[str, Any]:
    """A month: how high each grade stands, and what is verified in it."""
    sums = by_grade(lines)
    verified = sums[Grade.VERIFIED].baht
    return {
        "name": format_date(month, "LLL", locale=wanted.language),
        "baht": f"{verified:,}" if verified else "",
        "any": bool(add_up(lines).minutes),
        **{str(grade): sums[grade].baht / top for grade in GRADES},
    }


def baht(wanted: Wanted, amount: int) -> str:
    """So many baht."""
    return wanted.words("charts.baht", baht=f"{amount:,}")
