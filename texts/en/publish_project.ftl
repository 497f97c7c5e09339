# Publish a project, and tell the volunteers it suits.
called = Publish a project
words = publish
about = Which project shall we publish?
preview = { $organisation } · { $cause }
    { $aim }

    { $roles }

    { $sessions }
    .title = { $project }
no_sessions = No session planned yet
role = • { $role }, { $seats ->
        [one] { $seats } seat
       *[other] { $seats } seats
    }
    { "  " }{ $takes }
way = Before we publish, here is whom it suits:
    { $roles }

    { $cost }
    .retry = Please choose one of the buttons.
    .over = We cannot tell everybody now; please choose another of the ways below.
way-tell = Publish and tell { $count }
    .also = tell, tell them, publish and tell
way-quiet = Publish, tell nobody
    .also = publish only, just publish, tell nobody
way-not_yet = Not yet
    .also = later, wait
quietly = "{ $project }" is published. Nobody was told.
more = "{ $project }" is published. Some whom it suits have not been told:
    { $roles }

    { $cost }
    .retry = Please choose one of the buttons.
    .over = We cannot tell everybody now; please choose another of the ways below.
way-rest = Tell { $count } more
    .also = tell, tell them, tell the rest
way-leave = Leave it
    .also = no, enough
told = "{ $project }" is published. { $count ->
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
over = The month's quota has changed: it no longer allows to tell everybody. Please look again.
over_more = The month's quota has changed: it no longer allows to tell everybody. Please look again.
tell_the_rest = Tell the rest
already = "{ $project }" is published already.
left_as_draft = "{ $project }" stays a draft. Publish it any time.
left_it = Fine, nobody else is told.
gone = This project no longer exists.
nothing_drafted = There is no draft to publish right now.
incomplete = "{ $project }" cannot be published yet. It still needs:
    { $missing }
no_lead = "{ $project }" has no role that leads the team. Publish it without a lead?
no_lead-go = Go without a lead
    .also = without,go,publish
no_lead-choose = Choose a lead first
    .also = choose,choose a lead
