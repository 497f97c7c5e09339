"""LINE's rules for flex messages: which parts go where, what they may say, and how big they may be."""

from __future__ import annotations

import json
from collections.abc import Callable

from simulator.checks import Plain, Problem, Problems, at, items, kind_of, one_of, shaped, things, url, words
from simulator.line.limits_actions import FLEX_AREA, FLEX_BUTTON, check_action

BUBBLE_BYTES = 30 * 1024
CAROUSEL_BYTES = 50 * 1024
SIZES = ("nano", "micro", "deca", "hecto", "kilo", "mega", "giga")

_PLACED = "type flex margin position offsetTop offsetBottom offsetStart offsetEnd"
PROPERTIES: dict[str, frozenset[str]] = {
    kind: frozenset(names.split())
    for kind, names in {
        "box": f"{_PLACED} layout contents spacing backgroundColor borderColor borderWidth cornerRadius width maxWidth"
        " height maxHeight paddingAll paddingTop paddingBottom paddingStart paddingEnd action justifyContent"
        " alignItems background",
        "button": f"{_PLACED} color style action gravity height adjustMode scaling",
        "image": f"{_PLACED} url align gravity size aspectRatio aspectMode backgroundColor action animated",
        "video": "type url previewUrl altContent aspectRatio action",
        "icon": f"{_PLACED} url size aspectRatio scaling",
        "text": f"{_PLACED} text size align gravity color weight style decoration wrap lineSpacing action maxLines"
        " contents adjustMode scaling",
        "span": "type text size color weight style decoration",
        "separator": "type margin color",
        "filler": "type flex",
        "bubble": "type direction styles header hero body footer size action",
        "carousel": "type contents",
    }.items()
}
CHOICES: dict[str, dict[str, tuple[str, ...]]] = {
    "box": {
        "layout": ("horizontal", "vertical", "baseline"),
        "position": ("relative", "absolute"),
        "justifyContent": ("center", "flex-start", "flex-end", "space-between", "space-around", "space-evenly"),
        "alignItems": ("center", "flex-start", "flex-end"),
    },
    "button": {
        "style": ("primary", "secondary", "link"),
        "height": ("md", "sm"),
        "gravity": ("top", "bottom", "center"),
        "adjustMode": ("shrink-to-fit",),
    },
    "image": {"align": ("start", "end", "center"), "aspectMode": ("fit", "cover")},
    "text": {
        "align": ("start", "end", "center"),
        "gravity": ("top", "bottom", "center"),
        "weight": ("regular", "bold"),
        "style": ("normal", "italic"),
        "decoration": ("none", "underline", "line-through"),
        "adjustMode": ("shrink-to-fit",),
    },
    "span": {"weight": ("regular", "bold"), "style": ("normal", "italic")},
    "bubble": {"size": SIZES, "direction": ("ltr", "rtl")},
}
_KEYWORDS = "none|xs|sm|md|lg|xl|xxl"
_PIXELS = r"\d+(\.\d+)?px"
_SHARE = r"\d+(\.\d+)?%"
_COLOUR = "#[0-9a-fA-F]{6}([0-9a-fA-F]{2})?"
_SPACE = f"{_KEYWORDS}|{_PIXELS}"
_TEXT_SIZE = f"xxs|xs|sm|md|lg|xl|xxl|3xl|4xl|5xl|{_PIXELS}"
SHAPES: dict[str, str] = {
    **dict.fromkeys(("color", "backgroundColor", "borderColor"), _COLOUR),
    **dict.fromkeys(("spacing", "margin", "cornerRadius"), _SPACE),
    **{f"padding{side}": f"{_SPACE}|{_SHARE}" for side in ("All", "Top", "Bottom", "Start", "End")},
    **{f"offset{side}": f"-?({_SPACE}|{_SHARE})" for side in ("Top", "Bottom", "Start", "End")},
    "borderWidth": f"none|light|normal|medium|semi-bold|bold|{_PIXELS}",
    "aspectRatio": r"\d+(\.\d+)?:\d+(\.\d+)?",
}
SIZE_SHAPES: dict[str, str] = {
    "text": _TEXT_SIZE,
    "span": _TEXT_SIZE,
    "icon": f"{_TEXT_SIZE}|{_SHARE}",
    "image": f"{_TEXT_SIZE}|full|{_SHARE}",
}
"""What ``size`` may be; a bubble's is one of ``SIZES``."""
IN_A_BOX = frozenset({"box", "button", "image", "video", "icon", "text", "separator", "filler"})
IN_A_BASELINE = frozenset({"icon", "text", "filler"})


