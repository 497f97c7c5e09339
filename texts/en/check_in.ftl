# Checking in to a session by the code of the day.
called = Check in
words = checkin, i am here, i'm here
code = Type the 6-digit check-in code that staff show, or scan the QR code.
    .retry = A check-in code has 6 digits.
    .help = The code is on a screen or a sheet of paper at the session. If you cannot see it, just ask staff.
checked_in = { $late ->
    [no] You are checked in. Thanks for coming!
   *[late] Checked in at { $at } ({ $late } after the start). Thanks for coming!
}
    { $kind } “{ $project }”
    { $time } · { $where }{ $trained ->
        [yes] {""}
        You are noted as trained now, ready to begin with your team.
       *[no] {""}
    }
behind = Checked in at { $at }. Thanks for coming!
    The { $kind } “{ $project }” was over by then, so we do not know how long you were there; you can say so with your hours.{ $trained ->
        [yes] {""}
        You are noted as trained now, ready to begin with your team.
       *[no] {""}
    }
already = You checked in at { $at } already; once is enough.
    { $kind } “{ $project }” · { $time }
too_late = It is too late to check in to this session.
    { $kind } “{ $project }” · { $time }
    If you were there, ask staff to note it, or log your hours yourself.
early = Check-in is not open yet. It opens { $day } at { $opens }.
    { $kind } “{ $project }” · { $time }
staff_said = Staff noted your attendance of the { $kind } “{ $project }” differently. If that is not right, talk to them.
called_off = This session was called off: { $kind } “{ $project }” · { $time }
not_yours = This code is of the { $kind } “{ $project }”, and you are not on its list. Have another look at the code, or tell staff on the spot.
wrong = We do not know this code. Have another look and try again.
slow_down = That was wrong several times. Take ten minutes and try again, or let staff on the spot check you in.
none = You have no session to check in to today. If you have a code, just type its 6 digits.
