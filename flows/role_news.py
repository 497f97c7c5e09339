"""Shows a role that staff announced, with the reasons why it suits; a question that waits goes on waiting."""

from __future__ import annotations

from datetime import timedelta

from domain.work import OpenRole
from flows import showing
from flows.engine import Turn
from storage import people, projects, sign_ups
from storage.volunteers import NOT_NOW_DAYS


def show(turn: Turn, role: str) -> None:
    """Show the role, unless it has closed, or the person has answered it or wants no news any more."""
    found = projects.find_role(turn.tx, role)
    if found is None or not wanted(turn, found):
        return
    facts = showing.role_card(turn, found)
    title = turn.words("role_news.card.title", **facts)
    turn.say(turn.words("role_news.card", **facts), showing.role_buttons(turn, role), title=title, lasting=True)


def wanted(turn: Turn, found: OpenRole) -> bool:
    """Whether the person should hear of this role now."""
    if not turn.welcomed or not found.is_open:
        return False
    if people.consents_of(turn.tx, turn.person.id).get("role_news") != "yes":
        return False
    state = sign_ups.state_of(turn.tx, found.role.id, turn.person.id)
    if state == "not_now":
        off = sign_ups.put_off(turn.tx, turn.person.id, turn.now - timedelta(days=NOT_NOW_DAYS))
        return found.role.id not in off
    return state is None
