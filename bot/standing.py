"""Whether the platforms accept what we prove ourselves by, and we what they do: each change is said once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from bot import logs

ENOUGH: Final = 3
"""So many webhooks of which none proved itself, ever, are no accident."""
ENOUGH_SINCE: Final = 20
"""So many in a row are none where others did before: strangers may send us anything."""
SECRETS: Final = {"line": "LINE_CHANNEL_SECRET", "telegram": "TELEGRAM_WEBHOOK_SECRET"}
TOKENS: Final = {"line": "LINE_CHANNEL_ACCESS_TOKEN", "telegram": "TELEGRAM_BOT_TOKEN"}


class Standing:
    """How we stand with each platform, since we began."""

    def __init__(self, channels: Iterable[str]) -> None:
        """Build it; all is well until something is heard."""
        self.refused = dict.fromkeys(channels, False)
        """Whether a platform refuses our token."""
        self.webhooks: Counter[tuple[str, str]] = Counter()
        """How many webhooks of each platform were ``taken``, ``unproven`` or ``unreadable``."""
        self.in_a_row: Counter[str] = Counter()
        """How many webhooks in a row did not prove themselves."""

    def token_refused(self, channel: str) -> None:
        """A platform does not accept our token; said once, until it does again."""
        if not self.refused.get(channel):
            setting = TOKENS.get(channel, channel)
            logs.warn("token_refused", channel=channel, setting=setting, what_now=f"letters wait; is {setting} right?")
        self.refused[channel] = True

    def token_accepted(self, channel: str) -> None:
        """A platform took something of us."""
        if self.refused.get(channel):
            logs.log("token_accepted", channel=channel)
        self.refused[channel] = False

    def webhook(self, channel: str, outcome: str) -> None:
        """A webhook came in; that all of a platform's do not prove themselves is said."""
        self.webhooks[channel, outcome] += 1
        if outcome != "unproven":
            self.in_a_row[channel] = 0
            return
        self.in_a_row[channel] += 1
        if self.in_a_row[channel] == self.enough(channel):
            logs.warn("webhooks_unproven", channel=channel, what_now=f"is {SECRETS.get(channel, channel)} right?")

    def enough(self, channel: str) -> int:
        """How many in a row mean that the mistake is ours."""
        return ENOUGH_SINCE if self.webhooks[channel, "taken"] else ENOUGH

    def is_unproven(self, channel: str) -> bool:
        """Whether the platform's webhooks, all of late, did not prove themselves."""
        return self.in_a_row[channel] >= self.enough(channel)

    def troubles(self) -> list[str]:
        """What an operator must put right, in a few words each; we work on as well as we can."""
        tokens = [f"{name} refuses our token: is {TOKENS[name]} right?" for name, no in self.refused.items() if no]
        doubtful = [name for name in self.refused if self.is_unproven(name)]
        return tokens + [f"no webhook of {name} proves itself: is {SECRETS[name]} right?" for name in doubtful]
