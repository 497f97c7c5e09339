"""Lets a channel rest whose platform is away, and tries it with one letter now and then; pure, given the moment."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

FAILURES: Final = 5
LETTERS: Final = 3
"""So many failures in a row, of so many letters, and nobody believes in bad luck: one bad letter is not an outage."""
FIRST_REST: Final = timedelta(seconds=1)
LONGEST_REST: Final = timedelta(seconds=30)


@dataclass(slots=True)
class Breaker:
    """Whether a platform answers."""

    failures: int = 0
    letters: set[int] = field(default_factory=set)
    """Those that failed since the last success."""
    since: datetime | None = None
    """Since when the platform has been away; ``None`` while it answers."""
    probe: int | None = None
    """The letter that finds out whether it is back."""
    wait: timedelta = FIRST_REST
    next_at: datetime | None = None
    answered: bool = False
    """Whether the platform has ever answered."""

    @property
    def is_open(self) -> bool:
        """Whether the channel rests."""
        return self.since is not None

    def wants_probe(self, now: datetime) -> bool:
        """Whether one letter should be tried now."""
        return self.is_open and self.probe is None and self.seconds(now) == 0

    def lets(self, letter: int) -> bool:
        """Whether this letter may be sent."""
        return not self.is_open or letter == self.probe

    def seconds(self, now: datetime) -> float:
        """Until the next letter is tried; at once where the clock was put back since."""
        left = self.next_at - now if self.next_at else timedelta()
        return left.total_seconds() if timedelta() < left <= LONGEST_REST else 0.0

    def untried(self, letter: int) -> None:
        """Note that a letter was not tried after all."""
        if letter == self.probe:
            self.probe = None

    def failed(self, letter: int, now: datetime) -> bool:
        """Note that the platform did not answer; says whether the channel begins to rest."""
        if self.is_open:
            self.still_away(letter, now)
            return False
        self.failures += 1
        self.letters.add(letter)
        if self.failures < FAILURES or len(self.letters) < LETTERS:
            return False
        self.since, self.wait, self.next_at = now, FIRST_REST, now + FIRST_REST
        return True

    def still_away(self, letter: int, now: datetime) -> None:
        """Wait longer before the next probe; letters that were under way before say nothing new."""
        if letter == self.probe:
            self.wait = min(2 * self.wait, LONGEST_REST)
            self.probe, self.next_at = None, now + self.wait

    def worked(self) -> bool:
        """Note that the platform answered; says whether the channel goes on."""
        was_open, self.answered = self.is_open, True
        self.failures, self.since, self.probe, self.next_at = 0, None, None, None
        self.letters.clear()
        return was_open
