"""A LINE message as a bubble's part, its tappable places turned into buttons."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from simulator.bubbles import Button, Does, Plain

MODES: dict[str, Does] = {"date": "date", "time": "time", "datetime": "datetime"}


class Buttons:
    """Makes the buttons of one bubble, numbered as they come."""

    def __init__(self) -> None:
        self.made: list[Button] = []

    def make(self, action: Plain, otherwise: str = "") -> Button:
        """The button of an action; ``otherwise`` is its label when it has none."""
        label = action.get("label") or otherwise or action.get("text", "")
        button = Button(f"b{len(self.made) + 1}", label, action, does(action), extras(action))
        self.made.append(button)
        return button


def does(action: Plain) -> Does:
    """What the page does when the action is tapped."""
    if action["type"] == "datetimepicker":
        return MODES[action["mode"]]
    return "link" if action["type"] == "uri" else "tap"


def extras(action: Plain) -> Plain:
    """What the page needs to know besides: the address, or the bounds of a picker."""
    if action["type"] == "uri":
        return {"url": action["uri"]}
    return {name: action[name] for name in ("initial", "min", "max") if name in action}


def quick_buttons(message: Plain, buttons: Buttons) -> list[Button]:
    """The quick replies of a message."""
    return [buttons.make(item["action"]) for item in (message.get("quickReply") or {}).get("items", ())]


def part_of(message: Plain, buttons: Buttons) -> Plain:
    """The message as the page draws it."""
    match message["type"]:
        case "text" | "textV2":
            return {"kind": "text", "text": message["text"], "entities": []}
        case "flex":
            contents = with_buttons(message["contents"], buttons)
            return {"kind": "flex", "alt": message["altText"], "contents": contents}
        case "template":
            return _template(message, buttons)
        case "imagemap":
            return {"kind": "image", "url": f"{message['baseUrl']}/1040"}
        case "image" | "video" | "audio":
            return {"kind": message["type"], "url": message["originalContentUrl"]}
        case kind:
            return {"kind": kind}


def with_buttons(node: Any, buttons: Buttons) -> Any:
    """A copy of flex contents in which every action carries its button."""
    if isinstance(node, list):
        return [with_buttons(child, buttons) for child in node]
    if not isinstance(node, dict):
        return node
    copy = {name: with_buttons(child, buttons) for name, child in node.items() if name != "action"}
    if isinstance(action := node.get("action"), dict):
        button = buttons.make(action, " ".join(_texts(node)))
        copy["action"] = {**action, "_button": button.to_json()}
    return copy


def _texts(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for child in node:
            yield from _texts(child)
    elif isinstance(node, dict):
        if isinstance(node.get("text"), str) and node.get("type") in {"text", "span"}:
            yield node["text"]
        yield from _texts(node.get("contents", []))


def _template(message: Plain, buttons: Buttons) -> Plain:
    template = message["template"]
    part: Plain = {"kind": "template", "alt": message["altText"], "form": template["type"]}
    if columns := template.get("columns"):
        part["columns"] = [_card(column, buttons) for column in columns]
        part |= {"title": part["columns"][0]["title"], "text": part["columns"][0]["text"]}
        part["buttons"] = [button for column in part["columns"] for button in column["buttons"]]
        return part
    return part | _card(template, buttons)


def _card(card: Plain, buttons: Buttons) -> Plain:
    actions = card.get("actions") or ([card["action"]] if "action" in card else [])
    return {
        "title": card.get("title", ""),
        "text": card.get("text", ""),
        "image": card.get("thumbnailImageUrl") or card.get("imageUrl"),
        "buttons": [buttons.make(action).to_json() for action in actions],
    }
