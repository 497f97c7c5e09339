"""The person sent a sticker, a picture, a voice message or something else that is not text."""

from __future__ import annotations

from flows.engine import Turn, hearing, walking
from storage import fetches


def handle(turn: Turn) -> None:
    """Have a picture fetched if the question waits for one; otherwise thank, and take up where we were."""
    turn.chat.heard_at = turn.now
    turn.worth_push = False
    content = turn.event.facts.get("content_id")
    if not hearing.waits_for_picture(turn):
        thank(turn, f"engine.content-{turn.event.facts.get('content', '')}")
    elif content:
        fetches.ask(turn.tx, turn.chat.name, str(content), turn.event.free_reply, turn.now)
    else:
        thank(turn, "engine.picture_wanted")


def thank(turn: Turn, key: str) -> None:
    """Thank for it, say what is read here, and take up where we were."""
    words = turn.words(key if turn.has(key) else "engine.content-other")
    home = walking.home(turn)
    if turn.talk.now is not None:
        walking.take_up(turn, words)
    elif home != "welcome":
        turn.say(words, [turn.button(home)])
    else:
        turn.say(words)
        walking.begin(turn, home)
