# The search for a role's people: who was told when, what they answered, when the next hear.
called = How the search goes
words = search, searches, waves
about = For which role?
what = { $role } · { $project }
    { $taken } of { $seats } seats taken

    { $told }
    { $answers }
    { $next }
    .retry = Please choose one of the buttons.
nobody_told = Nobody was told yet.
wave = • Wave { $wave }, { $when }: { $count ->
        [one] 1 person
       *[other] { $count } people
    }{ $count ->
        [0] {""}
       *[other] {" "}({ $names }{ $more ->
            [0] {""}
           *[other] {" "}and { $more } more
        })
    }{ $planned ->
        [0] {""}
       *[other] {" "}· { $planned } to be told later
    }{ $tray ->
        [0] {""}
       *[other] {" "}· { $tray } in the tray
    }
answers = Answers: signed up { $applied } · seated { $seated } · not now { $not_now } · no { $never } · silent { $silent }
state-running = Next wave ({ $wave } of { $most } told): { $when }, if too few have answered. It may take { $pushes } more LINE messages at most.
state-last = { $wave } of { $most } waves told. We look again { $when } whether it was enough.
state-stopped = The search was stopped.
state-filled = Every seat is taken; nobody else is told. If somebody withdraws, the search goes on by itself.
state-spent = Every wave was told, and it was not enough.
state-paused = The role is not open right now; the next wave waits until it is.
state-none = Nobody was ever told of this role.
what-next = Tell the next wave
    .also = tell, next, next wave, tell more
what-stop = Stop
    .also = stop the search, enough
what-leave = Leave it
    .also = leave, no
way = { $people }

    { $cost }
    .retry = Please choose one of the buttons.
    .over = We cannot tell everybody now; please choose another of the ways below.
way-tell = Tell { $count }
    .also = tell, tell them
told = "{ $role }" ({ $project }): { $count ->
        [one] 1 person was
       *[other] { $count } people were
    } told (Telegram { $telegram } · LINE { $line }).{ $resting ->
        [0] {""}
       *[other] {" "}{ $resting } of them will hear once their quiet hours are over.
    }{ $weekly ->
        [0] {""}
       *[other] {" "}{ $weekly } of them will hear with their weekly digest.
    }{ $tray ->
        [0] {""}
       *[other] {" "}It is in the tray of { $tray } more.
    }{ $held ->
        [0] {""}
       *[other] {" "}{ $held } not yet, because the quota is too small.
    }
stopped = The search for "{ $role }" ({ $project }) was stopped. Nobody else is told; who signed up stays.
over = The month's quota has changed: it no longer allows to tell everybody. Please look again.
left = Fine, nothing changes.
closed = "{ $role }" ({ $project }) is full or not open, so nobody else is told.
nobody = Nobody whom "{ $role }" ({ $project }) suits is left to tell right now.
gone = There is no such role.
none = No search is going on right now.
