"""A flow as a declaration, and the table of all flows; what dangles or lacks its words refuses to be built."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from flows.engine.matching_words import plain
from flows.engine.steps import Ask, Do, End, Go, Question, ReadBack, Say, Step
from texts import LANGUAGES, Texts

if TYPE_CHECKING:
    from flows.engine.turn import Turn

AnyStep = Say | Question | ReadBack | Do | Go | End


class DanglingFlow(ValueError):
    """The flow cannot be followed to an end, or somebody could not read it."""


class Audience(StrEnum):
    """Whom a flow is for."""

    ANYONE = "anyone"
    VOLUNTEERS = "volunteers"
    STAFF = "staff"
    ADMINS = "admins"


class Flow:
    """One conversation: its steps in order, and every way out."""

    def __init__(
        self,
        name: str,
        *steps: Step,
        audience: Audience = Audience.VOLUNTEERS,
        recognises: Callable[[str, Turn], Mapping[str, Any] | None] | None = None,
        unmistakable: bool = False,
        unkept: bool = False,
    ) -> None:
        """Build the flow; ``recognises`` says what an unasked line of chat already answers, if it begins this flow.

        What is ``unmistakable`` begins it even while another question waits: it is no answer to any other.
        What is said in an ``unkept`` flow is forgotten as soon as it is answered, but for what the flow writes down.
        """
        self.name = name
        self.audience = audience
        self.recognises = recognises
        self.unmistakable = unmistakable
        self.unkept = unkept
        self.steps: tuple[AnyStep, ...] = steps  # type: ignore[assignment]
        self.by_name = {step.name: step for step in self.steps}
        self.order = {step.name: index for index, step in enumerate(self.steps)}
        self.check()

    def __getitem__(self, step: str) -> AnyStep:
        """The step of this name."""
        return self.by_name[step]

    def after(self, step: AnyStep) -> str:
        """The name of the step after this one."""
        return step.then or self.steps[self.order[step.name] + 1].name

    def key(self, step: AnyStep) -> str:
        """Where the words of this step are."""
        return (step.asks if isinstance(step, Question) else "") or f"{self.name}.{step.name}"

    def exits(self, step: AnyStep) -> set[str]:
        """Every step that can follow this one."""
        if isinstance(step, End | Go):
            return set()
        elsewhere = set(step.exits.values()) if isinstance(step, Ask | Do) else set()
        index = self.order[step.name] + 1
        following = step.then or (self.steps[index].name if index < len(self.steps) else "(nothing)")
        return elsewhere | {following}

    def check(self) -> None:
        """Refuse names that stand twice, exits to nowhere, and steps that nobody reaches."""
        if len(self.by_name) != len(self.steps):
            raise DanglingFlow(f"{self.name}: two steps have the same name")
        for step in self.steps:
            for target in self.exits(step) - set(self.by_name):
                raise DanglingFlow(f"{self.name}.{step.name} leads to {target}, which does not exist")
            self.check_names(step)
        if lost := set(self.by_name) - self.reached():
            raise DanglingFlow(f"{self.name}: nobody reaches {', '.join(sorted(lost))}")

    def check_names(self, step: AnyStep) -> None:
        """Refuse answers that are read back or reset but never asked, and questions that take no answer."""
        named = step.resets if isinstance(step, Question) else ()
        if isinstance(step, ReadBack):
            named = (*step.of, step.hears) if step.hears else step.of
        for name in named:
            if not isinstance(self.by_name.get(name), Question):
                raise DanglingFlow(f"{self.name}.{step.name} speaks of {name}, which is no question")
        if isinstance(step, Question) and not step.options and step.read is None:
            raise DanglingFlow(f"{self.name}.{step.name} takes no answer")
        if isinstance(step, Ask) and step.pictures and step.read is None:
            raise DanglingFlow(f"{self.name}.{step.name} takes pictures but reads nothing")

    def reached(self) -> set[str]:
        """Every step that can be reached from the first."""
        seen: set[str] = set()
        ahead = [self.steps[0].name]
        while ahead:
            name = ahead.pop()
            if name not in seen:
                seen.add(name)
                ahead.extend(self.exits(self.by_name[name]))
        return seen

    def texts_needed(self) -> Iterator[str]:
        """Every key of the texts that this flow speaks with."""
        yield f"{self.name}.called"
        yield f"{self.name}.words"
        for step in self.steps:
            yield from self.texts_of(step)

    def texts_of(self, step: AnyStep) -> Iterator[str]:
        """The keys of one step."""
        key = self.key(step)
        if isinstance(step, Say | Question | ReadBack) or (isinstance(step, End) and not step.quiet):
            yield key
        if isinstance(step, Question):
            labels = step.labels or key
            yield from (f"{labels}-{option}" for option in (step.options if isinstance(step.options, tuple) else ()))
            if step.read is not None:
                yield f"{key}.retry"
            if any(isinstance(other, ReadBack) and step.name in other.of for other in self.steps):
                yield f"{key}.label"


class Flows:
    """The table of all flows."""

    def __init__(self, flows: Iterable[Flow], texts: Texts) -> None:
        """Gather flows; refuses one that names an unknown flow or lacks words in either language."""
        self.by_name = {flow.name: flow for flow in flows}
        self.texts = texts
        for flow in self.by_name.values():
            self.check(flow)
        self.words = self.read_words()
        recognisers = [flow for flow in self.by_name.values() if flow.recognises]
        self.recognisers = sorted(recognisers, key=lambda flow: not flow.unmistakable)

    def __getitem__(self, name: str) -> Flow:
        """The flow of this name."""
        return self.by_name[name]

    def get(self, name: str) -> Flow | None:
        """The flow of this name, if there is (still) one."""
        return self.by_name.get(name)

    def check(self, flow: Flow) -> None:
        """Refuse a flow that points at no flow, or that somebody could not read."""
        for step in flow.steps:
            named = [step.flow] if isinstance(step, Go) else step.offers if isinstance(step, End) else ()
            for other in named:
                if other not in self.by_name:
                    raise DanglingFlow(f"{flow.name}.{step.name} leads to the flow {other}, which does not exist")
        for key in flow.texts_needed():
            for language in LANGUAGES:
                if not self.texts.has(key, language):
                    raise DanglingFlow(f"{key} has no words in {language}")

    def read_words(self) -> dict[str, str]:
        """Which typed words begin which flow, whatever the language?"""
        words: dict[str, str] = {}
        for flow in self.by_name.values():
            for language in LANGUAGES:
                listed = self.texts.say(language, f"{flow.name}.words").split(",")
                for word in [*listed, self.texts.say(language, f"{flow.name}.called")]:
                    key = plain(word)
                    if key and words.setdefault(key, flow.name) != flow.name:
                        raise DanglingFlow(f"“{word}” begins both {flow.name} and {words[key]}")
        return words
