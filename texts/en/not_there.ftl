called = I was not there
words = i wasn't there
noted = Noted: you were not there. Thank you for telling us; see you next time.
    { $called } “{ $project }”
    { $time }
unknown = We cannot find this session. All of yours are under “My roles”.
not_yet = This session has not begun. If you cannot come, tell us under “My roles”.
