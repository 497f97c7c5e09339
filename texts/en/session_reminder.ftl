# Reminders of a session: days before, shortly before, and the question after it.
several = { $count } things about your sessions
ahead = { $near ->
    [today] Today:
    [tomorrow] Tomorrow:
   *[later] In { $days } days:
} { $called } “{ $project }”
    { $time }
    Where: { $where }{ $more }
    { $said ->
        [yes] You said you are coming. If that has changed, just tell us.
        [maybe] You were not sure yet. Can you come?
       *[open] Can you come?
    }
soon = { $near ->
    [today] See you soon:
    [tomorrow] See you tomorrow:
   *[later] See you before long:
} { $called } “{ $project }”
    { $time }
    Where: { $where }{ $more }
after = How was it? { $called } “{ $project }”
    { $time }
    Thank you for coming. You can log your hours right away.
were_you_there = { $called } “{ $project }” is over
    { $time }
    Were you there? If so, you can log your hours right away.
