# Change a project, one thing after the other.
called = Change a project
words = edit a project
cancelled = Stopped here. What was saved stays.
about = Which project shall we change?
what = { $again ->
    [yes] "{ $title }": what else would you like to change or add?
   *[no] "{ $title }" · { $state }
    { $lines }

    Roles
    { $roles }

    Meetings
    { $sessions }
    { $lacks }
    What would you like to change or add?
}
starts_on = On which day does the work begin? Pick one, or type it, such as 15 Dec 2026 ("none" if it is open).
    .label = Begins
    .after_end = It cannot begin after it ends ({ $day }).
    .retry = I could not read that day. Try 15 Dec 2026 or 15/12/2026.
    .no_such_day = The calendar has no such day. Please check.
    .past = That day is over (today is { $today }). A day to come, please.
    .too_far = That is more than two years away. Is the year right?
ends_on = On which day does it end? Pick one, or type it, such as 15 Mar 2027 ("none" if it is open).
    .label = Ends
    .before_start = It cannot end before it begins ({ $day }).
    .retry = I could not read that day. Try 15 Dec 2026 or 15/12/2026.
    .no_such_day = The calendar has no such day. Please check.
    .past = That day is over (today is { $today }). A day to come, please.
    .too_far = That is more than two years away. Is the year right?
closes_at = Until the end of which day can people sign up? ("none" for no deadline)
    .label = Sign up until
    .retry = I could not read that day. Try 15 Dec 2026 or 15/12/2026.
    .no_such_day = The calendar has no such day. Please check.
    .past = That day is over (today is { $today }). A day to come, please.
    .too_far = That is more than two years away. Is the year right?
scope_in = What will this project finish?
    .label = In scope
    .retry = A few words, please.
    .too_long = That has more than { $most } characters. Shorter, please.
scope_out = What will it not do, though related?
    .label = Out of scope
    .retry = A few words, please.
    .too_long = That has more than { $most } characters. Shorter, please.
done_when = The project is done when …?
    .label = Done when
    .retry = A few words, please.
    .too_long = That has more than { $most } characters. Shorter, please.
needs = What is needed: places, systems, data, people to interview?
    .label = Needs
    .retry = A few words, please.
    .too_long = That has more than { $most } characters. Shorter, please.
saved = Saved. { $fact }: { $new }
same = It is so already; nothing has changed.
enough = Fine. "{ $title }" stands as shown.
closed = This project is closed and cannot be changed. You can copy it.
gone = This project does not exist any more.
nothing = There is no project to change yet.
