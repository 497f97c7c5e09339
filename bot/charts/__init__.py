"""Pictures of figures: a table of them, each a question of the database and a template that draws the answer."""

from __future__ import annotations

from typing import Final

from bot.charts import board, record, value
from bot.charts.chart import Chart

CHARTS: Final[dict[str, Chart]] = {
    "board": Chart(board.facts, board.TEMPLATE),
    "value": Chart(value.facts, value.TEMPLATE),
    "record": Chart(record.facts, record.TEMPLATE),
}
"""By the name that a private link's purpose has after ``chart:`` (:mod:`flows.charts`)."""
