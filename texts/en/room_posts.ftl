# Sessions announced in a team's group unasked.
near = { $near ->
    [today] Today:
    [tomorrow] Tomorrow:
   *[later] Soon:
} { $kind } “{ $project }”
    { $time }
    Where: { $where }
    { $coming } said they are coming. If you have not answered yet, do it in the private chat with HandUp.
moved = { $near ->
    [today] Moved to today:
    [tomorrow] Moved to tomorrow:
   *[later] Moved:
} { $kind } “{ $project }”
    Now { $time }
    Where: { $where }
    { $coming } said they are coming
cancelled = Called off{ $near ->
    [today] {" "}today
    [tomorrow] {" "}tomorrow
   *[later] {""}
}: { $kind } “{ $project }”
    It was { $time } · { $where }
