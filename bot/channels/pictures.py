"""Where a message's picture, or its file, is found by a platform, which fetches it from us."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final
from urllib.parse import quote

from domain.messages import Message

AddressOf = Callable[[str], str]
"""The whole address of a picture or a file on this channel; empty where the platform could not fetch it."""
_OURS: Final = re.compile(r"(.*/pictures/[0-9a-f]{32})(\.(?:png|jpg))")


def absolute(picture: str, public_url: str) -> str:
    """The whole address of a picture or a file; empty for one of ours where nobody outside can reach us."""
    if picture.startswith(("https://", "http://")):
        return quote(picture.strip(), safe="%/:?#[]@!$&'()*+,;=~-._", errors="replace")
    return f"{public_url}/{picture}" if public_url and picture else ""


def small(address: str) -> str:
    """The address of the small picture beside one of ours; somebody else's picture is its own."""
    return _OURS.sub(r"\1-small\2", address)


def placed(messages: Sequence[Message], address_of: AddressOf) -> list[Message]:
    """The messages with whole addresses: what the platform could not fetch is left out, its words stay."""
    return [
        replace(each, picture=each.picture and address_of(each.picture), file=each.file and address_of(each.file))
        if each.picture or each.file
        else each
        for each in messages
    ]
