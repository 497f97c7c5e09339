# Pause sign-up for a while.
called = Pause sign-up
words = pause project, pause role
this_role = Pause this role
about = Which project shall we pause?
sure = Pause { $kind ->
    [role] the role "{ $title }" ({ $project })
   *[project] "{ $title }"
}?
    Meanwhile nobody can sign up. { $asked ->
        [one] 1 applicant waits
       *[other] { $asked } applicants wait
    } on, and the team ({ $team }) can go on working.
    { $told }
sure-yes = Pause it
    .also = yes,y,ok,okay,pause
sure-no = Not yet
    .also = no,n
done = "{ $title }" is paused. You can resume it any time.
refused = { $reason }
left = Fine, "{ $title }" stays open.
nothing = No project is open right now.
