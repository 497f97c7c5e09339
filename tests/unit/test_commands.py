"""The commands: each says what it is for, works on a fresh database, and says what is wrong in one line."""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.__main__ import main, parser
from storage import staff
from storage.database import make_engine
from storage.migrations import newest, version_of
from tests.journeys.process import ROOT, surroundings


def every_command(top: argparse.ArgumentParser, words: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """All commands that there are."""
    found = [words]
    for action in top._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, below in action.choices.items():
                found += every_command(below, (*words, name))
    return found


def run(*words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run a command as a process of its own."""
    command = (sys.executable, "-m", "bot", *words)
    env = surroundings(**settings)
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=60, check=False)


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """The settings of a database that does not exist yet; gives its address."""
    for name, value in surroundings().items():
        monkeypatch.setenv(name, value)
    url = f"sqlite:///{tmp_path / 'fresh.sqlite'}"
    monkeypatch.setenv("DATABASE_URL", url)
    return url


@pytest.mark.parametrize("words", every_command(parser()), ids=" ".join)
def test_every_command_explains_itself(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*words, "--help"])
    assert ended.value.code == 0
    told = capsys.readouterr().out
    assert told.startswith(f"usage: {' '.join(('handup', *words))}")
    assert len(told.splitlines()) >= 4


def test_the_help_names_every_command_with_a_word_about_it(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    told = capsys.readouterr().out
    assert all(
        re.search(rf"\n    {name}\s", told)
        for name in ("demo", "serve", "migrate", "staff", "doctor", "keys", "rich-menu")
    )


def test_no_command_is_a_mistake_that_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    for words in ([], ["dance"], ["staff"], ["serve", "--fast"]):
        with pytest.raises(SystemExit) as ended:
            main(words)
        assert ended.value.code == 2
        assert "usage: handup" in capsys.readouterr().err


def test_migrate_brings_a_fresh_database_to_the_newest_version_and_again_changes_nothing(
    fresh: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["migrate"]) == main(["migrate"]) == 0
    assert capsys.readouterr().out == f"The database is at version {newest()}.\n" * 2
    engine = make_engine(fresh)
    with engine.connect() as tx:
        assert version_of(tx) == newest()
    engine.dispose()


def test_staff_invite_prints_a_code_that_works_once(fresh: str, capsys: pytest.CaptureFixture[str]) -> None:
    from bot.clock import Clock

    main(["migrate"])
    capsys.readouterr()
    assert main(["staff", "invite"]) == 0
    told = capsys.readouterr()
    code = told.out.strip()
    assert code.startswith("staff-")
    assert "once" in told.err
    engine = make_engine(fresh)
    with engine.begin() as tx:
        assert staff.use_invite(tx, code.upper() + " ", Clock().now())
        assert not staff.use_invite(tx, code, Clock().now())
    engine.dispose()


@pytest.mark.parametrize(
    ("words", "there_is_an_admin", "duty"),
    [((), False, "admin"), ((), True, "coordinator"), (("--duty", "admin"), True, "admin")],
)
def test_staff_invite_makes_the_duty_that_is_asked_for_or_wanting(
    fresh: str, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], there_is_an_admin: bool, duty: str
) -> None:
    from bot.clock import Clock
    from storage import audit, people

    main(["migrate"])
    engine = make_engine(fresh)
    now = Clock().now()
    with engine.begin() as tx:
        if there_is_an_admin:
            staff.join(tx, people.join(tx, now), now, "admin")
    capsys.readouterr()
    assert main(["staff", "invite", *words]) == 0
    told = capsys.readouterr()
    assert duty in told.err
    with engine.begin() as tx:
        assert staff.use_invite(tx, told.out.strip(), now) == staff.Invite(duty, None)
        assert [(each.act, each.details) for each in audit.newest(tx, 1)] == [("staff_invited", {"duty": duty})]
    engine.dispose()


def test_keys_new_prints_a_key_that_signs_and_one_that_only_checks(capsys: pytest.CaptureFixture[str]) -> None:
    from domain.signing import read_keys

    assert main(["keys", "new"]) == 0
    told = capsys.readouterr()
    private, public = told.out.splitlines()
    signing, checking = read_keys(private), read_keys(public)
    assert (signing.can_sign, checking.can_sign) == (True, False)
    assert checking.holds({"a": 1}, *signing.sign({"a": 1}))
    assert "secret" in told.err
    assert private not in told.err
    assert main(["keys", "new"]) == 0
    assert capsys.readouterr().out != told.out


@pytest.mark.parametrize("words", [("serve",), ("migrate",), ("staff", "invite")], ids=" ".join)
def test_a_wrong_setting_ends_a_command_with_2_and_one_line_that_never_shows_the_value(words: tuple[str, ...]) -> None:
    done = run(*words, DATABASE_URL="mysql://me:hunter2@host/name")
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith("handup: DATABASE_URL must begin with")
    assert "hunter2" not in line


def test_the_doctor_tells_of_a_wrong_setting_and_ends_with_1() -> None:
    done = run("doctor", TELEGRAM_BOT_TOKEN="hunter2")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("✗ Settings: TELEGRAM_BOT_TOKEN does not look like")
    assert "hunter2" not in done.stdout


@pytest.mark.parametrize("words", [("migrate",), ("staff", "invite")], ids=" ".join)
def test_a_database_that_cannot_be_used_is_one_line_and_not_a_traceback(words: tuple[str, ...], tmp_path: Path) -> None:
    done = run(*words, DATABASE_URL=f"sqlite:///{tmp_path / 'no' / 'such' / 'folder.sqlite'}")
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith("handup: the database")
    assert "handup doctor" in line


def test_rich_menus_without_line_are_refused_in_one_line() -> None:
    told = run("rich-menu", "sync", "--dry-run")
    assert told.returncode == 2
    assert "LINE_CHANNEL_SECRET is missing" in told.stderr
    assert "Traceback" not in told.stderr


def test_rich_menus_of_a_line_that_is_away_are_told_in_one_line(fresh: str) -> None:
    assert main(["migrate"]) == 0
    line = {
        "LINE_CHANNEL_SECRET": "secret",
        "LINE_CHANNEL_ACCESS_TOKEN": "token",
        "LINE_API_BASE": "http://127.0.0.1:9",
    }
    told = run("rich-menu", "sync", DATABASE_URL=fresh, **line)
    assert told.returncode == 1
    assert told.stderr == "handup: LINE does not answer (ConnectionError). Try again: it goes on from here.\n"
