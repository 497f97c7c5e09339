"""Asks after a week's hours that nobody has logged: in a free chat by itself, elsewhere when the person writes."""

from __future__ import annotations

from datetime import date

from domain.nudges import asked_until, last_day
from domain.push_budget import FREE_CHANNELS
from flows.engine import Turn
from storage import nudges
from texts import dates


def ask(turn: Turn, week: date) -> None:
    """Ask in a free chat while it is time to; in a paid one, or afterwards, it waits in the tray."""
    person = turn.chat.person
    if person is None or not is_missed(turn, person, week):
        return
    until = asked_until(week, dates.local(turn.now, turn.network.timezone))
    if turn.chat.channel not in FREE_CHANNELS or turn.now >= until:
        nudges.note(turn.tx, [person], week, nudges.TRAY, turn.now)
        return
    turn.good_until = until
    say(turn, week)


def is_missed(turn: Turn, person: str, week: date) -> bool:
    """Whether the person was asked, has not said that there is nothing to log, and has logged nothing."""
    asked = nudges.state_of(turn.tx, person, week) == nudges.ASKED
    return asked and nudges.is_wanted(turn.tx, person, week)


def say(turn: Turn, week: date) -> None:
    """Ask after a week's hours, with a way to log them and two ways not to."""
    span = dates.days(turn.chat.language, week, last_day(week))
    buttons = ("log_hours", f"no_hours:{week.isoformat()}", "ask_for_hours")
    turn.say(turn.words("no_hours.asked", week=span), [turn.button(each) for each in buttons], lasting=True)
