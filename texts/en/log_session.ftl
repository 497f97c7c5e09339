# The hours of a session, from when somebody was there.
called = Log these hours
words = log this session, log session hours, session hours
about = The hours of which session?
role = Which role are these hours for?
sure = { $seen ->
    [yes] You were at the { $kind } “{ $project }” for { $amount }.
   *[no] The { $kind } “{ $project }”: { $amount }, as you say.
}
    { $role }{ $time ->
        [own] {" "}· own time
        [working] {" "}· working time
       *[none] {""}
    }{ $longer ->
        [no] {""}
       *[other] {""}
        (The session takes { $longer }; preparing for it may count too.)
    }{ $before ->
        [no] {""}
       *[other] {""}
        { $before } of that day are logged already. Just make sure this session is not among them.
    }
    Log it?
    .retry = Sorry, not understood. If the time is not right, just type it: “2 h”.
    .another_day = This session was on another day. For other work, use “Log hours”.
    .a_range = We are not sure how many hours that is.
    .a_break = We are not sure whether the break is taken off.
    .to_come = Hours cannot be logged ahead.
    .no_day = There is no such day, or it is over a year ago.
    .too_long_a_day = A day has no more than 24 hours.
    .two_dates = Those are several days; only this session's hours, please.
    .day_is_full = { $logged } of that day are logged already; with this session it would be over 24 hours.
sure-yes = Log it
    .also = yes,right,ok,okay,sure
sure-other = The time is wrong
    .also = wrong,change,not right
sure-no = Not now
    .also = no,later
line = { $there ->
    [timed] How long were you at the { $kind } “{ $project }”?
    [came] Your check-in to the { $kind } “{ $project }” does not tell how long you were there.
    [absent] Staff noted that you were not at the { $kind } “{ $project }”. If you were, you can log the hours as your own word.
   *[unseen] You did not check in to the { $kind } “{ $project }”. If you were there, you can log the hours as your own word.
}
    { $time }
    How long was it? For instance “2 h 30 min”.
    .retry = Sorry, we cannot tell how many hours that is.
    .another_day = This session was on another day. For other work, use “Log hours”.
    .a_range = We are not sure how many hours that is.
    .a_break = We are not sure whether the break is taken off.
    .to_come = Hours cannot be logged ahead.
    .no_day = There is no such day, or it is over a year ago.
    .too_long_a_day = A day has no more than 24 hours.
    .two_dates = Those are several days; only this session's hours, please.
    .day_is_full = { $logged } of that day are logged already; with this session it would be over 24 hours.
saved = Logged. Thank you for the work!
    { $entry }
    { $grade }
    { $month } so far: { $total }
again = The { $kind } “{ $project }” is logged already: { $amount }. Change it?
again-keep = Leave it
    .also = no,keep,fine
again-change = Change the hours
    .also = yes,change
not_over = The { $kind } “{ $project }” is not over yet ({ $time }); the hours come afterwards. If you have to leave early, just say so.
left = All right. You can log it later at any time.
no_role = You have no role in the team of the { $kind } “{ $project }” right now, so its hours cannot be logged. You can log them as general hours, or talk to us.
not_yours = This session is of a team that you are not in.
called_off = This session was called off.
gone = We cannot find this session any more.
none = No session waits for its hours. For work beside sessions, use “Log hours”.
closed = The hours of the { $kind } “{ $project }” stand in a letter or a report already, so they cannot be changed here. Our staff can adjust them.
