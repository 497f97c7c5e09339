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
question = Our staff have one question about this role:
    { $question }
    .retry = A sentence or two, please.
    .too_long = At most { $most } characters, please.
    .help = Your answer helps our staff to choose. No health, religion or ID-card details, please.
why_you = Why would you like this role? A line or two for our staff (you may skip).
    .retry = A sentence or two, please.
    .too_long = At most { $most } characters, please.
    .help = Our staff will read this. No health, religion or ID-card details, please.
sure = { $way ->
    [line] “{ $role }” ({ $project }) is full. Shall we put you on the wait-list?
    [reserved] The seats left as “{ $role }” ({ $project }) are kept for the team of { $company } until { $until }. Shall we put you on the wait-list? If they are free after that, the first in line goes first.
    [chosen] Shall we sign you up as “{ $role }” ({ $project })? Our staff choose for this role; you will have an answer by { $answer }.
   *[seat] Shall we sign you up as “{ $role }” ({ $project })?
}
sure-yes = Confirm
    .also = yes,ok,okay,y,sure,sign me up,sign up
sure-no = Not yet
    .also = no,n,not now,no thanks
see_you_there = You are in: “{ $role }” in the project “{ $project }”.
    { $first }
on_the_wait_list = You are on the wait-list at number { $place }. We will tell you at once if a seat is free.
applied = We have your application as “{ $role }” ({ $project }). Thank you!
    Our staff will answer by { $answer }, whether it is a yes or a no.
held = You have a seat as “{ $role }” already; no need to sign up again.
in_line = You are on the wait-list for “{ $role }” already, at number { $place }.
in_hand = You have applied as “{ $role }” already. Our staff are considering it and will answer by { $answer }.
offered = A seat as “{ $role }” waits for your answer.
clash = You cannot sign up as “{ $role }” yet, because times fall together:
    { $clashes }
    If you cannot come to the other session, say so under “My roles” first, then sign up again.
speaks = You speak for the organisation of this project and verify its team's hours, so you cannot sign up for “{ $role }”. If you do so no more, please tell our staff.
conflict = You told us that you should not work with this organisation, so you cannot sign up as “{ $role }”. If that has changed, you can mend it in your profile.
turned_down = Our staff have answered about “{ $role }” already: not this time. If you have a question, you can talk to a person.
gone = { $why } Thank you for your interest; shall we look at others?
left = All right, nothing was signed. Tap “Sign up” at the role whenever you change your mind.
cancelled = Stopped here; you have not signed up for anything.
nothing_open = No roles are open right now. We will tell you when there is one.
told_staff = { $seat ->
    [accepted] { $name } has a seat as “{ $role }” ({ $project }) · { $left ->
        [0] all seats taken
        [one] { $left } seat left
       *[other] { $left } seats left
    }
    [interested] { $name } applied as “{ $role }” ({ $project }); to be answered by { $answer }
   *[waiting] { $name } is on the wait-list for “{ $role }” ({ $project })
}{ $why }
why_line = Their answer: { $why }
