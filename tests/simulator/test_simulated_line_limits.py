"""What LINE refuses in a message, and where it says so."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.line.limits import check_sending
from simulator.line.rich_menus import check_rich_menu

POSTBACK = {"type": "postback", "label": "ไป", "data": "go"}
TEXT = {"type": "text", "text": "hi"}


def problems(*messages: Any) -> list[tuple[str, str]]:
    return [tuple(problem) for problem in check_sending({"messages": list(messages)})]


def places(*messages: Any) -> list[str]:
    return [place for place, _ in problems(*messages)]


def quick(*actions: Any) -> dict[str, Any]:
    return {**TEXT, "quickReply": {"items": [{"type": "action", "action": action} for action in actions]}}


def template(**template: Any) -> dict[str, Any]:
    return {"type": "template", "altText": "?", "template": template}


def buttons(**more: Any) -> dict[str, Any]:
    return template(**{"type": "buttons", "text": "?", "actions": [POSTBACK], **more})


def flex(*parts: Any, **more: Any) -> dict[str, Any]:
    body = {"type": "box", "layout": "vertical", "contents": list(parts)}
    return {"type": "flex", "altText": "?", "contents": {"type": "bubble", "body": body}, **more}


def carousel(*bubbles: Any) -> dict[str, Any]:
    return {"type": "flex", "altText": "?", "contents": {"type": "carousel", "contents": list(bubbles)}}


BUBBLE = flex({"type": "text", "text": "hi"})["contents"]


def test_good_messages_pass():
    location = {"type": "location", "title": "ที่นี่", "address": "กรุงเทพฯ", "latitude": 13.7, "longitude": 100.5}
    picture = {"type": "image", "originalContentUrl": "https://a.b/c.png", "previewImageUrl": "https://a.b/c.png"}
    assert problems(quick(POSTBACK, {"type": "camera", "label": "ถ่าย"}), buttons(), flex(), location, picture) == []


@pytest.mark.parametrize("count", [0, 6])
def test_a_call_has_one_to_five_messages(count):
    assert check_sending({"messages": [TEXT] * count}) == [("messages", "Size must be between 1 and 5")]


def test_messages_are_needed():
    assert check_sending({}) == [("messages", "May not be empty")]


def test_a_text_is_not_empty():
    assert problems({"type": "text", "text": ""}) == [("messages[0].text", "May not be empty")]
    assert problems({"type": "text"}) == [("messages[0].text", "May not be empty")]


def test_a_text_is_counted_in_utf16():
    assert problems({"type": "text", "text": "ก" * 5000}) == []
    assert problems({"type": "text", "text": "🍎" * 2500}) == []
    assert problems({"type": "text", "text": "🍎" * 2501}) == [
        ("messages[0].text", "Length must be between 0 and 5000")
    ]


def test_an_unknown_kind_of_message_is_named():
    [(place, message)] = problems(TEXT, {"type": "hologram"})
    assert place == "messages[1].type"
    assert message.startswith("Must be one of the following values: [")


def test_a_label_is_counted_as_people_count():
    assert problems(quick({**POSTBACK, "label": "ที่" * 20})) == []
    assert problems(quick({**POSTBACK, "label": "ก" * 21})) == [
        ("messages[0].quickReply.items[0].action.label", "Length must be between 0 and 20")
    ]


def test_there_are_at_most_13_quick_replies():
    assert problems(quick(*[POSTBACK] * 13)) == []
    assert places(quick(*[POSTBACK] * 14)) == ["messages[0].quickReply.items"]


def test_quick_replies_do_not_switch_menus():
    action = {"type": "richmenuswitch", "label": "x", "data": "d", "richMenuAliasId": "a"}
    assert places(quick(action)) == ["messages[0].quickReply.items[0].action.type"]


def test_postback_data_has_300_units():
    assert problems(quick({**POSTBACK, "data": "ก" * 300})) == []
    assert places(quick({**POSTBACK, "data": "ก" * 301})) == ["messages[0].quickReply.items[0].action.data"]
    assert places(quick({"type": "postback", "label": "x"})) == ["messages[0].quickReply.items[0].action.data"]


def test_display_text_and_text_exclude_each_other():
    assert places(buttons(actions=[{**POSTBACK, "displayText": "a", "text": "b"}])) == [
        "messages[0].template.actions[0].text"
    ]


@pytest.mark.parametrize("uri", ["ftp://a.b", "javascript:alert(1)", "example.org"])
def test_links_have_a_known_scheme(uri):
    assert places(buttons(actions=[{"type": "uri", "label": "x", "uri": uri}])) == [
        "messages[0].template.actions[0].uri"
    ]


def test_a_picker_has_a_mode_and_matching_bounds():
    picker = {"type": "datetimepicker", "label": "x", "data": "d", "mode": "date"}
    assert problems(buttons(actions=[{**picker, "initial": "2026-11-30", "max": "2100-12-31"}])) == []
    assert places(buttons(actions=[{**picker, "min": "18:00"}])) == ["messages[0].template.actions[0].min"]
    assert places(buttons(actions=[{**picker, "mode": "month"}])) == ["messages[0].template.actions[0].mode"]


def test_alternative_texts_have_1500_units():
    assert problems(flex(altText="ก" * 1500)) == []
    assert places(flex(altText="ก" * 1501)) == ["messages[0].altText"]
    assert places(flex(altText="")) == ["messages[0].altText"]


def test_a_buttons_template_is_shorter_beside_a_title():
    assert problems(buttons(text="ก" * 160)) == []
    assert places(buttons(text="ก" * 161)) == ["messages[0].template.text"]
    assert places(buttons(text="ก" * 61, title="t")) == ["messages[0].template.text"]
    assert places(buttons(title="ก" * 41)) == ["messages[0].template.title"]


def test_a_buttons_template_has_at_most_four_actions():
    assert problems(buttons(actions=[POSTBACK] * 4)) == []
    assert places(buttons(actions=[POSTBACK] * 5)) == ["messages[0].template.actions"]


def test_a_confirm_template_has_exactly_two_actions():
    assert problems(template(type="confirm", text="?", actions=[POSTBACK] * 2)) == []
    assert places(template(type="confirm", text="?", actions=[POSTBACK])) == ["messages[0].template.actions"]


def test_the_columns_of_a_carousel_have_equally_many_actions():
    column = {"text": "x", "actions": [POSTBACK]}
    assert problems(template(type="carousel", columns=[column] * 10)) == []
    assert places(template(type="carousel", columns=[column] * 11)) == ["messages[0].template.columns"]
    uneven = [column, {**column, "actions": [POSTBACK] * 2}]
    assert places(template(type="carousel", columns=uneven)) == ["messages[0].template.columns"]


def test_a_carousel_has_at_most_12_bubbles_of_one_size():
    assert problems(carousel(*[BUBBLE] * 12)) == []
    assert places(carousel(*[BUBBLE] * 13)) == ["messages[0].contents.contents"]
    assert places(carousel(BUBBLE, {**BUBBLE, "size": "kilo"})) == ["messages[0].contents.contents"]


def test_a_bubble_has_at_most_30_kilobytes():
    text = {"type": "text", "text": "ก" * 9000}
    assert problems(flex(text)) == []
    assert places(flex(text, text)) == ["messages[0].contents"]


def test_a_flex_text_is_not_empty():
    assert places(flex({"type": "text", "text": ""})) == ["messages[0].contents.body.contents[0].text"]
    assert problems(flex({"type": "text", "contents": [{"type": "span", "text": "x"}]})) == []


def test_flex_parts_and_their_properties_are_known():
    assert places(flex({"type": "marquee"})) == ["messages[0].contents.body.contents[0].type"]
    assert problems(flex({"type": "text", "text": "x", "colour": "#000000"})) == [
        ("messages[0].contents.body.contents[0].colour", "unknown field")
    ]
    assert places(flex({"type": "text", "text": "x", "weight": "heavy"})) == [
        "messages[0].contents.body.contents[0].weight"
    ]


@pytest.mark.parametrize(
    ("name", "good", "wrong"),
    [
        ("color", "#1A2b3cFF", "red"),
        ("color", "#000000", "#000"),
        ("size", "3xl", "huge"),
        ("margin", "12px", "12"),
        ("offsetTop", "-5px", "up"),
    ],
)
def test_flex_colours_and_sizes_have_a_known_form(name, good, wrong):
    assert problems(flex({"type": "text", "text": "x", name: good})) == []
    assert places(flex({"type": "text", "text": "x", name: wrong})) == [f"messages[0].contents.body.contents[0].{name}"]


def test_a_flex_button_needs_an_action_with_a_label():
    assert places(flex({"type": "button"})) == ["messages[0].contents.body.contents[0].action"]
    unnamed = {"type": "button", "action": {"type": "postback", "data": "x"}}
    assert places(flex(unnamed)) == ["messages[0].contents.body.contents[0].action.label"]
    assert problems(flex({"type": "button", "action": {**POSTBACK, "label": "ก" * 40}})) == []


def test_pictures_come_by_https():
    picture = {"type": "image", "originalContentUrl": "http://a.b/c.png", "previewImageUrl": "https://a.b/c.png"}
    assert places(picture) == ["messages[0].originalContentUrl"]
    assert places(flex({"type": "image", "url": "http://a.b/c.png"})) == ["messages[0].contents.body.contents[0].url"]


def test_one_unit_of_aggregation_in_plain_letters():
    body = {"messages": [TEXT]}
    assert check_sending({**body, "customAggregationUnits": ["week_48"]}) == []
    assert check_sending({**body, "customAggregationUnits": ["week-48"]})
    assert check_sending({**body, "customAggregationUnits": ["a", "b"]})


def menu(**more: Any) -> dict[str, Any]:
    area = {"bounds": {"x": 0, "y": 0, "width": 1250, "height": 843}, "action": POSTBACK}
    size = {"width": 2500, "height": 843}
    return {"size": size, "selected": True, "name": "m", "chatBarText": "เมนู", "areas": [area], **more}


@pytest.mark.parametrize(
    ("wrong", "place"),
    [
        ({"size": {"width": 2500, "height": 2000}}, "size"),
        ({"size": {"width": 700, "height": 300}}, "size.width"),
        ({"chatBarText": "ก" * 15}, "chatBarText"),
        ({"name": ""}, "name"),
        ({"areas": menu()["areas"] * 21}, "areas"),
        ({"areas": [{"action": POSTBACK}]}, "areas[0].bounds"),
    ],
)
def test_a_rich_menu_keeps_to_its_rules(wrong, place):
    assert check_rich_menu(menu()) == []
    assert place in [problem.property for problem in check_rich_menu(menu(**wrong))]
