"""What an operator goes by: the log, /live, /ready and /metrics, when things go wrong."""

from __future__ import annotations

import asyncio
import json
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from sqlalchemy import text

from simulator.settings import Settings
from storage import inbox as inbox_rows
from storage.schema import inbox, outbox
from tests.journeys.process import ROOT, Process, process_world, surroundings
from tests.journeys.test_sweeps import metrics
from tests.journeys.world import World, said, until

NAME = "กานดา-สมมติ"
WORDS = ("ความลับของฉัน", "0891234567", "เมื่อวาน 3 ชม. ออกแบบโลโก้ลับเฉพาะ", "ล้มเหลว-โดยตั้งใจ")
IN_ERRORS = "คำในข้อผิดพลาด"


def lines(process: Process) -> list[dict[str, Any]]:
    """Every line of the log; each is JSON."""
    return [json.loads(line) for line in process.log.read_text().splitlines()]


def actions(process: Process) -> list[str]:
    return [line["action"] for line in lines(process)]


async def begin_anew(process: Process, misfortunes: str) -> None:
    """Stop the process and start one with parts that fail; return when it has begun to work."""
    await process.stop()
    process.log.write_text("")
    log = process.log.open("ab")
    process.settings |= {"HANDUP_MISFORTUNES": misfortunes, "HANDUP_WORDS": IN_ERRORS}
    words = (sys.executable, "-m", "tests.journeys.misfortunes")
    env = surroundings(**process.settings)
    process.running = await asyncio.create_subprocess_exec(*words, cwd=ROOT, env=env, stdout=log, stderr=log)
    log.close()
    await until(lambda: "started" in actions(process), 30)


async def test_whatever_fails_every_line_is_json_and_holds_nobodys_words(database_url: str, tmp_path: Path) -> None:
    async with process_world(database_url, tmp_path) as (here, process):
        await begin_anew(process, "talkative")
        simulator = here.simulator
        tokens: list[str] = []
        for channel in ("line", "telegram"):
            phone = await here.phone(channel, NAME)
            for words in WORDS:
                await phone.say(words)
            await until(lambda: here.states(inbox)["set_aside"] > 0, 30)
            tokens += reply_tokens(here)
            await phone.block()
        await simulator.line.webhook.post(f'{{"events": "{WORDS[0]}"}}'.encode())
        await simulator.telegram.updates.post(WORDS[1].encode(), "bad")
        with here.engine.begin() as tx:
            tx.execute(text("ALTER TABLE outbox RENAME TO gone"))
        await asyncio.sleep(1.5)
        with here.engine.begin() as tx:
            tx.execute(text("ALTER TABLE gone RENAME TO outbox"))
        await until(lambda: "look_failed" in actions(process))
        await process.stop()
        log, settings = process.log.read_text(), simulator.settings
        secrets = [settings.line_access_token, settings.line_channel_secret, settings.telegram_token]
        addresses = [str(phone.address) for phone in simulator.phones]
        for word in (NAME, *WORDS, IN_ERRORS, *addresses, *tokens, *secrets, settings.telegram_secret):
            assert word not in log, f"{word} is in the log"
        told = lines(process)
        assert all({"at", "level", "action"} <= set(line) for line in told)
        found = {line["action"] for line in told}
        assert {"event_failed", "event_set_aside", "library_warning", "thread_died", "unraisable", "stopped"} <= found
        assert {"webhook_refused", "look_failed"} <= found
        never_retrieved = [line for line in told if line.get("library") == "asyncio"]
        assert [line["error"] for line in never_retrieved] == ["ValueError"]
        assert {line.get("library") for line in told} >= {"py.warnings", "aiohttp.server", "somebody.else"}


def reply_tokens(here: World) -> list[str]:
    """The reply tokens that are in the database now."""
    with here.engine.connect() as tx:
        found = tx.execute(inbox.select()).mappings().all()
    return [row["free_reply"]["token"] for row in found if row["free_reply"] and "token" in row["free_reply"]]


@pytest.mark.parametrize(("misfortune", "told"), [("dead_dispatcher", "worker_died"), ("dead_writer", "thread_died")])
async def test_a_process_that_can_do_nothing_any_more_ends(
    sqlite_url: str, tmp_path: Path, misfortune: str, told: str
) -> None:
    async with process_world(sqlite_url, tmp_path) as (_, process):
        await begin_anew(process, misfortune)
        assert process.running is not None
        assert await asyncio.wait_for(process.running.wait(), 40) == 1
        (line,) = [line for line in lines(process) if line["action"] == told]
        assert line["error"] == "ValueError"
        assert line["where"].startswith("tests/journeys/misfortunes.py:")
        assert IN_ERRORS not in process.log.read_text()


