"""LINE AND TELEGRAM ON YOUR DESK: both platforms' HTTP APIs, and a web page with phones."""

from simulator.group import Group
from simulator.phone import NotPossibleError, Phone
from simulator.server import Simulator
from simulator.settings import Settings

__all__ = ["Group", "NotPossibleError", "Phone", "Settings", "Simulator"]
