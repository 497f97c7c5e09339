"""What happens in a LINE group, and what the bot is told about it."""

from __future__ import annotations

from simulator.bubbles import Bubble, Button, Plain
from simulator.checks import utf16
from simulator.group import Group, group_of
from simulator.line.events import LineEvents
from simulator.line.webhook import LineWebhook
from simulator.phone import NotPossibleError, Phone
from simulator.settings import Settings


class LineGroup:
    """The acts that are possible in LINE groups."""

    def __init__(self, settings: Settings, events: LineEvents, webhook: LineWebhook) -> None:
        self._settings = settings
        self._events = events
        self._webhook = webhook

    async def open(self, phone: Phone, payload: str = "") -> None:  # noqa: ARG002 - LINE has no start parameter
        """Let the account in; again, and nothing happens."""
        if not phone.opened:
            phone.opened, phone.blocked = True, False
            phone.tell()
            await self._webhook.deliver([self._event(group_of(phone), "join")])

    async def unblock(self, phone: Phone) -> None:
        """Let the account in again."""
        await self.open(phone)

    async def block(self, phone: Phone) -> None:
        """Put the account out."""
        if phone.opened:
            phone.opened, phone.blocked = False, True
            phone.tell()
            await self._webhook.deliver([self._event(group_of(phone), "leave")])

    async def say(self, phone: Phone, text: str) -> None:
        """Somebody types a text; the account hears of it whatever it says, while it is in the group."""
        group = group_of(phone)
        group.show_written(text)
        mention = mention_in(text, f"@{self._settings.title}", self._settings.line_destination)
        message = {"id": self._events.message_id(), "type": "text", "text": text, "quoteToken": "q" * 64, **mention}
        await self._tell(group, "message", message=message)

    async def send(self, phone: Phone, content: str) -> None:
        """Somebody sends a sticker; nothing else is sent in the groups of the desk."""
        if content != "sticker":
            raise NotPossibleError("in a group of the desk people write, or send a sticker")
        sticker = {"packageId": "11537", "stickerId": "52002734", "stickerResourceType": "ANIMATION"}
        group_of(phone).show("person", [{"kind": "sticker"}])
        message = {"id": self._events.message_id(), "type": "sticker", "quoteToken": "q" * 64, **sticker}
        await self._tell(group_of(phone), "message", message=message)

    async def press(self, phone: Phone, bubble: Bubble | None, button: Button, picked: str) -> None:  # noqa: ARG002
        """Tap a button: whoever taps one in a group is a user like any other."""
        if button.action.get("type") == "postback":
            await self._tell(group_of(phone), "postback", postback={"data": button.action["data"]})

    async def came(self, group: Group, who: Phone) -> None:
        """Somebody came into the group."""
        await self._tell(group, "memberJoined", joined={"members": [{"type": "user", "userId": who.address}]})

    async def left(self, group: Group, who: Phone) -> None:
        """Somebody left the group."""
        await self._tell(group, "memberLeft", left={"members": [{"type": "user", "userId": who.address}]})

    async def _tell(self, group: Group, kind: str, **body: Plain) -> None:
        if group.opened:
            await self._webhook.deliver([self._event(group, kind, **body)])

    def _event(self, group: Group, kind: str, **body: Plain) -> Plain:
        source = {"type": "group", "groupId": group.address}
        if kind in {"message", "postback"}:
            source["userId"] = group.writer.address
        return {**self._events.event(group, kind, **body), "source": source}


def mention_in(text: str, name: str, user_id: str) -> Plain:
    """LINE's own note of where a text mentions the account, if it does."""
    place = text.casefold().find(name.casefold())
    if place < 0:
        return {}
    where = {"index": utf16(text[:place]), "length": utf16(name)}
    return {"mention": {"mentionees": [{**where, "type": "user", "userId": user_id, "isSelf": True}]}}
