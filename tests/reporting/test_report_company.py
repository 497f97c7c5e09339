"""``handup report company``: hours in both languages and three kinds of file, and nobody who did not agree."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy import Engine, insert

from bot.__main__ import main
from bot.clock import Clock
from domain.ledger import Check
from storage import checks, companies, people
from storage.columns import new_id
from storage.schema import hours as table
from tests.storage import some

NOW = Clock().now()
LAST_YEAR = NOW.year - 1
FORMULA = '=HYPERLINK("http://example.org","กด")'


def give(tx: Any, person: str, role: str, company: str, minutes: int, *, working: bool) -> None:
    """Verified hours of last year."""
    entry = new_id()
    facts = {"id": entry, "person": person, "role": role, "minutes": minutes, "note": "ลับมาก", "company": company}
    when = {"worked_on": date(LAST_YEAR, 5, 4), "voids": False, "logged_at": NOW, "working": working}
    tx.execute(insert(table).values(**facts, **when))
    checks.say(tx, entry, Check.VERIFIED, new_id(), "staff", NOW)


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch, engine: Engine) -> Engine:
    """Six people of a company in one project, one of whom agreed to be named; a company of two; one without hours."""
    with engine.begin() as tx:
        large, small = companies.make(tx, "สยามดี", NOW), companies.make(tx, "Small Ltd", NOW)
        companies.make(tx, "Siam New", NOW)
        companies.pledge(tx, large.id, LAST_YEAR, 100, None, NOW)
        role = some.role(tx, some.project(tx, FORMULA))
        for number in range(8):
            company = large if number < 6 else small
            person = some.person(tx, f"อาสา{number}")
            people.learn(tx, person, company=company.id, office="เชียงใหม่")
            people.consent(tx, person, "employer", "total_only" if number else "name_and_hours", NOW)
            give(tx, person, role, company.id, 480, working=True)
            give(tx, person, role, company.id, 60, working=False)
    monkeypatch.setenv("DATABASE_URL", engine.url.render_as_string(hide_password=False))
    return engine


def run(capsys: pytest.CaptureFixture[str], company: str, *words: str, year: int = LAST_YEAR) -> tuple[int, str]:
    code = main(["report", "company", company, "--year", str(year), *words])
    said = capsys.readouterr()
    return code, said.out + said.err


def test_the_year_of_a_company(network: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = run(capsys, "สยามดี", "--cost", "250")
    assert code == 0
    assert "Company's contribution (LBG): 48 h in working time, 12,000 baht at the company's own 250 baht" in said
    assert "Pledged: 100 h · given and verified: 54 h (54%)" in said
    assert "IRIS OI8429, volunteer hours of employees: 54 h (working time 48 h, own time 6 h)" in said
    assert "อาสา0" in said
    assert "อาสา1" not in said
    assert "ลับมาก" not in said
    assert ["เชียงใหม่", "6", "54", "48", "6", "0"] in [line.split() for line in said.splitlines()]


def test_thai_says_the_same_with_its_own_years(network: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = run(capsys, "สยามดี", "--language", "th", year=LAST_YEAR + 543)
    assert code == 0
    assert f"งานอาสาปี {LAST_YEAR + 543}" in said
    assert "ส่วนที่บริษัทให้ (LBG): 48 ชม. ในเวลางาน" in said


def test_a_company_is_found_by_its_code(network: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    with network.connect() as tx:
        found = companies.by_name(tx, "Small Ltd")
    assert found
    code, said = run(capsys, found.code)
    assert (code, "Fewer than 5 people" in said) == (0, True)
    assert not any(figure in said for figure in ("16 h", "18 h", "อาสา", "เชียงใหม่"))


def test_a_year_without_hours_and_what_does_not_exist(network: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    assert "No hours in this year yet." in run(capsys, "Siam New")[1]
    assert run(capsys, "Siam Nwe")[0] == 2
    assert "Siam New" in run(capsys, "Siam Nwe")[1]
    assert run(capsys, "สยามดี", year=12)[0] == 2


def test_who_takes_it_back_or_leaves_is_in_no_later_report(network: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    with network.begin() as tx:
        found = companies.by_name(tx, "สยามดี")
        assert found
        named = next(each for each in companies.employees(tx, found.id) if each.sees == "name_and_hours")
        people.consent(tx, named.person, "employer", "none", NOW)
    assert "อาสา0" not in run(capsys, "สยามดี")[1]
    with network.begin() as tx:
        people.consent(tx, named.person, "employer", "name_and_hours", NOW)
    assert "อาสา0" in run(capsys, "สยามดี")[1]
    with network.begin() as tx:
        people.learn(tx, named.person, company=None)
    said = run(capsys, "สยามดี")[1]
    assert "อาสา0" not in said
    assert "54 h" in said, "what was given stays in the total"


def test_the_files_say_what_the_screen_says(
    network: Engine, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    files = {kind: tmp_path / f"report.{kind}" for kind in ("csv", "xlsx", "json")}
    options = [word for kind, path in files.items() for word in (f"--{kind}", str(path))]
    assert run(capsys, "สยามดี", *options)[0] == 0
    whole = json.loads(files["json"].read_text(encoding="utf-8"))
    assert (whole["iris_OI8429_hours"], whole["lbg_contribution_hours"], whole["pledged_hours"]) == (54, 48, 100)
    rows = list(csv.reader(files["csv"].read_text(encoding="utf-8-sig").splitlines()))
    total = next(row for row in rows if row[0] == "total")
    assert total[8:13] == ["6", "54.0", "48.0", "6.0", "0.0"]
    assert next(row for row in rows if row[0] == "event")[2].startswith("'=")
    book = load_workbook(files["xlsx"])
    assert book.sheetnames == ["Year", "Figures"]
    assert all(cell.data_type != "f" for row in book["Figures"].iter_rows() for cell in row)
    assert not any("อาสา1" in path.read_text(encoding="utf-8") for kind, path in files.items() if kind != "xlsx")
    assert run(capsys, "สยามดี", *options)[0] == 2, "nothing is overwritten"
