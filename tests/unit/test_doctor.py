"""The doctor: looks at everything, says in plain words what is missing or wrong, and never shows a secret."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from aiohttp.test_utils import unused_port
from sqlalchemy import insert, text

from bot.clock import Clock
from bot.doctor import examine
from bot.doctor_database import room_finding
from bot.doctor_platforms import compared
from bot.sweeping import RHYTHMS
from domain.events import MESSAGE_RECEIVED, Arrival
from domain.messages import Message
from domain.signing import new_key, read_keys
from simulator.server import Simulator
from simulator.settings import Settings
from storage import inbox as inbox_rows
from storage import letters, outages, outbox, sweep_runs
from storage.database import make_engine
from storage.migrations import migrate
from storage.outbox import Draft
from storage.schema import inbox
from tests.journeys.world import environment, until
from tests.storage import some


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    """Both platforms on the desk."""
    found = Simulator(Clock(), settings=Settings(rate_scale=0, line_quota=300))
    await found.start()
    yield found
    await found.stop()


@pytest.fixture
def good(simulator: Simulator, sqlite_url: str) -> dict[str, str]:
    """Settings with which all is well."""
    engine = make_engine(sqlite_url)
    migrate(engine)
    engine.dispose()
    return environment(sqlite_url, simulator, port=8080)


async def told(settings: dict[str, str], capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    """The exit code and the findings, which never show a secret."""
    code = await examine(settings)
    words = capsys.readouterr().out
    secrets = [settings.get(name, "") for name in ("LINE_CHANNEL_SECRET", "LINE_CHANNEL_ACCESS_TOKEN")]
    secrets += [settings.get(name, "") for name in ("TELEGRAM_BOT_TOKEN", "TELEGRAM_WEBHOOK_SECRET")]
    assert not any(secret in words for secret in secrets if secret)
    assert "Traceback" not in words
    return code, words.splitlines()


def wrong(findings: list[str]) -> list[str]:
    return [finding for finding in findings if not finding.startswith("✓")]


async def test_where_all_is_well_it_says_so(good: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    code, findings = await told(good, capsys)
    assert (code, wrong(findings)) == (0, [])
    assert any("300 of 300 pushes left" in finding for finding in findings)
    assert sum("accepts our token" in finding for finding in findings) == 2


async def test_without_a_platform_it_shows_the_way(good: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    code, findings = await told({"DATABASE_URL": good["DATABASE_URL"]}, capsys)
    assert code == 1
    (finding,) = wrong(findings)
    assert "neither LINE nor Telegram" in finding
    assert "handup demo" in finding


async def test_a_database_without_tables_or_of_an_older_version_is_to_be_migrated(
    good: dict[str, str], sqlite_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    engine = make_engine(sqlite_url)
    with engine.begin() as tx:
        tx.execute(text("UPDATE alembic_version SET version_num = '0000'"))
    code, findings = await told(good, capsys)
    assert (code, len(wrong(findings))) == (1, 1)
    assert "version 0000" in wrong(findings)[0]
    assert "handup migrate" in wrong(findings)[0]
    with engine.begin() as tx:
        tx.execute(text("DROP TABLE alembic_version"))
    engine.dispose()
    code, findings = await told(good, capsys)
    assert "version none" in wrong(findings)[0]


@pytest.mark.parametrize(
    "address", ["postgresql://me:hunter2@127.0.0.1:1/handup", "sqlite:////no/such/folder/x.sqlite"]
)
async def test_a_database_that_is_away_is_named(
    good: dict[str, str], address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, findings = await told(good | {"DATABASE_URL": address}, capsys)
    assert code == 1
    assert wrong(findings) == ["✗ Database: does not answer (OperationalError). Check DATABASE_URL."]


async def test_tokens_that_the_platforms_refuse_are_named(
    good: dict[str, str], simulator: Simulator, capsys: pytest.CaptureFixture[str]
) -> None:
    simulator.settings.line_access_token, simulator.settings.telegram_token = "reissued", "4711:reissued"
    code, findings = await told(good, capsys)
    assert code == 1
    assert [finding.split(":")[0] for finding in wrong(findings)] == ["✗ line", "✗ telegram"]
    assert all("refuses our token" in finding for finding in wrong(findings))


async def test_platforms_that_do_not_answer_are_named(good: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    nowhere = f"http://127.0.0.1:{unused_port()}"
    code, findings = await told(good | {"LINE_API_BASE": nowhere, "TELEGRAM_API_BASE": nowhere}, capsys)
    assert code == 1
    assert [finding.split(":")[0] for finding in wrong(findings)] == ["✗ line", "✗ telegram"]
    assert all("does not answer" in finding for finding in wrong(findings))


async def test_a_spent_quota_is_told(
    good: dict[str, str], simulator: Simulator, capsys: pytest.CaptureFixture[str]
) -> None:
    simulator.line.quota.use(300, simulator.clock.now())
    code, findings = await told(good, capsys)
    assert (code, wrong(findings)) == (1, ["✗ line: 0 of 300 pushes left this month."])


async def test_what_was_set_aside_is_counted(
    good: dict[str, str], sqlite_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    engine = make_engine(sqlite_url)
    now = Clock().now()
    row = {"key": "line:1", "chat": "line:U1", "kind": "message_received", "facts": {}, "happened_at": now}
    with engine.begin() as tx:
        more = {"sequence": 0, "received_at": now, "state": "set_aside", "attempts": 4}
        tx.execute(insert(inbox).values(**row, **more))
    engine.dispose()
    code, findings = await told(good, capsys)
    words = "✗ Inbox: 1 events set aside after repeated failures. See: handup setaside list"
    assert (code, wrong(findings)) == (1, [words])


async def test_sweeps_are_looked_into(
    good: dict[str, str], sqlite_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "✓ Sweeps: none has run yet; they begin with handup serve." in (await told(good, capsys))[1]
    engine, now = make_engine(sqlite_url), Clock().now()
    with engine.begin() as tx:
        for name, seconds in RHYTHMS.items():
            sweep_runs.note(tx, name, now, now + timedelta(seconds=seconds), 0.4, 0)
    code, findings = await told(good, capsys)
    assert (code, wrong(findings)) == (0, [])
    assert f"✓ Sweeps: all {len(RHYTHMS)} ran within their rhythm." in findings
    with engine.begin() as tx:
        sweep_runs.note_failure(tx, "waves", now, now, "ValueError")
        sweep_runs.note(tx, "news", now - timedelta(hours=1), now, 0.4, 0)
    engine.dispose()
    code, findings = await told(good, capsys)
    assert code == 1
    assert [finding.split()[2] for finding in wrong(findings)] == ["news", "waves"]


async def test_it_says_whether_letters_can_be_signed_and_checked(
    good: dict[str, str], sqlite_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    private, public = new_key()
    signing = read_keys(private)
    assert any("Letters: LETTER_KEYS is not set" in finding for finding in (await told(good, capsys))[1])
    code, findings = await told(good | {"LETTER_KEYS": f"{private},{new_key()[1]}"}, capsys)
    assert (code, wrong(findings)) == (0, [])
    said = f"✓ Letters: can be signed, by key {signing.keys[0].id}. Older keys that still check: 1."
    assert said in findings
    assert not any(private in finding for finding in findings)
    code, findings = await told(good | {"LETTER_KEYS": public}, capsys)
    assert code == 1
    assert wrong(findings)[0].startswith("✗ Letters: the first key in LETTER_KEYS is public")
    engine = make_engine(sqlite_url)
    with engine.begin() as tx:
        role, person = some.role(tx, some.project(tx)), some.person(tx)
        content = {"code": "x", "version": 1}
        letters.issue(tx, person, role, content, signing.sign(content), Clock().now(), None)
    engine.dispose()
    assert (await told(good | {"LETTER_KEYS": f"{new_key()[0]},{public}"}, capsys))[0] == 0
    code, findings = await told(good | {"LETTER_KEYS": new_key()[0]}, capsys)
    (finding,) = wrong(findings)
    assert finding.startswith(f"✗ Letters: letters signed by {signing.keys[0].id} are taken for false")


async def test_an_address_that_the_world_cannot_reach_is_told(
    good: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    nowhere = f"http://127.0.0.1:{unused_port()}"
    code, findings = await told(good | {"PUBLIC_URL": nowhere}, capsys)
    assert code == 1
    assert any(f"{nowhere} cannot be reached" in finding for finding in wrong(findings))


@pytest.fixture
async def running(good: dict[str, str], simulator: Simulator) -> AsyncIterator[dict[str, str]]:
    """Settings with which all is well, and the bot that runs with them at an address that the platforms know."""
    from bot.assemble import Bot
    from bot.config import read_config

    port = unused_port()
    settings = good | {"PORT": str(port), "PUBLIC_URL": f"http://127.0.0.1:{port}"}
    bot = Bot(read_config(settings))
    await bot.start()
    simulator.line_bot_url = f"http://127.0.0.1:{port}/webhooks/line"
    yield settings
    await bot.stop()


async def introduced(simulator: Simulator, settings: dict[str, str]) -> None:
    """Wait until Telegram was told where to send."""
    await until(lambda: simulator.telegram_bot_url == f"{settings['PUBLIC_URL']}/webhooks/telegram")


async def test_platforms_that_send_to_us_are_well(
    running: dict[str, str], simulator: Simulator, capsys: pytest.CaptureFixture[str]
) -> None:
    await introduced(simulator, running)
    code, findings = await told(running, capsys)
    assert (code, wrong(findings)) == (0, [])
    for name in ("line", "telegram"):
        assert f"✓ {name}: the platform sends to {running['PUBLIC_URL']}/webhooks/{name}." in findings
        assert f"✓ Clock: agrees with {name}'s." in findings
    assert any(finding.startswith("✓ Disk: ") for finding in findings)


async def test_platforms_that_send_elsewhere_or_to_nobody_are_named(
    running: dict[str, str], simulator: Simulator, capsys: pytest.CaptureFixture[str]
) -> None:
    await introduced(simulator, running)
    simulator.line_bot_url, simulator.telegram_bot_url = "https://old.example.org/x/webhooks/line", ""
    ours = f"{running['PUBLIC_URL']}/webhooks/line"
    line, telegram = wrong((await told(running, capsys))[1])
    assert line == f"✗ line: the platform sends to another address (at old.example.org); ours is {ours}."
    assert telegram.startswith("✗ telegram: the platform sends to nobody.")
    simulator.line_bot_url, simulator.line.webhook.active = ours, False
    line, _ = wrong((await told(running, capsys))[1])
    assert line.startswith("✗ line: the webhook is switched off")


async def test_a_wrong_secret_is_asked_after(
    running: dict[str, str], simulator: Simulator, capsys: pytest.CaptureFixture[str]
) -> None:
    await introduced(simulator, running)
    simulator.settings.line_channel_secret = "reissued"
    simulator.telegram.updates.webhook.secret = "another"
    phone = simulator.add_phone("มะลิ", "telegram")
    await phone.open()
    await until(lambda: simulator.telegram.updates.webhook.last_error)
    line, telegram = wrong((await told(running, capsys))[1])
    assert line.endswith("is LINE_CHANNEL_SECRET right?")
    assert telegram.endswith("is TELEGRAM_WEBHOOK_SECRET right?")


def test_a_clock_that_is_wrong_and_a_disk_that_is_full_are_told() -> None:
    assert compared("line", timedelta(seconds=29)).well
    assert compared("line", timedelta(seconds=-90)).words.startswith("Clock: 90 seconds behind line's")
    assert compared("line", timedelta(hours=7)).words.startswith("Clock: 25200 seconds ahead of line's")
    assert room_finding(10**10, 10**9).well
    assert not room_finding(10**8, 10**6).well
    assert not room_finding(10**9, 10**10).well


async def test_what_waits_for_too_long_is_told(
    good: dict[str, str], sqlite_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    engine, long_ago = make_engine(sqlite_url), Clock().now() - timedelta(hours=2)
    with engine.begin() as tx:
        inbox_rows.keep(tx, [Arrival("1", "line:U1", MESSAGE_RECEIVED, long_ago)], long_ago)
        outbox.write(tx, [Draft("line:U1", (Message("x"),))], long_ago)
    engine.dispose()
    found = wrong((await told(good, capsys))[1])
    assert [finding.split(" minutes")[0] for finding in found] == [
        "✗ Inbox: the oldest has waited for 120",
        "✗ Outbox: the oldest has waited for 120",
    ]


async def test_a_platform_that_was_away_when_we_last_looked_is_told(
    good: dict[str, str], sqlite_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    engine = make_engine(sqlite_url)
    with engine.begin() as tx:
        outages.begin(tx, "telegram", Clock().now() - timedelta(minutes=20))
    engine.dispose()
    code, findings = await told(good, capsys)
    assert (code, wrong(findings)) == (
        1,
        ["✗ Platforms: telegram has not answered for 20 minutes; what we say waits."],
    )


async def test_telegram_without_a_webhook_secret_is_told(
    good: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    code, findings = await told(good | {"TELEGRAM_WEBHOOK_SECRET": ""}, capsys)
    assert code == 1
    (finding,) = wrong(findings)
    assert "TELEGRAM_WEBHOOK_SECRET" in finding
    assert "--poll" in finding


async def sync(settings: dict[str, str]) -> None:
    """Make the rich menus."""
    from bot.config import read_config
    from bot.rich_menu_command import sync

    assert await sync(read_config(settings), rehearsal=False) == 0


async def test_rich_menus_are_offered_then_right_then_outdated(
    good: dict[str, str],
    simulator: Simulator,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert any(finding.endswith("handup rich-menu sync") for finding in (await told(good, capsys))[1])
    await sync(good)
    code, findings = await told(good, capsys)
    assert code == 0
    assert "✓ Rich menus: all 4 are as they should be." in findings
    simulator.line.menus.menus.popitem()
    code, findings = await told(good, capsys)
    assert wrong(findings) == ["✗ Rich menus: staff-en must be made anew. Run: handup rich-menu sync"]
    monkeypatch.setattr("bot.menus.COLUMNS", 2)
    assert "volunteer-th, volunteer-en, staff-th, staff-en must" in wrong((await told(good, capsys))[1])[0]
