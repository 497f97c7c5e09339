"""The rules of broadcasts: what is read in which language, what it costs, which ways are left, when people rest."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from domain.broadcasts import (
    Audience,
    Broadcast,
    Contents,
    Funnel,
    Way,
    audience_json,
    audience_of,
    contents_json,
    contents_of,
    languages_of,
    messages,
    price,
    rests_until,
    ways_out,
)
from domain.messages import Choice
from domain.push_budget import Month

NOW = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
BANGKOK = ZoneInfo("Asia/Bangkok")
PEOPLE = {"telegram": 10, "line": 100}


def broadcast(**contents: Any) -> Broadcast:
    return Broadcast(
        "b1", "draft", Audience("everyone"), Contents("card", **contents), None, "all", None, NOW, *[None] * 3
    )


def test_what_is_kept_comes_back_whole() -> None:
    audience = Audience("segment", skills=("a", "b"), provinces=("CMI",), never_placed=True, channel="line")
    contents = Contents("card", {"th": "ก", "en": "a"}, {"th": "ข"}, {"th": "ค"}, "https://example.org")
    assert audience_of(audience_json(audience)) == audience
    assert contents_of(contents_json(contents)) == contents


def test_everybody_reads_their_language_and_thai_where_nothing_else_was_written() -> None:
    both = broadcast(text={"th": "สวัสดี", "en": "Hello"}, title={"th": "หัวข้อ"})
    assert messages(both, "en")[0].body == "Hello"
    assert messages(both, "en")[0].title == "หัวข้อ"
    assert messages(both, "th")[0].body == "สวัสดี"
    assert languages_of(both.contents) == ["th", "en"]


def test_a_button_leads_to_what_we_note_or_straight_to_a_page() -> None:
    ours = messages(broadcast(text={"th": "."}, label={"th": "ดูงานนี้"}), "th")[0]
    assert ours.choices == (Choice("ดูงานนี้", "go:heard:b1"),)
    assert ours.lasting
    elsewhere = messages(broadcast(text={"th": "."}, label={"th": "เปิดดู"}, link="https://example.org"), "th")[0]
    assert elsewhere.choices == (Choice("เปิดดู", "https://example.org", "link"),)


@pytest.mark.parametrize(
    ("left", "expected"),
    [(None, []), (160, []), (159, [Way.BEST, Way.TELEGRAM]), (60, [Way.TELEGRAM])],
)
def test_the_ways_out_when_the_month_is_too_small(left: int | None, expected: list[Way]) -> None:
    assert ways_out(PEOPLE, Month(left, 0, reserve=60)) == expected


def test_where_nobody_is_on_a_free_channel_the_way_out_is_the_tray() -> None:
    assert ways_out({"telegram": 0, "line": 5}, Month(60, 0, reserve=60)) == [Way.TRAY]


def test_what_a_way_takes() -> None:
    month = Month(100, 0, reserve=60, extra_satang=10)
    assert (price(PEOPLE, month, Way.BEST).told, price(PEOPLE, month, Way.BEST).paid) == (50, 40)
    assert price(PEOPLE, month, Way.ALL).extra_baht == 6.0
    assert (price(PEOPLE, month, Way.TELEGRAM).told, price(PEOPLE, month, Way.TELEGRAM).paid) == (10, 0)
    assert price({"telegram": 0, "line": 5}, month, Way.TRAY).told == 0
    assert price(PEOPLE, Month(100, 0, reserve=60), Way.ALL).extra_baht is None


@pytest.mark.parametrize(
    ("starts", "ends", "clock", "until"),
    [
        ("22:00", "07:00", (23, 30), (24, 7)),
        ("22:00", "07:00", (6, 59), (23, 7)),
        ("22:00", "07:00", (7, 0), None),
        ("08:00", "17:30", (12, 0), (23, 17, 30)),
        (None, None, (23, 30), None),
        ("07:00", "07:00", (7, 0), None),
    ],
)
def test_quiet_hours_end_today_or_tomorrow(starts: Any, ends: Any, clock: Any, until: Any) -> None:
    here = datetime(2026, 11, 23, *clock, tzinfo=BANGKOK)
    expected = datetime(2026, 11, *until, tzinfo=BANGKOK) if until else None
    assert rests_until(starts, ends, here) == expected


def test_a_funnel_adds_up() -> None:
    funnel = Funnel({"sent": 5, "queued": 2, "written": 1, "failed": 1})
    assert (funnel.all, funnel.waiting, funnel.of("sent", "failed")) == (9, 3, 6)
