"""Telegram's methods about the bot itself: who it is, where updates go, its commands and menu."""

from __future__ import annotations

import re
from typing import Any

from simulator.bubbles import Plain
from simulator.checks import callable_from_outside
from simulator.telegram.account import TelegramAccount, chat_json
from simulator.telegram.calls import Parameters, bad
from simulator.telegram.messages import Method
from simulator.telegram.updates import Webhook

COMMANDS = 100
MENU_BUTTONS = ("commands", "web_app", "default")


class SettingMethods:
    """getMe, webhooks and polling, commands, menu button, descriptions, files."""

    def __init__(self, account: TelegramAccount) -> None:
        self._account = account
        self._commands: dict[str, list[Plain]] = {}
        self._menu_buttons: dict[str, Plain] = {}
        self._words: dict[tuple[str, str], str] = {}

    def table(self) -> dict[str, Method]:
        """The methods by name."""
        return {
            "getMe": self.get_me,
            "setWebhook": self.set_webhook,
            "deleteWebhook": self.delete_webhook,
            "getWebhookInfo": self.get_webhook_info,
            "getUpdates": self.get_updates,
            "setMyCommands": self.set_commands,
            "getMyCommands": self.get_commands,
            "deleteMyCommands": self.delete_commands,
            "setChatMenuButton": self.set_menu_button,
            "getChatMenuButton": self.get_menu_button,
            "getFile": self.get_file,
            "getChat": self.get_chat,
            "getChatMemberCount": self.get_member_count,
            **self._word_methods("Name", "name", 64),
            **self._word_methods("Description", "description", 512),
            **self._word_methods("ShortDescription", "short_description", 120),
        }

    async def get_me(self, _parameters: Parameters) -> Plain:
        """Who the bot is."""
        return self._account.me() | {
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }

    async def set_webhook(self, parameters: Parameters) -> bool:
        """Send updates to an address: HTTPS, or this machine; an empty one stops it."""
        url, secret = parameters.text("url"), parameters.text("secret_token")
        if not url:
            return await self.delete_webhook(parameters)
        if not callable_from_outside(url):
            raise bad("bad webhook: An HTTPS URL must be provided for webhook")
        if secret and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
            raise bad("secret token contains unallowed characters")
        allowed = parameters.texts("allowed_updates")
        if allowed is None:
            allowed = self._account.updates.webhook.allowed
        webhook = Webhook(url, secret, parameters.whole("max_connections", 40), allowed)
        await self._account.updates.set_webhook(webhook, drop=parameters.truth("drop_pending_updates"))
        return True

    async def delete_webhook(self, parameters: Parameters) -> bool:
        """Let the bot ask for updates."""
        webhook = Webhook("", "", allowed=self._account.updates.webhook.allowed)
        await self._account.updates.set_webhook(webhook, drop=parameters.truth("drop_pending_updates"))
        return True

    async def get_webhook_info(self, _parameters: Parameters) -> Plain:
        """Where updates go, how many wait, and what went wrong last."""
        updates = self._account.updates
        webhook = updates.webhook
        info: Plain = {
            "url": webhook.url,
            "has_custom_certificate": False,
            "pending_update_count": len(updates.pending),
            "max_connections": webhook.max_connections,
        }
        if webhook.allowed:
            info["allowed_updates"] = webhook.allowed
        if webhook.last_error:
            moment, reason = webhook.last_error
            info |= {"last_error_date": int(moment.timestamp()), "last_error_message": reason}
        return info

    async def get_updates(self, parameters: Parameters) -> list[Plain]:
        """The updates since an offset, which confirms those before it."""
        if (allowed := parameters.texts("allowed_updates")) is not None:
            self._account.updates.webhook.allowed = allowed or None
        limit = min(100, max(1, parameters.whole("limit", 100)))
        return await self._account.updates.asked(parameters.whole("offset"), limit, parameters.whole("timeout"))

    async def set_commands(self, parameters: Parameters) -> bool:
        """The commands that people are offered, for a scope and a language."""
        commands = parameters.things("commands")
        if len(commands) > COMMANDS:
            raise bad("BOT_COMMANDS_TOO_MUCH")
        for command in commands:
            if not re.fullmatch(r"[a-z0-9_]{1,32}", str(command.get("command", ""))):
                raise bad("BOT_COMMAND_INVALID")
            if not 1 <= len(str(command.get("description", ""))) <= 256:
                raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
        self._commands[_scope(parameters)] = commands
        return True

    async def get_commands(self, parameters: Parameters) -> list[Plain]:
        """The commands of a scope and a language."""
        return self._commands.get(_scope(parameters), [])

    async def delete_commands(self, parameters: Parameters) -> bool:
        """Offer no commands in a scope and a language."""
        self._commands.pop(_scope(parameters), None)
        return True

    async def set_menu_button(self, parameters: Parameters) -> bool:
        """What stands beside the text field, in one chat or in all."""
        button = parameters.thing("menu_button") or {"type": "default"}
        if button.get("type") not in MENU_BUTTONS:
            raise bad("menu button has an unsupported type")
        if parameters.text("chat_id"):
            self._account.known_chat(parameters)
        self._menu_buttons[parameters.text("chat_id")] = button
        return True

    async def get_menu_button(self, parameters: Parameters) -> Plain:
        """What stands beside the text field."""
        return self._menu_buttons.get(parameters.text("chat_id")) or self._menu_buttons.get("") or {"type": "commands"}

    async def get_file(self, parameters: Parameters) -> Plain:
        """Where to fetch a file."""
        file_id = parameters.text("file_id")
        upload = self._account.files.get(file_id)
        if upload is None:
            raise bad("invalid file_id")
        path = f"files/{file_id}/{upload.name}"
        size = len(upload.content)
        return {"file_id": file_id, "file_unique_id": file_id[-12:], "file_size": size, "file_path": path}

    async def get_chat(self, parameters: Parameters) -> Plain:
        """A private chat in full."""
        phone = self._account.known_chat(parameters)
        gifts = dict.fromkeys(
            ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
        )
        return chat_json(phone) | {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": gifts}

    async def get_member_count(self, parameters: Parameters) -> int:
        """How many members a group has, the bot counted as one."""
        return self._account.chat_of(parameters).people + 1

    def _word_methods(self, title: str, name: str, most: int) -> dict[str, Method]:
        async def set_words(parameters: Parameters) -> bool:
            if len(parameters.text(name)) > most:
                raise bad(f"{name} is too long")
            self._words[name, parameters.text("language_code")] = parameters.text(name)
            return True

        async def get_words(parameters: Parameters) -> dict[str, Any]:
            words = self._words.get((name, parameters.text("language_code"))) or self._words.get((name, ""), "")
            return {name: words}

        return {f"setMy{title}": set_words, f"getMy{title}": get_words}


def _scope(parameters: Parameters) -> str:
    scope = parameters.thing("scope") or {"type": "default"}
    return f"{sorted(scope.items())}{parameters.text('language_code')}"
