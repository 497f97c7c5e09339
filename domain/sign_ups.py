"""Where a person can stand with a role, and which step may follow which."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

APPLIED: Final = ("interested", "shortlisted", "waiting")
"""Wants the role and has no seat: every one of them is owed an answer."""
OWED: Final = ("interested", "shortlisted")
"""Has had no answer at all yet; who waits in line has been told so."""
UNSETTLED: Final = (*APPLIED, "offered")
"""Hears a kind no when the role ends."""
IN_TEAM: Final = ("accepted", "trained", "active")
"""Belongs to the team now."""
SEATED: Final = ("offered", *IN_TEAM, "completed")
"""Has a seat, or one is kept for them: these never exceed the role's seats."""
HOLDING: Final = (*APPLIED, *SEATED)
"""Need not ask (again)."""
SILENT: Final = ("never", "turned_down", "released")
"""Is not told of the role any more."""

ANEW: Final = frozenset({"interested", "waiting", "accepted"})
OUT: Final = frozenset({"withdrawn", "turned_down"})
PUT_OFF: Final = frozenset({"not_now", "never"})
MOVES: Final[Mapping[str | None, frozenset[str]]] = {
    None: ANEW | PUT_OFF,
    "not_now": ANEW | PUT_OFF,
    "never": ANEW | PUT_OFF,
    "declined": ANEW | PUT_OFF,
    "expired": ANEW | PUT_OFF | {"offered", "turned_down"},
    "withdrawn": ANEW | PUT_OFF,
    "interested": OUT | {"shortlisted", "waiting", "offered"},
    "shortlisted": OUT | {"interested", "waiting", "offered"},
    "waiting": OUT | {"shortlisted", "offered", "accepted"},
    "offered": OUT | {"accepted", "declined", "expired"},
    "accepted": frozenset({"trained", "withdrawn", "released"}),
    "trained": frozenset({"active", "accepted", "withdrawn", "released"}),
    "active": frozenset({"completed", "withdrawn", "released"}),
    "completed": frozenset(),
    "turned_down": frozenset({"shortlisted"}),
    "released": frozenset(),
}
"""Which state may follow which; ``None`` is who never answered."""


class Refusal(StrEnum):
    """Why a step cannot be taken; each has its words in the texts."""

    CLOSED = "closed"
    """The role is not open (any more)."""
    HELD = "held"
    """They have asked already, or have a seat."""
    FULL = "full"
    """No seat is free."""
    RESERVED = "reserved"
    """The seats that are left are kept for a company's people."""
    CLASHES = "clashes"
    """It falls together with another session of theirs, or with days on which they are away."""
    CONFLICT = "conflict"
    """They told us that they should not work with this organisation."""
    SPEAKS = "speaks"
    """They speak for the organisation, and would vouch for the team's hours."""
    HAS_OFFER = "has_offer"
    """An offer of another role waits for their answer."""
    UNREACHABLE = "unreachable"
    """No chat reaches them, so that they would never hear of it."""
    NO_OFFER = "no_offer"
    """There is no offer (any more)."""
    EXPIRED = "expired"
    """The offer was good until an earlier moment."""
    TURNED_DOWN = "turned_down"
    """Staff said no."""
    NOT_TRAINED = "not_trained"
    """They have not attended a training session, and no reason was given why they need none."""
    NOT_FROM_HERE = "not_from_here"
    """This step does not follow from where they stand."""


def may_move(before: str | None, after: str) -> Refusal | None:
    """Whether this step may be taken; else why not."""
    if after in MOVES[before]:
        return None
    if before in SILENT and after in ANEW:
        return Refusal.TURNED_DOWN
    if before in HOLDING and after in ANEW:
        return Refusal.HELD
    if after in {"accepted", "declined", "expired"}:
        return Refusal.NO_OFFER
    return Refusal.NOT_FROM_HERE
