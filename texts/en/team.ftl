# The proposed team: who for which seat, why, and what is missing.
called = Propose a team
words = propose team, suggest a team
about = A team for which project?
pick = { $role }
    { $reasons }
    { $standing }
    .title = { $number }. { $name }
leads = { $role } (leads)
way = A team that should suit “{ $project }”: { $count ->
    [one] { $count } person
   *[other] { $count } people
}
    { $missing }
    You can change it: “swap 2”, “remove 3”
    .retry = Sorry, not understood. Tap a button, or type for instance “swap 2” or “remove 3”.
    .no_such_number = There is no number { $number } in this team (1 to { $most }).
    .gone = This answer is not there any more.
way-send = Offer all seats ({ $count })
    .also = offer,send,offer all,offer all seats,send all
way-swap = Swap somebody
    .also = swap,change
way-remove = Leave somebody out
    .also = remove,leave out
way-leave = Not yet
    .also = no,n,leave,wait
empty = Missing: { $count } × { $role }
no_lead = Nobody who applied can lead as “{ $role }” (a skill of the role, or strategy, at professional level)
uncovered = Nobody in the team can do: { $skills }
crowded = More than two are from the same employer
whole = Every seat and every skill that is needed
left_out = Cannot be offered a seat now:
    { $names }
who = Who?
sure = Offer a seat to { $count }: { $names }
    { $price }
    Send it?
sure-yes = Send
    .also = yes,y,ok,confirm,go ahead
sure-no = Not yet
    .also = no,n,wait
sent = { $result }
left = All right, nobody was offered anything.
no_team = Nobody who applied can be offered a seat right now. Have a look at the applicants.
nobody = No applicants are waiting right now.
gone = We cannot find this project any more.
