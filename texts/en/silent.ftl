# Who has not answered an invitation to a session.
called = Who has not answered
words = who is silent, who did not answer, not answered
about = Which session?
act = { $kind } “{ $project }” { $time }
    Coming { $yes } · cannot come { $no } · not sure { $maybe } · waiting { $waiting }
    { $people }{ $price }
    .retry = Sorry, not understood. Please tap one of the buttons.
silent = Not answered ({ $count }): { $names }
unsure = Not sure yet ({ $count }): { $names }
nobody = Everybody has answered.
asked_today = They were asked today, { $time }. You can ask again tomorrow.
out_of_reach = No message reaches these people right now.
price = Asking once more: { $free } for free · { $paid ->
        [one] { $paid } LINE message
       *[other] { $paid } LINE messages
    }{ $paid ->
        [0] {""}
       *[other] { $left ->
            [unlimited] {""}
           *[other] {" "}({ $left } left this month)
        }
    }{ $fits ->
        [yes] {""}
       *[no] . That is more than is left, so only those who hear for free can be asked.
    }
act-ask = Ask once more ({ $count })
    .also = ask,ask again,ask once more
act-answer = Answer for somebody
    .also = answer
act-enough = That is all
    .also = no,done,enough
asked = { $count ->
    [one] Asked { $count } person.
   *[other] Asked { $count } people.
}
person = For whom?
says = What does { $name } say?{ $said ->
        [yes] {" "}(Before: coming.)
        [no] {" "}(Before: cannot come.)
        [maybe] {" "}(Before: not sure yet.)
        [waiting] {" "}(In line.)
       *[open] {""}
    }
says-yes = Coming
    .also = yes,i am coming
says-no = Cannot come
    .also = no,not coming
says-maybe = Not sure
    .also = not sure yet,maybe
given = Noted: { $name } { $said ->
        [yes] is coming.
        [no] cannot come.
        [waiting] would come, but it is full: they are in line.
       *[maybe] is not sure yet.
    }
enough = All right.
too_late = They were asked today already, or the session has changed, so nothing was sent.
over = This session has begun, is over or was called off, or this person is not invited any more.
gone = We cannot find this session any more.
none = No session is ahead right now.
