called = My roles
words = my sessions, my projects, withdraw
role = { $project } · { $organisation }
    { $effort } · { $place }

    Next session: { $next }{ $later }
    .title = { $role }
later = 
    {""}
    Later sessions
    { $sessions }
session_line = { $session }{ $said ->
    [yes] {" "}(you are coming)
    [no] {" "}(you cannot come)
   *[open] {""}
}
no_sessions = not planned yet; we will tell you
queue = { $project } · { $organisation }
    You are on the wait-list at number { $number }. We will tell you at once if a seat is free.
    .title = { $role }
leave = Leave this role
leave_queue = Leave the wait-list
sure = { $held ->
    [accepted] Leave “{ $role }” ({ $project })? If somebody waits for it, your seat goes to them.
   *[waiting] Leave the wait-list for “{ $role }” ({ $project })?
}
sure-yes = Confirm
    .also = yes,y,leave,ok
sure-no = Stay
    .also = no,n,not yet
left = Done. Thank you for telling us; we hope to work with you on another role.
kept = Good to have you with us.
not_yours = You have no place in this role any more.
none = You have not taken on a role yet. Shall we look at what is open?
told_staff = { $name } left “{ $role }” ({ $project }). { $follower ->
    [yes] { $who } has the seat now, from the wait-list.
    [unreached] { $who } has the seat now, from the wait-list, but cannot be reached here; please get in touch.
   *[no] Nobody has the seat yet.
}
seat_for_you = Good news! A seat is free: you are in as “{ $role }” ({ $project }).
    Next session: { $first }
    If it does not suit you any more, you can leave under “My roles”.
