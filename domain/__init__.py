"""THE RULES: frozen facts and pure decisions; nothing here waits, reads or writes."""
