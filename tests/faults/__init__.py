"""Faults on purpose, one a file: what happens, and whether every promise was kept."""
