"""The person sent a sticker, a picture, a voice message or something else that is not text."""

from __future__ import annotations

from flows.engine import Turn, walking


def handle(turn: Turn) -> None:
    """Thank for it, say that only text is read here, and take up where we were."""
    turn.chat.heard_at = turn.now
    turn.worth_push = False
    kind = str(turn.event.facts.get("content", ""))
    key = f"engine.content-{kind}"
    words = turn.words(key if turn.has(key) else "engine.content-other")
    home = walking.home(turn)
    if turn.talk.now is not None:
        walking.take_up(turn, words)
    elif home != "welcome":
        turn.say(words, [turn.button(home)])
    else:
        turn.say(words)
        walking.begin(turn, home)
