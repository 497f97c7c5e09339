called = I am coming
words = coming, i will come, i'll come, i can come
session = Which session are you coming to?
clash = { $others ->
    [none] You told us that you are away on the day of this session.
   *[other] You said yes to this at the same time:
        { $others }
}
    This session: { $kind } “{ $project }” { $time }
    { $others ->
        [none] Are you coming all the same?
       *[other] { $away ->
            [yes] It is also on a day on which you are away. What would you like to do?
           *[no] What would you like to do?
        }
    }
clash-both = Come to both
    .also = both
clash-switch = Come to this instead
    .also = instead,this one
clash-come = Yes, I am coming
    .also = yes
clash-open = Leave it open
    .also = no,not now
open = All right, we have not noted you as coming. You can answer at any time.
noted = Noted: you are coming. Thank you!
    { $kind } “{ $project }”
    { $time } · { $where }{ $more }{ $instead ->
        [none] {""}
       *[other] {""}

        Noted as not coming:
        { $instead }
    }
in_line = It is full right now. You are number { $number } in line, and we will tell you at once if a place is free.
    { $kind } “{ $project }”
    { $time }{ $instead ->
        [none] {""}
       *[other] {""}

        Noted as not coming:
        { $instead }
    }
none = You have no sessions ahead right now.
unknown = We cannot find this session any more. All of yours are under “My roles”.
not_yours = This session is of a team that you are not in now.
called_off = This session was called off. Thanks for answering.
over = This session has begun or is over. If you were there, you can log your hours.
