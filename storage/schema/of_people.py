"""People: what they told us, what they agreed to, and their private links."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, Float, ForeignKey, Index, Integer, String, Table, false, text, true

from storage.columns import Counter, Moment, Plain
from storage.schema.naming import Id, metadata

companies = Table(
    "companies",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", String(120), nullable=False),
    Column("code", String(20), nullable=False, unique=True),
    Column("made_at", Moment, nullable=False),
)

people = Table(
    "people",
    metadata,
    Column("id", Id, primary_key=True),
    Column("joined_at", Moment, nullable=False),
    Column("notice_version", String(20)),
    Column("noticed_at", Moment),
    Column("adult", Boolean),
    Column("name", String(120)),
    Column("sector", String(20)),
    Column("employer", String(120)),
    Column("province", String(4)),
    Column("place", String(10)),
    Column("causes", Plain, nullable=False),
    Column("slots", Plain, nullable=False),
    Column("days_per_month", Float),
    Column("starts_on", Date),
    Column("news", String(10)),
    Column("quiet_from", String(5)),
    Column("quiet_until", String(5)),
    Column("answered", Plain, nullable=False),
    Column("company", Id, ForeignKey("companies.id", ondelete="SET NULL")),
    Column("office", String(80)),
    Column("learns", Plain, nullable=False, server_default=text("'[]'")),
    Column("conflicts", Plain, nullable=False, server_default=text("'[]'")),
    Column("away", Plain, nullable=False, server_default=text("'[]'")),
    Column("hears_of_roles", Boolean, nullable=False, server_default=false()),
    Column("slot_bits", Integer, nullable=False, server_default="0"),
    Column("cause_bits", Integer, nullable=False, server_default="0"),
    Column("told_at", Moment),
    Column("seated_at", Moment),
    Column("asked_for_hours", Boolean, nullable=False, server_default=true()),
)

Index(
    "ix_people_company",
    people.c.company,
    sqlite_where=text("company IS NOT NULL"),
    postgresql_where=text("company IS NOT NULL"),
)

person_skills = Table(
    "person_skills",
    metadata,
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("skill", String(40), primary_key=True),
    Column("level", String(12)),
    Index("ix_person_skills_skill", "skill", "person", "level"),  # matching reads nothing but this
)

person_wishes = Table(
    "person_wishes",
    metadata,
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("skill", String(40), primary_key=True),
    Index("ix_person_wishes_skill", "skill", "person"),
)
MATCHED = (
    "id",
    "hears_of_roles",
    "adult",
    "place",
    "province",
    "slot_bits",
    "cause_bits",
    "told_at",
    "seated_at",
    "news",
)
MATCHING = Index("ix_people_matching", *(people.c[name] for name in MATCHED))
"""All that matching asks of a person, so that it never reads the rows themselves."""

consents = Table(
    "consents",
    metadata,
    Column("number", Counter, primary_key=True, autoincrement=True),
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("purpose", String(20), nullable=False),
    Column("answer", String(20), nullable=False),
    Column("notice_version", String(20), nullable=False),
    Column("at", Moment, nullable=False),
)

erasures = Table(
    "erasures",
    metadata,
    Column("person", Id, primary_key=True),
    Column("at", Moment, nullable=False),
)

forgotten_chats = Table(
    "forgotten_chats",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("at", Moment, nullable=False, index=True),
)

private_links = Table(
    "private_links",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("purpose", String(20), nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("about", Id),
)
