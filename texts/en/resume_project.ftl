# Open sign-up again after a pause.
called = Resume sign-up
words = resume project, open again
this_role = Resume this role
about = Which project shall we resume?
done = "{ $title }" is open again. { $told }
refused = { $reason }
nothing = No project is paused.
