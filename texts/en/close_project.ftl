# Close a project or a role.
called = Close project
words = end project, close role
this_role = Close this role
about = Which project shall we close?
sure = { $state ->
    [draft] Throw away the draft "{ $title }"? No volunteer has seen it.
   *[other] Close { $kind ->
        [role] the role "{ $title }" ({ $project })
       *[project] "{ $title }"
    }? It cannot be opened again.
    • { $asked ->
        [one] 1 applicant who waits for an answer gets
       *[other] { $asked } applicants who wait for an answer get
    } a kind no (open offers are taken back)
    • The team ({ $team }) is told
    { $told }
}
sure-yes = Close it
    .also = yes,y,ok,okay,close,throw it away
sure-no = Not yet
    .also = no,n
done = { $state ->
    [draft] The draft "{ $title }" is thrown away.
   *[other] "{ $title }" is closed. Applicants who are answered: { $asked }. Team members who are told: { $team }.
}
refused = { $reason }
left = Fine, "{ $title }" is not closed.
nothing = There is no project to close.
