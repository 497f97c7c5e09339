"""What the desk pretends: its secrets, its plan, how strict it is and how long it waits."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Settings:
    """Everything about the simulated platforms that a test or the demo may choose; may be changed while running."""

    line_channel_secret: str = "simulator-secret"  # noqa: S105 - opens nothing
    line_access_token: str = "simulator-token"  # noqa: S105 - opens nothing
    telegram_token: str = "4711:simulator"  # noqa: S105 - opens nothing
    telegram_secret: str = "simulator-telegram-secret"  # noqa: S105 - opens nothing
    title: str = "HandUp"
    line_channel_id: str = "1657000000"
    line_destination: str = "U00000000000000000000000000000b07"
    line_quota: int | None = 300
    """Pushed recipients a month; ``None`` is a plan without a limit."""
    line_verified: bool = False
    """A verified account may list its followers."""
    line_strict_multicast: bool = False
    """Refuse a multicast that names an unknown person, instead of leaving that person out."""
    line_multicast_names: bool = True
    """Say which of a multicast's addresses is refused; otherwise only that the messages failed."""
    line_timeout: float = 2.0
    """Seconds that LINE waits for a webhook's 200."""
    redelivery: bool = False
    """Send a LINE webhook again when it was not answered 2xx."""
    redelivery_after: float = 1.0
    """Seconds before a webhook is sent again."""
    redelivery_times: int = 3
    rate_scale: float = 1.0
    """How many times the platforms' real rate limits are granted; 0 switches the limits off."""
    telegram_timeout: float = 10.0
    """Seconds that Telegram waits for a webhook's 200."""
    telegram_backoff: float = 1.0
    """Seconds before an unanswered update is sent again; doubles each time."""
    telegram_longest_backoff: float = 60.0
    """The most seconds that it doubles up to."""
    telegram_chat_burst: int = 4
    """Messages that one chat takes at once before it is held to one a second."""
    kept_bubbles: int = 2000
    """The bubbles that a phone remembers."""