async def test_an_address_that_is_taken_ends_the_process_with_one_line(sqlite_url: str, tmp_path: Path) -> None:
    async with process_world(sqlite_url, tmp_path) as (_, process):
        other = Process(process.settings, tmp_path / "other.log")
        await other.start()  # the first one answers
        assert other.running is not None
        assert await other.running.wait() == 1
        (line,) = [line for line in lines(other) if line["action"] == "crashed"]
        assert line["error"] == "OSError"


# ---------------------------------------------------------------- /live and /ready


async def test_ready_says_why_not(anywhere: World) -> None:
    assert await anywhere.get("/ready") == (200, {"ready": True, "why": "", "troubles": []})
    bot = anywhere.bot
    bot.sweeping.last_attempt -= timedelta(minutes=6)
    status, told = await anywhere.get("/ready")
    assert (status, told["why"]) == (503, "nothing that runs by itself has run for five minutes")
    await bot.sweep_all()
    assert (await anywhere.get("/ready"))[0] == 200
    version = "UPDATE alembic_version SET version_num = '{}'"
    with anywhere.engine.begin() as tx:
        before = tx.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
        tx.execute(text(version.format("0000")))
    status, told = await anywhere.get("/ready")
    assert (status, "handup migrate" in told["why"]) == (503, True)
    with anywhere.engine.begin() as tx:
        tx.execute(text(version.format(before)))
        tx.execute(inbox.update().values(state="done"))
        row = {"key": "x", "chat": "line:U9", "kind": "message_received", "facts": {}, "sequence": 0, "attempts": 0}
        long_ago = anywhere.clock.now() - timedelta(minutes=6)
        stuck = {"state": "waiting", "happened_at": long_ago, "received_at": long_ago}
        tx.execute(inbox.insert().values(**row, **stuck))
        held = "UPDATE chats SET held_until = '2999-01-01'"
        tx.execute(
            text(
                "INSERT INTO chats (name, language, language_chosen, reachable, talk)"
                " VALUES ('line:U9', 'th', false, true, '{}')"
            )
        )
        tx.execute(text(held))
    status, told = await anywhere.get("/ready")
    assert (status, "wait" in told["why"]) == (503, True)
    with anywhere.engine.begin() as tx:
        tx.execute(inbox.update().values(state="done"))
        assert inbox_rows.oldest_waiting(tx) is None
    bot.workers.stopping = True
    assert (await anywhere.get("/ready"))[1]["why"] == "we are stopping"


async def test_a_worker_that_ends_is_told_by_live_and_ready(here: World) -> None:
    async def over() -> None:
        return

    assert await here.get("/live") == (200, {"live": True, "why": ""})
    here.bot.work(over)
    await asyncio.wait_for(here.bot.workers.fell.wait(), 5)
    status, told = await here.get("/live")
    assert (status, told["live"], "over ended by itself" in told["why"]) == (503, False, True)
    assert (await here.get("/ready"))[0] == 503


# ---------------------------------------------------------------- tokens and secrets


async def test_a_token_that_is_refused_is_said_once_and_letters_wait_for_as_long_as_it_takes(
    sqlite_url: str, tmp_path: Path
) -> None:
    async with process_world(sqlite_url, tmp_path) as (here, process):
        phones = [await here.phone("line", f"อาสา {number}") for number in range(6)]
        calm = phones.pop()
        one = -len(said(calm))
        await calm.say("menu")
        await here.settled()
        one += len(said(calm))
        good, here.simulator.settings.line_access_token = here.simulator.settings.line_access_token, "reissued"
        before = [len(said(phone)) for phone in phones]
        for phone in phones:
            await phone.say("menu")
        await until(lambda: here.states(outbox)["waiting"] == 5)
        await until(lambda: "token_refused" in actions(process))
        long_ago = here.clock.now() - timedelta(hours=30)
        with here.engine.begin() as tx:
            tx.execute(outbox.update().where(outbox.c.state == "waiting").values(first_tried_at=long_ago))
        await asyncio.sleep(4)
        (line,) = [line for line in lines(process) if line["action"] == "token_refused"]
        assert line["what_now"] == "letters wait; is LINE_CHANNEL_ACCESS_TOKEN right?"
        assert "letter_trylater" not in actions(process)
        address = f"http://127.0.0.1:{process.settings['PORT']}/ready"
        async with aiohttp.ClientSession() as session, session.get(address) as answer:
            told = await answer.json()
        assert told == {"ready": True, "why": "", "troubles": [f"line refuses our token: is {line['setting']} right?"]}
        assert here.states(outbox)["waiting"] == 5
        here.simulator.settings.line_access_token = good
        await here.settled(40)
        assert [len(said(phone)) for phone in phones] == [count + one for count in before]
        assert actions(process).count("token_accepted") == 1
        assert set(here.states(outbox)) == {"sent"}


