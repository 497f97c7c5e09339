# Leaving a session before its end.
called = Leaving early
words = i have to leave, leave early, i must leave early
noted = Noted: you are leaving at { $at }. Thanks for coming, and a safe way home!
    { $kind } “{ $project }” · { $time }
stay = I am staying
stays = Good! Noted: you are staying.
    { $kind } “{ $project }” · { $time }
over = This session is over. You can log your hours.
staff_said = Staff have noted your times already. If they are not right, talk to them.
not_there = You have not checked in to any session right now.
