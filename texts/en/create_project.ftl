# Write a new project: what for, which roles, and when they first meet.
called = New project
words = create a project, create project, add a project
cancelled = Stopped here. This project has not been saved.
organisation = Which organisation is the project for?
    .label = Organisation
    .retry = Please give me the organisation's name.
    .too_long = That name has more than { $most } characters. Shorter, please.
title = What shall we call the project?
    .label = Project
    .retry = Please give the project a name.
    .too_long = That name has more than { $most } characters. Shorter, please.
aim = What will the project achieve? One sentence that a volunteer can picture.
    .label = Aim
    .retry = One sentence about the aim, please.
    .too_long = That has more than { $most } characters. One short sentence, please.
    .help = For example: "A new page, so that more people get to know the children's home."
cause = Which cause is it for?
    .label = Cause
role_title = { $nth ->
        [1] What is the first role called? For example: graphic designer
       *[other] What is role number { $nth } called?
    }
    .label = Role
    .retry = Please give the role a name.
    .too_long = That name has more than { $most } characters. Shorter, please.
skills = Which skills does this role need? Type them, such as "graphic design, photography", or choose (5 at most).
    .label = Skills
    .retry = I cannot find that skill. Try other words, or choose one.
level = How well must it be known, at least? Skip this if any level will do.
    .label = Level
seats = How many people?
    .label = Seats
    .retry = A number of people, please, such as 2.
    .too_few = A role needs at least { $least }.
    .too_many = A role can have { $most } at most. For more, write several roles.
seat_count = { $count ->
    [one] 1 person
   *[other] { $count } people
}
hours = How many hours a week?
    .label = Effort
    .retry = A number of hours, please, such as 3 or 2.5.
    .too_few = Half an hour at least, please.
    .too_many = More than { $most } hours a week is a job. Fewer, please.
place = Online or on site?
    .label = Where
province = On site in which province?
    .label = Province
    .retry = I do not know that province. Please type its name again.
slots = At which times of the week? Choose several, or skip if the team can arrange it.
    .label = Times
    .retry = I could not read those times. Choose some, or type "Sat morning, Wed evening".
slots-weekdays = Weekdays, daytime
    .also = weekdays,daytime
slots-evenings = Weekday evenings
    .also = evenings,after work
slots-sat_morning = Sat morning
    .also = saturday morning
slots-sat_afternoon = Sat afternoon
    .also = saturday afternoon
slots-sun_morning = Sun morning
    .also = sunday morning
slots-sun_afternoon = Sun afternoon
    .also = sunday afternoon
right_role = This is the role. Is it right?
    { $summary }
role_line = { $role }, { $seats ->
    [one] 1 person
   *[other] { $seats } people
}
another = { $count ->
    [one] One role so far:
   *[other] { $count } roles so far:
    }
    { $roles }

    Another one?
    .label = Roles
next-enough = That is all
    .also = no,enough,done,that's all,พอแล้ว,ไม่
next-add = Add a role
    .also = add,another,yes,more,เพิ่ม
next-edit = Change { $role }
next-drop = Remove { $role }
kind = What is the first meeting? Skip this if there is none yet.
    .label = First meeting
kind-training = Training
kind-kickoff = Kickoff
    .also = start, kick-off
kind-workshop = Workshop
kind-handover = Handover
kind-follow_up = Follow-up
starts_on = Without a meeting: on which day does the work begin? Pick one, or type it, such as 15 Dec 2026. (You may skip, but it is needed before publishing.)
    .label = Begins
    .retry = I could not read that day. Try 15 Dec 2026 or 15/12/2026.
    .no_such_day = The calendar has no such day. Please check.
    .past = That day is over (today is { $today }). A day to come, please.
    .too_far = That is more than two years away. Is the year right?
day = On which day? Pick one, or type it, such as 15 Dec 2026.
    .label = Day
    .retry = I could not read that day. Try 15 Dec 2026 or 15/12/2026.
    .no_such_day = The calendar has no such day. Please check.
    .past = That day is over (today is { $today }). A day to come, please.
    .too_far = That is more than two years away. Is the year right?
times = { $day }: from when until when? For example 13:00-16:00
    .label = Time
    .retry = I could not read those times. Try 13:00-16:00.
    .only_start = Both the start and the end, please, such as 13:00-16:00.
    .end_first = The end must come after the start, as in 13:00-16:00.
    .too_long = That is more than 12 hours. A slip of the finger?
    .morning_or_not = Morning or afternoon? Please use 24 hours, as in 13:00-16:00.
    .past = That time is over. One to come, please.
from_until = { $starts }–{ $ends }
where = Where do you meet? A place, or the link of an online meeting.
    .label = Place
    .retry = A place or a link, please.
    .too_long = That has more than { $most } characters. Shorter, please.
right = One last look before it is saved:
    { $summary }

    Is everything right?
passed = The meeting's time has passed while you were writing. A new day, please.
saved = "{ $project }" is saved as a draft. Only staff see it; volunteers will when you publish it.
    To say more about it (scope, deadline, what they learn, a question for applicants …), tap "Change a project".
