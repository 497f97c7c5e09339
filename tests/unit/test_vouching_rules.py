"""Who may vouch for whose hours, and what somebody who does may type."""

from __future__ import annotations

import pytest

from domain.several import Said, with_words
from domain.vouching import Duty, Voice, duty_for

ALL = Voice("ann", frozenset({"page"}), frozenset({"page", "book"}), is_staff=True)


@pytest.mark.parametrize(
    ("project", "duty"),
    [("page", Duty.ORGANISATION), ("book", Duty.TEAM_LEAD), ("farm", Duty.STAFF), (None, Duty.STAFF)],
)
def test_the_weightiest_right_counts(project: str | None, duty: Duty) -> None:
    assert duty_for(ALL, project, "mali") == duty


def test_nobody_vouches_for_themselves() -> None:
    assert duty_for(ALL, "page", "ann") is None


def test_who_has_no_right_vouches_for_nothing() -> None:
    assert not Voice("ann").counts
    assert duty_for(Voice("ann", leads=frozenset({"book"})), "page", "mali") is None


@pytest.mark.parametrize(
    ("line", "verb", "numbers", "words"),
    [
        ("ยืนยัน 1-5", "ยืนยัน", (1, 2, 3, 4, 5), ""),
        ("ยืนยัน ๑ ถึง ๓ และ 5", "ยืนยัน", (1, 2, 3, 5), ""),
        ("verify 1, 3 to 5 and 7", "verify", (1, 3, 4, 5, 7), ""),
        ("verify 5-3", "verify", (3, 4, 5), ""),
        ("ยืนยันทั้งหมด", "ยืนยัน", None, ""),
        ("Verify all", "Verify", None, ""),
        ("ไม่รับทั้งหมด ไม่ได้มา", "ไม่รับ", None, "ไม่ได้มา"),
        ("ถาม 3 ทำอะไรบ้าง", "ถาม", (3,), "ทำอะไรบ้าง"),
        ("ถามข้อ 3: ทำอะไรบ้าง", "ถาม", (3,), "ทำอะไรบ้าง"),
        ("reject 4 Did not come", "reject", (4,), "Did not come"),
        ("ไม่รับ 4 2 ชั่วโมงนี้ไม่ได้มา", "ไม่รับ", (4,), "2 ชั่วโมงนี้ไม่ได้มา"),
        ("ไม่รับ 4 12/3 ไม่ได้มา", "ไม่รับ", (4,), "12/3 ไม่ได้มา"),
        ("ask 2 9:30 or 10:30", "ask", (2,), "9:30 or 10:30"),
    ],
)
def test_reads_what_is_to_be_done_with_which_and_the_words_after_it(
    line: str, verb: str, numbers: tuple[int, ...] | None, words: str
) -> None:
    assert with_words(line)[0] == Said(verb, numbers, words)


def test_numbers_that_are_left_out_are_not_taken_for_those_that_are_meant() -> None:
    assert Said("ยืนยัน", None, "ยกเว้น 3") in with_words("ยืนยันทั้งหมด ยกเว้น 3")
    assert with_words("verify 1-5 but not 3") == [Said("verify", (1, 2, 3, 4, 5), "but not 3")]


@pytest.mark.parametrize("line", ["", "3", "ดีมาก", "verify", "ยืนยัน 3 ชม.", "12.5"])
def test_a_line_of_another_form_means_nothing(line: str) -> None:
    assert with_words(line) == []
