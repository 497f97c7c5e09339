"""People who talk to us while things go wrong: they wait for each answer, and know what it must be."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.channels.line_events import FREE_REPLY_LASTS
from simulator.phone import NotPossibleError, Phone
from tests.faults.talks import CALM, NAME, OPEN, Talk
from tests.journeys.world import said

PATIENCE: Final = 150.0
"""Seconds that somebody waits for an answer before it counts as lost."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What a talk's lines are answered when nothing goes wrong."""

    answers: tuple[tuple[str, ...], ...]

    def by(self, name: str) -> list[tuple[str, ...]]:
        """As it is said to somebody of this name."""
        return [tuple(text.replace(CALM, name) for text in texts) for texts in self.answers]


@dataclass(slots=True)
class Somebody:
    """One person with one chat and something to say."""

    phone: Phone
    talk: Talk
    heard: Heard
    stuck: bool = False

    @property
    def name(self) -> str:
        """What they want to be called."""
        return self.phone.name

    async def speak(self) -> None:
        """Say everything, each line after the one before was answered."""
        for line, answers in zip(self.talk.lines, self.heard.by(self.name), strict=True):
            try:
                await say(self.phone, line)
                await self.phone.wait_for(answers[-1], PATIENCE)
            except (TimeoutError, NotPossibleError):
                self.stuck = True
                return

    def expected(self) -> list[str]:
        """Everything they must have read, in order."""
        return [text for texts in self.heard.by(self.name) for text in texts]

    def lost(self) -> int:
        """How many answers never came?"""
        return (Counter(self.expected()) - Counter(said(self.phone))).total()

    def surplus(self) -> int:
        """How many answers came again?"""
        return (Counter(said(self.phone)) - Counter(self.expected())).total()

    def late(self) -> int:
        """How many came again after their free reply's time: then nobody can know any more that it was taken?"""
        first: dict[str, datetime] = {}
        asked, count = next(iter(self.phone.history)).at, 0
        for bubble in self.phone.history:
            if bubble.sender == "person":
                asked = bubble.at
            elif bubble.text in first:
                count += bubble.at - first[bubble.text] >= FREE_REPLY_LASTS
            else:
                first[bubble.text] = asked
        return count

    def in_order(self) -> bool:
        """Did the answers come in order, whatever else came between?"""
        rest = iter(said(self.phone))
        return all(text in rest for text in self.expected())


async def say(phone: Phone, line: str) -> None:
    """Do what a line says."""
    if line == OPEN:
        await phone.open()
    elif line.startswith("["):
        await phone.tap(line[1:-1])
    else:
        await phone.say(phone.name if line == NAME else line)
