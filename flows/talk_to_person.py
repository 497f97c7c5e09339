"""Passes what somebody asks to the network's staff, who answer in the same chat."""

from __future__ import annotations

from typing import Final

from domain.short_answers import has_identity_number
from flows.engine import Ask, Audience, Do, End, Flow, Read, Turn, Unclear, Understood
from storage import help_requests, staff

LONGEST: Final = 1000


def request(text: str, _turn: Turn) -> Read:
    """What the person wants to ask, unless it is empty, very long, or holds an identity number."""
    words = text.strip()
    if has_identity_number(words):
        return Unclear("private")
    if len(words) > LONGEST:
        return Unclear("too_long", values={"most": LONGEST})
    return Understood(words) if any(letter.isalnum() for letter in words) else Unclear()


def pass_on(turn: Turn) -> str | None:
    """Write the request down and tell staff; says when there is nobody to tell."""
    number = help_requests.ask(turn.tx, turn.chat.name, turn.answers["about_what"], turn.now)
    name = (turn.person.name if turn.known else None) or turn.words("talk_to_person.somebody")
    values = {"name": name, "words": turn.answers["about_what"]}
    turn.tell_staff("talk_to_person.for_staff", values, [f"answer_person:{number}"])
    reached = [chat for chat in staff.chats_of_staff(turn.tx) if chat.person != turn.chat.person]
    return None if reached else "nobody"


TALK_TO_PERSON: Final = Flow(
    "talk_to_person",
    Ask("about_what", read=request),
    Do("pass_on", pass_on, exits={"nobody": "kept"}),
    End("passed_on"),
    End("kept"),
    audience=Audience.ANYONE,
)
