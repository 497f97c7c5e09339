"""Asks LINE where it sends, and has it try."""

from __future__ import annotations

import re
from typing import Any, Final

from bot.channels import Webhook
from bot.channels.line_asking import NotThere, TooOften, ask

_OK: Final = 200


async def webhook(api: Any, patience: Any) -> Webhook:
    """Where LINE sends, and whether it gets through now; raises as :func:`bot.channels.line_asking.ask` does."""
    try:
        told = await ask(api.get_webhook_endpoint(_request_timeout=patience))
    except NotThere:
        return Webhook("", active=False)
    return Webhook(str(told.endpoint or ""), bool(told.active), await _trouble(api, patience))


async def _trouble(api: Any, patience: Any) -> str:
    """What keeps LINE from getting through, as it says; empty where nothing does, or LINE will not try so often."""
    from linebot.v3 import messaging  # noqa: PLC0415 (as in line_asking)

    try:
        request = messaging.TestWebhookEndpointRequest()
        tried = await ask(api.test_webhook_endpoint(request, _request_timeout=patience))
    except (NotThere, TooOften):
        return ""
    if tried.success or tried.status_code == _OK:
        return ""
    return re.sub(r"[^\w .:()-]", "", f"{tried.reason} {tried.status_code or ''}").strip()
