"""Telegram on your desk: its HTTP API, its entities, and its updates."""
