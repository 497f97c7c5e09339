called = Accept
words = accept the offer, i accept, take the seat
see_you_there = You are in: “{ $role }” in the project “{ $project }”.
    { $first }
over = The offer as “{ $role }” is over, and the seat has gone on to others. If you still would like it, sign up again while the role is open.
clash = You cannot take “{ $role }” yet, because times fall together:
    { $clashes }
    If you cannot come to the other session, say so under “My roles” first, then accept; the seat is still kept for you.
yours = You have a seat as “{ $role }” already.
waits = There is no seat as “{ $role }” right now. You are still on our list, and we will tell you at once.
gone = This offer does not stand any more.
none = No offer waits for your answer right now.
told_staff = { $name } accepted the seat as “{ $role }” ({ $project }) · { $left ->
    [0] all seats taken
    [one] { $left } seat left
   *[other] { $left } seats left
}
