# Move a session, alone or with those of its series that follow.
called = Move
words = move a session, move session, reschedule
cancelled = Stopped here. The session stays when it was.
about = Which session shall we move?
    { $lines }
which = { $kind } “{ $project }”, { $time }, is one of a weekly series; { $count ->
    [one] 1 more follows
   *[other] { $count } more follow
}. Which do you move?
day = { $kind } “{ $project }” is on { $time } now.
    To which day? Pick one, or type the day and the time, such as 15 Dec 13:00-16:00.
    .retry = I could not read that day. Try 15 Dec 2026 or 15/12/2026.
    .no_such_day = The calendar has no such day. Please check.
    .past = That day is over (today is { $today }). A day to come, please.
    .past_hours = That time is over. One to come, please.
    .too_far = That is more than two years away. Is the year right?
times = { $day }: from when until when? For example 13:00-16:00
    .retry = I could not read those times. Try 13:00-16:00.
    .only_start = Both the start and the end, please, such as 13:00-16:00.
    .end_first = The end must come after the start, as in 13:00-16:00.
    .too_long = That is more than 12 hours. A slip of the finger?
    .morning_or_not = Morning or afternoon? Please use 24 hours, as in 13:00-16:00.
    .past = That time is over. One to come, please.
same = { $times }
how = Move { $kind } “{ $project }”{ $further ->
        [0] {""}
        [one] {" "}and the one that follows
       *[other] {" "}and the { $further } that follow
    }
    From: { $time }
    To: { $new }
    Why: { $reason }{ $clashes }

    { $price }
moved = { $way ->
    [tell] Moved. { $told ->
        [one] One person hears of it now.
       *[other] { $told } people hear of it now.
    }
   *[other] Moved{ $count ->
        [1] {""}
       *[other] {" "}({ $count } sessions)
    }.
}
    { $sessions }
past = That time is over. A new day, please.
same_time = That is the time it has now. Another day or time, please.
begun = { $kind } “{ $project }” has begun ({ $time }), so it cannot be moved. You can plan another instead.
called_off = { $kind } “{ $project }”, { $time }, was called off, so it cannot be moved. You can plan another instead.
left = Fine, the session stays when it was.
gone = There is no such session.
nothing = There is no session ahead to move.
