"""Telegram's Bot API over HTTP: the token in the path, the method, the answer."""

from __future__ import annotations

import re
from typing import Any

from aiohttp import web

from simulator.telegram.account import TelegramAccount
from simulator.telegram.calls import Parameters, RefusedCallError, parameters_of
from simulator.telegram.messages import MessageMethods
from simulator.telegram.settings import SettingMethods

TOKEN = re.compile(r"\d+:[\w-]+")


class TelegramApi:
    """Finds the method and words the answer."""

    def __init__(self, account: TelegramAccount) -> None:
        self._account = account
        table = MessageMethods(account).table() | SettingMethods(account).table()
        self._methods = {name.lower(): method for name, method in table.items()}

    async def answer(self, request: web.Request) -> web.Response:
        """Answer ``/bot<token>/<method>``."""
        try:
            self._check_token(request)
            result = await self.call(request.match_info["method"], await parameters_of(request))
        except RefusedCallError as refusal:
            return refusal.response()
        return web.json_response({"ok": True, "result": result})

    async def call(self, name: str, parameters: Parameters) -> Any:
        """Carry out a method; RefusedCallError says why not."""
        method = self._methods.get(name.lower())
        if method is None:
            raise RefusedCallError(404, "Not Found")
        return await method(parameters)

    async def file(self, request: web.Request) -> web.Response:
        """A file by the path that ``getFile`` told."""
        try:
            self._check_token(request)
        except RefusedCallError as refusal:
            return refusal.response()
        upload = self._account.files.get(request.match_info["file"])
        if upload is None:
            return RefusedCallError(404, "Not Found").response()
        return web.Response(body=upload.content, content_type="application/octet-stream")

    def _check_token(self, request: web.Request) -> None:
        token = request.match_info["token"]
        if not TOKEN.fullmatch(token):
            raise RefusedCallError(404, "Not Found")
        if token != self._account.settings.telegram_token:
            raise RefusedCallError(401, "Unauthorized")
