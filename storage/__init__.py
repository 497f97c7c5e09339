"""THE TABLES, AND THE QUESTIONS WE ASK THEM; one file for each table."""
