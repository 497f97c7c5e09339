"""LINE's rich menus: made, shown to everybody or to some, and removed. Each call raises as ``line_asking.ask`` does."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from typing import Any, Final

import aiohttp
from linebot.v3 import messaging

from bot.channels.line_asking import NotThere, ask

MOST_LINKED: Final = 500
"""People in one call."""
FEW: Final = 3
"""So few are told of one by one, which takes effect at once; many are told of together, and LINE does it soon."""


class LineMenus:
    """Rich menus, by LINE's own ids for them."""

    def __init__(self, api: Any, data: Any, timeout: aiohttp.ClientTimeout) -> None:
        """Build it on the SDK's two APIs."""
        self._api = api
        self._data = data
        self._more = {"_request_timeout": timeout}

    async def all(self) -> dict[str, str]:
        """The name that each menu was made with, by its id."""
        told = await ask(self._api.get_rich_menu_list(**self._more))
        return {menu.rich_menu_id: menu.name for menu in told.richmenus}

    async def make(self, menu: dict[str, Any], image: bytes) -> str:
        """Make a menu with its picture (PNG); gives its id."""
        request = messaging.RichMenuRequest.from_dict(menu)
        made = await ask(self._api.create_rich_menu(request, **self._more))
        headers = {"Content-Type": "image/png"}
        await ask(self._data.set_rich_menu_image(made.rich_menu_id, body=image, _headers=headers, **self._more))
        return str(made.rich_menu_id)

    async def default(self) -> str:
        """Which menu everybody sees who has none of their own; empty if there is none."""
        try:
            told = await ask(self._api.get_default_rich_menu_id(**self._more))
        except NotThere:
            return ""
        return str(told.rich_menu_id)

    async def show_to_all(self, menu: str) -> None:
        """Let everybody see this menu who has none of their own."""
        await ask(self._api.set_default_rich_menu(menu, **self._more))

    async def remove(self, menu: str) -> None:
        """Remove a menu, also from whoever sees it; one that is gone already is no error."""
        with contextlib.suppress(NotThere):
            await ask(self._api.delete_rich_menu(menu, **self._more))

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
        if menu is None:
            leave = messaging.RichMenuBulkUnlinkRequest(user_ids=list(addresses))
            await ask(self._api.unlink_rich_menu_id_from_users(leave, **self._more))
        else:
            see = messaging.RichMenuBulkLinkRequest(rich_menu_id=menu, user_ids=list(addresses))
            await ask(self._api.link_rich_menu_id_to_users(see, **self._more))

    async def _one_by_one(self, addresses: Sequence[str], menu: str | None) -> None:
        for address in addresses:
            with contextlib.suppress(NotThere):
                if menu is None:
                    await ask(self._api.unlink_rich_menu_id_from_user(address, **self._more))
                else:
                    await ask(self._api.link_rich_menu_id_to_user(address, menu, **self._more))
