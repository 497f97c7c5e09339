# The offer of a seat: yes or no.
called = See the offer
words = offer, my offer, the offer
card = Good news! There is a seat for you.
    { $project } · { $organisation }
    { $effort } · { $place }

    The team meets
    { $sessions }

    We keep it for you until { $until } ({ $remaining } left).
    .title = { $role }
ending = We still keep this seat for you, but not for long.
    { $project } · { $organisation }

    Please answer by { $until } ({ $remaining } left). If it does not suit you, just say so and it goes to the next.
over = The offer as “{ $role }” is over, and the seat has gone on to others. If you still would like it, sign up again while the role is open.
yours = You have a seat as “{ $role }” already; nothing more to answer.
waits = There is no seat as “{ $role }” right now. You are still on our list, and we will tell you at once.
gone = This offer does not stand any more.
none = No offer waits for your answer right now.
