"""What LINE's answers mean for a parcel."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import Any, Final

from bot.channels import CREDENTIALS, BadAddress, Outcome, QuotaSpent, Refused, ReplySpent, Sent, TryLater, Unreachable

_WHY: Final = 300
_OURS: Final = re.compile(r"[:,] messages\b|JSON|header", re.IGNORECASE)
"""A complaint about what we send, not about whom we send it to."""
_PLACE: Final = re.compile(r"\bto\[(\d{1,4})\]")


@dataclass(frozen=True, slots=True)
class Answer:
    """How a call ended: LINE's status and words, or ``status`` 0 when none came."""

    status: int
    words: str = ""
    """LINE's message and the names of the properties it complains about; never what was in them."""
    seconds: float | None = None
    """How long LINE asked us to wait."""
    left: bool = True
    """Whether the call left this machine, so that LINE may have heard it."""


def answer_of(status: int, body: str | None, headers: Mapping[str, str] | None) -> Answer:
    """An answer that says no."""
    return Answer(status, _words(body or ""), _seconds((headers or {}).get("retry-after", "")))


def outcome_of_reply(answer: Answer) -> Outcome:
    """What became of a reply; it is free, and its token works once, so trying again is safe."""
    if answer.status == HTTPStatus.BAD_REQUEST and "reply token" in answer.words.lower():
        return ReplySpent()
    return _taken(answer, Sent()) or _refused(answer)


def outcome_of_push(answer: Answer) -> Outcome:
    """What became of a push; its retry key makes trying again safe, and a repeated one is a sent one."""
    if answer.status == HTTPStatus.CONFLICT:
        return Sent(paid=True)
    if answer.status == HTTPStatus.BAD_REQUEST and answer.words.startswith("Failed to send messages"):
        return Unreachable("no such person here")
    return _taken(answer, Sent(paid=True)) or _refused(answer)


def outcome_of_multicast(answer: Answer) -> Outcome:
    """What became of a parcel for many; like a push, but a bad address is named, or somewhere among the others.

    Its rate is its own: only this parcel waits, and answers go on.
    """
    if answer.status == HTTPStatus.BAD_REQUEST and not _OURS.search(answer.words):
        found = _PLACE.search(answer.words)
        return BadAddress(int(found[1]) if found else None)
    outcome = outcome_of_push(answer)
    if isinstance(outcome, TryLater) and answer.status == HTTPStatus.TOO_MANY_REQUESTS:
        return replace(outcome, everyone=False)
    return outcome


def _taken(answer: Answer, sent: Sent) -> Outcome | None:
    """Taken, or perhaps taken later; ``None`` for a plain no."""
    status = answer.status
    if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        return sent
    if status == 0:
        return TryLater("no answer", unknown=answer.left, silent=True)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR or status == HTTPStatus.REQUEST_TIMEOUT:
        return TryLater(f"LINE failed ({status})", seconds=answer.seconds, unknown=True, silent=True)
    if status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}:
        return TryLater(CREDENTIALS, everyone=True)
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return _too_many(answer)
    return None


def _too_many(answer: Answer) -> Outcome:
    words = answer.words.lower()
    if "monthly" in words:
        return QuotaSpent()
    return TryLater("rate", seconds=answer.seconds, everyone="same user" not in words)


def _refused(answer: Answer) -> Refused:
    return Refused(f"{answer.status} {answer.words}".strip()[:_WHY])


def _words(body: str) -> str:
    """LINE's own words of an error body, without the values that it may quote."""
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    if not isinstance(told, dict) or not isinstance(told.get("message"), str):
        return ""
    names = [_name(detail) for detail in told["details"]] if isinstance(told.get("details"), list) else []
    named = ", ".join(name for name in names if name)
    return f"{told['message']}: {named}" if named else str(told["message"])


def _name(detail: Any) -> str:
    name = detail.get("property") if isinstance(detail, dict) else None
    return name if isinstance(name, str) else ""


def _seconds(text: str) -> float | None:
    return float(text) if text.isascii() and text.isdigit() and len(text) < 6 else None
