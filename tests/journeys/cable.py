"""The way to a PostgreSQL server, which can be pulled out and plugged in again."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import make_url


class Cable:
    """The way to a PostgreSQL server, which can be pulled out."""

    def __init__(self, url: str) -> None:
        self.address = make_url(url)
        self.server: asyncio.Server | None = None
        self.writers: set[asyncio.StreamWriter] = set()
        self.port = 0

    @property
    def url(self) -> str:
        """The database's address at our end."""
        here = self.address.set(host="127.0.0.1", port=self.port, query={})
        return here.render_as_string(hide_password=False)

    async def plug_in(self) -> None:
        """Let connections through, always on the same port."""
        self.server = await asyncio.start_server(self.carry, "127.0.0.1", self.port)
        self.port = self.server.sockets[0].getsockname()[1]

    async def pull_out(self) -> None:
        """Cut every connection, and refuse new ones."""
        assert self.server is not None
        self.server.close()
        for writer in list(self.writers):
            writer.transport.abort()

    async def carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Carry one connection."""
        there, back = await self.reach()
        if self.server is None or not self.server.is_serving():  # it was pulled out meanwhile
            writer.transport.abort()
            back.transport.abort()
            return
        self.writers |= {writer, back}
        await asyncio.gather(pour(reader, back), pour(there, writer))
        self.writers -= {writer, back}

    async def reach(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """Reach the server, by a socket in a folder or by its port."""
        folder = self.address.query.get("host")
        if isinstance(folder, str) and folder.startswith("/"):
            return await asyncio.open_unix_connection(f"{folder}/.s.PGSQL.{self.address.port or 5432}")
        return await asyncio.open_connection(self.address.host, self.address.port or 5432)


async def pour(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Carry bytes one way until either end is gone."""
    with contextlib.suppress(OSError):
        while chunk := await reader.read(65536):
            writer.write(chunk)
            await writer.drain()
    writer.close()


@asynccontextmanager
async def cable(url: str) -> AsyncIterator[Cable]:
    """A cable that is plugged in."""
    found = Cable(url)
    await found.plug_in()
    try:
        yield found
    finally:
        await found.pull_out()
