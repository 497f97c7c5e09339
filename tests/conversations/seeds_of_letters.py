"""Hours that letters are about: logged, verified or not, and what the organisation says of who gave them."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, insert, select

from domain.ledger import Check
from storage import checks, hours, ledger, people
from storage.columns import new_id
from storage.hours import Work
from storage.ledger import Wanted
from storage.schema import hours as hours_table
from storage.schema import praises, roles, sign_ups

PRAISE = "ทำงานละเอียด ส่งตรงเวลา และสอนทีมเราให้ทำต่อเองได้"


def worked(tx: Connection, now: datetime) -> None:
    """Everybody in a team logged three times; two of them are verified, and the organisation praises them."""
    checker = people.join(tx, now)
    query = select(sign_ups.c.person, sign_ups.c.role, roles.c.project).join(roles, roles.c.id == sign_ups.c.role)
    for person, role, project in tx.execute(query.where(sign_ups.c.state == "active")).all():
        for weeks, minutes in ((9, 480), (2, 150), (1, 90)):
            entry = hours.log(tx, person, Work(role, (now - timedelta(weeks=weeks)).date(), minutes, "ออกแบบโลโก้"), now)
            if weeks > 1:
                checks.say(tx, entry, Check.VERIFIED, checker, "organisation", now)
        tx.execute(insert(praises).values(project=project, person=person, words=PRAISE, at=now))


def all_verified(tx: Connection, now: datetime) -> None:
    """What waited is verified."""
    checker = people.join(tx, now)
    for each in ledger.lines(tx, Wanted()):
        checks.say(tx, each.entry, Check.VERIFIED, checker, "organisation", now)


def less_verified(tx: Connection, now: datetime) -> None:
    """It was an hour less than the first entry says: that is in a letter, so another entry adjusts it."""
    checker, first = people.join(tx, now), ledger.lines(tx, Wanted())[0]
    facts = {"id": new_id(), "person": first.person, "role": first.role, "worked_on": first.worked_on}
    more = {"minutes": -60, "note": "", "voids": False, "logged_at": now, "adjusts": first.entry}
    tx.execute(insert(hours_table).values(**facts, **more))
    checks.say(tx, str(facts["id"]), Check.VERIFIED, checker, "organisation", now)
