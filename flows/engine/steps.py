"""The kinds of step that a flow is made of. A step is data: the engine puts it, reads its answer and moves on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Literal

from domain.messages import Choice

if TYPE_CHECKING:
    from flows.engine.turn import Turn


class NotKnown:
    """The record does not hold an answer: ask."""


NOT_KNOWN: Final = NotKnown()


PICTURE: Final = "picture:"
"""What a reader gets instead of words begins with this when a picture was sent; nobody can type it."""


@dataclass(frozen=True, slots=True)
class Option:
    """One of the answers that a question offers."""

    value: str
    """What is saved (1 to 40 ASCII characters)."""
    label: str = ""
    """The words for it; without any, the entry ``<labels>-<value>`` of the texts."""
    also: tuple[str, ...] = ()
    """Other words that mean it when typed."""


@dataclass(frozen=True, slots=True)
class Understood:
    """What the person wrote has this meaning (plain data)."""

    value: Any


@dataclass(frozen=True, slots=True)
class Unclear:
    """What the person wrote cannot be taken as it is."""

    why: str = "retry"
    """Which of the step's attributes explains it."""
    suggestions: tuple[Option, ...] = ()
    """What might have been meant; each is offered as a button."""
    values: Mapping[str, Any] = field(default_factory=dict)


Read = Understood | Unclear
Reader = Callable[[str, "Turn"], Read]
Options = tuple[str, ...] | Callable[["Turn"], Sequence[Option]]
Values = Callable[["Turn"], Mapping[str, Any]]
Test = Callable[["Turn"], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What every step has."""

    when: Test | None = None
    """Only then; otherwise the step is passed by."""
    then: str | None = None
    """The step after this one, if it is not the next in the flow."""
    values: Values | None = None
    """What is filled into the step's words."""


@dataclass(frozen=True, slots=True)
class Say(Step):
    """Say something and move on."""

    name: str
    choices: Callable[[Turn], Sequence[Choice]] | None = None
    """Buttons that stay good for ever (:func:`flows.engine.turn.go`): they begin a flow."""
    many: Callable[[Turn], Sequence[tuple[Mapping[str, Any], Sequence[Choice]]]] | None = None
    """Say it once for each of these values, each with its own buttons."""


@dataclass(frozen=True, slots=True)
class Question(Step):
    """What every step that waits for an answer has."""

    name: str
    options: Options = ()
    asks: str = ""
    """Where the question's words are, if another flow asks the same: ``create_project.seats``."""
    labels: str = ""
    """Where the words of named options are: ``words.sector``; by default where the question's own are."""
    read: Reader | None = None
    """Reads an answer that is none of the options."""
    known: Callable[[Turn], Any] | None = None
    """The answer, if the record has it already: nobody is asked twice."""
    keep: Callable[[Turn, Any], None] | None = None
    """Writes the answer down at once."""
    show: Callable[[Turn, Any], str] | None = None
    """The words for an answer when it is read back."""
    skippable: bool = False
    resets: tuple[str, ...] = ()
    """Answers that lose their meaning when this one changes."""


@dataclass(frozen=True, slots=True)
class Ask(Question):
    """Ask for one answer."""

    picks: Literal["date", "time"] | None = None
    """Offer a picker, where the channel has one."""
    each: Callable[[Turn], Sequence[Option]] | None = None
    """Ask once for each of these; the answer is a table from their values."""
    exits: Mapping[str, str] = field(default_factory=dict)
    """Answers after which the flow goes elsewhere."""
    lasting: bool = False
    pictures: bool = False
    """Takes a picture too: ``read`` gets ``picture:<id>`` (see :mod:`storage.pictures`) once it is kept."""


@dataclass(frozen=True, slots=True)
class AskMany(Question):
    """Ask for several of the options; the answer is a list of their values."""

    most: int = 99


@dataclass(frozen=True, slots=True)
class ReadBack(Step):
    """Read the answers back: right, or change one of them."""

    name: str
    of: tuple[str, ...]
    hears: str = ""
    """The question that is answered anew when something else is typed here."""


@dataclass(frozen=True, slots=True)
class Do(Step):
    """Do something to the record; what comes of it may choose the next step."""

    name: str
    run: Callable[[Turn], str | None]
    exits: Mapping[str, str] = field(default_factory=dict)
    final: bool = False
    """There is no way back behind this step."""


@dataclass(frozen=True, slots=True)
class Go(Step):
    """Continue with another flow."""

    name: str
    flow: str
    answers: Callable[[Turn], Mapping[str, Any]] | None = None


@dataclass(frozen=True, slots=True)
class End(Step):
    """End the flow, with words and what one may want next."""

    name: str
    offers: tuple[str, ...] = ()
    """Flows to offer."""
    quiet: bool = False
    """Say nothing."""
