# News of answers to an invitation: a place is free, and staff would like an answer.
freed = A place is free for you! We noted that you are coming.
    { $kind } “{ $project }”
    { $time } · { $where }{ $more }
    If you cannot come any more, just tell us.
wanted = Our staff would like to ask again: { $kind } “{ $project }”
    { $time } · { $where }
    { $said ->
        [maybe] Do you know by now whether you can come?
       *[open] Can you come?
    }
