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
suited = { $count ->
    [0] • { $role }: suits nobody yet
    [one] • { $role }: suits one person
   *[other] • { $role }: suits { $count } people, such as
}
sample = { "  " }{ $name } – { $reasons }
nobody = There is nobody to tell right now. You can publish all the same: volunteers see it when they look for a role.
cost = If we tell them: { $told ->
        [one] 1 person
       *[other] { $told } people
    } (Telegram { $telegram }, free · LINE { $line }, as many messages)
left = { $left ->
    [unlimited] This month LINE messages are not limited.
   *[other] After that, { $known ->
        [yes] {""}
       *[no] {"about "}
    }{ $left } LINE messages remain this month ({ $reserve } of them are kept for offers, reminders and cancellations).
}
held_back = The quota is too small for { $count } more; they will not be told yet.
resting = { $count } more asked not to be disturbed at this hour; they will not be told yet.
way = Before we publish, here is whom it suits:
    { $roles }

    { $cost }
    .retry = Please choose one of the buttons.
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
way-rest = Tell { $count } more
    .also = tell, tell them, tell the rest
way-leave = Leave it
    .also = no, enough
told = "{ $project }" is published. { $count ->
        [one] 1 person was
       *[other] { $count } people were
    } told (Telegram { $telegram } · LINE { $line }).{ $held ->
        [0] {""}
       *[other] {" "}{ $held } not yet, because the quota is too small.
    }{ $resting ->
        [0] {""}
       *[other] {" "}{ $resting } not yet, because they rest at this hour.
    }
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
