# Reminders of a session: a day before, and two hours before.
day = { $near ->
    [today] Today:
    [tomorrow] Tomorrow:
   *[later] Soon:
} { $kind } “{ $project }”
    { $time }
    Where: { $where }
    { $said ->
        [yes] You said you are coming. If that has changed, just tell us.
       *[open] Can you come?
    }
week = In a week: { $kind } “{ $project }”
    { $time }
    Where: { $where }
    { $said ->
        [yes] You said you are coming. If that has changed, just tell us.
       *[open] Can you come?
    }
after = How was the { $kind } “{ $project }”?
    You can log your hours right away.
soon = See you soon: { $kind } “{ $project }”
    { $time } · { $where }
