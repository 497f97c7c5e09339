"""Shows what one can do here, as buttons that stay good."""

from __future__ import annotations

from typing import Final

from domain.messages import Choice
from flows.engine import Audience, End, Flow, Say, Turn

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
FOR_NEWCOMERS: Final = ("welcome", "talk_to_person", "choose_language", "my_data")


def what_one_can_do(turn: Turn) -> list[Choice]:
    """The flows for this person, the most wanted first."""
    flows = FOR_VOLUNTEERS if turn.welcomed else FOR_NEWCOMERS
    return [turn.button(flow) for flow in (*flows, *(["staff_menu"] if turn.is_staff else []))]


MENU: Final = Flow(
    "menu",
    Say("choices", choices=what_one_can_do),
    End("done", quiet=True),
    audience=Audience.ANYONE,
)
