"""A backup is the network as it was at one moment; it comes back whole or not at all; who was forgotten stays so."""

from __future__ import annotations

import gzip
import json
import random
import stat
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, func, insert, select, text, update

from bot.__main__ import main
from bot.backup_file import BrokenBackup, lines_of
from bot.clock import Clock
from domain.events import MESSAGE_RECEIVED, Arrival
from domain.messages import Message
from simulator.demo import filled
from storage import copying, inbox, outbox, people, reminders, seats, staff
from storage.database import make_engine
from storage.migrations import migrate
from storage.outbox import Draft
from storage.schema import announcements, broadcasts, sessions, sign_ups
from storage.schema import inbox as inbox_table
from storage.schema import outbox as outbox_table
from storage.schema import people as people_table
from storage.schema import reminders as reminders_table
from tests.journeys.process import surroundings

WAYS = [("sqlite", "sqlite"), ("sqlite", "postgres"), ("postgres", "sqlite"), ("postgres", "postgres")]
NOW = Clock().now().replace(microsecond=123456)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """Runs a command on a database; gives its exit code and what it said."""
    for name, value in surroundings().items():
        monkeypatch.setenv(name, value)

    def command(url: str, *words: object) -> tuple[int, str]:
        monkeypatch.setenv("DATABASE_URL", url)
        capsys.readouterr()
        code = main([str(word) for word in words])
        told = capsys.readouterr()
        return code, told.out + told.err

    return command


@pytest.fixture
def places(postgres_server: str, tmp_path: Path) -> Iterator[Callable[[str], str]]:
    """Makes as many empty databases as are wanted."""
    from contextlib import ExitStack

    from tests.conftest import postgres_database

    with ExitStack() as stack:
        count = iter(range(99))

        def make(kind: str) -> str:
            if kind == "sqlite":
                return f"sqlite:///{tmp_path / f'{next(count)}.sqlite'}"
            return stack.enter_context(postgres_database(postgres_server))

        yield make


def filled_engine(url: str) -> Engine:
    """The demo's network in a database, with letters and events under way."""
    engine = make_engine(url)
    migrate(engine)
    with engine.begin() as tx:
        filled.write(tx, NOW)
    return engine


def everything(engine: Engine) -> dict[str, list[Any]]:
    """Every row of every table, as plain values."""
    with engine.connect() as tx:
        return {name: list(copying.rows_of(tx, table)) for name, table in copying.TABLES.items()}


def any_text(dice: random.Random) -> str:
    return "".join(dice.choice('ก็ำ"\\\n\t,[]{}é𝄞a 0\u2028') for _ in range(dice.randrange(30)))


def any_plain(dice: random.Random, depth: int = 2) -> Any:
    """Any plain data."""
    made: list[Callable[[], Any]] = [
        lambda: any_text(dice),
        lambda: dice.randrange(-(10**12), 10**12),
        lambda: dice.choice([True, False, None, 0.1, -2.5]),
        lambda: [any_plain(dice, depth - 1) for _ in range(3)],
        lambda: {any_text(dice): any_plain(dice, depth - 1) for _ in range(3)},
    ]
    return dice.choice(made if depth else made[:3])()


def scatter(engine: Engine, seed: int) -> None:
    """Rows with odd values, and numbers given to rows that are gone."""
    dice = random.Random(seed)
    with engine.begin() as tx:
        for number in range(dice.randrange(1, 40)):
            at = NOW - timedelta(microseconds=dice.randrange(10**12))
            facts = {"text": any_text(dice), "more": any_plain(dice)}
            inbox.keep(tx, [Arrival(f"{seed}-{number}", f"line:U{number % 5}", MESSAGE_RECEIVED, at, facts=facts)], at)
            outbox.write(tx, [Draft(f"line:U{number % 5}", (Message(any_text(dice) or "x"),))], at)
            body = {"id": f"{dice.getrandbits(128):032x}", "kind": "png", "made_at": at, "small": b""}
            tx.execute(insert(copying.TABLES["pictures"]).values(**body, body=dice.randbytes(dice.randrange(5000))))
            staff.record(tx, None, "staff_invited", any_text(dice)[:40], at, {"x": dice.randrange(9)})
        gone = select(func.max(outbox_table.c.number)).scalar_subquery()
        tx.execute(outbox_table.delete().where(outbox_table.c.number == gone))


