"""Shows roles that a person is told of, with the reasons why each suits; a question that waits goes on waiting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from domain import announcing
from domain.announcing import MOST_CARDS
from domain.push_budget import FREE_CHANNELS
from domain.work import OpenRole
from flows import showing, telling
from flows.engine import Turn
from storage import announcements, people, projects, sign_ups
from storage.announcements import Notice
from storage.volunteers import NOT_NOW_DAYS
from texts.dates import local

# ---------------------------------------------------------------- one role, at once


def show(turn: Turn, role: str) -> None:
    """Show a role that the person is told of, unless it is not for them any more, or they rest: then later."""
    if not turn.welcomed:
        return
    if not (found := those_wanted(turn, [role])):
        return
    later = announcing.awake(turn.person, here(turn))
    if later > turn.now:
        notice = announcements.find(turn.tx, role, turn.person.id) or Notice(role, turn.person.id, turn.now)
        announcements.put_off(turn.tx, [notice], later)
    else:
        say(turn, found)


def here(turn: Turn) -> datetime:
    """The moment on the network's clock."""
    return local(turn.now, turn.network.timezone)


# ---------------------------------------------------------------- what was planned


def say_due(turn: Turn) -> None:
    """Say what is due: one letter with the best roles, as they stand at this moment."""
    if not turn.welcomed:
        return
    taken = announcements.take_due(turn.tx, turn.person.id, turn.now)
    found = those_wanted(turn, [each.role for each in taken])
    notices = {each.role: each for each in taken}
    due = [notices[each.role.id] for each in found]
    later = announcing.awake(turn.person, here(turn))
    if later > turn.now:
        announcements.put_off(turn.tx, due, later)
    elif due and not affordable(turn):
        announcements.into_tray(turn.tx, due)
    else:
        next_time = announcing.told_at(turn.person, here(turn) + timedelta(days=1))
        announcements.put_off(turn.tx, due[MOST_CARDS:], next_time)
        say_together(turn, found[:MOST_CARDS])


def affordable(turn: Turn) -> bool:
    """Whether the month allows a message in this chat."""
    if turn.chat.channel in FREE_CHANNELS:
        return True
    telling.lock(turn)
    return telling.month(turn).spendable != 0


def say_together(turn: Turn, found: Sequence[OpenRole]) -> None:
    """Say several roles in one letter, below a line that says what they are."""
    weekly = turn.person.news == "weekly"
    if len(found) > 1 or (found and weekly):
        turn.say(turn.words("role_news.together", count=len(found), when="weekly" if weekly else "new"))
    say(turn, found)


# ---------------------------------------------------------------- what is wanted


def those_wanted(turn: Turn, roles: Iterable[str]) -> list[OpenRole]:
    """Which of these roles the person should hear of now, the best first; of the others it is as if nobody had told."""
    wanted = {role: projects.find_role(turn.tx, role) for role in roles}
    found = [each for each in wanted.values() if each and is_wanted(turn, each)]
    kept = {each.role.id for each in found}
    announcements.take_back(turn.tx, turn.person.id, [role for role in wanted if role not in kept])
    return sorted(found, key=lambda each: (-showing.suits(turn, each).score, each.role.id))


def is_wanted(turn: Turn, found: OpenRole) -> bool:
    """Whether the person should hear of this role now."""
    if not found.is_open or not found.seats_for(turn.person.company, turn.now):
        return False
    if people.consents_of(turn.tx, turn.person.id).get("role_news") != "yes":
        return False
    state = sign_ups.state_of(turn.tx, found.role.id, turn.person.id)
    if state == "not_now":
        off = sign_ups.put_off(turn.tx, turn.person.id, turn.now - timedelta(days=NOT_NOW_DAYS))
        return found.role.id not in off
    return state is None


def say(turn: Turn, found: Iterable[OpenRole]) -> None:
    """Show each role as a card with the three answers to it."""
    for each in found:
        facts = showing.role_card(turn, each)
        title = turn.words("role_news.card.title", **facts)
        buttons = showing.role_buttons(turn, each.role.id)
        turn.say(turn.words("role_news.card", **facts), buttons, title=title, lasting=True)
