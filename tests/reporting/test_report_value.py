"""``handup report value``: forecast and fact apart, in both languages, in three kinds of file; few people hidden."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy import Engine, func, insert, select, update

from bot.__main__ import main
from bot.clock import Clock
from domain.ledger import Check
from domain.value import Rate
from storage import audit, checks, ledger, people, rates
from storage.columns import new_id
from storage.ledger import Wanted
from storage.schema import closed_hours, companies
from storage.schema import hours as table
from storage.schema import projects as projects_table
from tests.storage import some

NOW = Clock().now()
FORMULA = '=HYPERLINK("http://example.org","กด")'
LAST_YEAR = NOW.year - 1
DAY = date(LAST_YEAR, 5, 4)


def give(tx: Any, person: str, role: str, minutes: int, lead: str | None, **more: Any) -> str:
    """Hours of last year, verified if a lead says so."""
    entry = new_id()
    facts = {"id": entry, "person": person, "role": role, "worked_on": DAY, "minutes": minutes, "note": "ลับมาก"}
    tx.execute(insert(table).values(**{**facts, "voids": False, "logged_at": NOW, **more}))
    if lead:
        checks.say(tx, entry, Check.VERIFIED, lead, "organisation", NOW)
    return entry


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch, engine: Engine) -> Engine:
    """Six people verified in one project, two in another whose title would be a formula, and one who was rejected."""
    with engine.begin() as tx:
        lead = some.person(tx, "ครูนก")
        tx.execute(insert(companies).values(id="siam22222222", name="สยามดี", code="team-siam22", made_at=NOW))
        large, small = some.project(tx, "ห้องสมุดเล่าเรื่อง"), some.project(tx, FORMULA)
        roles = [some.role(tx, each) for each in (large, small)]
        crowd = [some.person(tx, f"อาสา{number}") for number in range(7)]
        for person in crowd[:6]:
            give(tx, person, roles[0], 480, lead, company="siam22222222", working=True)
        for person in crowd[:2]:
            give(tx, person, roles[1], 60, None)
        rejected = give(tx, crowd[6], roles[0], 60, None)
        checks.say(tx, rejected, Check.REJECTED, lead, "staff", NOW)
    monkeypatch.setenv("DATABASE_URL", engine.url.render_as_string(hide_password=False))
    return engine


def run(capsys: pytest.CaptureFixture[str], *words: str, language: str = "en") -> tuple[int, str]:
    code = main(["report", "value", "--language", language, *words])
    said = capsys.readouterr()
    return code, said.out + said.err


def test_forecasts_are_called_so_and_stand_apart_from_facts(
    network: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = run(capsys, "--year", str(LAST_YEAR), "--internal")
    plans, facts = said.split("What was really given")
    assert code == 0
    assert "Forecast A, everybody all year: 100 people × 4 days × 12 months × 800 baht" in plans
    assert "3,840,000 baht" in plans
    assert "960,000 baht" in plans
    assert "forecast" not in facts.lower()
    assert [line.split() for line in facts.splitlines() if line.strip().startswith(("verified ", "total"))][:2] == [
        ["verified", "6", "48", "6", "4,800"],
        ["total", "6", "50", "6.25", "5,000"],
    ]
    assert "96.0% of the value submitted is verified" in facts
    assert "1 rejected entry does not count" in facts
    assert "A day is 8 hours" in facts
    assert "the network's own assumption" in facts


def test_thai_says_the_same_with_its_own_years(network: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = run(capsys, "--year", str(LAST_YEAR + 543), "--internal", language="th")
    assert code == 0
    for words in ("คาดการณ์ (เป็นแผน ไม่ใช่ผลงาน)", "3,840,000 บาท", f"ปี {LAST_YEAR + 543}", "ที่เกิดขึ้นจริง", "ยืนยันแล้ว 96.0%"):
        assert words in said


def test_outside_few_people_are_hidden_and_so_is_what_gives_them_away(
    network: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = run(capsys, "--entries")
    assert code == 0
    assert "อาสา" not in said
    facts = said.split("What was really given")[1]
    cells = {line.split()[0]: line.split()[1:] for line in facts.splitlines() if line.startswith("  ")}
    assert cells["self-reported"] == ["fewer", "than", "5", "people"]
    rows = facts.split("By project")[1].split("A day is 8 hours")[0]
    assert rows.count("fewer than 5 people") == 2, "the large project would tell of the small one"
    assert "rejected entries do not count (fewer than 5 people)" in facts
    assert cells["total"] == ["6", "50", "6.25", "5,000"]
    with network.connect() as tx:
        every = [each.entry for each in ledger.lines(tx, Wanted())]
    assert not any(entry in said for entry in every)


def test_what_the_table_hides_is_hidden_by_name_too(network: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    said = run(capsys, "--project", "ห้องสมุดเล่าเรื่อง")[1].split("What was really given")[1]
    assert "4,800" not in said
    assert "fewer than 5 people" in said
    assert "4,800" in run(capsys, "--project", "ห้องสมุดเล่าเรื่อง", "--internal")[1]


def test_names_are_for_inside(network: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    outside, inside = run(capsys, "--by", "volunteer")[1], run(capsys, "--by", "volunteer", "--internal")[1]
    assert "อาสา" not in outside
    assert "Single volunteers are only shown within the network" in outside
    assert all(f"อาสา{number}" in inside for number in range(6))


@pytest.mark.parametrize("by", ["project", "organisation", "company", "volunteer", "month", "year"])
def test_every_table_adds_up_to_the_total(
    network: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str], by: str
) -> None:
    path = tmp_path / "value.json"
    assert run(capsys, "--internal", "--by", by, "--json", str(path))[0] == 0
    told = json.loads(path.read_text(encoding="utf-8"))
    total = told["facts"]["total"]
    assert sum(row["total"]["satang"] for row in told["table"]) == total["satang"] == 500_000
    assert sorted(entry for row in told["table"] for entry in row["total"]["entries"]) == sorted(total["entries"])
    assert {each["entry"] for each in told["entries"]} == set(total["entries"])
    assert [each["is_forecast"] for each in told["forecasts"]] == [True, True]


def test_files_hold_what_the_screen_shows_and_nothing_more(
    network: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {kind: tmp_path / f"value.{kind}" for kind in ("csv", "xlsx", "json")}
    options = [word for kind, path in files.items() for word in (f"--{kind}", str(path))]
    assert run(capsys, "--by", "project", *options)[0] == 0
    with network.connect() as tx:
        lines = ledger.lines(tx, Wanted())
    written = files["csv"].read_text(encoding="utf-8-sig") + files["json"].read_text(encoding="utf-8")
    book = load_workbook(files["xlsx"])
    written += str([[cell.value for cell in row] for sheet in book for row in sheet.iter_rows()])
    assert not any(each.entry in written or str(each.person) in written for each in lines)
    assert "อาสา" not in written
    assert "ลับมาก" not in written
    told = json.loads(files["json"].read_text(encoding="utf-8"))
    assert told["facts"]["self_reported"] == {"shown": False, "why": "fewer than 5 people"}
    assert told["facts"]["total"]["baht"] == 5000


def test_a_title_like_a_formula_is_only_words(
    network: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table_file, book_file = tmp_path / "value.csv", tmp_path / "value.xlsx"
    assert run(capsys, "--internal", "--csv", str(table_file), "--xlsx", str(book_file))[0] == 0
    assert table_file.read_bytes().startswith(b"\xef\xbb\xbf"), "Excel knows Thai by this"
    rows = list(csv.DictReader(table_file.open(encoding="utf-8-sig")))
    assert {row["name"] for row in rows if "HYPERLINK" in row["name"]} == {f"'{FORMULA}"}
    assert [row["baht"] for row in rows if row["figure"] == "forecast_a"] == ["3840000"]
    cells = [cell for sheet in load_workbook(book_file) for row in sheet.iter_rows() for cell in row]
    found = [cell for cell in cells if cell.value == FORMULA]
    assert found
    assert {cell.data_type for cell in found} == {"s"}
    assert not any(cell.data_type == "f" for cell in cells)


def test_every_entry_is_in_the_spreadsheet_with_its_rate(
    network: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "value.xlsx"
    run(capsys, "--internal", "--xlsx", str(path))
    sheet = load_workbook(path)["Entries"]
    head, *rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    found = [dict(zip(head, row, strict=True)) for row in rows]
    assert len(found) == 8
    assert sum(int(str(each["satang"])) for each in found) == 500_000
    assert {each["baht_a_day"] for each in found} == {800}


def test_nothing_is_overwritten(network: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "value.csv"
    path.write_text("mine", encoding="utf-8")
    code, said = run(capsys, "--csv", str(path))
    assert (code, path.read_text(encoding="utf-8")) == (2, "mine")
    assert "value.csv is there already" in said
    assert run(capsys, "--csv", str(tmp_path / "nowhere" / "value.csv"))[0] == 2


def test_a_year_without_data_says_so_and_still_shows_the_forecasts(
    network: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = run(capsys, "--year", "2550")
    assert code == 0
    assert "No hours in this time yet." in said
    assert "3,840,000 baht" in said


def test_a_year_that_is_none_is_refused(network: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = run(capsys, "--year", "69")
    assert (code, "69 is no year to report on" in said) == (2, True)


@pytest.mark.parametrize(
    ("option", "name", "near"),
    [
        ("--project", "ห้องสมุดเล่าเรือง", "ห้องสมุดเล่าเรื่อง"),
        ("--organisation", "บ้านอุ่น", "บ้านอุ่นใจ"),
        ("--company", "สยาม", "สยามดี"),
    ],
)
def test_a_wrong_name_lists_what_is_near(
    network: Engine, capsys: pytest.CaptureFixture[str], option: str, name: str, near: str
) -> None:
    code, said = run(capsys, option, name, language="th")
    assert (code, near in said) == (2, True)


def test_two_projects_of_one_name_are_told_apart_by_their_ids(
    network: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    with network.begin() as tx:
        other = some.project(tx, "ห้องสมุดเล่าเรื่อง")
    code, said = run(capsys, "--project", "ห้องสมุดเล่าเรื่อง")
    assert (code, other in said) == (2, True)
    assert run(capsys, "--project", other)[0] == 0


def test_a_rate_to_come_leaves_the_past_and_is_named_with_its_source(
    network: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    before = run(capsys, "--internal", "--by", "month")[1]
    with network.begin() as tx:
        new = Rate("", date(NOW.year + 1, 1, 1), 5000, "มติที่ประชุม 9/2569")
        assert rates.add(tx, new, NOW.date(), NOW, None) is None
    assert run(capsys, "--internal", "--by", "month")[1] == before
    said = run(capsys, "--year", str(NOW.year + 1))[1]
    assert "มติที่ประชุม 9/2569" in said
    assert "24,000,000 baht" in said, "the forecast of that year is worked out with its rate"


# ---------------------------------------------------------------- closing


def closed(engine: Engine) -> int:
    with engine.connect() as tx:
        return tx.execute(select(func.count()).select_from(closed_hours)).scalar_one()


def test_closing_a_year_says_first_what_it_does(network: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = run(capsys, "--year", str(LAST_YEAR), "--close")
    assert (code, closed(network)) == (1, 0)
    assert "would lock 8 entries (2 not verified by anybody, 0 locked already)" in said
    assert "--yes" in said


def test_a_closed_year_changes_no_more(network: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    code, _ = run(capsys, "--year", str(LAST_YEAR), "--close", "--yes")
    assert (code, closed(network)) == (0, 8)
    with network.begin() as tx:
        line = next(each for each in ledger.lines(tx, Wanted()) if each.check == Check.NONE)
        lead = some.person(tx, "ครูน้อย")
        assert checks.say(tx, line.entry, Check.VERIFIED, lead, "staff", NOW) == checks.Refusal.CLOSED
        assert [each.act for each in audit.newest(tx, 5)] == ["report_closed"]
        adjusting = {"adjusts": line.entry, "session": None, "skill": line.skill}
        give(tx, str(line.person), str(line.role), -30, None, **adjusting)
    assert "1 rejected" in run(capsys, "--internal", "--entries")[1]
    code, said = run(capsys, "--year", str(LAST_YEAR), "--close", "--yes", "--internal")
    assert (code, "8 locked already" in said, closed(network)) == (0, True, 17)


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--year", str(NOW.year)], "This year is not over"),
        ([], "name one that is over"),
        (["--company", "สยามดี"], "name one that is over"),
        (["--project", "ห้องสมุดเล่าเรื่อง"], "This project still goes on"),
        (["--project", "ห้องสมุดเล่าเรื่อง", "--company", "สยามดี", "--year", str(LAST_YEAR)], "one thing at a time"),
        (["--organisation", "บ้านอุ่นใจ", "--year", str(LAST_YEAR)], "one thing at a time"),
        (["--year", "2540"], "There is nothing to close"),
    ],
)
def test_only_what_is_over_is_closed(
    network: Engine, capsys: pytest.CaptureFixture[str], options: list[str], why: str
) -> None:
    code, said = run(capsys, *options, "--close", "--yes")
    assert (code, closed(network), why in said) == (1, 0, True)


def test_a_project_that_is_over_is_closed_by_itself(network: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    with network.begin() as tx:
        tx.execute(update(projects_table).values(state="closed"))
    assert run(capsys, "--project", "ห้องสมุดเล่าเรื่อง", "--close", "--yes")[0] == 0
    assert closed(network) == 6


def test_who_was_erased_leaves_sums_without_a_name(network: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    with network.begin() as tx:
        gone = next(each.person for each in ledger.lines(tx, Wanted()) if each.check == Check.NONE)
        people.erase(tx, str(gone), NOW)
    said = run(capsys, "--internal", "--by", "volunteer")[1]
    rows = [line.split() for line in said.splitlines()]
    assert ["people", "who", "were", "forgotten", "1", "9", "100", "0", "800", "900"] in rows
    assert ["total", "6", "50", "6.25", "5,000"] in rows


# ---------------------------------------------------------------- the demo's network


def test_the_demo_shows_the_seed_beside_its_real_figures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'never.sqlite'}")
    path = tmp_path / "demo.json"
    assert run(capsys, "--demo", "--json", str(path))[0] == 0
    told = json.loads(path.read_text(encoding="utf-8"))
    assert told["forecasts"][0]["baht"] == 3_840_000
    assert 0 < told["facts"]["verified"]["baht"] < told["facts"]["total"]["baht"] < 3_840_000
    assert any(row["total"].get("shown") for row in told["table"])
    assert any(not row["total"].get("shown") for row in told["table"])
    assert not (tmp_path / "never.sqlite").exists()
