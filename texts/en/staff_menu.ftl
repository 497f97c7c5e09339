# What staff can do, and the network in numbers.
called = Staff menu
words = staff, team
menu = The network right now
    • { $volunteers ->
        [one] 1 volunteer
       *[other] { $volunteers } volunteers
    }
    • { $projects ->
        [one] 1 open project
       *[other] { $projects } open projects
    }, { $drafts ->
        [one] 1 draft
       *[other] { $drafts } drafts
    }
    • { $roles ->
        [one] 1 role
       *[other] { $roles } roles
    } with free seats ({ $seats } in all)
    • { $pushes ->
        [unlimited] LINE messages are not limited this month
       *[other] { $known ->
            [yes] {""}
           *[no] {"About "}
        }{ $pushes } LINE messages left this month
    }
    • { $requests ->
        [0] Nobody waits for an answer
        [one] 1 question waits for an answer
       *[other] { $requests } questions wait for an answer
    }
request = { $name } asked on { $when }:
    "{ $words }"
