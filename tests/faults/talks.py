"""What people say to us under faults: an onboarding, in which every answer depends on all that was said before."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import Final

OPEN: Final = "@open"
NAME: Final = "@name"
CALM: Final = "Samorn"
"""What those are called who talk to a bot that nothing happens to; nobody else is."""


@dataclass(frozen=True, slots=True)
class Talk:
    """What one kind of person says, line by line; what stands in brackets is tapped."""

    lines: tuple[str, ...]
    saved: dict[str, object]
    """What must be kept of it, besides what a calm person's talk left."""


TALKS: Final = (
    Talk(
        (
            OPEN,
            "[English]",
            "[Let's start]",
            "understood",
            "yes",
            "[Yes]",
            "[No]",
            NAME,
            "[Self-employed]",
            "I live in Chiang Mai",
            "both",
            "I do bookkeeping and spreadsheets",
            "yes",
            "[Can teach it]",
            "skip",
            "Saturday mornings and Wednesday evenings",
            "Right",
            "[Later]",
        ),
        {"sector": "freelance", "province": "CMI", "place": "both"},
    ),
    Talk(
        (
            OPEN,
            "[ไทย]",
            "[เริ่มเลย]",
            "รับทราบ",
            "24",
            "ไม่ได้",
            "[ได้]",
            NAME,
            "[เกษียณแล้ว]",
            "ขอนแก่น",
            "[ออนไลน์]",
            "ทำกราฟิก",
            "[ถูกต้อง]",
            "[ทำเป็นอาชีพ]",
            "ว่างเสาร์เช้า",
            "ถูกต้อง",
            "[ไว้ทีหลัง]",
        ),
        {"sector": "retired", "province": "KKN", "place": "online"},
    ),
    Talk(
        (
            OPEN,
            "English please",
            "ok",
            "[Understood]",
            "[Yes, I am]",
            "No",
            "Yes",
            NAME,
            "Private company",
            "Example Foods",
            "[Total only]",
            "Phuket",
            "[On site]",
            "teaching and graphic design",
            "[Right]",
            "skip",
            "[Do it for a living]",
            "Sunday afternoons",
            "yes",
            "Later",
        ),
        {"sector": "private", "province": "PKT", "place": "on_site", "employer": "Example Foods"},
    ),
)
SYLLABLES: Final = tuple("".join(each) for each in product("bdfklmnprstv", "aeiou"))


def name_of(number: int) -> str:
    """An invented name of letters alone, another for every number under 3600."""
    return f"Anong{SYLLABLES[number // len(SYLLABLES)]}{SYLLABLES[number % len(SYLLABLES)]}"
