"""The words that flows are written in, and how a step is put and answered."""

from flows.engine.flow import Audience, DanglingFlow, Flow, Flows
from flows.engine.steps import (
    NOT_KNOWN,
    PICTURE,
    Ask,
    AskMany,
    Do,
    End,
    Go,
    Option,
    Read,
    ReadBack,
    Say,
    Unclear,
    Understood,
)
from flows.engine.turn import Network, Turn

__all__ = [
    "NOT_KNOWN",
    "PICTURE",
    "Ask",
    "AskMany",
    "Audience",
    "DanglingFlow",
    "Do",
    "End",
    "Flow",
    "Flows",
    "Go",
    "Network",
    "Option",
    "Read",
    "ReadBack",
    "Say",
    "Turn",
    "Unclear",
    "Understood",
]
