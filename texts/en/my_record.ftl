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
record = Your volunteering

    Roles
    { $roles }

    Past sessions
    { $sessions }

    Hours you logged yourself
    { $months }
    { $total } in all, or { $days } days (of { $hours } h)

    Self-reported value: about { $baht } baht
    Counted from the hours you logged, at { $rate } baht a day; nobody has verified them yet.
nothing_yet = No roles or hours so far. Shall we find a role that suits you?
