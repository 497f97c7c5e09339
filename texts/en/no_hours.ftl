# Asks after last week's hours; the answer that there were none.
called = Nothing that week
words = no hours, nothing that week, no hours last week
asked = No hours are logged for the week of { $week }. If you did something, just type it, such as “3h Wednesday logo design”.
fine = All right, nothing to log.
