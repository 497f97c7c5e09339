"""The process is asked to end in the middle of its work, as every deploy does; and it writes nothing personal down."""

import asyncio
import json
from pathlib import Path

from simulator.faults import Fault
from simulator.settings import Settings
from storage.schema import inbox, outbox
from tests.journeys.process import process_world
from tests.journeys.world import said

NAME = "กานดา-สมมติ"
SECRETS = ("ความลับของฉัน", "0891234567", "kanda@example.org", "บ้านเลขที่ 99/1")


async def test_a_graceful_stop_ends_within_ten_seconds_and_loses_nothing(sqlite_url: str, tmp_path: Path) -> None:
    async with process_world(sqlite_url, tmp_path, Settings(rate_scale=0, redelivery=True)) as (here, process):
        calm = await here.phone("line")
        await calm.say("menu")
        await here.settled()
        phones = await asyncio.gather(*(here.phone("line", f"อาสา {number}") for number in range(10)))
        here.simulator.faults.add(Fault("stall", seconds=30, endpoint="message/reply"))
        await asyncio.gather(*(phone.say("menu") for phone in phones))
        await asyncio.sleep(0.3)
        assert await process.stop() < 10
        assert process.running is not None
        assert process.running.returncode == 0
        here.simulator.faults.clear()
        await process.start()
        await here.settled(40)
        assert here.states(inbox) == {"done": 22}
        assert set(here.states(outbox)) == {"sent"}
        assert all(said(phone) == said(calm) for phone in phones)
        assert here.simulator.counters.pushes == 0


async def test_nothing_personal_is_in_the_log_of_a_whole_journey(sqlite_url: str, tmp_path: Path) -> None:
    async with process_world(sqlite_url, tmp_path) as (here, process):
        for channel in ("line", "telegram"):
            phone = await here.phone(channel, NAME)
            for words in SECRETS:
                await phone.say(words)
            await phone.send("image")
            await phone.block()
            await here.settled()
        simulator = here.simulator
        await simulator.line.webhook.post(f'{{"events": "{SECRETS[0]}"}}'.encode())
        await simulator.line.webhook.post(SECRETS[1].encode(), "bad")
        await simulator.telegram.updates.post(f'{{"update_id": "{SECRETS[2]}"}}'.encode())
        here.tell(next(iter(simulator.phones)), SECRETS[3])
        simulator.settings.line_access_token, good = "reissued", simulator.settings.line_access_token
        await here.settled()
        assert await process.stop() < 3, "an idle process ends at once"
        log = process.log.read_text()
        addresses = [str(phone.address) for phone in simulator.phones]
        settings = simulator.settings
        tokens = [good, settings.line_channel_secret, settings.telegram_token, settings.telegram_secret]
        for word in (NAME, *SECRETS, *addresses, *tokens, "4711:"):
            assert word not in log, f"{word} is in the log"
        actions = [json.loads(line)["action"] for line in log.splitlines()]
        assert {"started", "event_answered", "letter_sent", "webhook_refused", "stopped"} <= set(actions)
