"""What a person does in Telegram, and what the bot is told about it."""

from __future__ import annotations

from simulator.bubbles import Bubble, Button, Plain
from simulator.phone import NotPossibleError, Phone
from simulator.samples import sample
from simulator.telegram.account import TelegramAccount, chat_json, user_of
from simulator.telegram.calls import Upload
from simulator.telegram.entities import with_found


class TelegramPerson:
    """The acts of people who use Telegram."""

    def __init__(self, account: TelegramAccount) -> None:
        self._account = account

    async def open(self, phone: Phone, payload: str = "") -> None:
        """Press Start, perhaps behind a link with a payload; a blocked bot is unblocked first."""
        if phone.blocked:
            await self.unblock(phone)
        phone.opened = True
        phone.tell()
        await self.say(phone, f"/start {payload}".strip())

    async def say(self, phone: Phone, text: str) -> None:
        """Type a text; it also starts the chat."""
        entities = with_found(text, [])
        content = {"text": text, **({"entities": entities} if entities else {})}
        await self._tell_message(phone, content, [{"kind": "text", "text": text, "entities": entities}])

    async def send(self, phone: Phone, content: str) -> None:
        """Send something that is not a text."""
        match content:
            case "sticker":
                await self._tell_message(phone, {"sticker": self._sticker()}, [{"kind": "sticker"}])
            case "location":
                place = {"latitude": 13.7649, "longitude": 100.5383}
                await self._tell_message(phone, {"location": place}, [{"kind": "location"}])
            case "image" | "video" | "audio" | "file":
                await self._tell_message(phone, *self._file(content))
            case _:
                raise NotPossibleError(f"no such content: {content}")

    async def press(self, phone: Phone, bubble: Bubble | None, button: Button, picked: str) -> None:  # noqa: ARG002
        """Tap a button of an inline keyboard, or one that types for the person."""
        self._may_send(phone)
        if bubble is not None and "say" in button.action:
            phone.use_quick(bubble)
            await self.say(phone, button.action["say"])
        elif bubble is not None and "callback_data" in button.action:
            await self._tell_callback(phone, bubble, button.action["callback_data"])

    async def block(self, phone: Phone) -> None:
        """Block the bot."""
        if not phone.blocked:
            phone.blocked = True
            phone.tell()
            await self._tell_member(phone, "member", "kicked")

    async def unblock(self, phone: Phone) -> None:
        """Unblock the bot."""
        if phone.blocked:
            phone.blocked = False
            phone.tell()
            await self._tell_member(phone, "kicked", "member")

    async def _tell_message(self, phone: Phone, content: Plain, parts: list[Plain]) -> None:
        self._may_send(phone)
        phone.opened = True
        phone.last_said_at = self._account.now()
        message = self._account.hear(phone, content, phone.show("person", parts))
        await self._account.updates.tell("message", message, ("chat", int(phone.address)))

    async def _tell_callback(self, phone: Phone, bubble: Bubble, data: str) -> None:
        query = {
            "id": self._account.ask(phone),
            "from": user_of(phone),
            "message": self._account.shown[bubble.id].message,
            "chat_instance": str(-int(phone.address) * 7919),
            "data": data,
        }
        await self._account.updates.tell("callback_query", query, ("callback", int(phone.address)))

    async def _tell_member(self, phone: Phone, before: str, after: str) -> None:
        change = {
            "chat": chat_json(phone),
            "from": user_of(phone),
            "date": int(self._account.now().timestamp()),
            "old_chat_member": self._account.member(before),
            "new_chat_member": self._account.member(after),
        }
        await self._account.updates.tell("my_chat_member", change, ("chat", int(phone.address)))

    def _sticker(self) -> Plain:
        kept = self._account.keep_file(Upload("sticker.webp", "image/webp", b"RIFF"))
        return {
            **kept,
            "type": "regular",
            "width": 512,
            "height": 512,
            "is_animated": False,
            "is_video": False,
            "emoji": "👍",
        }

    def _file(self, kind: str) -> tuple[Plain, list[Plain]]:
        made = sample(kind)
        kept = self._account.keep_file(Upload(made.name, made.mime, made.content))
        part: Plain = {"kind": kind, "url": f"/desk/content/{kept['file_id']}"}
        match kind:
            case "image":
                return {"photo": [{**kept, "width": 240, "height": 160}]}, [part]
            case "video":
                return {"video": {**kept, "width": 240, "height": 160, "duration": 4, "mime_type": made.mime}}, [part]
            case "audio":
                return {"voice": {**kept, "duration": 4, "mime_type": made.mime}}, [part]
            case _:
                document = {**kept, "file_name": made.name, "mime_type": made.mime}
                return {"document": document}, [{**part, "name": made.name}]

    def _may_send(self, phone: Phone) -> None:
        if phone.blocked:
            raise NotPossibleError(f"{phone.name} has blocked the bot")
