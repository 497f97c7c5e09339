"""A simulated person's phone: what they do, what they see, and waiting for what comes."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
from collections.abc import Awaitable, Iterator
from datetime import datetime
from typing import Literal, Protocol

from bot.clock import Clock
from simulator.arrivals import Arrivals
from simulator.bubbles import Bubble, Button, History, How, Menu, Plain, Sender
from simulator.stream import Stream

Channel = Literal["line", "telegram"]
Role = Literal["volunteer", "staff", "group"]

MENU = "menu"
"""The bubble id that stands for the rich menu."""


class NotPossibleError(ValueError):
    """What the person tried cannot be done now: no such button, a wrong date, or the account is blocked."""


class Acts(Protocol):
    """What a person can do on one platform; each returns when the bot has been told once."""

    async def open(self, phone: Phone, payload: str) -> None:
        """Add the account as a friend, or press Start."""

    async def say(self, phone: Phone, text: str) -> None:
        """Send a text."""

    async def press(self, phone: Phone, bubble: Bubble | None, button: Button, picked: str) -> None:
        """Tap a button; without a bubble it is on the rich menu."""

    async def send(self, phone: Phone, content: str) -> None:
        """Send a sticker, an image, a video, an audio, a file or a location."""

    async def block(self, phone: Phone) -> None:
        """Block the account."""

    async def unblock(self, phone: Phone) -> None:
        """Unblock the account."""


class Phone:
    """One person's phone with one chat in it."""

    def __init__(
        self,
        phone_id: str,
        address: str | int,
        name: str,
        *,
        channel: Channel,
        language: str,
        role: Role,
        kept: int,
        shown: bool = True,
    ) -> None:
        self.id = phone_id
        self.address = address
        self.name = name
        self.channel: Channel = channel
        self.language = language
        self.role: Role = role
        self.shown = shown
        self.opened = False
        self.blocked = False
        self.unread = 0
        self.menu: Menu | None = None
        self.last_said_at: datetime | None = None
        self.history = History(kept)
        self._numbers = itertools.count(1)
        self._arrivals = Arrivals(kept)
        self._acts: Acts
        self._clock: Clock
        self._stream: Stream

    @property
    def people(self) -> int:
        """How many people read this chat."""
        return 1

    def join(self, clock: Clock, stream: Stream, acts: Acts) -> None:
        """Put the phone on a desk, where the acts of its platform are possible."""
        self._clock, self._stream, self._acts = clock, stream, acts

    # What the person does.

    async def open(self, payload: str = "") -> None:
        """Add the account as a friend (LINE) or press Start (Telegram), perhaps with a start parameter."""
        await self._acts.open(self, payload)

    async def say(self, text: str) -> None:
        """Type and send a text."""
        self.read()
        await self._acts.say(self, text)

    async def tap(self, button: str, bubble: str = "", picked: str = "") -> None:
        """Tap a button by its label or its id; the newest that can be tapped now, or the one on the given bubble.

        Raises NotPossibleError when there is none.
        """
        self.read()
        found, where = self._find(button, bubble)
        await self._acts.press(self, where, found, picked)

    async def pick(self, button: str, picked: str, bubble: str = "") -> None:
        """Tap a date or time button and choose ``2026-11-30``, ``18:00`` or ``2026-11-30T18:00``."""
        await self.tap(button, bubble, picked)

    async def send(self, content: str) -> None:
        """Send a ``sticker``, ``image``, ``video``, ``audio``, ``file`` or ``location``."""
        self.read()
        await self._acts.send(self, content)

    async def block(self) -> None:
        """Block the account."""
        await self._acts.block(self)

    async def unblock(self) -> None:
        """Unblock the account."""
        await self._acts.unblock(self)

    # What the person sees.

    def bubbles(self, sender: Sender | None = None) -> list[Bubble]:
        """Everything in the chat, oldest first; from one side only if asked."""
        return [bubble for bubble in self.history if sender in {None, bubble.sender}]

    def last(self, sender: Sender | None = "bot") -> Bubble | None:
        """The newest bubble of the bot (or of the given side; ``None`` for either)."""
        return next((bubble for bubble in reversed(self.history) if sender in {None, bubble.sender}), None)

    def transcript(self) -> str:
        """The chat as text, a line a bubble, buttons in brackets."""
        return "\n".join(_as_line(bubble) for bubble in self.history)

    def labels(self) -> list[str]:
        """What can be tapped now, newest bubble first, the rich menu last."""
        return [button.label for button, _ in self._tappable("")]

    async def next(self, timeout: float = 5.0) -> Bubble:  # noqa: ASYNC109 - it is what a test calls it
        """The oldest bubble of the bot that was not taken yet; TimeoutError when none comes within seconds."""
        return await self._in_vain(self._arrivals.next(timeout), timeout)

    async def answers(self, timeout: float = 5.0, quiet: float = 0.1) -> list[Bubble]:  # noqa: ASYNC109
        """Every bubble not taken yet, once one came and then none for ``quiet`` seconds."""
        answers = [await self.next(timeout)]
        with contextlib.suppress(TimeoutError):
            while True:
                answers.append(await self._arrivals.next(quiet))
        return answers

    async def wait_for(self, words: str, timeout: float = 5.0) -> Bubble:  # noqa: ASYNC109
        """The first bubble not taken yet that contains the words; those before it count as taken."""
        return await self._in_vain(self._arrivals.next_with(words, timeout), timeout)

    async def changed(self, timeout: float = 5.0) -> Bubble:  # noqa: ASYNC109
        """The next bubble that the bot has edited or deleted."""
        return await self._in_vain(self._arrivals.next_change(timeout), timeout)

    async def heard_for(self, seconds: float) -> list[Bubble]:
        """What the bot has said that was not taken yet, after so many seconds."""
        await asyncio.sleep(seconds)
        return self._arrivals.take_all()

    def read(self) -> None:
        """Look at the chat: nothing is unread."""
        if self.unread:
            self.unread = 0
            self.tell()

    # What the platforms do to it.

    def show(self, sender: Sender, parts: list[Plain], how: How | None = None, **buttons: list[Button]) -> Bubble:
        """Put a bubble into the chat."""
        return self.add(self.bubble(sender, parts, how, **buttons))

    def bubble(self, sender: Sender, parts: list[Plain], how: How | None = None, **buttons: list[Button]) -> Bubble:
        """A bubble of this chat that is not shown yet."""
        bubble = Bubble(f"{self.id}-{next(self._numbers)}", self._clock.now(), sender, parts, how)
        bubble.quick = buttons.get("quick", [])
        bubble.inside = buttons.get("inside", [])
        return bubble

    def add(self, bubble: Bubble) -> Bubble:
        """Show a bubble."""
        self.history.add(bubble)
        if bubble.sender == "bot":
            self.unread += 1
            self._arrivals.come(bubble)
        self._bring(bubble)
        return bubble

    def change(self, bubble: Bubble) -> None:
        """Show a bubble again after it was changed by the bot."""
        self._arrivals.change(bubble)
        self._bring(bubble)

    def use_quick(self, bubble: Bubble) -> None:
        """Take away the quick replies that were tapped."""
        bubble.quick_used = True
        self._bring(bubble)

    def tell(self, **event: object) -> None:
        """Tell the page about the phone itself, or about something on it."""
        if self.shown and self._stream.heard:
            self._stream.tell({"phone": self.id, **event} if event else {"type": "phone", "phone": self.to_json()})

    def to_json(self) -> Plain:
        """The phone for the page."""
        return {
            "id": self.id,
            "name": self.name,
            "channel": self.channel,
            "role": self.role,
            "language": self.language,
            "address": self.address,
            "opened": self.opened,
            "blocked": self.blocked,
            "unread": self.unread,
            "rich_menu": self.menu.to_json() if self.menu else None,
        }

    def _bring(self, bubble: Bubble) -> None:
        if self.shown and self._stream.heard:
            self._stream.tell({"type": "bubble", "phone": self.id, "bubble": bubble.to_json()})
            self.tell()

    async def _in_vain(self, waiting: Awaitable[Bubble], seconds: float) -> Bubble:
        try:
            return await waiting
        except TimeoutError:
            message = f"{self.name} waited {seconds} s in vain; the chat so far:\n{self.transcript()}"
            raise TimeoutError(message) from None

    def _find(self, wanted: str, bubble_id: str) -> tuple[Button, Bubble | None]:
        candidates = list(self._tappable(bubble_id))
        for button, bubble in candidates:
            if button.label == wanted:
                return button, bubble
        for button, bubble in candidates:
            if button.id == wanted:
                return button, bubble
        labels = ", ".join(repr(button.label) for button, _ in candidates)
        raise NotPossibleError(f"{self.name} sees no button {wanted!r}, only: {labels or 'none'}")

    def _tappable(self, bubble_id: str) -> Iterator[tuple[Button, Bubble | None]]:
        for bubble in reversed(self.history):
            if bubble_id in {"", bubble.id} and not bubble.deleted:
                yield from ((button, bubble) for button in self._live_buttons(bubble))
        if self.menu is not None and bubble_id in {"", MENU}:
            yield from ((button, None) for _, button in self.menu.areas)

    def _live_buttons(self, bubble: Bubble) -> Iterator[Button]:
        if bubble is self.history.last and not bubble.quick_used:
            yield from bubble.quick
        yield from bubble.inside
        for row in bubble.keyboard:
            yield from row


def _as_line(bubble: Bubble) -> str:
    who = "" if bubble.sender == "person" else f"{bubble.sender}: "
    labels = "".join(f" [{label}]" for label in bubble.labels)
    return f"{who}{bubble.text}{labels}"
