# What should have happened and has not: staff hear of each once.
called = What is too quiet
words = alarms, too quiet
raised = ⚠ { $count ->
        [one] 1 thing is too quiet
       *[other] { $count } things are too quiet
    }
    { $alarms }{ $more ->
        [0] {""}
       *[other] {" "}
            and { $more } more
    }
line-nobody_answered = “{ $project }”: { $kind } { $time } is near; { $count ->
        [one] the one person invited has not answered
       *[other] of { $count } people invited nobody has answered
    }
line-nobody_came = “{ $project }”: { $kind } { $time } is over, and nobody has checked in
line-no_session = “{ $project }” has people in its team but no next session
line-no_hours = “{ $project }”: { $count ->
        [one] 1 person has
       *[other] { $count } people have
    } logged no hours for 10 days: { $names }{ $others ->
        [0] {""}
       *[other] {" "}and { $others } more
    }
line-hours_wait = “{ $project }” has hours that have waited too long to be verified: { $amount } of { $people ->
    [one] 1 person
   *[other] { $people } people
}
line-sweep_fails = The background work “{ $sweep }” fails again and again. Whoever runs the bot should ask: handup doctor
none = Nothing is unusually quiet 👍
