# All sessions of a project from its first and last day.
called = Plan all sessions
words = plan the whole project, plan the project's sessions
cancelled = Stopped here. Nothing has been planned.
about = Which project's sessions shall we plan?
starts_on = On which day does the project begin? Pick one, or type it, such as 15 Dec 2026.
    .retry = I could not read that day. Try 15 Dec 2026 or 15/12/2026.
    .no_such_day = The calendar has no such day. Please check.
    .past = That day is over (today is { $today }). A day to come, please.
    .too_far = That is more than two years away. Is the year right?
ends_on = And on which day does it end? Skip this if it takes the usual three months.
    .before_start = It must end after it begins ({ $day }).
    .retry = I could not read that day. Try 15 Mar 2027 or 15/3/2027.
    .no_such_day = The calendar has no such day. Please check.
    .past = That day is over (today is { $today }). A day to come, please.
    .too_far = That is more than two years away. Is the year right?
weekday = Which day of the week suits the team?
times = From when until when? For example 13:00-16:00
    .retry = I could not read those times. Try 13:00-16:00.
    .only_start = Both the start and the end, please, such as 13:00-16:00.
    .end_first = The end must come after the start, as in 13:00-16:00.
    .too_long = That is more than 12 hours. A slip of the finger?
    .morning_or_not = Morning or afternoon? Please use 24 hours, as in 13:00-16:00.
where = Where do you meet? A place, or the link of an online meeting (each session can be changed later).
    .retry = A place or a link, please.
    .too_long = That has more than { $most } characters. Shorter, please.
line = { $number }. { $session }
list = Sessions of “{ $project }” at { $where }
    { $lines }{ $clashes }

    Is that how it shall be? You can type "2 move to 15 Dec" or "drop 3".
    .retry = Type the number and the new day, such as "2 move to 15 Dec", or "drop 3".
    .no_such_number = There is no number { $number }; the last is { $most }.
    .last_one = This is the last one. If you want none at all, tap “Not yet”.
    .no_such_day = The calendar has no such day. Please check.
    .past = That day is over (today is { $today }). A day to come, please.
    .too_far = That is more than two years away. Is the year right?
list-plan = Plan them so
list-not_yet = Not yet
list-day = Move { $number } { $kind }
list-drop = Drop { $number } { $kind }
new_day = { $session }: to which day?
    .retry = I could not read that day. Try 15 Dec 2026 or 15/12/2026.
    .no_such_day = The calendar has no such day. Please check.
    .past = That day is over (today is { $today }). A day to come, please.
    .too_far = That is more than two years away. Is the year right?
how = { $count ->
    [one] One session
   *[other] { $count } sessions, one message for each person
}
    { $price }

    Without telling, the team sees them under “My roles” and in the reminders.
planned = { $way ->
    [tell] { $count ->
        [one] One session is planned.
       *[other] { $count } sessions are planned.
    } { $told ->
        [one] One person hears of it now.
       *[other] { $told } people hear of it now.
    }
   *[other] { $count ->
        [one] One session is planned.
       *[other] { $count } sessions are planned.
    }
}
    { $sessions }
passed = The time of a session passed while you were writing, so it was left out. Please look again.
nothing_left = “{ $project }” has a session of every kind already, or its time is over. You can plan single ones.
left = Fine, nothing has been planned.
closed = This project is closed, so nothing can be planned.
gone = This project does not exist any more.
nothing = There is no project to plan for yet.
