"""Signs what a letter says with Ed25519, so that one changed byte shows; the first key signs, all can check."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

PUBLIC: Final = "pub."
"""Before a key that can only check: one that was used before, and signs no more."""
BYTES: Final = 32


class WrongKey(ValueError):
    """A key cannot be used; the message never shows it."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key; without its private part it can only check."""

    public: bytes
    private: bytes | None = None

    @property
    def id(self) -> str:
        """What letters name it by: the beginning of its fingerprint."""
        return hashlib.sha256(self.public).hexdigest()[:16]

    def __repr__(self) -> str:
        """Never show the key."""
        return f"Key({self.id})"


@dataclass(frozen=True, slots=True)
class Keys:
    """The network's keys: the first one signs, every one can check."""

    keys: tuple[Key, ...] = ()

    @property
    def can_sign(self) -> bool:
        """Whether letters can be issued."""
        return bool(self.keys) and self.keys[0].private is not None

    def sign(self, content: Mapping[str, Any]) -> tuple[str, str]:
        """The signature of a content (base64), and the id of the key that made it; only where :attr:`can_sign`."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415 (when needed)

        key = self.keys[0]
        if key.private is None:
            raise WrongKey("the first key has no private part")
        signed = Ed25519PrivateKey.from_private_bytes(key.private).sign(canonical(content))
        return base64.b64encode(signed).decode(), key.id

    def holds(self, content: Mapping[str, Any], signature: str, key: str) -> bool:
        """Whether the signature is that of this content, made by a key of ours."""
        from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 (when needed)
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415

        known = next((each for each in self.keys if each.id == key), None)
        if known is None:
            return False
        try:
            raw = base64.b64decode(signature, validate=True)
            if base64.b64encode(raw).decode() != signature:
                return False
            Ed25519PublicKey.from_public_bytes(known.public).verify(raw, canonical(content))
        except (InvalidSignature, ValueError):
            return False
        return True


def canonical(content: Mapping[str, Any]) -> bytes:
    """The one way in which a content is written before it is signed."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def read_keys(setting: str) -> Keys:
    """The keys in a setting, separated by commas, the one that signs first; raises :class:`WrongKey`."""
    return Keys(tuple(read_key(each.strip()) for each in setting.split(",") if each.strip()))


def read_key(words: str) -> Key:
    """One key: a private one, or ``pub.`` and a public one, in base64."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415 (when needed)

    try:
        raw = base64.b64decode(words.removeprefix(PUBLIC) + "=", altchars=b"-_", validate=True)
    except ValueError as error:
        raise WrongKey("is not written in base64") from error
    if len(raw) != BYTES:
        raise WrongKey("is not a key of 32 bytes")
    if words.startswith(PUBLIC):
        return Key(raw)
    return Key(Ed25519PrivateKey.from_private_bytes(raw).public_key().public_bytes_raw(), raw)


def new_key() -> tuple[str, str]:
    """A new key as settings hold it: the private one, and the public one for when it no longer signs."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415 (when needed)

    made = Ed25519PrivateKey.generate()
    private, public = made.private_bytes_raw(), made.public_key().public_bytes_raw()
    return written(private), PUBLIC + written(public)


def written(raw: bytes) -> str:
    """Bytes as a setting holds them."""
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")
