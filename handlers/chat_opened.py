"""The person added us, came back, or pressed Start."""

from __future__ import annotations

from flows.engine import Turn, walking


def handle(turn: Turn) -> None:
    """Welcome a newcomer; greet who is known and take up where we were."""
    turn.chat.reachable = True
    turn.chat.heard_at = turn.now
    home = walking.home(turn)
    if home == "welcome":
        walking.begin(turn, home)
    elif turn.talk.now is not None:
        walking.take_up(turn, turn.words("engine.welcome_back"))
    else:
        turn.say(turn.words("engine.welcome_back"))
        walking.begin(turn, home)
