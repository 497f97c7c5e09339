called = My record
words = my hours, how many hours, record
role_line = { $role } · { $project }{ $state ->
    [closed] {" "}(finished)
    [waiting] {" "}(wait-list)
   *[published] {""}
}
more = … and { $count } more
record = Your volunteering

    Roles
    { $roles }

    Past sessions (you said you were coming)
    { $sessions }

    Hours you logged yourself
    { $months }
    { $total } in all, or { $days } days (of { $hours } h)

    Self-reported value: about { $baht } baht
    Counted from the hours you logged, at { $rate } baht a day; nobody has verified them yet.
nothing_yet = No roles or hours so far. Shall we find a role that suits you?
