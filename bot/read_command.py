"""Placeholder: see domain.reading."""

import argparse


def add_arguments(_commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add nothing yet."""