def check_flex(contents: Plain, path: str) -> Problems:
    """What is wrong with the contents of a flex message?"""
    yield from one_of(contents, "type", path, ("bubble", "carousel"), needed=True)
    kind = kind_of(contents, ("bubble", "carousel"))
    if kind:
        yield from (_bubble if kind == "bubble" else _carousel)(contents, path)


def _carousel(carousel: Plain, path: str) -> Problems:
    bubbles, problems = things(carousel, "contents", path, 1, 12)
    yield from problems
    yield from _known(carousel, path)
    yield from _bytes(carousel, path, CAROUSEL_BYTES)
    for where, bubble in bubbles:
        yield from one_of(bubble, "type", where, ("bubble",), needed=True)
        if kind_of(bubble, ("bubble",)):
            yield from _bubble(bubble, where)
    if len({str(bubble.get("size", "mega")) for _, bubble in bubbles}) > 1:
        yield Problem(at(path, "contents"), "All bubbles of a carousel must have the same size")


def _bubble(bubble: Plain, path: str) -> Problems:
    yield from _bytes(bubble, path, BUBBLE_BYTES)
    yield from _known(bubble, path)
    if not any(bubble.get(block) for block in ("header", "hero", "body", "footer")):
        yield Problem(path, "At least one block must be specified")
    for block in ("header", "body", "footer"):
        if block in bubble:
            yield from _part(bubble[block], at(path, block), frozenset({"box"}))
    if "hero" in bubble:
        yield from _part(bubble["hero"], at(path, "hero"), frozenset({"box", "image", "video"}))
    if "action" in bubble:
        yield from check_action(bubble["action"], at(path, "action"), FLEX_AREA)


def _part(part: object, path: str, allowed: frozenset[str]) -> Problems:
    if not isinstance(part, dict):
        yield Problem(path, "May not be empty")
        return
    yield from one_of(part, "type", path, allowed, needed=True)
    if kind := kind_of(part, allowed):
        yield from _known(part, path)
        yield from _RULES.get(kind, _nothing)(part, path)


def _known(part: Plain, path: str) -> Problems:
    for name in part.keys() - PROPERTIES[part["type"]]:
        yield Problem(at(path, name), "unknown field")
    for name, allowed in CHOICES.get(part["type"], {}).items():
        yield from one_of(part, name, path, allowed)
    for name, pattern in SHAPES.items():
        yield from shaped(part, name, path, pattern)
    if part["type"] in SIZE_SHAPES:
        yield from shaped(part, "size", path, SIZE_SHAPES[part["type"]])


def _bytes(part: Plain, path: str, most: int) -> Problems:
    if len(json.dumps(part, ensure_ascii=False, separators=(",", ":")).encode()) > most:
        yield Problem(path, f"Must be at most {most // 1024} KB")


def _box(box: Plain, path: str) -> Problems:
    yield from one_of(box, "layout", path, CHOICES["box"]["layout"], needed=True)
    contents, problems = items(box, "contents", path, 0, 1000)
    yield from problems
    allowed = IN_A_BASELINE if box.get("layout") == "baseline" else IN_A_BOX - {"icon"}
    for number, part in enumerate(contents):
        yield from _part(part, f"{path}.contents[{number}]", allowed)
    yield from _area(box, path)


def _text(text: Plain, path: str) -> Problems:
    spans, problems = items(text, "contents", path, 0, 1000) if text.get("contents") else ([], [])
    yield from problems
    if not spans and not problems:
        yield from words(text, "text", path, 10_000)
    for number, span in enumerate(spans):
        yield from _part(span, f"{path}.contents[{number}]", frozenset({"span"}))
    yield from _area(text, path)


def _span(span: Plain, path: str) -> Problems:
    yield from words(span, "text", path, 10_000)


def _button(button: Plain, path: str) -> Problems:
    yield from check_action(button.get("action"), at(path, "action"), FLEX_BUTTON)


def _image(image: Plain, path: str) -> Problems:
    yield from url(image, "url", path)
    yield from _area(image, path)


def _video(video: Plain, path: str) -> Problems:
    yield from url(video, "url", path)
    yield from url(video, "previewUrl", path)
    yield from _part(video.get("altContent"), at(path, "altContent"), frozenset({"box", "image"}))


def _area(part: Plain, path: str) -> Problems:
    if "action" in part:
        yield from check_action(part["action"], at(path, "action"), FLEX_AREA)


def _nothing(_part: Plain, _path: str) -> Problems:
    yield from ()


_RULES: dict[str, Callable[[Plain, str], Problems]] = {
    "box": _box,
    "text": _text,
    "span": _span,
    "button": _button,
    "image": _image,
    "icon": _image,
    "video": _video,
}
