called = I am coming
words = coming, i will come, i'll come, i can come
session = Which session are you coming to?
noted = Noted: you are coming. Thank you!
    { $kind } “{ $project }”
    { $time } · { $where }
none = You have no sessions ahead right now.
unknown = We cannot find this session any more. All of yours are under “My roles”.
not_yours = This session is of a team that you are not in now.
called_off = This session was called off. Thanks for answering.
over = This session has begun or is over. If you were there, you can log your hours.
