# Copy a project as a new draft.
called = Copy project
words = duplicate project
about = Which project shall we copy?
copied = "{ $title }" is copied as a new draft with { $roles ->
    [one] 1 role
   *[other] { $roles } roles
}. Dates, meetings and kept seats were not copied; give it a name and dates of its own.
gone = This project does not exist any more.
nothing = There is no project to copy yet.