def given(engine: Engine) -> dict[str, int]:
    with engine.connect() as tx:
        return copying.counters(tx)


@pytest.mark.parametrize(("source", "target"), WAYS)
def test_what_comes_back_is_what_there_was(
    source: str, target: str, run: Any, places: Callable[[str], str], tmp_path: Path
) -> None:
    there, here, file = filled_engine(places(source)), places(target), tmp_path / "a.backup"
    url = there.url.render_as_string(hide_password=False)
    for seed in (1, 2, 3):
        scatter(there, seed)
    before = everything(there)
    assert run(url, "backup", file)[0] == 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
    code, told = run(here, "restore", file, "--resume")
    assert code == 0, told
    engine = make_engine(here)
    assert everything(engine) == before
    assert sum(len(rows) for rows in before.values()) > 300
    counted = given(there)
    assert [given(engine)[name] for name in ("inbox", "outbox", "fetches")] == [
        counted[name] for name in ("inbox", "outbox", "fetches")
    ]
    with engine.begin() as tx:
        outbox.write(tx, [Draft("line:U1", (Message("next"),))], NOW)
        newest = tx.execute(select(func.max(outbox_table.c.number))).scalar_one()
    assert newest == counted["outbox"] + 1, "a number was given twice"
    again = tmp_path / "b.backup"
    run(here, "restore", file, "--resume", "--replace")
    assert run(here, "backup", again)[0] == 0
    assert rows_in(again) == rows_in(file)
    engine.dispose()
    there.dispose()


def rows_in(file: Path) -> list[Any]:
    return [value for _, value in lines_of(file) if isinstance(value, list)]


def test_a_backup_is_one_moment_while_others_write(database_url: str, run: Any, tmp_path: Path) -> None:
    engine = filled_engine(database_url)
    stop = threading.Event()
    written = 0

    def write() -> None:
        nonlocal written
        while not stop.is_set():
            with engine.begin() as tx:
                inbox.keep(tx, [Arrival(f"pair-{written}", "line:U1", MESSAGE_RECEIVED, NOW)], NOW)
                tx.execute(insert(copying.TABLES["alarms"]).values(kind="pair", subject=str(written), raised_at=NOW))
                written += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(5):
            begun = written
            assert run(database_url, "backup", tmp_path / f"{number}.backup")[0] == 0
            assert written >= begun
    finally:
        stop.set()
        writer.join()
    assert written > 20, "nobody wrote meanwhile"
    for number in range(5):
        found = tables_in(tmp_path / f"{number}.backup")
        assert sum(row[1].startswith("line:pair-") for row in found["inbox"]) == len(found["alarms"])
    engine.dispose()


def tables_in(file: Path) -> dict[str, list[Any]]:
    """The rows in a file, table by table."""
    found: dict[str, list[Any]] = {}
    name = ""
    for _, value in lines_of(file):
        if isinstance(value, list):
            found[name].append(value)
        elif "table" in value:
            name = value["table"]
            found[name] = []
    return found