async def test_webhooks_that_never_prove_themselves_are_said_once(
    here: World, capsys: pytest.CaptureFixture[str]
) -> None:
    from bot import logs

    logs.set_up()
    here.simulator.settings.line_channel_secret = "reissued"
    for _ in range(12):
        await here.simulator.line.webhook.post(b'{"destination": "x", "events": []}')
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    refused = [line["action"] for line in told if line["action"].startswith("webhook")]
    assert refused == ["webhook_refused", "webhooks_unproven"]
    assert [line["what_now"] for line in told if "what_now" in line] == ["is LINE_CHANNEL_SECRET right?"]
    status, ready = await here.get("/ready")
    assert (status, ready["troubles"]) == (200, ["no webhook of line proves itself: is LINE_CHANNEL_SECRET right?"])
    _, found = await metrics(here)
    assert found["handup_webhooks_total", ("line", "unproven")] == 12
    assert found["handup_webhooks_unproven", ("line",)] == 1
    assert found["handup_token_refused", ("line",)] == 0


async def test_what_waits_for_a_human_is_measured(here: World) -> None:
    phone = await here.phone("line")
    here.tell(phone, "x")
    await here.settled()
    with here.engine.begin() as tx:
        tx.execute(inbox.update().values(state="set_aside"))
        tx.execute(outbox.update().values(state="held"))
    _, found = await metrics(here)
    assert found["handup_inbox_set_aside", ()] == here.states(inbox)["set_aside"] > 0
    assert found["handup_outbox_kept", ("held",)] == here.states(outbox)["held"] > 0
    assert found["handup_outbox_kept", ("refused",)] == 0


async def test_secrets_and_tokens_are_changed_under_load_without_losing_a_word(
    database_url: str, tmp_path: Path
) -> None:
    settings = Settings(
        rate_scale=0, redelivery=True, redelivery_times=1000, redelivery_after=0.5, telegram_backoff=0.1
    )
    async with process_world(database_url, tmp_path, settings) as (here, process):
        phones = [await here.phone(channel, f"อาสา {n}") for n in range(4) for channel in ("line", "telegram")]
        before = [len(said(phone)) for phone in phones]
        simulator, rounds = here.simulator, 0

        async def talk() -> None:
            nonlocal rounds
            while not stop.is_set():
                await asyncio.gather(*(phone.say("menu") for phone in phones))
                rounds += 1
                await asyncio.sleep(1)

        stop = asyncio.Event()
        talking = asyncio.create_task(talk())
        old = {name: process.settings[name] for name in ("LINE_CHANNEL_SECRET", "TELEGRAM_WEBHOOK_SECRET")}
        process.settings |= {name: f"new-{secret},{secret}" for name, secret in old.items()}
        await process.stop()
        await process.start()
        await asyncio.sleep(1)
        simulator.settings.line_channel_secret = f"new-{old['LINE_CHANNEL_SECRET']}"
        simulator.telegram.updates.webhook.secret = f"new-{old['TELEGRAM_WEBHOOK_SECRET']}"
        await asyncio.sleep(1)
        process.settings |= {name: f"new-{secret}" for name, secret in old.items()}
        simulator.settings.line_access_token, simulator.settings.telegram_token = "new-token", "4711:new-token"
        await until(lambda: refused(process) == {"line", "telegram"}, 60)
        process.settings |= {"LINE_CHANNEL_ACCESS_TOKEN": "new-token", "TELEGRAM_BOT_TOKEN": "4711:new-token"}
        await process.stop()
        await process.start()
        await asyncio.sleep(1)
        stop.set()
        await talking
        await until(lambda: here.states(inbox) == {"done": len(phones) * (1 + rounds)}, 120)
        await here.settled(60)
        assert rounds > 3
        assert set(here.states(outbox)) == {"sent"}
        assert all(len(said(phone)) >= count + rounds for phone, count in zip(phones, before, strict=True))
        assert "webhook_refused" not in actions(process)
        assert actions(process).count("stopped") == 2


def refused(process: Process) -> set[str]:
    """Which platforms were said to refuse our token."""
    return {line["channel"] for line in lines(process) if line["action"] == "token_refused"}
