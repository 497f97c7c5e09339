"""Companies whose people volunteer, and the codes that invite them."""

from __future__ import annotations

import re

from sqlalchemy import Connection, select

from storage.schema import companies


def by_name_or_code(tx: Connection) -> dict[str, str]:
    """Which company has which name, and which code, without case and spaces?"""
    rows = tx.execute(select(companies.c.id, companies.c.name, companies.c.code)).all()
    return {re.sub(r"\s+", "", word).casefold(): row.id for row in rows for word in (row.name, row.code)}
