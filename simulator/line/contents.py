"""The pictures and files that people sent on LINE, until the bot fetches them."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import Literal

from simulator.samples import Sample

State = Literal["ready", "preparing", "failed", "gone"]


@dataclass(slots=True)
class Content:
    """One thing a person sent, and whether LINE has it ready."""

    sample: Sample
    state: State = "ready"


class Contents:
    """The latest contents, by message id; a test may change their state."""

    def __init__(self, kept: int = 1000) -> None:
        self._kept = kept
        self._contents: OrderedDict[str, Content] = OrderedDict()

    def add(self, message_id: str, sample: Sample) -> Content:
        """Keep what came with a message."""
        content = self._contents[message_id] = Content(sample)
        if len(self._contents) > self._kept:
            self._contents.popitem(last=False)
        return content

    def get(self, message_id: str) -> Content | None:
        """What came with this message."""
        return self._contents.get(message_id)
