"""What organisations say when a project is done: whether they would have paid for it, and a line on each volunteer."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select

from domain.sign_ups import IN_TEAM
from storage.schema import organisation_answers, organisation_members, people, praises, projects, roles, sign_ups
from storage.writing import insert_into

WOULD_HAVE_PAID = "would_have_paid"


def projects_of(tx: Connection, person: str) -> dict[str, str]:
    """Which projects that were published does this person answer for, by id and title?"""
    query = select(projects.c.id, projects.c.title).join(organisation_members)
    mine = query.where(organisation_members.c.person == person, organisation_members.c.left_at.is_(None))
    rows = tx.execute(mine.where(projects.c.state != "draft").order_by(projects.c.title, projects.c.id))
    return {row.id: row.title for row in rows}


def all_projects(tx: Connection) -> dict[str, str]:
    """Which projects have people who are done, by id and title?"""
    query = select(projects.c.id, projects.c.title).join(roles, roles.c.project == projects.c.id)
    done = query.join(sign_ups, sign_ups.c.role == roles.c.id).where(sign_ups.c.state == "completed").distinct()
    return {row.id: row.title for row in tx.execute(done.order_by(projects.c.title, projects.c.id))}


def answer_of(tx: Connection, project: str, question: str) -> str | None:
    """What was answered to this question for a project?"""
    query = select(organisation_answers.c.answer).where(
        organisation_answers.c.project == project, organisation_answers.c.question == question
    )
    return tx.execute(query).scalar_one_or_none()


def answer(tx: Connection, project: str, question: str, said: str, by: str, now: datetime) -> None:
    """Write down what an organisation answers; another answer takes its place."""
    values = {"answer": said, "by": by, "at": now}
    statement = insert_into(tx, organisation_answers).values(project=project, question=question, **values)
    tx.execute(statement.on_conflict_do_update(index_elements=["project", "question"], set_=values))


def unpraised(tx: Connection, project: str, but: str) -> dict[str, str]:
    """On whom of a project's people (``but`` oneself) is there no line yet, by id and name?"""
    query = select(people.c.id, people.c.name).join(sign_ups, sign_ups.c.person == people.c.id)
    theirs = query.join(roles, roles.c.id == sign_ups.c.role).where(
        roles.c.project == project, sign_ups.c.state.in_((*IN_TEAM, "completed")), people.c.id != but
    )
    said = select(praises.c.person).where(praises.c.project == project)
    rows = tx.execute(theirs.where(people.c.id.not_in(said)).distinct().order_by(people.c.name, people.c.id))
    return {row.id: row.name or "" for row in rows}


def praise(tx: Connection, project: str, person: str, words: str, by: str, now: datetime) -> None:
    """Write down a line on what somebody did well; another takes its place."""
    values = {"words": words, "by": by, "at": now}
    statement = insert_into(tx, praises).values(project=project, person=person, **values)
    tx.execute(statement.on_conflict_do_update(index_elements=["project", "person"], set_=values))
