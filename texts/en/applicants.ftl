# Who asked for a role, why it suits them, and how they are answered.
called = Applicants
words = see applicants, who applied
about = The applicants of which role?
role_option = { $role } ({ $count })
card = { $standing }
    { $reasons }{ $answer }
    { $record }
    .title = { $number }. { $name }
no_reasons = No skills or times in common with this role so far
answer = 
    {""}
    Their answer: “{ $why }”
since = { $state } · since { $since }{ $late ->
    [yes] {" "}⚠ answer overdue
   *[no] {""}
}
until = { $state } · until { $until }
record = So far: { $roles ->
    [one] { $roles } role
   *[other] { $roles } roles
} · { $sessions ->
    [one] { $sessions } session
   *[other] { $sessions } sessions
} · { $verified } verified{ $attended ->
    [no] {""}
   *[other] {" "}· { $attended } attended
}{ $self_reported ->
    [no] {""}
   *[other] {" "}· { $self_reported } self-reported
}
act = “{ $role }” ({ $project }): { $left } of { $seats } seats free
    waiting for an answer { $interested } · short list { $shortlisted } · wait-list { $waiting } · offered { $offered } · expired { $expired }
    Several at once: “offer 1 3”, “shortlist 2 4”, “wait 5”, “decline 6”
    .retry = Sorry, not understood. Tap a button on a card, or type for instance “offer 1 3”.
    .no_such_number = There is no number { $number } in the list (1 to { $most }).
    .gone = This answer is not there any more.
act-offer_shortlisted = Offer short list ({ $count })
    .also = offer the short list,offer short list,offer to all shortlisted
act-decline_rest = Decline the rest ({ $count })
    .also = decline the rest,decline all the rest
act-more = More
    .also = next,next page
act-done = Done
    .also = finished,that is all
sure = { $verb ->
    [offer] Offer a seat to { $count }: { $names }
    [line] Put { $count } on the wait-list and tell them: { $names }
   *[turn_down] Decline { $count } kindly: { $names }
}
    { $price }
    Go ahead?
sure-yes = Go ahead
    .also = yes,y,ok,confirm
sure-no = Not yet
    .also = no,n,wait
result = { $result }
done = All right. Come back to the applicants at any time.
all_answered = Everybody who applied for this role has an answer.
nobody = Nobody has applied as “{ $role }” yet.
gone = We cannot find this role any more.
nobody_waits = No applicants are waiting right now.
