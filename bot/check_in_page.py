"""The page that staff print or hold up for a session's check-in: two QR codes and six huge digits, without script."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Final

import fontpkg_sarabun

from domain import qr
from flows.check_in_sheet import Sheet

HEADERS: Final = {
    "Content-Security-Policy": "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline';"
    " frame-ancestors 'none'"
}
FACES: Final = {400: "Regular", 700: "Bold"}
CHANNELS: Final = {"line": "LINE", "telegram": "Telegram"}

STYLE: Final = """
@page { size: A4 portrait; margin: 12mm }
* { box-sizing: border-box; margin: 0 }
body { font: 1.15rem/1.5 Sarabun, "Noto Sans Thai", "Leelawadee UI", Thonburi, sans-serif; color: #10211e;
  background: #eef4f2; -webkit-print-color-adjust: exact; print-color-adjust: exact }
main { max-width: 50rem; margin: 2rem auto; padding: 2.5rem 2.5rem 2rem; background: #fff; border-radius: 1.25rem;
  border-top: .75rem solid #06705e; text-align: center }
h1 { font-size: 2.6rem; line-height: 1.25; color: #06705e }
h1 span, .both span { display: block; font-size: .55em; font-weight: 400; color: #48605a }
.project { margin-top: 1rem; font-size: 1.5rem; font-weight: 700; overflow-wrap: anywhere }
.session { color: #2b443e; overflow-wrap: anywhere }
.codes { display: flex; flex-wrap: wrap; justify-content: center; gap: 1rem 3rem; margin: 1.5rem 0 .5rem }
figure { width: min(17rem, 100%) }
figure img { display: block; width: 100%; image-rendering: pixelated }
figcaption { font-size: 1.3rem; font-weight: 700 }
.both { font-size: 1.35rem; line-height: 1.35; margin-top: .5rem }
.both span { font-size: .72em }
.code { margin: 1.25rem auto 0; padding: .25rem 1rem .5rem; border: .2rem solid #06705e; border-radius: 1rem;
  display: inline-block; font: 700 clamp(3.5rem, 17vw, 8rem)/1.15 ui-monospace, "DejaVu Sans Mono", monospace;
  letter-spacing: .04em; white-space: nowrap }
.code i { display: inline-block; width: .3em }
@media (max-width: 40rem) { main { margin: 0; border-radius: 0; padding: 1.5rem 1rem } h1 { font-size: 2rem } }
@media print { body { background: #fff } main { margin: 0 auto; padding: 1rem 0 0; border-radius: 0 } }
"""


def page(sheet: Sheet) -> str:
    """The whole page."""
    codes = "".join(figure(channel, address) for channel, address in sheet.addresses.items())
    opened = both("p", "both", sheet.words["open_chat"]) if codes else ""
    body = "".join(
        (
            both("h1", "", sheet.words["heading"]),
            f'<p class="project">{escape(sheet.project)}</p>',
            *(f'<p class="session">{escape(line)}</p>' for line in (*sheet.about.values(), sheet.where)),
            f'<div class="codes">{codes}</div>' if codes else "",
            opened,
            both("p", "both", sheet.words["type_this"]),
            f'<p class="code">{escape(sheet.code[:3])}<i></i>{escape(sheet.code[3:])}</p>',
        )
    )
    return whole(sheet.words["heading"]["th"], body)


def whole(title: str, body: str) -> str:
    """A page around a body."""
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">{style()}'
    return f'<!doctype html><html lang="th"><head>{head}<title>{escape(title)}</title></head><body><main>{body}</main>'


@lru_cache(maxsize=1)
def style() -> str:
    """How it looks, on a screen and on paper, with the letters that it is set in."""
    faces = "".join(face(weight, name) for weight, name in FACES.items())
    return f"<style>{faces}{STYLE}</style>"


def face(weight: int, name: str) -> str:
    """One weight of the letters, within the page itself."""
    letters = Path(fontpkg_sarabun.__file__).parent / "files" / f"Sarabun-{name}.ttf"
    drawn = base64.b64encode(letters.read_bytes()).decode()
    return f'@font-face {{ font-family: Sarabun; font-weight: {weight}; src: url("data:font/ttf;base64,{drawn}") }}'


def both(tag: str, kind: str, words: Mapping[str, str]) -> str:
    """Words in Thai, with the English ones smaller below."""
    named = f' class="{kind}"' if kind else ""
    return f'<{tag}{named}>{escape(words["th"])}<span lang="en">{escape(words["en"])}</span></{tag}>'


def figure(channel: str, address: str) -> str:
    """The QR code of one channel, within the page itself."""
    drawn = base64.b64encode(qr.png(address)).decode()
    name = CHANNELS[channel]
    return f'<figure><img alt="QR {name}" src="data:image/png;base64,{drawn}"><figcaption>{name}</figcaption></figure>'
