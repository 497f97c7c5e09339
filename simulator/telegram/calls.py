"""A call to Telegram's Bot API: its parameters, however they were sent, and its refusal."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from simulator.bubbles import Plain


class RefusedCallError(Exception):
    """The call is answered with ``ok: false``."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def response(self) -> web.Response:
        """The answer as Telegram words it."""
        body: Plain = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return web.json_response(body, status=self.code)


def bad(reason: str) -> RefusedCallError:
    """A refusal with code 400."""
    return RefusedCallError(400, f"Bad Request: {reason}")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a call."""

    name: str
    mime: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Parameters:
    """The parameters of a call; texts and JSON values are told apart when they are read."""

    values: Plain
    files: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """A text; empty when missing."""
        value = self.values.get(name, "")
        return value if isinstance(value, str) else json.dumps(value)

    def whole(self, name: str, otherwise: int = 0) -> int:
        """A whole number; the other value when missing or not a number."""
        try:
            return int(self.values.get(name, otherwise))
        except (TypeError, ValueError, OverflowError):
            return otherwise

    def decimal(self, name: str) -> float:
        """A needed number."""
        try:
            return float(self.values.get(name, ""))
        except (TypeError, ValueError):
            raise bad(f"{name} is empty") from None

    def truth(self, name: str) -> bool:
        """Is it switched on?"""
        return str(self.values.get(name, "")).lower() in {"true", "1"}

    def json(self, name: str) -> Any:
        """A value of any shape; ``None`` when missing."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value) if value else None
        except json.JSONDecodeError:
            raise bad(f"can't parse {name} JSON object") from None

    def thing(self, name: str) -> Plain | None:
        """An object; ``None`` when missing."""
        value = self.json(name)
        if value is None or isinstance(value, dict):
            return value
        raise bad(f"object expected as {name.replace('_', ' ')}")

    def things(self, name: str) -> list[Plain]:
        """A list of objects; empty when missing."""
        value = self.json(name)
        if value is None:
            return []
        if isinstance(value, list) and all(isinstance(each, dict) for each in value):
            return value
        raise bad(f"can't parse {name} JSON object")

    def texts(self, name: str) -> list[str] | None:
        """A list of texts; ``None`` when missing."""
        value = self.json(name)
        if value is None or (isinstance(value, list) and all(isinstance(each, str) for each in value)):
            return value
        raise bad(f"can't parse {name} JSON object")

    def upload(self, name: str) -> Upload | None:
        """A file sent under this name, or attached by it."""
        value = self.values.get(name)
        if isinstance(value, str) and value.startswith("attach://"):
            return self.files.get(value.removeprefix("attach://"))
        return self.files.get(name)


async def parameters_of(request: web.Request) -> Parameters:
    """The parameters from the query and the body: a form, a multipart form or JSON."""
    values: Plain = dict(request.query)
    if request.method == "GET" or not request.can_read_body:
        return Parameters(values)
    if request.content_type == "application/json":
        return Parameters(values | await _json_body(request))
    files: dict[str, Upload] = {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            files[name] = Upload(value.filename, value.content_type, value.file.read())
        else:
            values[name] = value.decode() if isinstance(value, bytes | bytearray) else value
    return Parameters(values, files)


async def _json_body(request: web.Request) -> Plain:
    try:
        body = json.loads(await request.read() or b"{}")
        json.dumps(body, ensure_ascii=False).encode()
    except ValueError:
        raise bad("can't parse JSON object") from None
    if not isinstance(body, dict):
        raise bad("can't parse JSON object")
    return body
