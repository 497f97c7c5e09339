"""The path of a message, measured end to end: webhook in, answer out, against a stub of the platforms."""
