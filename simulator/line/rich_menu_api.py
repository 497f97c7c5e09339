"""LINE's endpoints for rich menus."""

from __future__ import annotations

import re
from typing import Any

from aiohttp import web

from simulator.line.account import LineAccount
from simulator.line.http import (
    PER_HOUR_100,
    PER_SECOND_10,
    PER_SECOND_2000,
    USER_ID,
    RefusedError,
    Route,
    answer,
    invalid,
    not_found,
    read_body,
    read_bytes,
    refuse_if,
)
from simulator.line.rich_menus import RichMenu, RichMenus, check_rich_menu
from simulator.samples import size_of

IMAGE_BYTES = 1024 * 1024
BODY_BYTES = 2 * 1024 * 1024
MENUS = 1000
BULK = 500


class RichMenuEndpoints:
    """Making, showing, linking and naming rich menus."""

    def __init__(self, account: LineAccount) -> None:
        self._account = account
        self._menus: RichMenus = account.menus

    def routes(self) -> list[Route]:
        """The endpoints and how often each may be called; the fixed paths before those with an id."""
        menu = "/v2/bot/richmenu"
        return [
            ("POST", menu, self.create, PER_HOUR_100),
            ("POST", f"{menu}/validate", self.validate, PER_SECOND_2000),
            ("GET", f"{menu}/list", self.every, PER_SECOND_10),
            *self._alias_routes(f"{menu}/alias"),
            ("POST", f"{menu}/bulk/link", self.link_many, PER_SECOND_2000),
            ("POST", f"{menu}/bulk/unlink", self.unlink_many, PER_SECOND_2000),
            ("GET", f"{menu}/{{menu}}", self.one, PER_SECOND_2000),
            ("DELETE", f"{menu}/{{menu}}", self.delete, PER_HOUR_100),
            ("POST", f"{menu}/{{menu}}/content", self.upload, PER_SECOND_2000),
            ("GET", f"{menu}/{{menu}}/content", self.download, PER_SECOND_2000),
            *self._user_routes("/v2/bot/user"),
        ]

    def _alias_routes(self, alias: str) -> list[Route]:
        return [
            ("POST", alias, self.name, PER_SECOND_2000),
            ("GET", f"{alias}/list", self.names, PER_SECOND_2000),
            ("GET", f"{alias}/{{alias}}", self.named, PER_SECOND_2000),
            ("POST", f"{alias}/{{alias}}", self.rename, PER_SECOND_2000),
            ("DELETE", f"{alias}/{{alias}}", self.unname, PER_HOUR_100),
        ]

    def _user_routes(self, user: str) -> list[Route]:
        return [
            ("GET", f"{user}/all/richmenu", self.default, PER_SECOND_2000),
            ("DELETE", f"{user}/all/richmenu", self.drop_default, PER_SECOND_2000),
            ("POST", f"{user}/all/richmenu/{{menu}}", self.set_default, PER_SECOND_2000),
            ("GET", f"{user}/{{user}}/richmenu", self.linked, PER_SECOND_2000),
            ("DELETE", f"{user}/{{user}}/richmenu", self.unlink, PER_SECOND_2000),
            ("POST", f"{user}/{{user}}/richmenu/{{menu}}", self.link, PER_SECOND_2000),
        ]

    async def create(self, request: web.Request) -> web.Response:
        """Make a menu."""
        body = await read_body(request)
        refuse_if(check_rich_menu(body))
        if len(self._menus.menus) >= MENUS:
            raise RefusedError(400, "The number of rich menus has reached its limit")
        return answer({"richMenuId": self._menus.create(body).id})

    async def validate(self, request: web.Request) -> web.Response:
        """Say what is wrong with a menu, and make nothing."""
        refuse_if(check_rich_menu(await read_body(request)))
        return answer()

    async def every(self, _request: web.Request) -> web.Response:
        """All menus."""
        return answer({"richmenus": [menu.to_json() for menu in self._menus.menus.values()]})

    async def one(self, request: web.Request) -> web.Response:
        """One menu."""
        return answer(self._menu(request).to_json())

    async def delete(self, request: web.Request) -> web.Response:
        """Remove a menu."""
        self._menus.delete(self._menu(request).id)
        return answer()

    async def upload(self, request: web.Request) -> web.Response:
        """Give a menu its image, once: PNG or JPEG, at most 1 MB, of the menu's own size."""
        menu = self._menu(request)
        if request.content_type not in {"image/png", "image/jpeg"}:
            raise RefusedError(415, "The media type of the request body isn't supported by the endpoint")
        image = await read_bytes(request, BODY_BYTES)
        if menu.image:
            raise RefusedError(400, "An image has already been uploaded to the richmenu")
        size = menu.body["size"]
        if len(image) > IMAGE_BYTES or size_of(image) != (size["width"], size["height"]):
            raise RefusedError(400, "The image size is invalid")
        menu.image, menu.mime = image, request.content_type
        return answer()

    async def download(self, request: web.Request) -> web.Response:
        """The image of a menu."""
        menu = self._menu(request)
        if not menu.image:
            raise not_found()
        return web.Response(body=menu.image, content_type=menu.mime)

    async def default(self, _request: web.Request) -> web.Response:
        """The menu for everyone."""
        if self._menus.default is None:
            raise RefusedError(404, "no default richmenu")
        return answer({"richMenuId": self._menus.default})

    async def set_default(self, request: web.Request) -> web.Response:
        """Show a menu to everyone without one of their own."""
        self._menus.set_default(self._finished(request).id)
        return answer()

    async def drop_default(self, _request: web.Request) -> web.Response:
        """Show everyone no menu."""
        self._menus.set_default(None)
        return answer()

    async def linked(self, request: web.Request) -> web.Response:
        """The menu of one person."""
        menu_id = self._menus.linked.get(_user(request))
        if menu_id is None:
            raise RefusedError(404, "the user has no richmenu")
        return answer({"richMenuId": menu_id})

    async def link(self, request: web.Request) -> web.Response:
        """Show a menu to one person."""
        self._menus.link(_user(request), self._finished(request).id)
        return answer()

    async def unlink(self, request: web.Request) -> web.Response:
        """Show one person the default again."""
        self._menus.link(_user(request), None)
        return answer()

    async def link_many(self, request: web.Request) -> web.Response:
        """Show a menu to at most 500 people."""
        body = await read_body(request)
        menu = self._with_image(body.get("richMenuId"))
        for user in _users(body):
            self._menus.link(user, menu.id)
        return answer(status=202)

    async def unlink_many(self, request: web.Request) -> web.Response:
        """Show at most 500 people the default again."""
        for user in _users(await read_body(request)):
            self._menus.link(user, None)
        return answer(status=202)

    async def name(self, request: web.Request) -> web.Response:
        """Give a menu an alias."""
        body = await read_body(request)
        alias = body.get("richMenuAliasId")
        if not (isinstance(alias, str) and re.fullmatch(r"[a-z0-9_-]{1,32}", alias)):
            raise invalid("richMenuAliasId")
        if alias in self._menus.aliases:
            raise RefusedError(400, "conflict richmenu alias id")
        self._menus.aliases[alias] = self._with_image(body.get("richMenuId")).id
        return answer()

    async def names(self, _request: web.Request) -> web.Response:
        """All aliases."""
        aliases = self._menus.aliases.items()
        return answer({"aliases": [{"richMenuAliasId": alias, "richMenuId": menu} for alias, menu in aliases]})

    async def named(self, request: web.Request) -> web.Response:
        """The menu behind an alias."""
        alias = self._alias(request)
        return answer({"richMenuAliasId": alias, "richMenuId": self._menus.aliases[alias]})

    async def rename(self, request: web.Request) -> web.Response:
        """Let an alias mean another menu."""
        alias = self._alias(request)
        self._menus.aliases[alias] = self._with_image((await read_body(request)).get("richMenuId")).id
        return answer()

    async def unname(self, request: web.Request) -> web.Response:
        """Remove an alias."""
        del self._menus.aliases[self._alias(request)]
        return answer()

    def _menu(self, request: web.Request) -> RichMenu:
        return self._known(request.match_info["menu"])

    def _finished(self, request: web.Request) -> RichMenu:
        return self._with_image(request.match_info["menu"])

    def _with_image(self, menu_id: Any) -> RichMenu:
        menu = self._known(menu_id)
        if not menu.image:
            raise RefusedError(400, "must upload richmenu image before applying it to user")
        return menu

    def _known(self, menu_id: Any) -> RichMenu:
        menu = self._menus.menus.get(menu_id) if isinstance(menu_id, str) else None
        if menu is None:
            raise RefusedError(404, "richmenu not found")
        return menu

    def _alias(self, request: web.Request) -> str:
        alias = request.match_info["alias"]
        if alias not in self._menus.aliases:
            raise RefusedError(404, "richmenu alias not found")
        return alias


def _user(request: web.Request) -> str:
    user = request.match_info["user"]
    if not USER_ID.fullmatch(user):
        raise RefusedError(400, "The value for the 'userId' parameter is invalid")
    return user


def _users(body: dict[str, Any]) -> list[str]:
    users = body.get("userIds")
    if not isinstance(users, list) or not 1 <= len(users) <= BULK:
        raise invalid("userIds")
    for place, user in enumerate(users):
        if not (isinstance(user, str) and USER_ID.fullmatch(user)):
            raise invalid(f"userIds[{place}]")
    return users
