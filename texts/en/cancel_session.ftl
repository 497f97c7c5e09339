# Call a session off; it always asks first.
called = Call off
words = cancel a session, cancel session, call off a session
cancelled = Stopped here. The session stays.
about = Which session shall we call off?
    { $lines }
which = { $kind } “{ $project }”, { $time }, is one of a weekly series; { $count ->
    [one] 1 more follows
   *[other] { $count } more follow
}. Which do you call off?
how = Call off { $kind } “{ $project }”{ $further ->
        [0] {""}
        [one] {" "}and the one that follows
       *[other] {" "}and the { $further } that follow
    }?
    { $time } · { $where }
    Why: { $reason }{ $yes ->
        [0] {""}
        [one] {""}
        One person has said that they come.
       *[other] {""}
        { $yes } people have said that they come.
    }

    { $price }
cancelled_now = { $way ->
    [tell] Called off. { $told ->
        [one] One person hears of it now.
       *[other] { $told } people hear of it now.
    }
   *[other] Called off{ $count ->
        [1] {""}
       *[other] {" "}({ $count } sessions)
    }.
}
    { $sessions }
begun = { $kind } “{ $project }” has begun ({ $time }), so it cannot be called off.
called_off = { $kind } “{ $project }”, { $time }, was called off already.
left = Fine, the session stays as it was.
gone = There is no such session.
nothing = There is no session ahead to call off.
