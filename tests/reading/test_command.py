"""``handup read``: told to a person, and row by row to a program."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.read_command import TASKS, Say
from tests.reading.example_sets import SETS, moment, rows
from texts import LANGUAGES

NOW = ["--now", "2026-01-14T10:30:00+07:00"]


def rows_of(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], task: str, text: str) -> list[dict]:
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))
    assert main(["read", task, "--jsonl", *NOW]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_tells_a_person_what_was_understood_from_which_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "hours", "เมื่อวาน 3 ชม. ครึ่ง โครงการบ้านครูน้ำ", *NOW]) == 0
    told = capsys.readouterr().out
    assert "210 minutes on 2026-01-13" in told
    assert "note: โครงการบ้านครูน้ำ" in told
    assert "“3 ชม. ครึ่ง” duration: 210" in told


def test_tells_a_person_what_may_have_been_meant(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "hours", "2-3 ชม. เมื่อวาน", *NOW]) == 0
    told = capsys.readouterr().out
    assert told.startswith("not understood: a range")
    assert "did you mean: 120 minutes on 2026-01-13?" in told
    assert main(["read", "skills", "อยากเรียนถ่ายรูป"]) == 0
    assert "did you mean: media.photo" in capsys.readouterr().out


def test_tells_never_free_from_nothing_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "availability", "ไม่ว่างเลยช่วงนี้"]) == 0
    assert capsys.readouterr().out.startswith("understood: never free")
    assert main(["read", "availability", "ไม่อยู่ 1-15 เม.ย.", *NOW]) == 0
    assert "away: 2026-04-01 to 2026-04-15" in capsys.readouterr().out


def test_tells_it_in_thai_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "hours", "เมื่อวาน 3 ชม. ครึ่ง", *NOW, "--language", "th"]) == 0
    told = capsys.readouterr().out
    assert "เข้าใจว่า: 210 นาที วันที่ 13 ม.ค. 2569" in told
    assert "“3 ชม. ครึ่ง” ระยะเวลา: 210" in told
    assert main(["read", "availability", "เสาร์เช้า เดือนละ 2 ครั้ง", "--language", "th"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("เข้าใจว่า: เสาร์เช้า\nวันต่อเดือน: 2\n")
    assert "“เสาร์เช้า” วันและช่วงเวลา: เสาร์เช้า" in told


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("task", ["hours", "availability", "skills"])
def test_has_words_for_whatever_it_takes_words_for(task: str, language: str) -> None:
    for name in ("public", "own_dev", "second", "third", "fourth", "fifth"):
        for row in rows(task, name):
            assert TASKS[task].told(row["text"], moment(row), Say(language))


def test_answers_rows_and_goes_on_after_a_broken_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "\n".join(
        [
            '{"id": 1, "text": "2 ชม. เมื่อวาน"}',
            "no row",
            "",
            '{"id": 3}',
            '{"id": 4, "text": 5}',
            "[1]",
            '{"id": 5, "text": "1 ชม.", "now": "never"}',
            '{"id": 6, "text": "1 ชม.", "now": "2025-12-31T17:45:00+07:00"}',
            '{"id": "seven", "text": "เสาร์ 3 ชม. อาทิตย์ 2 ชม."}',
        ]
    )
    rows = rows_of(monkeypatch, capsys, "hours", text)
    assert rows[0] == {"id": 1, "predicted": {"minutes": 120, "date": "2026-01-13"}}
    assert [("error" in row, row["id"]) for row in rows[1:6]] == [
        (True, None),
        (True, 3),
        (True, 4),
        (True, None),
        (True, 5),
    ]
    assert rows[6] == {"id": 6, "predicted": {"minutes": 60, "date": "2025-12-31"}}
    assert rows[7]["predicted"] is None
    assert [one["date"] for one in rows[7]["suggestions"]] == ["2026-01-10", "2026-01-11"]


@pytest.mark.parametrize("task", ["hours", "availability", "skills"])
def test_answers_every_public_example_in_its_own_shape(task: str) -> None:
    path: Path = SETS / f"public_{task}.jsonl"
    command = [sys.executable, "-m", "bot", "read", task, "--jsonl"]
    done = subprocess.run(command, stdin=path.open(), capture_output=True, text=True, check=True)
    wanted = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    got = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["id"] for row in got] == [row["id"] for row in wanted]
    for row, gold in zip(got, wanted, strict=True):
        assert type(row["predicted"]) is type(gold["expected"])
        if isinstance(gold["expected"], dict):
            assert row["predicted"].keys() == gold["expected"].keys()


def test_says_what_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "hours"]) == 2
    assert main(["read", "hours", "2 ชม.", "--now", "yesterday"]) == 2
    assert "ISO 8601" in capsys.readouterr().err
