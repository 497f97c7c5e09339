"""The only place that asks what time it is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class Clock:
    """The present moment; the demo and the tests may move it, nothing else does."""

    def __init__(self) -> None:
        """Start at the machine's own time."""
        self.ahead = timedelta()

    def now(self) -> datetime:
        """The present moment, in UTC."""
        return self.machine() + self.ahead

    def machine(self) -> datetime:
        """What the machine's own clock says, in UTC: rhythms go by it, wherever the present moment was moved."""
        return datetime.now(UTC)  # noqa: TID251 (here and nowhere else)

    def move(self, by: timedelta) -> None:
        """Go forwards (or backwards) by so much."""
        self.ahead += by
