"""Changes the language of the chat; who typed the language's name is not asked."""

from __future__ import annotations

from typing import Any, Final

from flows.engine import NOT_KNOWN, Ask, Audience, Do, End, Flow, Turn
from flows.engine.matching_words import plain
from texts import LANGUAGES


def named_language(turn: Turn) -> Any:
    """The language whose name was typed, if that is how this began."""
    typed = plain(str(turn.event.facts.get("text", "")))
    for language in LANGUAGES:
        names = turn.network.texts.say(language, "choose_language.names")
        if typed and typed in {plain(name) for name in names.split(",")}:
            return language
    return NOT_KNOWN


def speak(turn: Turn) -> None:
    """Talk in this language from now on."""
    turn.chat.language = turn.answers["language"]
    turn.chat.language_chosen = True


CHOOSE_LANGUAGE: Final = Flow(
    "choose_language",
    Ask("language", LANGUAGES, known=named_language),
    Do("speak", speak),
    End("done"),
    audience=Audience.ANYONE,
)
