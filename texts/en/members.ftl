# A project's team: who stands where, and who is missing.
called = See the team
words = team members, the team, see team
about = The team of which project?
card = { $role }
    { $state } · since { $since }{ $training }
    .title = { $number }. { $name }
act = The team of “{ $project }”
    Missing:{ $gaps }
    Several at once: “trained 1 2”, “at work 3”, “done 1”
    .retry = Sorry, not understood. Tap a button on a card, or type for instance “trained 1 2”.
    .no_such_number = There is no number { $number } in the list (1 to { $most }).
    .gone = This answer is not there any more.
whole = {" "}nobody, the team is complete
act-all_train = All trained ({ $count })
    .also = all trained,everybody trained
act-all_activate = All at work ({ $count })
    .also = all at work,everybody at work
act-all_complete = All done ({ $count })
    .also = all done,everybody done
act-done = Done
    .also = finished,that is all
reason = They have not attended the project's training:
    { $people }
    Why may they begin without it? (It is kept on record for staff.)
    .retry = A short reason, please: a sentence or two.
    .too_long = At most { $most } characters, please.
    .help = Nothing private about anybody, please. If you changed your mind, type “stop”.
result = { $result }
done = All right. Come back to the team at any time.
nobody = Nobody is at work in the team of “{ $project }” right now.
    Missing:{ $gaps }
gone = We cannot find this project any more.
none = No project has a team yet.
