# What staff hear of seats, teams, and people who wait for an answer.
seat_freed = { $how ->
    [declined] { $name } declined the seat as “{ $role }” ({ $project })
    [expired] { $name } did not answer the offer as “{ $role }” ({ $project }) in time
    [released] { $name } has left “{ $role }” ({ $project }), as staff noted
    [turned_down] The offer to { $name } as “{ $role }” ({ $project }) was taken back
   *[withdrawn] { $name } left “{ $role }” ({ $project })
}{ $reason }
    { $asked ->
        [none] Nobody has the seat yet.
       *[other] It is offered to { $asked } now, who has not answered yet.
    }{ $missing }
reason = 
    {""}
    Why: { $reason }
gaps = 
    {""}
    Still missing
    { $gaps }
gap = • { $role }: { $has } of { $least }
completed = The team of “{ $project }” is complete! Work can begin.{ $owed ->
    [0] {""}
    [one] {" "}{ $owed } person still waits for an answer.
   *[other] {" "}{ $owed } people still wait for an answer.
}
applicants_waiting = { $count ->
    [one] { $count } person has waited
   *[other] { $count } people have waited
} for an answer for more than { $hours } h
    { $roles }
waiting_line = • { $role } ({ $project }): { $count }, since { $since }{ $very ->
    [yes] {" "}(far too long)
   *[no] {""}
}
