# Plan a session: only what is needed is asked; the rest can be added when it is read back.
called = New session
words = plan a session, plan session, add a session, new meeting
cancelled = Stopped here. Nothing has been planned.
about = Which project is it for?
kind = “{ $project }”: what kind of session?
    .label = Kind
day = On which day? Pick one, or type the day and the time, such as 15 Dec 13:00-16:00.
    .label = Day
    .retry = I could not read that day. Try 15 Dec 2026 or 15/12/2026.
    .no_such_day = The calendar has no such day. Please check.
    .past = That day is over (today is { $today }). A day to come, please.
    .past_hours = That time is over. One to come, please.
    .too_far = That is more than two years away. Is the year right?
title = What is it about? For example "Ideas for the page" ("none" if nothing needs saying).
    .label = About
    .retry = A few words, please.
    .too_long = That has more than { $most } characters. Shorter, please.
link = The link of a map or an online meeting, please ("none" if there is none).
    .label = Link
    .retry = A link that opens, please, such as https://maps.app.goo.gl/…
invited = Who is invited?
    .label = Invited
roles = Which roles? Choose one or more.
    .label = Roles
capacity = How many can come ("none" for no limit)? Once it is full, others wait in line.
    .label = Places
    .retry = A number of people, please, such as 20.
    .too_few = At least { $least }.
    .too_many = { $most } at most.
materials = What should people read or bring? Words or links ("none" if nothing).
    .label = Bring
    .retry = A few words, please.
    .too_long = That has more than { $most } characters. Shorter, please.
weeks = Every week: how many times in all?
    .label = Repeat
    .retry = A number of times, please, such as 4.
    .too_few = At least { $least }.
    .too_many = { $most } at most.
reminders = Which reminders before it?
    .label = Reminders
right = Session of “{ $project }”
    { $lines }{ $clashes }

    Is it right? Tap “Change” to change something, or to add what it is about, a link, what to bring, places, who is invited, repeats.
how = { $price }

    Without telling, the team sees it under “My roles” and in the reminder.
planned = { $way ->
    [tell] Planned. { $told ->
        [one] One person hears of it now.
       *[other] { $told } people hear of it now.
    }
   *[other] Planned{ $count ->
        [1] {""}
       *[other] {" "}({ $count } sessions)
    }.
}
    { $sessions }
passed = That time has passed while you were writing. A new day, please.
left = Fine, nothing has been planned.
closed = This project is closed, so nothing can be planned. You can copy it as a new one.
gone = This project does not exist any more.
nothing = There is no project to plan for yet.
