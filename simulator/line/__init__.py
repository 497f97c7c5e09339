"""LINE on your desk: its HTTP API, its limits, and its webhook."""
