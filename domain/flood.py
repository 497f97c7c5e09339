"""How fast somebody may write and be answered word by word; what comes faster is answered together, a little later."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

AT_ONCE: Final = 40
"""So many things may be said at once: ten pictures, a page of quick taps, all of it twice."""
EACH: Final = timedelta(seconds=1)
"""One more for each of these, for as long as anybody likes: nobody types faster than that for long."""
ASTRAY: Final = 2 * AT_ONCE * EACH
"""What was said is never counted so far ahead: the clock was put back since, or this is an old message."""
MOST: Final = 50
"""So much of one chat is answered in one go; others are answered in between."""
PAUSE: Final = timedelta(seconds=5)
"""Between two goes of a chat that is too fast: LINE lets us answer for free for much longer."""
SAY_AGAIN: Final = timedelta(hours=1)
"""After so long without haste the person is told again that we answer together."""


def is_too_fast(said_until: datetime | None, at: datetime) -> bool:
    """Whether something said at this moment comes too fast after all that was said before."""
    return said_until is not None and AT_ONCE * EACH < said_until + EACH - at <= ASTRAY


def after(said_until: datetime | None, at: datetime) -> datetime:
    """Until when all that was said would have taken, one thing after the other, with what was said at this moment."""
    if said_until is None or said_until - at > ASTRAY:
        return at + EACH
    return max(said_until, at) + EACH


def is_worth_saying(slowed_at: datetime | None, now: datetime) -> bool:
    """Whether the person does not know yet that we answer together; ``slowed_at`` is when we last did."""
    return slowed_at is None or now - slowed_at > SAY_AGAIN
