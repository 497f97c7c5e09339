"""LINE's rules for template messages."""

from __future__ import annotations

from collections.abc import Callable

from simulator.checks import Plain, Problem, Problems, at, graphemes, items, kind_of, one_of, things, url, words
from simulator.line.limits_actions import IMAGE_CAROUSEL, TEMPLATE, TEMPLATE_DEFAULT, check_action


def check_template(template: Plain, path: str) -> Problems:
    """What is wrong with the template of a template message?"""
    yield from one_of(template, "type", path, _RULES, needed=True)
    if kind := kind_of(template, _RULES):
        yield from _RULES[kind](template, path)


def _card(card: Plain, path: str, text: int, actions: int) -> Problems:
    pictured = card.get("thumbnailImageUrl") or card.get("title")
    yield from words(card, "title", path, 40, graphemes, needed=False)
    yield from words(card, "text", path, 60 if pictured else text, graphemes)
    yield from url(card, "thumbnailImageUrl", path, needed=False)
    if "defaultAction" in card:
        yield from check_action(card["defaultAction"], at(path, "defaultAction"), TEMPLATE_DEFAULT)
    yield from _actions(card, path, 1, actions)


def _actions(card: Plain, path: str, least: int, most: int) -> Problems:
    actions, problems = items(card, "actions", path, least, most)
    yield from problems
    for number, action in enumerate(actions):
        yield from check_action(action, f"{path}.actions[{number}]", TEMPLATE)


def _buttons(template: Plain, path: str) -> Problems:
    yield from _card(template, path, 160, 4)


def _confirm(template: Plain, path: str) -> Problems:
    yield from words(template, "text", path, 240, graphemes)
    yield from _actions(template, path, 2, 2)


def _carousel(template: Plain, path: str) -> Problems:
    columns, problems = things(template, "columns", path, 1, 10)
    yield from problems
    for where, column in columns:
        yield from _card(column, where, 120, 3)
    if len({len(actions) for _, column in columns if isinstance(actions := column.get("actions"), list)}) > 1:
        yield Problem(at(path, "columns"), "The number of actions must be the same in every column")


def _image_carousel(template: Plain, path: str) -> Problems:
    columns, problems = things(template, "columns", path, 1, 10)
    yield from problems
    for where, column in columns:
        yield from url(column, "imageUrl", where)
        yield from check_action(column.get("action"), at(where, "action"), IMAGE_CAROUSEL)


_RULES: dict[str, Callable[[Plain, str], Problems]] = {
    "buttons": _buttons,
    "confirm": _confirm,
    "carousel": _carousel,
    "image_carousel": _image_carousel,
}
