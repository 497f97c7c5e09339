# Sessions announced in a team's group unasked.
near = { $near ->
    [today] Today:
    [tomorrow] Tomorrow:
   *[later] Soon:
} { $kind } “{ $project }”
    { $time }
    Where: { $where }
    { $coming ->
        [0] Can you come? Say so in the private chat with HandUp.
        [one] 1 person said they are coming. If you have not answered yet, do it in the private chat with HandUp.
       *[other] { $coming } said they are coming. If you have not answered yet, do it in the private chat with HandUp.
    }
moved = { $near ->
    [today] Moved to today:
    [tomorrow] Moved to tomorrow:
   *[later] Moved:
} { $kind } “{ $project }”
    Now { $time }
    Where: { $where }
    Whether you can come, say in the private chat with HandUp.
cancelled = Called off{ $near ->
    [today] {" "}today
    [tomorrow] {" "}tomorrow
   *[later] {""}
}: { $kind } “{ $project }”
    It was { $time } · { $where }
