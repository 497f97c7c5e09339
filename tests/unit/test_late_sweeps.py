"""The doctor's look at what runs by itself."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.late_sweeps import in_words, problems
from storage.sweep_runs import Run

NOW = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
RHYTHMS = {"reminders": 20.0, "alarms": 600.0}


def ran(name: str, ago: float) -> Run:
    """A sweep that ran so many seconds ago."""
    began = NOW - timedelta(seconds=ago)
    return Run(name, began, 0.4, 0, began + timedelta(seconds=RHYTHMS[name]), 7, 0, None, None)


def test_before_the_first_serve_nothing_is_wrong() -> None:
    assert problems([], RHYTHMS, NOW) == []
    assert "begin with handup serve" in in_words([], RHYTHMS)


def test_a_sweep_may_be_late_by_three_of_its_rhythms() -> None:
    assert problems([ran("reminders", 60), ran("alarms", 1800)], RHYTHMS, NOW) == []
    assert in_words([ran("reminders", 60), ran("alarms", 1)], RHYTHMS) == "all 2 ran within their rhythm."
    assert in_words([ran("reminders", 60)], RHYTHMS) == "all 1 ran within their rhythm; not yet: alarms."


def test_one_sweep_that_hangs_is_named_with_what_to_do() -> None:
    (problem,) = problems([ran("reminders", 61), ran("alarms", 5)], RHYTHMS, NOW)
    assert problem.startswith("reminders has not run since 2026-11-23 02:58 UTC")
    assert "Restart handup serve" in problem


def test_where_all_are_late_nobody_serves() -> None:
    (problem,) = problems([ran("reminders", 9000), ran("alarms", 9000)], RHYTHMS, NOW)
    assert "Is handup serve running?" in problem


def test_a_sweep_that_fails_is_named_with_its_kind_of_error() -> None:
    failing = replace(ran("alarms", 5), failures=4, failed_at=NOW, error="OperationalError")
    (problem,) = problems([ran("reminders", 5), failing], RHYTHMS, NOW)
    assert problem.startswith("alarms failed 4 times in a row")
    assert "OperationalError" in problem
    assert "sweep_failed" in problem


def test_what_ran_in_the_future_before_the_clock_was_put_back_is_not_late() -> None:
    assert problems([ran("reminders", -5000), ran("alarms", -5000)], RHYTHMS, NOW) == []


def test_a_sweep_of_an_older_version_is_left_out() -> None:
    gone = replace(ran("reminders", 90_000), name="gone")
    assert problems([gone, ran("reminders", 5)], RHYTHMS, NOW) == []
