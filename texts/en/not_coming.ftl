called = I cannot come
words = not coming, can't come, i can't come, cannot come
session = Which session can you not come to?
noted = Noted: you cannot come. { $staff ->
        [told] Our staff know; thank you for telling us early.
       *[see] Thank you for telling us early.
    }
    { $kind } “{ $project }”
    { $time }
none = You have no sessions ahead right now.
unknown = We cannot find this session any more. All of yours are under “My roles”.
not_yours = This session is of a team that you are not in now.
called_off = This session was called off; nothing left to do.
over = This session has begun or is over. Thanks for telling us.
told_staff = { $name } cannot come: { $kind } “{ $project }” { $time }
