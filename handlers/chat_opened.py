"""The person added us, came back, or pressed Start."""

from __future__ import annotations

from flows.engine import Turn, hearing, walking
from storage import reminders, rich_menus


def handle(turn: Turn) -> None:
    """Go where a link leads; else welcome a newcomer, greet who is known and take up where we were."""
    greeting = "engine.welcome_back" if turn.chat.heard_at else "engine.hello"
    turn.chat.reachable = True
    rich_menus.forget_shown(turn.tx, turn.chat.name)
    if turn.known:
        reminders.begin_anew_for(turn.tx, turn.person.id, turn.now)
    turn.chat.heard_at = turn.now
    if hearing.came_by_link(turn, str(turn.event.facts.get("payload", ""))):
        return
    if turn.talk.now is not None and walking.home(turn) != "welcome":
        walking.take_up(turn, turn.words(greeting))
    else:
        walking.go_home(turn, greeting)
