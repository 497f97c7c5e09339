"""WHAT IT COSTS, measured against the limit."""
