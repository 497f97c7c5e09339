"""Shows what one can do here, as buttons that stay good."""

from __future__ import annotations

from typing import Final

from domain.messages import Choice
from flows.engine import Audience, End, Flow, Say, Turn
from storage import vouching

FOR_VOLUNTEERS: Final = (
    "find_role",
    "my_roles",
    "log_hours",
    "my_record",
    "about_me",
    "my_data",
    "talk_to_person",
    "choose_language",
)
FOR_ORGANISATIONS: Final = (
    "verify_hours",
    "organisation_review",
    "talk_to_person",
    "my_data",
    "choose_language",
    "welcome",
)
"""For who speaks for an organisation and is no volunteer, as far as the flows are there."""
FOR_NEWCOMERS: Final = ("welcome", "talk_to_person", "choose_language", "my_data")


def what_one_can_do(turn: Turn) -> list[Choice]:
    """The flows for this person, the most wanted first."""
    names = [*flows_for(turn), *(["staff_menu"] if turn.is_staff else [])]
    return [turn.button(each) for each in names if each in turn.network.flows.by_name]


def flows_for(turn: Turn) -> tuple[str, ...]:
    """What volunteers use (whoever vouches for others' hours a little more), an organisation's people, newcomers."""
    if turn.welcomed:
        return (*FOR_VOLUNTEERS, *(FOR_ORGANISATIONS[:1] if vouches(turn) else ()))
    return FOR_ORGANISATIONS if turn.speaks else FOR_NEWCOMERS


def vouches(turn: Turn) -> bool:
    """Whether the person speaks for an organisation or leads a team."""
    return bool(vouching.voice_of(turn.tx, turn.person.id).projects)


MENU: Final = Flow(
    "menu",
    Say("choices", choices=what_one_can_do),
    End("done", quiet=True),
    audience=Audience.ANYONE,
)
