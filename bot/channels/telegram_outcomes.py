"""What Telegram's errors mean: for a parcel, and for whoever asked it something."""

from __future__ import annotations

import contextlib
import logging
import warnings
from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)
from telegram.warnings import PTBUserWarning

from bot.channels import CREDENTIALS, CredentialsRefused, Outcome, Refused, TryLater, Unreachable

# An answer of 2xx whose result the SDK cannot take apart: the message was sent all the same.
ODD_RESULT: Final = (TypeError, KeyError, ValueError, AttributeError, OverflowError, OSError)
_NOBODY: Final = ("chat not found", "peer_id_invalid", "user not found")
_NEVER_LEFT: Final = {"NeverLeft", "ClientConnectorError", "ClientConnectorDNSError", "ConnectionTimeoutError"}
_WHY: Final = 200
_BAD_PICTURE: Final = (
    "failed to get http url content",
    "wrong type of the web page content",
    "wrong file identifier",
    "webpage_",
    "photo_",
    "document_",
    "image_process_failed",
    "wrong remote file",
)


def outcome_of(error: TelegramError) -> Outcome:
    """What a failure means for the parcel. BadRequest and TimedOut are NetworkErrors too, so the order matters."""
    outcome: Outcome
    match error:
        case RetryAfter():
            outcome = TryLater("rate", seconds=_seconds(error.retry_after))
        case Forbidden():
            outcome = Unreachable(error.message[:_WHY])
        case InvalidToken():
            outcome = TryLater(CREDENTIALS, everyone=True)
        case ChatMigrated():
            outcome = Refused("the chat became a group with another number")
        case BadRequest():
            gone = error.message.lower().startswith(_NOBODY)
            outcome = Unreachable(error.message[:_WHY]) if gone else Refused(error.message[:_WHY])
        case _:
            outcome = _unanswered(error)
    return outcome


def _unanswered(error: TelegramError) -> TryLater:
    """Nobody knows whether it was sent, except where it never left this machine or was turned away at the door."""
    if error.message.startswith("Too Many Requests"):
        return TryLater("rate")
    never_left = type(error.__cause__).__name__ in _NEVER_LEFT
    return TryLater("no answer", unknown=not never_left, silent=True)


def _seconds(wait: int | timedelta) -> float:
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


@contextlib.contextmanager
def asking() -> Iterator[None]:
    """Turn the SDK's errors into the two that a channel raises, without a token in them."""
    try:
        yield
    except (InvalidToken, Forbidden):
        raise CredentialsRefused("Telegram does not accept the token") from None
    except TelegramError as error:
        raise ConnectionError(f"Telegram did not answer: {type(error).__name__}") from None
    except ODD_RESULT as error:
        raise ConnectionError(f"Telegram answered oddly: {type(error).__name__}") from None


def hush() -> None:
    """Keep the SDK's own logs quiet: they show addresses with the token in them, and what people wrote."""
    logging.getLogger("httpx").setLevel(logging.WARNING)
    logging.getLogger("httpcore").setLevel(logging.WARNING)
    logging.getLogger("telegram").setLevel(logging.CRITICAL)
    # getUpdates is asked for as plain data on purpose, and a wait is understood in both of the SDK's ways.
    warnings.filterwarnings("ignore", "Please use 'Bot.getUpdates'", PTBUserWarning)
    warnings.filterwarnings("ignore", ".*`retry_after`", PTBUserWarning)


def picture_is_bad(error: TelegramError) -> bool:
    """Is it the picture, or the file, that Telegram does not take, and not the chat or the words?"""
    return isinstance(error, BadRequest) and error.message.lower().startswith(_BAD_PICTURE)
