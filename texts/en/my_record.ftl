called = My record
words = my hours, how many hours, record
role_line = { $role } · { $project }{ $state ->
    [closed] {" "}(finished)
    [waiting] {" "}(wait-list)
   *[published] {""}
}
session_line = { $session }{ $there ->
    [came] {" "}– you were there
    [absent] {" "}– staff noted that you were not there
    [no_show] {" "}– you said yes; attendance not noted yet
   *[unseen] {" "}– you said yes
}{ $late ->
    [no] {""}
   *[other] {" "}(came { $late } after the start)
}{ $early ->
    [no] {""}
   *[other] {" "}(left { $early } before the end)
}{ $by ->
    [staff] {" "}(changed by staff)
   *[self] {""}
}
more = … and { $count } more
grade_line = { $grade ->
    [verified] Verified
    [attended] Attended (not verified yet)
   *[self_reported] Self-reported (not verified yet)
}: { $amount } · { $baht } baht
rejected_line = { $entry }{ $why ->
    [none] {""}
   *[other] {" "}– { $why }
}
record = Your volunteering

    Roles
    { $roles }

    Past sessions
    { $sessions }

    Hours ({ $total } in all)
    { $hours }
    Only verified hours count in letters.
    The value is at the rate of each day (now { $rate } baht a day).{ $rejected ->
        [none] {""}
       *[other]
        {""}

        Rejected (counts nowhere)
        { $rejected }
    }{ $skills ->
        [none] {""}
       *[other]
        {""}

        Skills used: { $skills }
    }
nothing_yet = No roles or hours so far. Shall we find a role that suits you?
