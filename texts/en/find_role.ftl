called = Find a role
words = roles, find role, open roles, find work, volunteer, i want to help
found = { $which ->
    [put_off] Roles you put off
    [next] More open roles
   *[best] Roles that may suit you
}
card = { $project } · { $organisation }
    Skills: { $needs }{ $suits }
    { $seats } · { $effort } · { $place } · { $when }
    .title = { $role }
more = { $left ->
    [0] { "" }
    [one] There is { $left } more role.
   *[other] There are { $left } more roles.
}{ $profile ->
    [half] { $left ->
        [0] Tell us your skills and free times and we can match you better (only if you like).
       *[other] { " " }Tell us your skills and free times and we can match you better (only if you like).
    }
   *[full] { "" }
}
only_put_off = No new roles right now, only those you put off. We will tell you when there is a new one.
see_put_off = Those I put off
nothing_open = No roles are open right now. Thank you for looking in; we will tell you when there is one.
