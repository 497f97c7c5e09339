"""One way of writing for everything that is read: the same words typed differently become the same text."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

LONGEST: Final = 6000
"""Characters beyond this are not read at all."""

_ALIKE: Final = str.maketrans(
    {
        **{chr(0x0E50 + digit): str(digit) for digit in range(10)},
        **{chr(wide): chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)},
        **dict.fromkeys("–—‒―−﹣‐‑", "-"),
        **dict.fromkeys("〜～∼˜", "~"),
        **dict.fromkeys("→➡⇒", "-"),
        **dict.fromkeys("‘’‛`´", "'"),
        **dict.fromkeys("“”„«»", '"'),
        **dict.fromkeys("•●▪◦·", ","),
        "×": "x",
        "\u3000": " ",
        "\u00a0": " ",
        "\t": " ",
        "\r": "\n",
    }
)
_UNSEEN: Final = re.compile(
    "[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u00ad\ufe00-\ufe0f\x00-\x09\x0b-\x1f\x7f-\x9f]"
)
_FOREIGN_MARKS: Final = re.compile("[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")
_PICTURES: Final = re.compile("[\u2190-\u2bff\u3030\u303d\u3297\u3299\ue000-\uf8ff\U0001f000-\U000e007f]+")

_SPELLING: Final = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        ("เเ", "แ"),
        ("ํ([่-๋]?)า", r"\1ำ"),
        ("([่-๋])ํา", r"\1ำ"),
        ("ำ([่-๋])", r"\1ำ"),
        ("ๅ", "า"),
        ("([่-๋])([ัิ-ู])", r"\2\1"),
        ("([ัิ-ฺ็-๎])\\1+", r"\1"),
        ("([ะา])\\1+", r"\1"),
        ("(?<=[ก-๎])([ก-ธผ-ศหฬฮ])\\1{2,}", r"\1"),
        ("(?<=[ก-๎])([นบปสษอ])\\1{2,}(?![ก-๎])", r"\1"),
        ("([เ-ไ])\\1{2,}", r"\1"),
        ("(?i:([a-z])\\1{2,})", r"\1"),
    )
)
_LAUGHTER: Final = re.compile(
    r"(?<![\d.,:/#-])5{3,}\+*(?![\d:/%-]|[.,]\d)|(?<=[ก-๙])\s*(?<![\d.,:/-])5{2,}\++(?![\d])"
    r"|(?:ฮ่า|อิ|คริ|ฮิ|หุ|แหะ|เหะ|แฮ่){1,}ๆ*(?![ก-๙])|\b(?:ha){2,}h?\b|\blo+l\b",
    re.IGNORECASE,
)
_BLANKS: Final = re.compile(r"[^\S\n]+")
_LINES: Final = re.compile(r"\s*\n\s*")


def tidy(text: str) -> str:
    """The text in one spelling of its characters, its case kept: no pictures, laughter, elongation or unseen marks."""
    text = unicodedata.normalize("NFC", text[:LONGEST])
    text = _UNSEEN.sub("", text.translate(_ALIKE))
    text = _FOREIGN_MARKS.sub("", text)
    text = _PICTURES.sub(" ", text)
    for pattern, replacement in _SPELLING:
        text = pattern.sub(replacement, text)
    text = _LAUGHTER.sub(" ", text)
    return _LINES.sub("\n", _BLANKS.sub(" ", text)).strip()


_BETWEEN: Final = re.compile(rf"(?:\s*{_PICTURES.pattern})+\s*(?=[^\W\d_])|\s+5{{3,}}\+?\s+(?=[^\W\d_])")


def stopped(text: str) -> str:
    """The text with a stop for pictures and laughter that stand between sentences."""
    return _BETWEEN.sub(" ! ", text)


def folded(tidied: str) -> str:
    """Tidied text in lower case, letter for letter: positions in it are positions in the tidied text."""
    lower = tidied.lower()
    return lower if len(lower) == len(tidied) else "".join(c.lower() if len(c.lower()) == 1 else c for c in tidied)


def normalise(text: str) -> str:
    """The text as it is compared: tidied and in lower case."""
    return folded(tidy(text))
