"""Projects from a file: all of it or nothing, and every bad cell named."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import yaml
from openpyxl import Workbook, load_workbook
from sqlalchemy import Engine, func, insert, select

from bot.__main__ import main
from bot.clock import Clock
from domain.project_file import SHEETS
from domain.project_file.reading import BANGKOK
from storage import projects, sessions
from storage.database import make_engine
from storage.migrations import migrate
from storage.schema import companies
from storage.schema import projects as table
from storage.schema import roles as roles_table

NOW = Clock().now()
TODAY = NOW.astimezone(BANGKOK).date()
SOON, LATER = TODAY + timedelta(days=30), TODAY + timedelta(days=120)


def thai(day: date) -> str:
    """A day as Thai people write it: 17/1/2570."""
    return f"{day.day}/{day.month}/{day.year + 543}"


@pytest.fixture
def network(database_url: str, monkeypatch: pytest.MonkeyPatch) -> Engine:
    engine = make_engine(database_url)
    migrate(engine)
    with engine.begin() as tx:
        tx.execute(insert(companies).values(id="siam22222222", name="สยามดี", code="team-siam22", made_at=NOW))
    monkeypatch.setenv("DATABASE_URL", database_url)
    return engine


def project(**more: object) -> dict[str, object]:
    return {"องค์กร": "มูลนิธิบ้านอุ่นใจ", "ชื่อโครงการ": "เพจใหม่", "เป้าหมาย": "ให้คนรู้จัก", "วันเริ่ม": thai(SOON), **more}


def role(**more: object) -> dict[str, object]:
    needed = {"ชื่อบทบาท": "นักออกแบบ", "ทักษะที่ต้องมี": "ออกแบบกราฟิก (ทำเป็นอาชีพ), โลโก้", "รับกี่คน": 2}
    return {"โครงการ": "เพจใหม่", **needed, "ชั่วโมงต่อสัปดาห์": "4", "รูปแบบ": "ออนไลน์", **more}


def session(**more: object) -> dict[str, object]:
    return {
        "โครงการ": "เพจใหม่",
        "ประเภทนัด": "นัดเริ่มงาน",
        "วันที่": thai(SOON),
        "เวลา": "9.30-12.00 น.",
        "สถานที่": "Google Meet",
        **more,
    }


def spreadsheet(folder: Path, *, projects: list, roles: list, sessions: list = ()) -> Path:  # type: ignore[type-arg, assignment]
    book = Workbook()
    del book["Sheet"]
    for title, rows in {"โครงการ": projects, "บทบาท": roles, "นัด": sessions, "โน้ต": [{"ของใคร": "พี่นก"}]}.items():
        sheet = book.create_sheet(title)
        heads = list(dict.fromkeys(head for row in rows for head in row))
        sheet.append(heads)
        for row in rows:
            sheet.append([row.get(head) for head in heads])
    path = folder / "projects.xlsx"
    book.save(path)
    return path


def run(path: Path, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, str]:
    code = main(["import", "projects", str(path), "--language", "th", *more])
    said = capsys.readouterr()
    return code, said.out + said.err


def count(engine: Engine) -> int:
    with engine.connect() as tx:
        return tx.execute(select(func.count()).select_from(table)).scalar_one()


def test_a_spreadsheet_becomes_drafts(network: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = {"กันที่นั่ง": 1, "กันให้บริษัท": "สยามดี", "กันถึงวันที่": thai(SOON), "วิธีรับ": "ทีมงานเลือก", "หัวหน้าทีม": "ใช่"}
    path = spreadsheet(
        tmp_path,
        projects=[project(รับสมัครถึง=SOON, วันจบ=thai(LATER), ประเด็น="เด็กและเยาวชน")],
        roles=[role(**kept, ช่วงเวลา="เสาร์เช้า"), role(ชื่อบทบาท="คนเขียน", ทักษะที่ต้องมี="mkt.content")],
        sessions=[session()],
    )
    code, said = run(path, capsys)
    assert (code, "เป็นร่างแล้ว 1 โครงการ" in said) == (0, True)
    with network.connect() as tx:
        [found] = projects.drafts(tx)
        assert (found.starts_on, found.ends_on, found.cause) == (SOON, LATER, "children")
        assert found.closes_at is not None
        assert found.closes_at.astimezone(UTC).replace(tzinfo=None) == datetime(SOON.year, SOON.month, SOON.day, 17)  # noqa: DTZ001
        writer, designer = projects.roles_of(tx, found.id)
        assert designer.skills == ("design.graphic", "design.logo")
        assert designer.levels == {"design.graphic": "professional"}
        assert (designer.seats, designer.reserved, designer.reserved_for) == (2, 1, "siam22222222")
        assert (designer.lead, designer.admission, designer.slots) == (True, "chosen", frozenset({"sat:morning"}))
        assert writer.skills == ("mkt.content",)
        [meeting] = sessions.of_project(tx, found.id)
        assert (meeting.kind, meeting.ends_at - meeting.starts_at) == ("kickoff", timedelta(hours=2.5))


def test_a_dry_run_takes_nothing(network: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = spreadsheet(tmp_path, projects=[project()], roles=[role()])
    code, said = run(path, capsys, "--dry-run")
    assert (code, count(network)) == (0, 0)
    assert "เพจใหม่ · มูลนิธิบ้านอุ่นใจ · 1 บทบาท 2 ที่" in said


def test_a_file_is_taken_once(network: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = spreadsheet(tmp_path, projects=[project()], roles=[role()])
    assert run(path, capsys)[0] == 0
    code, said = run(path, capsys)
    assert (code, count(network)) == (1, 1)
    assert "โครงการ!B2 (ชื่อโครงการ): มีอยู่แล้ว" in said


BAD = {
    "a past day": (project(วันเริ่ม="15/1/2560"), role(), "โครงการ!D2 (วันเริ่ม): ผ่านไปแล้ว"),
    "no such day": (project(วันเริ่ม="31 ก.พ. 2570"), role(), "โครงการ!D2 (วันเริ่ม): ปฏิทินไม่มีวันนี้"),
    "an end before the start": (project(วันจบ=thai(TODAY)), role(), "โครงการ!E2 (วันจบ): จบก่อนเริ่ม"),
    "no title": (project(ชื่อโครงการ=None), role(), "โครงการ!B2 (ชื่อโครงการ): ต้องกรอก"),
    "a formula": (project(เป้าหมาย="#REF!"), role(), "โครงการ!C2 (เป้าหมาย): มีสูตรที่ใช้ไม่ได้"),
    "no seats": (project(), role(รับกี่คน=0), "บทบาท!D2 (รับกี่คน): ต้องอยู่ระหว่าง 1 ถึง 50"),
    "half a seat": (project(), role(รับกี่คน=1.5), "บทบาท!D2 (รับกี่คน): ไม่ใช่จำนวนเต็ม"),
    "more reserved than seats": (
        project(),
        role(กันที่นั่ง=3, กันให้บริษัท="สยามดี", กันถึงวันที่=thai(SOON)),
        "บทบาท!G2 (กันที่นั่ง): มากกว่า 2 ที่ของบทบาทนี้",
    ),
    "an unknown company": (project(), role(กันให้บริษัท="บริษัทไหน"), "บทบาท!G2 (กันให้บริษัท): เรายังไม่รู้จักบริษัทนี้"),
    "an unknown skill": (project(), role(ทักษะที่ต้องมี="เลี้ยงช้าง"), "บทบาท!C2 (ทักษะที่ต้องมี): “เลี้ยงช้าง” ไม่อยู่ในคลังทักษะ"),
    "an unknown level": (project(), role(ทักษะที่ต้องมี="โลโก้ (เก่งมาก)"), "บทบาท!C2 (ทักษะที่ต้องมี): “เก่งมาก” ไม่ใช่ระดับ"),
    "another project": (project(), role(โครงการ="เพจเก่า"), "บทบาท!A2 (โครงการ): ไฟล์นี้ไม่มีโครงการ “เพจเก่า”"),
    "an unknown heading": (project(ผู้ดูแล="นก"), role(), "โครงการ!E1 (–): ไม่รู้จักหัวคอลัมน์ “ผู้ดูแล”"),
    "no place on site": (project(), role(รูปแบบ="ลงพื้นที่"), "บทบาท!2 (จังหวัด): ต้องกรอกเมื่อเป็นงานลงพื้นที่"),
}


@pytest.mark.parametrize("sort", BAD)
def test_a_bad_cell_is_named_and_nothing_is_taken(
    network: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str], sort: str
) -> None:
    bad_project, bad_role, words = BAD[sort]
    good = project(ชื่อโครงการ="โครงการดี")
    path = spreadsheet(tmp_path, projects=[bad_project, good], roles=[bad_role, role(โครงการ="โครงการดี")])
    code, said = run(path, capsys)
    assert (code, count(network)) == (1, 0)
    assert words in said


def test_every_bad_cell_is_named_at_once(network: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = role(รับกี่คน="หลายคน", ชั่วโมงต่อสัปดาห์=99, รูปแบบ="บนดวงจันทร์")
    path = spreadsheet(tmp_path, projects=[project()], roles=[wrong], sessions=[session(เวลา="เก้าโมง")])
    said = run(path, capsys)[1]
    assert [place for place in ("บทบาท!D2", "บทบาท!E2", "บทบาท!F2", "นัด!D2") if place in said] == [
        "บทบาท!D2",
        "บทบาท!E2",
        "บทบาท!F2",
        "นัด!D2",
    ]
    assert "มี 4 จุดที่ต้องแก้" in said


def test_a_merged_project_name_counts_for_all_its_rows(
    network: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = spreadsheet(tmp_path, projects=[project()], roles=[role(), role(ชื่อบทบาท="คนเขียน", โครงการ=None)])
    book = load_workbook(path)
    book["บทบาท"].merge_cells("A2:A3")
    book.save(path)
    assert run(path, capsys)[0] == 0
    with network.connect() as tx:
        assert tx.execute(select(func.count()).select_from(roles_table)).scalar_one() == 2


def test_other_merged_cells_are_asked_about(
    network: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = spreadsheet(tmp_path, projects=[project()], roles=[role(), role(ชื่อบทบาท="คนเขียน")])
    book = load_workbook(path)
    book["บทบาท"].merge_cells("D2:D3")
    book.save(path)
    code, said = run(path, capsys)
    assert (code, count(network)) == (1, 0)
    assert said.count("ผสานเซลล์อยู่ (D2:D3)") == 2


def test_a_date_typed_as_a_thai_year_into_a_date_cell_is_understood(
    network: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = datetime(SOON.year + 543, SOON.month, SOON.day)  # noqa: DTZ001 (as a spreadsheet has it)
    path = spreadsheet(tmp_path, projects=[project(วันเริ่ม=typed)], roles=[role()])
    assert run(path, capsys)[0] == 0
    with network.connect() as tx:
        assert projects.drafts(tx)[0].starts_on == SOON


def test_yaml_is_taken_too(network: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    designer = {"title": "Designer", "skills": {"design.graphic": "professional", "design.logo": None}, "seats": 1}
    written = {
        "organisation": "Good Neighbours",
        "title": "New signs",
        "aim": "Signs for thirty stalls",
        "starts_on": SOON,
        "roles": [{**designer, "hours_per_week": 3, "place": "online", "lead": True, "nice": ["copywriting"]}],
        "sessions": [{"kind": "kickoff", "day": thai(SOON), "times": "13:00-15:00", "where": "Online"}],
    }
    path = tmp_path / "projects.yaml"
    path.write_text(yaml.safe_dump({"projects": [written]}, allow_unicode=True), encoding="utf-8")
    assert run(path, capsys)[0] == 0
    with network.connect() as tx:
        [found] = projects.drafts(tx)
        [only] = projects.roles_of(tx, found.id)
    assert (found.starts_on, only.skills, only.levels) == (
        SOON,
        ("design.graphic", "design.logo"),
        {"design.graphic": "professional"},
    )
    assert (only.nice, only.lead) == (("comms.writing",), True)


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("projects: [{title: x}]", "projects[0]"),
        ("projects: [นก]", "projects[0]"),
        ("projects: [{organisation: a, title: b, aim: c, roles: นก}]", "projects[0].roles"),
        (
            "projects: [{organisation: a, title: b, aim: c, roles: [{title: d, seats: many}]}]",
            "projects[0].roles[0].seats",
        ),
    ],
)
def test_what_is_wrong_in_yaml_is_named(
    network: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str], written: str, place: str
) -> None:
    path = tmp_path / "projects.yaml"
    path.write_text(written, encoding="utf-8")
    code, said = run(path, capsys)
    assert (code, count(network)) == (1, 0)
    assert f"✗ {place} " in said


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("missing.xlsx", None),
        ("broken.xlsx", b"PK no spreadsheet"),
        ("letter.docx", b"x"),
        ("broken.yaml", b"projects: [unclosed"),
        ("latin.yaml", b"\xff\xfe\x00"),
        ("empty.yaml", b""),
    ],
)
def test_what_is_no_such_file_gets_a_clear_answer(
    network: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, body: bytes | None
) -> None:
    path = tmp_path / name
    if body is not None:
        path.write_bytes(body)
    code, said = run(path, capsys)
    assert (code, count(network)) == (2, 0)
    assert name in said


def test_the_template_can_be_filled_in_and_taken(
    network: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "new.xlsx"
    assert main(["import", "template", str(path)]) == 0
    assert main(["import", "template", str(path)]) == 2
    book = load_workbook(path)
    assert book.sheetnames == [sheet.th for sheet in SHEETS]
    assert run(path, capsys)[0] == 0
    with network.connect() as tx:
        assert [each.title for each in projects.drafts(tx)] == ["เพจใหม่ของบ้านอุ่นใจ"]
