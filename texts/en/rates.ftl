# What a day is worth: what holds, what is to come, adding a rate, taking one back before it begins.
called = Rates
words = rate, value rates
what = A day (8 h) is worth now
    { $now }

    To come
    { $coming }

    A change of rate never touches the days that are over.
line = • { $what }: { $baht } baht { $span }
    {"  "}source: { $source }
nothing_coming = • nothing
every_skill = every skill
our_own = the network's own assumption
span-unset = (nothing set)
span-open = from { $since }
span-ends = { $since } – { $until }
add = Add a rate
    .also = add,new,set
take = Drop { $rate }
leave = Leave them
    .also = no,leave,nothing
sure = Take this rate back?
    { $rate }
sure-yes = Take it back
    .also = yes,ok,okay,sure
sure-no = Keep it
    .also = no,not yet
taken_back = It was taken back.
kind = Is this rate for every skill, or for one?
    .label = For
kind-network = Every skill
    .also = all,network
kind-skill = One skill
    .also = one,skill
skill = Which skill? Type its name, such as web development.
    .label = Skill
    .retry = We do not know this skill yet. Try other words.
    .which = One skill at a time, please. Which one?
from_on = From which day? The soonest is tomorrow ({ $tomorrow }).
    .label = From
    .retry = That could not be read as a day. Try 1 Jan 2027 or 2027-01-01.
    .no_such_day = The calendar has no such day. Please look again.
    .past = It can begin tomorrow at the soonest (today is { $today }): a new rate never touches the days that are over.
    .too_far = That is more than two years ahead. Is the year right?
until_on = Until which day? Skip it if no end is in sight.
    .label = Until
    .retry = That could not be read as a day. Try 31 Dec 2027 or 2027-12-31.
    .no_such_day = The calendar has no such day. Please look again.
    .past = That day is over (today is { $today }). A day to come, please.
    .too_far = That is more than two years ahead. Is the year right?
    .end_first = The last day is before the first ({ $since }).
baht = How many baht is a day (8 h) worth?
    .label = Worth
    .retry = One number, please, such as 900.
    .not_whole = Whole baht, please.
    .out_of_bounds = It can be { $least } to { $most } baht.
source = Who says so? Such as: decision of the board 12/2026, or a ministry's notice.
    .label = Source
    .retry = A short source, please: every report names it.
    .too_long = That is longer than { $most } characters. A bit shorter, please.
a_day = { $baht } baht a day
right = Please check before it is set
    { $summary }

    { $after }
    The days that are over keep what they were worth.
after-open = It holds until another rate begins.
after-next = After { $until } the next rate holds that is set already.
after-network = After { $until } this skill has the rate of every skill.
after-base = After { $until }, unless another rate is set, a day is worth { $baht } baht again.
why-past = It can begin tomorrow at the soonest ({ $tomorrow }): a new rate never touches the days that are over.
why-overlap = Another rate holds on some of these days:
    { $rates }
    Please give days that do not overlap, or take back the one that has not begun first.
why-gap = So there would be days without a rate:
    { $rates }
    Please begin right behind the one before.
why-end_first = The last day is before the first. Other days, please.
why-amount = A day cannot be worth that. Please try again.
why-unknown_skill = This skill is no longer there. Please try again.
added = It is set.
    { $rate }
begun = This rate holds already, or is gone; it cannot be taken back. You can set another that begins tomorrow.
left_alone = All right, nothing was changed.
