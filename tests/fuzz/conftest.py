"""The world of the journeys."""

from tests.journeys.conftest import anywhere, here

__all__ = ["anywhere", "here"]
