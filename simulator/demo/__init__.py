"""THE DEMO: the simulator and the bot with an invented network, on this machine."""

from simulator.demo.stage import Demo, PortTaken, until_daytime

__all__ = ["Demo", "PortTaken", "until_daytime"]
