"""LINE's rich menus: made, shown to everybody or to some, and removed. Each call raises as ``line_asking.ask`` does."""

from __future__ import annotations

import contextlib
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Final

import aiohttp

from bot.channels.line_asking import NotThere, Sdk, ask

MOST_LINKED: Final = 500
"""People in one call."""
FEW: Final = 3
"""So few are told of one by one, which takes effect at once; many are told of together, and LINE does it soon."""


class LineMenus:
    """Rich menus, by LINE's own ids for them."""

    def __init__(self, asked: Callable[[], Awaitable[Sdk]], timeout: aiohttp.ClientTimeout) -> None:
        """Build it; ``asked`` gives the SDK."""
        self._asked = asked
        self._more = {"_request_timeout": timeout}

    async def all(self) -> dict[str, str]:
        """The name that each menu was made with, by its id."""
        told = await ask((await self._asked()).api.get_rich_menu_list(**self._more))
        return {menu.rich_menu_id: menu.name for menu in told.richmenus}

    async def make(self, menu: dict[str, Any], image: bytes) -> str:
        """Make a menu with its picture (PNG); gives its id."""
        from linebot.v3.messaging import RichMenuRequest  # noqa: PLC0415 (as in line_asking)

        request = RichMenuRequest.from_dict(menu)
        made = await ask((await self._asked()).api.create_rich_menu(request, **self._more))
        more = self._more | {"_headers": {"Content-Type": "image/png"}}
        await ask((await self._asked()).data.set_rich_menu_image(made.rich_menu_id, body=image, **more))
        return str(made.rich_menu_id)

    async def default(self) -> str:
        """Which menu everybody sees who has none of their own; empty if there is none."""
        try:
            told = await ask((await self._asked()).api.get_default_rich_menu_id(**self._more))
        except NotThere:
            return ""
        return str(told.rich_menu_id)

    async def show_to_all(self, menu: str) -> None:
        """Let everybody see this menu who has none of their own."""
        await ask((await self._asked()).api.set_default_rich_menu(menu, **self._more))

    async def remove(self, menu: str) -> None:
        """Remove a menu, also from whoever sees it; one that is gone already is no error."""
        with contextlib.suppress(NotThere):
            await ask((await self._asked()).api.delete_rich_menu(menu, **self._more))

    async def show_to(self, addresses: Sequence[str], menu: str | None) -> None:
        """Let these people see this menu, or without one the default; whom LINE does not know is passed over."""
        if len(addresses) <= FEW:
            await self._one_by_one(addresses, menu)
            return
        for start in range(0, len(addresses), MOST_LINKED):
            some = addresses[start : start + MOST_LINKED]
            try:
                await self._together(some, menu)
            except NotThere:
                await self._one_by_one(some, menu)

    async def _together(self, addresses: Sequence[str], menu: str | None) -> None:
        from linebot.v3 import messaging  # noqa: PLC0415 (as in line_asking)

        if menu is None:
            leave = messaging.RichMenuBulkUnlinkRequest(user_ids=list(addresses))
            await ask((await self._asked()).api.unlink_rich_menu_id_from_users(leave, **self._more))
        else:
            see = messaging.RichMenuBulkLinkRequest(rich_menu_id=menu, user_ids=list(addresses))
            await ask((await self._asked()).api.link_rich_menu_id_to_users(see, **self._more))

    async def _one_by_one(self, addresses: Sequence[str], menu: str | None) -> None:
        for address in addresses:
            with contextlib.suppress(NotThere):
                if menu is None:
                    await ask((await self._asked()).api.unlink_rich_menu_id_from_user(address, **self._more))
                else:
                    await ask((await self._asked()).api.link_rich_menu_id_to_user(address, menu, **self._more))
