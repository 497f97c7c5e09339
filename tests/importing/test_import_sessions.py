"""Sessions from a file: planned, moved, changed and called off, all of it or nothing, and people hear of it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from openpyxl import Workbook, load_workbook
from sqlalchemy import Engine, select

from bot.__main__ import main
from bot.clock import Clock
from domain.events import SESSION_CHANGED
from domain.project_file.reading import BANGKOK
from domain.work import Session
from storage import answers, projects, seats, sessions
from storage.database import make_engine
from storage.migrations import migrate
from storage.schema import audit, inbox
from storage.schema import sessions as table
from tests.storage import some

NOW = Clock().now()
TODAY = NOW.astimezone(BANGKOK).date()
SOON = TODAY + timedelta(days=30)


def at(day: date, hour: int) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=BANGKOK)


@pytest.fixture
def network(database_url: str, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """An open project with somebody in its team, and one session."""
    engine = make_engine(database_url)
    migrate(engine)
    with engine.begin() as tx:
        project = projects.draft(tx, "มูลนิธิบ้านอุ่นใจ", "เพจใหม่", "ให้คนรู้จัก", "children", NOW)
        projects.publish(tx, project, NOW)
        member = some.person(tx, chat="telegram:7")
        seats.write(tx, some.role(tx, project), member, "accepted", NOW)
        sessions.plan(tx, project, "workshop", at(SOON, 13), at(SOON, 16), "บ้านอุ่นใจ", now=NOW, capacity=9)
    monkeypatch.setenv("DATABASE_URL", database_url)
    return engine


def new(**more: object) -> dict[str, Any]:
    needed = {"โครงการ": "เพจใหม่", "ประเภทนัด": "อบรม", "วันที่": SOON.isoformat(), "เวลา": "9.30-12.00 น."}
    return {**needed, "สถานที่": "Google Meet", **more}


def the_session(engine: Engine) -> Session:
    with engine.connect() as tx:
        found = sessions.find(tx, tx.execute(select(table.c.id).where(table.c.kind == "workshop")).scalar_one())
    assert found is not None
    return found


def all_of_them(engine: Engine) -> list[Session]:
    with engine.connect() as tx:
        return sessions.of_project(tx, the_session(engine).project)


def told(engine: Engine) -> list[list[str]]:
    """What each person hears of, by what was done."""
    with engine.connect() as tx:
        found = tx.execute(select(inbox.c.facts).where(inbox.c.kind == SESSION_CHANGED)).scalars().all()
    return [[each["what"] for each in facts["sessions"]] for facts in found]


def spreadsheet(folder: Path, *rows: dict[str, Any]) -> Path:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "นัด"
    heads = list(dict.fromkeys(head for row in rows for head in row))
    sheet.append(heads)
    for row in rows:
        sheet.append([row.get(head) for head in heads])
    path = folder / "sessions.xlsx"
    book.save(path)
    return path


def run(path: Path, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, str]:
    code = main(["import", "sessions", str(path), "--language", "th", *more])
    said = capsys.readouterr()
    return code, said.out + said.err


def test_new_sessions_are_planned_and_the_team_hears_in_one_letter(
    network: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [new(เรื่อง="รู้จักกัน", ลิงก์="meet.example.org/a", รับได้=12, เตรียม="สมุดจด"), new(ประเภทนัด="ส่งมอบงาน")]
    code, said = run(spreadsheet(tmp_path, *rows), capsys)
    assert (code, "บันทึกแล้ว 2 นัด กำลังแจ้ง 1 คน" in said) == (0, True)
    training = next(each for each in all_of_them(network) if each.kind == "training")
    assert (training.title, training.link, training.capacity, training.materials) == (
        "รู้จักกัน",
        "https://meet.example.org/a",
        12,
        "สมุดจด",
    )
    assert told(network) == [["planned", "planned"]]
    with network.connect() as tx:
        assert list(tx.execute(select(audit.c.act)).scalars()).count("session_planned") == 2


def test_a_row_with_an_id_moves_or_changes_its_session(
    network: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = the_session(network)
    later = (SOON + timedelta(days=2)).isoformat()
    code, said = run(spreadsheet(tmp_path, {"รหัสนัด": before.id, "วันที่": later, "เพราะ": "ห้องไม่ว่าง"}), capsys)
    after = the_session(network)
    assert (code, "เลื่อนเป็น" in said) == (0, True)
    assert (after.starts_at - before.starts_at, after.ends_at - after.starts_at) == (
        timedelta(days=2),
        timedelta(hours=3),
    )
    assert (after.reason, after.where) == ("ห้องไม่ว่าง", "บ้านอุ่นใจ")
    run(spreadsheet(tmp_path, {"รหัสนัด": before.id, "สถานที่": "ศาลากลางสวน"}), capsys)
    assert the_session(network).where == "ศาลากลางสวน"
    assert told(network) == [["moved"], ["changed"]]


def test_a_row_can_call_its_session_off(network: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = {"รหัสนัด": the_session(network).id, "ยกเลิกนัด": "ใช่", "เพราะ": "น้ำท่วม"}
    assert run(spreadsheet(tmp_path, row), capsys)[0] == 0
    assert (the_session(network).state, the_session(network).reason, told(network)) == (
        "cancelled",
        "น้ำท่วม",
        [["cancelled"]],
    )


def test_a_dry_run_changes_nothing(network: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = run(spreadsheet(tmp_path, new()), capsys, "--dry-run")
    assert (code, len(all_of_them(network)), told(network)) == (0, 1, [])
    assert "นัดใหม่: อบรม “เพจใหม่”" in said


def test_sessions_can_be_planned_without_telling(
    network: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(spreadsheet(tmp_path, new()), capsys, "--without-telling")[0] == 0
    assert (len(all_of_them(network)), told(network)) == (2, [])


BAD: dict[str, tuple[dict[str, Any], str]] = {
    "a past day": (new(วันที่="15/1/2560"), "นัด!C2 (วันที่): ผ่านไปแล้ว"),
    "no such day": (new(วันที่="31 ก.พ. 2570"), "นัด!C2 (วันที่): ปฏิทินไม่มีวันนี้"),
    "an end before the start": (new(เวลา="16:00-13:00"), "นัด!D2 (เวลา): จบก่อนเริ่ม"),
    "an unknown project": (new(โครงการ="เพจเก่า"), "นัด!A2 (โครงการ): ไม่มีโครงการ “เพจเก่า”"),
    "no place": (new(สถานที่=None), "นัด!E2 (สถานที่): ต้องกรอก"),
    "no link": (new(ลิงก์="javascript:alert(1)"), "นัด!F2 (ลิงก์): ไม่ใช่ลิงก์ที่เปิดได้"),
    "an unknown kind": (new(ประเภทนัด="งานเลี้ยง"), "นัด!B2 (ประเภทนัด): ต้องเป็นอย่างใดอย่างหนึ่ง"),
    "an unknown id": (new(รหัสนัด="nosuchthing2"), "นัด!F2 (รหัสนัด): ไม่มีนัดที่ใช้รหัสนี้"),
    "no places": (new(รับได้=0), "นัด!F2 (รับได้): ต้องอยู่ระหว่าง 1 ถึง 500"),
}


@pytest.mark.parametrize("sort", BAD)
def test_a_bad_cell_is_named_and_nothing_is_taken(
    network: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str], sort: str
) -> None:
    row, words = BAD[sort]
    code, said = run(spreadsheet(tmp_path, row, new(ประเภทนัด="ติดตามผล")), capsys)
    assert (code, len(all_of_them(network)), told(network)) == (1, 1, [])
    assert words in said


def test_a_title_that_two_projects_have_is_asked_about(
    network: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with network.begin() as tx:
        other = some.project(tx, "เพจใหม่")
    code, said = run(spreadsheet(tmp_path, new()), capsys)
    assert (code, "มีหลายโครงการชื่อ “เพจใหม่”" in said) == (1, True)
    assert run(spreadsheet(tmp_path, new(โครงการ=other)), capsys)[0] == 0


def test_a_file_is_taken_once(network: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = spreadsheet(tmp_path, new())
    assert run(path, capsys)[0] == 0
    code, said = run(path, capsys)
    assert (code, len(all_of_them(network))) == (1, 2)
    assert "มีนัดแบบนี้ของโครงการนี้ในเวลานี้อยู่แล้ว" in said


def test_there_are_never_fewer_places_than_people_who_come(
    network: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session = the_session(network)
    with network.begin() as tx:
        for _ in range(2):
            answers.write(tx, session.id, some.person(tx), "yes", NOW)
    code, said = run(spreadsheet(tmp_path, {"รหัสนัด": session.id, "รับได้": 1}), capsys)
    assert (code, "น้อยกว่าคนที่ตอบว่าไปได้แล้ว 2 คน" in said) == (1, True)


def test_what_has_begun_stays_as_it_is(network: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    session = the_session(network)
    hour = timedelta(hours=1)
    with network.begin() as tx:
        sessions.note(tx, session.id, starts_at=NOW - hour, ends_at=NOW + hour)
    code, said = run(spreadsheet(tmp_path, {"รหัสนัด": session.id, "สถานที่": "ที่อื่น"}), capsys)
    assert (code, "เริ่มไปแล้วหรือยกเลิกไปแล้ว" in said) == (1, True)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp874"])
def test_a_table_of_text_is_taken_too(
    network: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str], encoding: str
) -> None:
    path = tmp_path / "sessions.csv"
    lines = [",".join(new()), ",".join(map(str, new().values()))]
    path.write_bytes("\n".join(lines).encode(encoding))
    assert run(path, capsys)[0] == 0
    assert len(all_of_them(network)) == 2


def test_yaml_is_taken_too(network: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "sessions.yaml"
    row = {"project": "เพจใหม่", "kind": "kickoff", "day": SOON, "times": "13:00-15:00", "where": "Online"}
    path.write_text(yaml.safe_dump({"sessions": [row]}, allow_unicode=True), encoding="utf-8")
    assert run(path, capsys)[0] == 0
    assert len(all_of_them(network)) == 2
    path.write_text("projects: []", encoding="utf-8")
    assert run(path, capsys)[0] == 2


def test_the_sessions_ahead_can_be_written_out_changed_and_taken(
    network: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "ahead.xlsx"
    assert main(["import", "template", str(path), "--sessions"]) == 0
    code, said = run(path, capsys)
    assert (code, told(network), "ไม่เปลี่ยน" in said) == (0, [], True)
    book = load_workbook(path)
    sheet = book["นัด"]
    heads = [cell.value for cell in sheet[1]]
    sheet.cell(2, heads.index("เวลา") + 1).value = "14:00-16:00"
    book.save(path)
    assert run(path, capsys)[0] == 0
    assert the_session(network).starts_at == at(SOON, 14)
    assert told(network) == [["moved"]]
