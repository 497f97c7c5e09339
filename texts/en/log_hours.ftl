called = Log hours
words = log, hours, log my hours, log time, add hours
line = { $asked ->
    [again] { $why }
        Please type it again, such as “3h yesterday logo design”.
   *[first] How long, which day, doing what? One line is enough, such as “3h yesterday logo design”.
}
    .retry = I could not read how many hours.
    .a_range = I am not sure how many hours.
    .a_break = I am not sure whether the break is taken off already.
    .to_come = Hours can be logged once they are done, not before.
    .no_day = That day does not exist, or is more than a year ago.
    .too_long_a_day = A day has 24 hours at most.
    .two_dates = I see more than one day. One day at a time, please.
    .day_is_full = That day has { $logged } already; with this it would have more than 24 hours.
    .label = Time and work
    .help = Say how long or from when until when, such as “13:00-16:30 on Saturday”. Without a day it is today. No personal details of others, please.
role = Which role were these hours for?
    .label = Role
no_role = None of these
long_day = That makes { $total } for { $day }, more than 12 h. Is that right?
long_day-yes = That is right
    .also = yes,y,ok,right,correct
long_day-no = Type it again
    .also = no,n,wrong
long_ago = { $day } is more than 30 days ago. Is that the day?
long_ago-yes = Yes
    .also = y,ok,right,correct
long_ago-no = Type it again
    .also = no,n,wrong
twice = There is an entry of { $amount } for { $day } already. Is this another one?
twice-yes = Another one
    .also = yes,y,add it
twice-no = The same one
    .also = no,n,already logged,same
overlap = { $new } is at the time of an entry that you logged already:
    { $other }
    Is this other work?
overlap-yes = Other work, add it
    .also = yes,y,another one,add it,other work
overlap-no = Type it again
    .also = wrong,change
overlap-same = The same one
    .also = no,n,already logged,same
at_session = { $new } is at the time of a session that you were at, whose hours are not logged yet:
    { $session }
    Are these the hours of that session?
at_session-session = Log that session
    .also = yes,y,ok,the session
at_session-yes = Other work, add it
    .also = no,n,other work,add it
at_session-no = Type it again
    .also = wrong,change
time = Was that in your own time, or in your company's working time?
    .label = Own or working time
time-own = Own time
    .also = own,my own,my own time,free time
time-working = Working time
    .also = work,working,work time,company time
not_held = You do not have the role “{ $role }” ({ $project }), so hours cannot be logged for it.{ $roles ->
    [none] {" "}We keep these as general volunteering.
   *[some] {" "}You can choose one of your own.
}
right = { $entry }{ $time ->
    [own] {""}
        In your own time
    [working] {""}
        In your company's working time
   *[none] {""}
}{ $roles ->
    [none] {""}
        You have not taken on a role yet, so we keep these as general volunteering.
   *[some] {""}
}{ $trained ->
    [no] {""}
        We have not seen you at this role's training yet. You can log these all the same; whoever verifies them may ask.
   *[yes] {""}
}
    Is that right?
saved = Saved. Thank you for your work!
    { $entry }
    { $grade }
    { $month } so far: { $total }
cancelled = Stopped here; no hours were saved.
not_twice = All right, it stays logged once.
