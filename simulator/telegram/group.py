"""What happens in a Telegram group, and what the bot is told about it."""

from __future__ import annotations

import re

from simulator.bubbles import Bubble, Button, Plain
from simulator.group import Group, group_of
from simulator.phone import NotPossibleError, Phone
from simulator.telegram.account import TelegramAccount, chat_json, user_of
from simulator.telegram.entities import with_found

MENTION = re.compile(r"(?<!\w)@(\w{4,32})")


class TelegramGroup:
    """The acts that are possible in Telegram groups."""

    def __init__(self, account: TelegramAccount) -> None:
        self._account = account

    async def open(self, phone: Phone, payload: str = "") -> None:
        """Let the bot in; by a link with a payload, it is started there as well."""
        if phone.opened:
            return
        phone.opened, phone.blocked = True, False
        phone.tell()
        group = group_of(phone)
        await self._tell_member(group, "left", "member")
        await self._tell(group, {"new_chat_members": [self._account.me()]})
        if payload:
            await self.say(phone, f"/start@{self._account.me()['username']} {payload}")

    async def unblock(self, phone: Phone) -> None:
        """Let the bot in again."""
        await self.open(phone)

    async def block(self, phone: Phone) -> None:
        """Put the bot out."""
        if phone.opened:
            phone.opened, phone.blocked = False, True
            phone.tell()
            await self._tell_member(group_of(phone), "member", "kicked")

    async def say(self, phone: Phone, text: str) -> None:
        """Somebody types a text; the bot hears of it if it is meant for it, or if it is told everything."""
        group = group_of(phone)
        entities = with_found(text, [])
        content = {"text": text, **({"entities": entities} if entities else {})}
        message = self._account.hear(group, content, group.show_written(text))
        if group.opened and (not group.private or self._is_for_the_bot(text)):
            await self._account.updates.tell("message", message, ("chat", int(group.address)))

    async def send(self, phone: Phone, content: str) -> None:  # noqa: ARG002 - the same for whatever is sent
        """Nothing but text is sent in the groups of the desk: bots are not told of it."""
        raise NotPossibleError("in a group of the desk people write")

    async def press(self, phone: Phone, bubble: Bubble | None, button: Button, picked: str) -> None:  # noqa: ARG002
        """Tap a button: whoever taps one in a group is a user like any other."""
        group = group_of(phone)
        if bubble is not None and "callback_data" in button.action:
            query = {
                "id": self._account.ask(group),
                "from": user_of(group.writer),
                "message": self._account.shown[bubble.id].message,
                "chat_instance": str(-int(group.address) * 7919),
                "data": button.action["callback_data"],
            }
            await self._account.updates.tell("callback_query", query, ("callback", int(group.writer.address)))

    async def came(self, group: Group, who: Phone) -> None:
        """Somebody came into the group."""
        await self._tell(group, {"new_chat_members": [user_of(who)]})

    async def left(self, group: Group, who: Phone) -> None:
        """Somebody left the group."""
        await self._tell(group, {"left_chat_member": user_of(who)})

    async def become_supergroup(self, group: Group) -> None:
        """The group gets another number, under which it goes on."""
        new = int(f"-100{abs(int(group.address))}")
        await self._tell(group, {"migrate_to_chat_id": new})
        old = int(group.address)
        self._account.phones.renumber(group, new)
        await self._tell(group, {"migrate_from_chat_id": old})

    def _is_for_the_bot(self, text: str) -> bool:
        name = str(self._account.me()["username"]).lower()
        mentioned = name in {found.lower() for found in MENTION.findall(text)}
        return mentioned or bool(re.match(rf"/\w+(@{name}\b|\s|$)", text.lower()))

    async def _tell(self, group: Group, content: Plain) -> None:
        if group.opened:
            message = self._account.service(group, user_of(group.writer), content)
            await self._account.updates.tell("message", message, ("chat", int(group.address)))

    async def _tell_member(self, group: Group, before: str, after: str) -> None:
        change = {
            "chat": chat_json(group),
            "from": user_of(group.writer),
            "date": int(self._account.now().timestamp()),
            "old_chat_member": self._account.member(before),
            "new_chat_member": self._account.member(after),
        }
        await self._account.updates.tell("my_chat_member", change, ("chat", int(group.address)))
