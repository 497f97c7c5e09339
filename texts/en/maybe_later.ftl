called = Not sure yet
words = i am not sure yet, i may come, might come
session = Which session are you not sure about?
noted = Noted: you are not sure yet. { $again ->
        [yes] We will ask again when it is near.
       *[no] Please tell us once you know.
    }{ $place ->
        [yes] {" "}Your place is free for the next in line.
        [waiting] {" "}You are not in line any more.
       *[none] {""}
    }
    { $kind } “{ $project }”
    { $time }
none = You have no sessions ahead right now.
unknown = We cannot find this session any more. All of yours are under “My roles”.
not_yours = This session is of a team that you are not in now.
called_off = This session was called off; nothing left to do.
over = This session has begun or is over. Thanks for telling us.
