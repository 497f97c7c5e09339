"""What staff may do: coordinators run projects and answer people; admins also look after staff and the network."""

from __future__ import annotations

from typing import Final

COORDINATOR: Final = "coordinator"
ADMIN: Final = "admin"
DUTIES: Final = (COORDINATOR, ADMIN)

ADMIN_ACTS: Final = frozenset(
    {
        "staff_invited",
        "staff_removed",
        "duty_changed",
        "setting_changed",
        "company_erased",
        "rate_set",
        "rate_taken_back",
    }
)
"""What only admins do, by its name in the audit log: it happens only in flows whose audience is admins."""
