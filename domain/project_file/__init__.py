"""Projects in a file: what may stand in its rows, how each cell is read, and everything that is wrong with it."""

from domain.project_file.cells import About, Bad
from domain.project_file.columns import SESSION_CHANGES, SHEETS, Column, Sheet
from domain.project_file.reading import Checked, NewProject, Problem, Row, check

__all__ = [
    "SESSION_CHANGES",
    "SHEETS",
    "About",
    "Bad",
    "Checked",
    "Column",
    "NewProject",
    "Problem",
    "Row",
    "Sheet",
    "check",
]
