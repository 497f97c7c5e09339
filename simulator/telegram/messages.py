"""Telegram's methods that send, change and delete messages, and answer taps."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from simulator.bubbles import Plain
from simulator.checks import utf16
from simulator.phone import Phone
from simulator.samples import size_of
from simulator.telegram.account import ANSWERED_WITHIN, Said, TelegramAccount
from simulator.telegram.calls import Parameters, Upload, bad
from simulator.telegram.entities import check_entities, read_html, trimmed, with_found
from simulator.telegram.markup import inline_rows, keyboard_of, read_markup

Method = Callable[[Parameters], Awaitable[Any]]

TEXT = 4096
CAPTION = 1024
ALERT = 200
DELETABLE = timedelta(hours=48)
CHAT_ACTIONS = frozenset(
    {
        "typing",
        "choose_sticker",
        "find_location",
        *(f"upload_{kind}" for kind in ("photo", "video", "voice", "document", "video_note")),
        *(f"record_{kind}" for kind in ("video", "voice", "video_note")),
    }
)


class MessageMethods:
    """Sending, editing, deleting, answering."""

    def __init__(self, account: TelegramAccount) -> None:
        self._account = account

    def table(self) -> dict[str, Method]:
        """The methods by name."""
        return {
            "sendMessage": self.send_message,
            "sendPhoto": self.send_photo,
            "sendDocument": self.send_document,
            "sendLocation": self.send_location,
            "sendChatAction": self.send_chat_action,
            "editMessageText": self.edit_text,
            "editMessageCaption": self.edit_caption,
            "editMessageReplyMarkup": self.edit_markup,
            "deleteMessage": self.delete,
            "answerCallbackQuery": self.answer_callback,
        }

    async def send_message(self, parameters: Parameters) -> Plain:
        """Send a text."""
        phone = self._account.chat_of(parameters)
        text, entities = formatted(parameters, "text", "entities", TEXT)
        if not text:
            raise bad("message text is empty")
        markup = read_markup(parameters)
        self._account.pace(phone)
        return self._account.say(phone, _content("text", text, entities), [_text(text, entities)], markup)

    async def send_photo(self, parameters: Parameters) -> Plain:
        """Send a picture with a caption: uploaded, by address or by the id of an earlier one."""
        phone = self._account.chat_of(parameters)
        kept, part = self._file(parameters, "photo")
        photo = [{**kept, "width": 240, "height": 160}]
        if known := self._account.files.get(kept["file_id"]):
            photo[0] |= dict(zip(("width", "height"), size_of(known.content) or (240, 160), strict=True))
        return self._send_file(phone, parameters, {"photo": photo}, {"kind": "image", **part})

    async def send_document(self, parameters: Parameters) -> Plain:
        """Send a file with a caption: uploaded, by address or by the id of an earlier one."""
        phone = self._account.chat_of(parameters)
        kept, part = self._file(parameters, "document")
        known = self._account.files.get(kept["file_id"])
        name = known.name if known else part["url"].rpartition("/")[2]
        document = {**kept, "file_name": name, **({"mime_type": known.mime} if known else {})}
        return self._send_file(phone, parameters, {"document": document}, {"kind": "file", "name": name, **part})

    async def send_location(self, parameters: Parameters) -> Plain:
        """Send a place."""
        phone = self._account.chat_of(parameters)
        place = {name: parameters.decimal(name) for name in ("latitude", "longitude")}
        self._account.pace(phone)
        return self._account.say(phone, {"location": place}, [{"kind": "location"}], read_markup(parameters))

    async def send_chat_action(self, parameters: Parameters) -> bool:
        """Show that something is being prepared."""
        phone = self._account.chat_of(parameters)
        if parameters.text("action") not in CHAT_ACTIONS:
            raise bad("wrong parameter action in request")
        phone.tell(type="typing")
        return True

    async def edit_text(self, parameters: Parameters) -> Plain:
        """Change the words and the keyboard of a message of the bot."""
        phone, said = self._own(parameters)
        text, entities = formatted(parameters, "text", "entities", TEXT)
        if not text:
            raise bad("message text is empty")
        if "text" not in said.message:
            raise bad("there is no text in the message to edit")
        content = _content("text", text, entities)
        return self._edit(phone, said, content, [_text(text, entities)], read_markup(parameters))

    async def edit_caption(self, parameters: Parameters) -> Plain:
        """Change the caption and the keyboard of a picture or file of the bot."""
        phone, said = self._own(parameters)
        if "text" in said.message:
            raise bad("there is no caption in the message to edit")
        caption, entities = formatted(parameters, "caption", "caption_entities", CAPTION)
        content = _content("caption", caption, entities)
        parts = [said.bubble.parts[0], *([_text(caption, entities)] if caption else [])]
        return self._edit(phone, said, content, parts, read_markup(parameters))

    async def edit_markup(self, parameters: Parameters) -> Plain:
        """Change the keyboard of a message of the bot."""
        phone, said = self._own(parameters)
        return self._edit(phone, said, {}, said.bubble.parts, read_markup(parameters))

    async def delete(self, parameters: Parameters) -> bool:
        """Delete a message of the last 48 hours."""
        phone = self._account.chat_of(parameters)
        said = self._account.said(phone, parameters.whole("message_id"))
        if said is None or said.bubble.deleted:
            raise bad("message to delete not found")
        if self._account.now() - said.bubble.at > DELETABLE:
            raise bad("message can't be deleted for everyone")
        said.bubble.parts, said.bubble.keyboard, said.bubble.deleted = [], [], True
        phone.change(said.bubble)
        return True

    async def answer_callback(self, parameters: Parameters) -> bool:
        """Answer a tap: once, within a minute, perhaps with a short text."""
        asked = self._account.callbacks.get(parameters.text("callback_query_id"))
        if asked is None or asked.answered or self._account.now() - asked.at > ANSWERED_WITHIN:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        if utf16(parameters.text("text")) > ALERT:
            raise bad("MESSAGE_TOO_LONG")
        asked.answered = True
        if parameters.text("text"):
            asked.phone.tell(type="toast", text=parameters.text("text"))
        return True

    def _own(self, parameters: Parameters) -> tuple[Phone, Said]:
        phone = self._account.chat_of(parameters)
        said = self._account.said(phone, parameters.whole("message_id"))
        if said is None or said.bubble.deleted:
            raise bad("message to edit not found")
        if said.bubble.sender != "bot":
            raise bad("message can't be edited")
        return phone, said

    def _edit(self, phone: Phone, said: Said, content: Plain, parts: list[Plain], markup: Plain | None) -> Plain:
        rows = inline_rows(markup)
        after = (
            _without(said.message, content) | content | ({"reply_markup": {"inline_keyboard": rows}} if rows else {})
        )
        if after == {name: value for name, value in said.message.items() if name != "edit_date"}:
            raise bad(
                "message is not modified: specified new message content and reply markup are exactly the same as"
                " a current content and reply markup of the message"
            )
        said.message = {**after, "edit_date": int(self._account.now().timestamp())}
        said.bubble.parts, said.bubble.keyboard = parts, keyboard_of(markup)
        phone.change(said.bubble)
        return said.message

    def _send_file(self, phone: Phone, parameters: Parameters, content: Plain, part: Plain) -> Plain:
        caption, entities = formatted(parameters, "caption", "caption_entities", CAPTION)
        markup = read_markup(parameters)
        self._account.pace(phone)
        parts = [part, *([_text(caption, entities)] if caption else [])]
        return self._account.say(phone, content | _content("caption", caption, entities), parts, markup)

    def _file(self, parameters: Parameters, name: str) -> tuple[Plain, Plain]:
        if upload := parameters.upload(name):
            kept = self._account.keep_file(upload)
            return kept, {"url": f"/desk/content/{kept['file_id']}"}
        wanted = parameters.text(name)
        if wanted.startswith(("http://", "https://")):
            return self._account.keep_file(Upload(wanted, "", b"")) | {"file_id": wanted}, {"url": wanted}
        if wanted not in self._account.files:
            raise bad(
                f"there is no {name} in the request" if not wanted else "wrong file identifier/HTTP URL specified"
            )
        size = len(self._account.files[wanted].content)
        kept = {"file_id": wanted, "file_unique_id": wanted[-12:], "file_size": size}
        return kept, {"url": f"/desk/content/{wanted}"}


def formatted(parameters: Parameters, name: str, listed: str, most: int) -> tuple[str, list[Plain]]:
    """A text and its entities as Telegram keeps them; refused when too long or badly formatted."""
    text, entities = parameters.text(name), parameters.things(listed)
    match parameters.text("parse_mode").lower():
        case "html":
            text, entities = read_html(text)
        case "":
            check_entities(entities)
        case mode:
            raise bad(f"unsupported parse_mode: the desk does not read {mode}")
    text, entities = trimmed(text, entities)
    if utf16(text) > most:
        raise bad("message is too long" if most == TEXT else "message caption is too long")
    return text, with_found(text, entities)


def _content(name: str, text: str, entities: list[Plain]) -> Plain:
    if not text:
        return {}
    listed = "entities" if name == "text" else "caption_entities"
    return {name: text, **({listed: entities} if entities else {})}


def _text(text: str, entities: list[Plain]) -> Plain:
    return {"kind": "text", "text": text, "entities": entities}


def _without(message: Plain, content: Plain) -> Plain:
    replaced = {"reply_markup", "edit_date"}
    if "text" in content:
        replaced |= {"text", "entities"}
    elif "text" not in message and content:
        replaced |= {"caption", "caption_entities"}
    return {name: value for name, value in message.items() if name not in replaced}
