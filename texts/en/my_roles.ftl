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
    [maybe] {" "}(you are not sure yet)
    [waiting] {" "}(full; you are number { $number } in line)
   *[open] {""}
}
no_sessions = not planned yet; we will tell you
offer = { $project } · { $organisation }
    A seat waits for you. Please answer by { $until } ({ $remaining } left).

    The team meets
    { $sessions }
    .title = { $role }
applied = { $project } · { $organisation }
    { $late ->
        [yes] Our staff have not answered in the time that we promised. We are sorry, and are on it.
       *[no] Our staff are considering it and will answer by { $answer }.
    }
    .title = { $role }
queue = { $project } · { $organisation }
    You are on the wait-list at number { $number }. We will tell you at once if a seat is free.
    .title = { $role }
leave = Leave this role
leave_queue = Leave the wait-list
leave_application = Take it back
sure = { $held ->
    [offered] You do not want the seat as “{ $role }” ({ $project })? It then goes to the next.
    [applied] Take back your application as “{ $role }” ({ $project })?
    [team] Leave “{ $role }” ({ $project })? If somebody waits for it, your seat goes to them.
   *[waiting] Leave the wait-list for “{ $role }” ({ $project })?
}
sure-yes = Confirm
    .also = yes,y,leave,ok
sure-no = Stay
    .also = no,n,not yet
left = Done. Thank you for telling us; we hope to work with you on another role.
left_team = You have left. Thank you for telling us; we hope to work with you on another role.
kept = Good to have you with us.
not_yours = You have no place in this role any more.
none = You have not taken on a role yet. Shall we look at what is open?
done = { $project } · { $organisation }
    This role is done. Thank you 💛
    .title = { $role }
