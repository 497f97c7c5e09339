"""Draws a letter with typst: one A4 page in Thai and English, Sarabun, with a QR code that leads to its check."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from bot import typesetting
from domain import qr
from domain.letters import Content
from domain.skills import TAXONOMY
from texts import LANGUAGES, dates

TEMPLATE: Final = Path(__file__).with_name("letter.typ")
PIXELS_AN_INCH: Final = 150


def pdf(content: Content, address: str) -> bytes:
    """The letter as a PDF; ``address`` is where it is checked."""
    return typesetting.pdf(TEMPLATE, letter=filled_in(content, address))


def png(content: Content, address: str) -> bytes:
    """The letter as a picture of about 1,240 by 1,754 pixels."""
    return typesetting.png(TEMPLATE, PIXELS_AN_INCH, letter=filled_in(content, address))


def filled_in(content: Content, address: str) -> str:
    """What the template reads, as JSON."""
    return json.dumps(filled(content, address), ensure_ascii=False)


def filled(content: Content, address: str) -> dict[str, Any]:
    """What the template reads."""
    return {
        "name": {"th": content.name_th, "en": content.name_en},
        "role": content.role,
        "project": content.project,
        "organisation": content.organisation,
        "period": both(lambda language: dates.days(language, content.began_on, content.ended_on)),
        "hours": both(lambda language: dates.duration(language, content.minutes)),
        "skills": both(lambda language: skills(language, content)),
        "praise": content.praise,
        "issuer": content.issuer,
        "issued": both(lambda language: dates.day(language, content.issued_on)),
        "code": content.code,
        "address": address,
        "version": {"th": f"ฉบับที่ {content.version}", "en": f"Version {content.version}"},
        "qr": qr.svg(f"{address}/{content.code}"),
    }


def both(words: Callable[[str], str]) -> Mapping[str, str]:
    """The same in both languages."""
    return {language: words(language) for language in LANGUAGES}


def skills(language: str, content: Content) -> str:
    """The skills in words."""
    return ", ".join(TAXONOMY[each].name(language) for each in content.skills if each in list(TAXONOMY)) or "–"