def test_a_file_that_is_broken_or_cut_off_changes_nothing(database_url: str, run: Any, tmp_path: Path) -> None:
    engine = filled_engine(database_url)
    good, bad = tmp_path / "good.backup", tmp_path / "bad.backup"
    run(database_url, "backup", good)
    before, whole = everything(engine), good.read_bytes()
    plain = gzip.decompress(whole)
    lines = plain.splitlines(keepends=True)
    breakages = {
        "cut off": whole[: len(whole) // 2],
        "one byte short": whole[:-1],
        "a flipped bit": whole[:1000] + bytes([whole[1000] ^ 1]) + whole[1001:],
        "nothing": b"",
        "no backup": b"hello",
        "the last line is gone": gzip.compress(b"".join(lines[:-1])),
        "a row is gone": gzip.compress(b"".join(lines[:5] + lines[6:])),
        "a name was changed": gzip.compress(
            plain.replace("ๆ".encode(), "ฯ".encode(), 1).replace(b"line:", b"lime:", 1)
        ),
        "another version": gzip.compress(plain.replace(b'"version":"', b'"version":"9', 1)),
        "more behind the end": gzip.compress(plain + b"[]\n"),
    }
    for name, content in breakages.items():
        bad.write_bytes(content)
        code, told = run(database_url, "restore", bad, "--replace")
        assert (code, told.startswith("handup: nothing was changed: ")) == (1, True), f"{name}: {told}"
        assert everything(engine) == before, name
    assert run(database_url, "restore", good, "--replace")[0] == 0
    engine.dispose()


def test_a_row_that_does_not_fit_leaves_everything_as_it_was(
    places: Callable[[str], str], run: Any, tmp_path: Path
) -> None:
    there, here = filled_engine(places("sqlite")), filled_engine(places("postgres"))
    with there.begin() as tx:
        tx.execute(update(people_table).values(employer="x" * 500))
    before, file = everything(here), tmp_path / "a.backup"
    run(str(there.url), "backup", file)
    code, told = run(here.url.render_as_string(hide_password=False), "restore", file, "--replace")
    assert (code, told) == (1, "handup: nothing was changed: does not fit into this database: people (DataError)\n")
    assert everything(here) == before
    there.dispose()
    here.dispose()


def test_a_database_that_holds_something_is_replaced_only_when_told(
    database_url: str, run: Any, tmp_path: Path
) -> None:
    engine, file = filled_engine(database_url), tmp_path / "a.backup"
    run(database_url, "backup", file)
    before = everything(engine)
    code, told = run(database_url, "restore", file)
    assert (code, "--replace" in told, "nothing was changed" in told) == (1, True, True)
    assert everything(engine) == before
    engine.dispose()


def test_ledgers_are_as_strict_after_a_restore_as_before(database_url: str, run: Any, tmp_path: Path) -> None:
    engine, file = filled_engine(database_url), tmp_path / "a.backup"
    with engine.begin() as tx:
        staff.record(tx, None, "staff_invited", "x", NOW)
    run(database_url, "backup", file)
    assert run(database_url, "restore", file, "--replace")[0] == 0
    for statement in (
        "UPDATE hours SET minutes = 1",
        "DELETE FROM hours",
        "DELETE FROM audit",
        "UPDATE audit SET act = ''",
    ):
        with pytest.raises(Exception, match="only ever added to"), engine.begin() as tx:
            tx.execute(text(statement))
    engine.dispose()


# ---------------------------------------------------------------- forgotten


SECRET = "ความลับของกานดา"


def somebody(engine: Engine, chat: str) -> str:
    """A person with a chat, words that wait for an answer, and words that wait to be sent; gives their id."""
    with engine.begin() as tx:
        person = people.join(tx, NOW)
        people.learn(tx, person, name=SECRET)
        taken = chats_taken(tx, chat)
        taken.person = person
        from storage import chats as chat_rows

        chat_rows.save(tx, [taken])
        inbox.keep(tx, [Arrival(chat, chat, MESSAGE_RECEIVED, NOW, facts={"text": SECRET})], NOW)
        outbox.write(tx, [Draft(chat, (Message(SECRET),))], NOW)
        return person


def chats_taken(tx: Any, chat: str) -> Any:
    from storage import chats as chat_rows

    return chat_rows.take(tx, [chat])[chat]


def holds(engine: Engine, words: str) -> bool:
    return words in json.dumps(everything(engine), ensure_ascii=False)


@pytest.mark.parametrize("by", ["the database", "a file"])
@pytest.mark.parametrize("resume", [False, True])
def test_who_was_forgotten_since_is_forgotten_again(
    database_url: str, run: Any, tmp_path: Path, by: str, resume: bool, places: Callable[[str], str]
) -> None:
    engine, file, register = filled_engine(database_url), tmp_path / "a.backup", tmp_path / "erasures"
    kanda = somebody(engine, "line:Ukanda")
    with engine.begin() as tx:
        inbox.keep(tx, [Arrival("s", "telegram:99", MESSAGE_RECEIVED, NOW, facts={"text": f"{SECRET} ด้วย"})], NOW)
    run(database_url, "backup", file)
    with engine.begin() as tx:
        people.erase(tx, kanda, Clock().now())
        people.forget_chat(tx, "telegram:99", Clock().now())
    assert run(database_url, "erasures", "export", register)[0] == 0
    assert stat.S_IMODE(register.stat().st_mode) == 0o600
    assert not any(word in register.read_text() for word in (SECRET, "Ukanda", "telegram", "99:"))
    more = ["--resume"] if resume else []
    if by == "the database":
        url = database_url
        code, told = run(url, "restore", file, "--replace", *more)
    else:
        url = places("sqlite")
        code, told = run(url, "restore", file, "--erasures", register, *more)
    assert code == 0, told
    assert "1 people forgotten again" in told
    assert "chats forgotten again" in told
    here = make_engine(url)
    assert not holds(here, SECRET)
    assert not holds(here, "telegram:99")
    assert run(url, "backup", tmp_path / "b.backup")[0] == 0
    assert run(url, "restore", file, "--replace")[0] == 0, "the older one once more"
    assert not holds(here, SECRET)
    here.dispose()
    engine.dispose()


def test_who_came_back_before_the_backup_is_not_forgotten(database_url: str, run: Any, tmp_path: Path) -> None:
    engine, file = filled_engine(database_url), tmp_path / "a.backup"
    with engine.begin() as tx:
        people.forget_chat(tx, "line:Ukanda", NOW - MINUTE)
    somebody(engine, "line:Ukanda")
    run(database_url, "backup", file)
    assert "forgotten" not in run(database_url, "restore", file, "--replace")[1]
    assert holds(engine, SECRET)
    engine.dispose()


def test_a_seat_of_who_is_forgotten_again_goes_to_who_waits_for_it(database_url: str, run: Any, tmp_path: Path) -> None:
    engine, file = filled_engine(database_url), tmp_path / "a.backup"
    with engine.begin() as tx:
        seated = select(sign_ups.c.person, sign_ups.c.role).where(sign_ups.c.state == "accepted")
        person, role = tx.execute(seated.limit(1)).one()
    run(database_url, "backup", file)
    with engine.begin() as tx:
        seats.withdraw_from_all(tx, person, NOW)
        people.erase(tx, person, NOW)
    assert run(database_url, "restore", file, "--replace")[0] == 0
    with engine.connect() as tx:
        assert person not in tx.execute(select(sign_ups.c.person).where(sign_ups.c.role == role)).scalars().all()
    engine.dispose()


def test_a_broken_or_strange_file_of_erasures_changes_nothing(
    database_url: str, run: Any, places: Callable[[str], str], tmp_path: Path
) -> None:
    engine, file, register = filled_engine(database_url), tmp_path / "a.backup", tmp_path / "erasures"
    with engine.begin() as tx:
        people.forget_chat(tx, "line:U1", NOW)
    run(database_url, "backup", file)
    run(database_url, "erasures", "export", register)
    good = json.loads(register.read_text())
    before = everything(engine)
    other = tmp_path / "other"
    elsewhere = filled_engine(places("sqlite"))
    run(str(elsewhere.url), "erasures", "export", other)
    elsewhere.dispose()
    register.write_text(json.dumps(good | {"people": {"x": NOW.isoformat()}}))
    for name in (register, other, tmp_path / "missing", file):
        code, told = run(database_url, "restore", file, "--replace", "--erasures", name)
        assert (code, "nothing was changed" in told) == (1, True)
        assert everything(engine) == before
    engine.dispose()


# ---------------------------------------------------------------- what was under way


def test_nothing_that_was_under_way_goes_on_by_itself(database_url: str, run: Any, tmp_path: Path) -> None:
    engine, file = filled_engine(database_url), tmp_path / "a.backup"
    late = Clock().now() - MINUTE
    with engine.begin() as tx:
        drafts = [Draft("line:U1", (Message("a"),)), Draft("line:U1", (Message("b"),), good_until=late, event=1)]
        outbox.write(tx, drafts, NOW - timedelta(days=1))
        inbox.keep(tx, [Arrival("k", "line:U1", MESSAGE_RECEIVED, NOW)], NOW)
        role = tx.execute(select(sign_ups.c.role)).scalars().first()
        person = tx.execute(select(people_table.c.id)).scalars().first()
        told = {"role": role, "person": person, "at": NOW, "state": "planned", "due_at": late}
        tx.execute(announcements.delete())
        tx.execute(insert(announcements).values(**told))
        standing = {"audience": {}, "contents": {}, "way": "all", "written_at": NOW}
        for key, state, at in (
            ("r", "running", late),
            ("p", "planned", late),
            ("f", "planned", NOW + timedelta(days=3)),
        ):
            tx.execute(insert(broadcasts).values(id=key, state=state, starts_at=at, **standing))
        tx.execute(insert(outbox_table).values(written(tx, "line:U2", "r")))
    run(database_url, "backup", file)
    code, words = run(database_url, "restore", file, "--replace")
    assert code == 0, words
    assert "1 letters expired" in words
    assert "handup setaside" in words
    with engine.connect() as tx:
        waits = outbox_table.c.state == "waiting"
        assert tx.execute(select(func.count()).where(waits)).scalar_one() == 0
        held = select(outbox_table.c.messages, outbox_table.c.why).where(outbox_table.c.state == "held")
        assert all(row.messages and row.why == "restored from a backup" for row in tx.execute(held))
        assert tx.execute(select(func.count()).where(inbox_table.c.state == "waiting")).scalar_one() == 0
        found = {row.id: row.state for row in tx.execute(select(broadcasts.c.id, broadcasts.c.state))}
        assert (found["r"], found["p"], found["f"]) == ("paused", "draft", "planned")
        assert tx.execute(select(announcements.c.state)).scalars().all() == ["told"]
    engine.dispose()


def written(tx: Any, chat: str, broadcast: str) -> dict[str, Any]:
    return outbox.row_of(Draft(chat, (Message("c"),), broadcast=broadcast), NOW)


def test_resumed_is_all_but_what_line_could_show_twice(database_url: str, run: Any, tmp_path: Path) -> None:
    engine, file = filled_engine(database_url), tmp_path / "a.backup"
    with engine.begin() as tx:
        outbox.write(tx, [Draft(f"line:U{number}", (Message("a"),)) for number in range(3)], NOW)
        tried = update(outbox_table).where(outbox_table.c.chat == "line:U1")
        tx.execute(tried.values(first_tried_at=NOW - timedelta(hours=24), in_doubt=True))
        leased = update(outbox_table).where(outbox_table.c.chat == "line:U2")
        tx.execute(leased.values(first_tried_at=NOW, leased_until=NOW))
    run(database_url, "backup", file)
    assert run(database_url, "restore", file, "--replace", "--resume")[0] == 0
    with engine.connect() as tx:
        columns = (outbox_table.c.state, outbox_table.c.in_doubt, outbox_table.c.leased_until)
        found = {
            row.chat: tuple(row)[1:]
            for row in tx.execute(select(outbox_table.c.chat, *columns).where(outbox_table.c.chat.like("line:U_")))
        }
    assert found["line:U0"] == ("waiting", False, None)
    assert found["line:U1"] == ("held", True, None)
    assert found["line:U2"] == ("waiting", True, None)
    engine.dispose()


def test_a_reminder_that_went_out_after_the_backup_is_not_said_again(
    database_url: str, run: Any, tmp_path: Path
) -> None:
    engine, file = filled_engine(database_url), tmp_path / "a.backup"
    run(database_url, "backup", file)
    with engine.begin() as tx:
        session, starts_at = tx.execute(select(sessions.c.id, sessions.c.starts_at).limit(1)).one()
        person = tx.execute(select(people_table.c.id).limit(1)).scalar_one()
        key = {"session": session, "person": person, "lead": "day", "starts_at": starts_at}
        tx.execute(reminders_table.delete())
        tx.execute(insert(reminders_table).values(**key, said_at=Clock().now(), event=7))
    assert run(database_url, "restore", file, "--replace")[0] == 0
    with engine.begin() as tx:
        found = tx.execute(select(reminders_table).where(reminders_table.c.person == person)).mappings().all()
        assert [(row["lead"], row["event"]) for row in found if row["session"] == session] == [("day", None)]
        assert reminders.said_at(tx, session, person) is not None
    engine.dispose()


def test_a_backup_that_fails_leaves_what_was_there(run: Any, tmp_path: Path, sqlite_url: str) -> None:
    file = tmp_path / "a.backup"
    file.write_text("yesterday's")
    code, told = run(sqlite_url, "backup", file)
    assert (code, "handup migrate" in told) == (1, True)
    assert file.read_text() == "yesterday's"
    assert run(sqlite_url, "backup", tmp_path / "no" / "such" / "folder")[0] == 1
    with pytest.raises(BrokenBackup):
        list(lines_of(file))
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
