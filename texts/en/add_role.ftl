# Add a role to a project that exists already.
called = Add a role
words = new role
cancelled = Stopped here. This role has not been saved.
about = Which project shall have one more role?
right_role = This is the new role. Is it right?
    { $summary }
added = { $state ->
    [published] "{ $role }" is now a role of "{ $project }", and open for sign-ups.
    [paused] "{ $role }" is now a role of "{ $project }"; it opens when the project is resumed.
   *[draft] "{ $role }" is now a role of the draft "{ $project }".
}
gone = This project is closed or does not exist any more; it cannot have another role.
nothing = There is no project yet that could have another role.
