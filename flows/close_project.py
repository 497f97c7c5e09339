"""Close a project or one of its roles for good: every applicant gets an answer, and the team is told."""

from __future__ import annotations

from typing import Final

from flows import moving, subjects
from flows.engine import Ask, Audience, Do, End, Flow

CLOSE_PROJECT: Final = Flow(
    "close_project",
    Do("look", moving.look, exits={"nothing": "nothing"}),
    Ask("about", moving.choices),
    Do("check", moving.check, exits={"refused": "refused"}),
    Ask("sure", ("yes", "no"), values=moving.what_it_means, exits={"no": "left"}),
    Do("move", moving.move, exits={"refused": "refused"}, final=True),
    End("done", values=moving.done, offers=("projects_list", "staff_menu")),
    End("refused", values=moving.why, offers=("projects_list", "staff_menu")),
    End("left", values=subjects.titles, offers=("projects_list", "staff_menu")),
    End("nothing", offers=("projects_list", "staff_menu")),
    audience=Audience.STAFF,
)
