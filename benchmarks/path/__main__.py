"""Quick look while tuning."""

import argparse, asyncio, sys, tempfile, time
from pathlib import Path
from benchmarks.path.people import Platform
from benchmarks.path.processes import start_bare, start_bot
from storage.database import make_engine
from storage.migrations import migrate


async def one(kind, channel, url, chats, at_once):
    platform = Platform(channel)
    port = await platform.start()
    api = f"http://127.0.0.1:{port}"
    if kind == "bare":
        server = await start_bare(Path(url.removeprefix("sqlite:///")).with_suffix(".bare"), channel, api)
    else:
        engine = make_engine(url)
        migrate(engine)
        engine.dispose()
        server = await start_bot(url, channel, api)
    await platform.clients.open(server.port, 100)
    await asyncio.sleep(1.0)
    before = server.cpu()
    me = time.process_time()
    seconds = await platform.closed_loop(chats, at_once)
    n = chats * 6
    print(
        f"{kind} {channel} {chats}: {n / seconds:.0f}/s  cpu {1e6 * (server.cpu() - before) / n:.0f} us  load {1e6 * (time.process_time() - me) / n:.0f} us  p50 {1000 * platform.waits.percentile(0.5):.1f} p99 {1000 * platform.waits.percentile(0.99):.1f} rss {server.megabytes():.0f} start {server.start:.2f} {platform.trouble()}",
        flush=True,
    )
    await server.stop()


async def main():
    p = argparse.ArgumentParser()
    p.add_argument("--kind", default="bot")
    p.add_argument("--channel", default="line")
    p.add_argument("--chats", type=int, default=500)
    p.add_argument("--at-once", type=int, default=64)
    p.add_argument("--url", default="")
    a = p.parse_args()
    with tempfile.TemporaryDirectory() as f:
        await one(a.kind, a.channel, a.url or f"sqlite:///{f}/b.sqlite", a.chats, a.at_once)


asyncio.run(main())
