# What waits for staff first, then the network in numbers and what staff can do.
called = Staff menu
words = staff, team
menu = { $attention }

    The network right now
    • { $volunteers ->
        [one] 1 volunteer
       *[other] { $volunteers } volunteers
    } · { $projects ->
        [one] 1 open project
       *[other] { $projects } open projects
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
nothing_waits = Nothing is waiting for you 👍
applicants = 🙋 { $count ->
        [one] 1 applicant waits for an answer
       *[other] { $count } applicants wait for an answer
    }{ $overdue ->
        [0] {""}
       *[other] {" "}({ $overdue } longer than promised)
    }
requests = 💬 { $count ->
        [one] 1 question waits for an answer
       *[other] { $count } questions wait for an answer
    }
alarms = ⚠ { $count ->
        [one] 1 thing is too quiet
       *[other] { $count } things are too quiet
    }
letters = 📄 { $count ->
        [one] 1 work reference is asked for
       *[other] { $count } work references are asked for
    }
hours = ⏳ { $amount } waited too long to be verified
drafts = 📝 { $count ->
        [one] 1 project is still a draft
       *[other] { $count } projects are still drafts
    }
searches = 🔎 { $count ->
        [one] 1 role has seats left after the last wave
       *[other] { $count } roles have seats left after the last wave
    }
broadcasts = 📣 { $count ->
        [one] 1 broadcast is not over
       *[other] { $count } broadcasts are not over
    }
under_way = What you can go on with
search = Seats left: { $role }
sending = { $state ->
    [planned] Broadcast, planned { $when }
    [paused] Broadcast, paused { $when }
   *[running] Broadcast, running { $when }
}
request = { $name } asked on { $when }:
    "{ $words }"
