# Change a role, one thing after the other.
called = Change a role
words = edit a role, role details
cancelled = Stopped here. What was saved stays.
about = Which role shall we change?
what = { $again ->
    [yes] "{ $title }": what else would you like to change or add?
   *[no] "{ $title }" · { $project }
    { $state } · { $taken ->
        [one] 1 seat
       *[other] { $taken } seats
    } taken
    { $lines }
    { $lacks }
    What would you like to change or add?
}
slots-none = Agreed in the team
levels = How well must "{ $item }" be known, at least?
    .label = Skill levels
title = What shall we call this role?
    .label = Name
    .retry = Please give the role a name.
    .too_long = That name has more than { $most } characters. Shorter, please.
purpose = What does this role make better? One sentence.
    .label = Purpose
    .retry = A few words, please.
    .too_long = That has more than { $most } characters. Shorter, please.
nice = Which other skills would be nice to have? (5 at most)
    .label = Nice to have
    .retry = I cannot find that skill. Try other words, or choose one.
least = How many people does it take to begin, at least?
    .label = Least to begin
    .retry = A number of people, please, such as 2.
    .too_few = It takes at least { $least }.
    .too_many = This role has { $most ->
        [one] 1 seat
       *[other] { $most } seats
    }, so it cannot take more to begin.
total_hours = About how many hours in all?
    .label = Hours in all
    .retry = A number of hours, please, such as 30.
    .too_few = At least { $least } hour, please.
    .too_many = More than { $most } hours? A slip of the finger?
travel_paid = Are travel costs paid?
    .label = Travel costs
travel_paid-yes = Paid
    .also = yes,y
travel_paid-no = Not paid
    .also = no,n
learns = What will the volunteer learn?
    .label = They learn
    .retry = A few words, please.
    .too_long = That has more than { $most } characters. Shorter, please.
buddy = Who is the buddy, and how to reach them?
    .label = Buddy
    .retry = A few words, please.
    .too_long = That has more than { $most } characters. Shorter, please.
question = Which one question shall we ask whoever signs up?
    .label = Question
    .retry = A few words, please.
    .too_long = That has more than { $most } characters. Shorter, please.
admission = Who gets a seat?
    .label = Who gets a seat
admission-first_come = First come, first served
    .also = first come,first
admission-chosen = We choose
    .also = staff choose,choose
lead = Does this role lead the team?
    .label = Team lead
lead-yes = Leads the team
    .also = yes,y
lead-no = Does not lead
    .also = no,n
reserved = How many seats shall we keep for a company's team? (0 for none)
    .label = Kept for a company
    .retry = A number of seats, please, such as 2.
    .too_few = 0 or more, please.
    .too_many = This role has only { $most ->
        [one] 1 seat
       *[other] { $most } seats
    }; no more can be kept.
no_companies = There is no company yet, so no seats can be kept. Please add the company first.
reserved_for = For which company?
    .retry = Please choose a company.
    .unknown = I do not know that company. Choose one that is here, or add the new one first.
reserved_until = Until which day? After that they are for everybody.
    .retry = I could not read that day. Try 15 Dec 2026 or 15/12/2026.
    .no_such_day = The calendar has no such day. Please check.
    .past = That day is over (today is { $today }). A day to come, please.
    .too_far = That is more than two years away. Is the year right?
kept_for = { $seats ->
        [one] 1 seat
       *[other] { $seats } seats
    } for { $company } until { $until }
saved = Saved. { $fact }: { $new }
same = It is so already; nothing has changed.
fewer_than_taken = { $taken ->
        [one] 1 person has
       *[other] { $taken } people have
    } a seat already, so there cannot be fewer seats.
fewer_than_least = It takes { $least } people to begin. Lower that first, then the seats.
fewer_than_reserved = { $reserved } seats are kept for a company. Lower that first, then the seats.
enough = Fine. "{ $title }" stands as shown.
closed = This role is closed and cannot be changed. You can copy its project.
gone = This role does not exist any more.
nothing = There is no role to change yet.
