"""What a person does in LINE, and what the bot is told about it."""

from __future__ import annotations

import re

from bot.clock import Clock
from simulator.bubbles import Bubble, Button, Plain
from simulator.line.contents import Contents
from simulator.line.events import LineEvents
from simulator.line.limits_actions import MOMENT
from simulator.line.rich_menus import RichMenus
from simulator.line.webhook import LineWebhook
from simulator.phone import NotPossibleError, Phone
from simulator.samples import sample

SENDABLE = ("sticker", "image", "video", "audio", "file", "location")


class LinePerson:
    """The acts of people who use LINE."""

    def __init__(
        self, clock: Clock, events: LineEvents, webhook: LineWebhook, contents: Contents, menus: RichMenus
    ) -> None:
        self._clock = clock
        self._events = events
        self._webhook = webhook
        self._contents = contents
        self._menus = menus

    async def open(self, phone: Phone, payload: str = "") -> None:  # noqa: ARG002 - LINE has no start parameter
        """Add the account as a friend; again, and nothing happens."""
        if phone.blocked:
            await self.unblock(phone)
        elif not phone.opened:
            phone.opened = True
            self._menus.show_to(phone)
            await self._webhook.deliver([self._events.follow(phone, unblocked=False)])

    async def block(self, phone: Phone) -> None:
        """Block the account."""
        if not phone.blocked:
            phone.blocked = True
            self._menus.show_to(phone)
            await self._webhook.deliver([self._events.unfollow(phone)])

    async def unblock(self, phone: Phone) -> None:
        """Unblock the account, which makes it a friend again."""
        if phone.blocked:
            phone.blocked, phone.opened = False, True
            self._menus.show_to(phone)
            await self._webhook.deliver([self._events.follow(phone, unblocked=True)])

    async def say(self, phone: Phone, text: str) -> None:
        """Type a text."""
        self._may_send(phone)
        phone.show("person", [{"kind": "text", "text": text, "entities": []}])
        await self._webhook.deliver([self._events.text(phone, text)])

    async def send(self, phone: Phone, content: str) -> None:
        """Send something that is not a text."""
        self._may_send(phone)
        if content not in SENDABLE:
            raise NotPossibleError(f"no such content: {content}")
        event = self._content_event(phone, content)
        phone.show("person", [self._content_part(content, event["message"]["id"])])
        await self._webhook.deliver([event])

    async def press(self, phone: Phone, bubble: Bubble | None, button: Button, picked: str) -> None:
        """Tap a button."""
        self._may_send(phone)
        events = self._pressed(phone, button.action, picked)
        if bubble is not None and button in bubble.quick:
            phone.use_quick(bubble)
        if events:
            await self._webhook.deliver(events)
        elif button.action["type"] in {"camera", "cameraRoll", "location"}:
            await self.send(phone, "location" if button.action["type"] == "location" else "image")

    def _pressed(self, phone: Phone, action: Plain, picked: str) -> list[Plain]:
        match action["type"]:
            case "postback":
                return self._postback(phone, action)
            case "message":
                return [self._shown_text(phone, action["text"])]
            case "datetimepicker":
                return [self._events.postback(phone, action["data"], picked_params(action, picked))]
            case "richmenuswitch":
                params = self._menus.switch(phone, action["richMenuAliasId"])
                return [self._events.postback(phone, action["data"], params)]
            case _:
                return []

    def _postback(self, phone: Phone, action: Plain) -> list[Plain]:
        events = [self._events.postback(phone, action["data"])]
        if action.get("displayText"):
            phone.show("person", [{"kind": "text", "text": action["displayText"], "entities": []}])
        if action.get("text"):
            events.append(self._shown_text(phone, action["text"]))
        return events

    def _shown_text(self, phone: Phone, text: str) -> Plain:
        phone.show("person", [{"kind": "text", "text": text, "entities": []}])
        return self._events.text(phone, text)

    def _content_event(self, phone: Phone, content: str) -> Plain:
        if content == "sticker":
            return self._events.sticker(phone)
        if content == "location":
            return self._events.location(phone)
        event = self._events.content(phone, content, sample(content))
        self._contents.add(event["message"]["id"], sample(content))
        return event

    def _content_part(self, content: str, message_id: str) -> Plain:
        if content in {"sticker", "location"}:
            return {"kind": content}
        name = {"name": sample(content).name} if content == "file" else {}
        return {"kind": content, "url": f"/desk/content/{message_id}", **name}

    def _may_send(self, phone: Phone) -> None:
        if phone.blocked:
            raise NotPossibleError(f"{phone.name} has blocked the account")
        phone.last_said_at = self._clock.now()


def picked_params(action: Plain, picked: str) -> Plain:
    """The params of a picked moment; NotPossibleError when it does not fit the picker."""
    mode = action["mode"]
    if not re.fullmatch(MOMENT[mode], picked):
        raise NotPossibleError(f"not a {mode}: {picked!r}")
    if not action.get("min", picked) <= picked <= action.get("max", picked):
        raise NotPossibleError(f"{picked} is out of bounds")
    return {mode: picked}
