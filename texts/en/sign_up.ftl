called = Sign up
words = apply, sign me up, i want to apply, interested
role = Which role would you like?
    .help = Tap a role, or type its name or number.
card = { $project } · { $organisation }
    { $aim }
    Skills: { $needs }
    { $seats } · { $effort } · { $place } · { $when }{ $more }

    The team meets
    { $sessions }
    .title = { $role }
no_sessions = not planned yet; we will tell you
clash = This team meets when you are busy already:
    { $clashes }
    You can sign up, but you can be at only one.
clash_line = • { $new } is at the time of “{ $project }” { $old }
why_you = Why would you like this role? A line or two for our staff (you may skip).
    .retry = A sentence or two, please.
    .too_long = At most { $most } characters, please.
    .help = Our staff will read this. No health, religion or ID-card details, please.
sure = { $left ->
    [0] “{ $role }” ({ $project }) is full. Shall we put you on the wait-list?
   *[other] Shall we sign you up as “{ $role }” ({ $project })?
}
sure-yes = Confirm
    .also = yes,ok,okay,y,sure,sign me up,sign up
sure-no = Not yet
    .also = no,n,not now,no thanks
see_you_there = You are in: “{ $role }” in the project “{ $project }”.
    { $first }
first_session = See you at the first session: { $session }
no_session_yet = The first session is not planned yet; we will tell you.
on_the_wait_list = This role is full, so you are on its wait-list at number { $place }. We will tell you at once if a seat is free.
held = You have a seat as “{ $role }” already; no need to sign up again.
in_line = You are on the wait-list for “{ $role }” already, at number { $place }.
gone = { $why } Thank you for your interest; shall we look at others?
left = All right, nothing was signed. Tap “Sign up” at the role whenever you change your mind.
cancelled = Stopped here; you have not signed up for anything.
nothing_open = No roles are open right now. We will tell you when there is one.
told_staff = { $seat ->
    [taken] { $name } has a seat as “{ $role }” ({ $project }) · { $left ->
        [0] all seats taken
        [one] { $left } seat left
       *[other] { $left } seats left
    }
   *[waiting] { $name } is on the wait-list for “{ $role }” ({ $project })
}{ $why }
why_line = Why: { $why }
