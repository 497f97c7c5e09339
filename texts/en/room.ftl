# A project's LINE or Telegram group, for staff.
called = Team's group
words = group, team group, link group
about = Which project's group?
act = { $state ->
    [none] “{ $project }” has no group yet.
    Ask for a code and write it in the team's group to link it.
   *[other] The { $channel ->
        [line] LINE
       *[other] Telegram
    } group of “{ $project }”{ $state ->
        [left] {" "}– HandUp is not in it any more; invite it again.
       *[other] { $members ->
            [unknown] {" "}(people are being counted)
            [one] {" "}(1 person)
           *[other] {" "}({ $members } people)
        }
        { $reminders ->
            [on] Sessions are announced there a day before.{ $held }
           *[off] Sessions are not announced there; it answers when spoken to.
        }
    }
}
act-on = Announce sessions
act-off = Stop announcing
act-code = Code to link it
act-other_code = Link another group
act-unlink = Unlink the group
act-nothing = Nothing
held = Not announced yet, as this month's LINE quota does not allow it:{ $sessions }
price = In a LINE group each announcement of “{ $project }” counts once for everybody there.
    • { $members } people × { $sessions } sessions left this month = { $pushes } messages
    • { $left ->
        [unlimited] LINE has no limit this month
       *[other] { $known ->
            [yes] {""}
           *[no] about{" "}
        }{ $left } messages left this month ({ $reserve } kept back)
    }
    What the quota does not allow is not announced, and shown here. Everybody is still reminded by themselves.
price-yes = Announce
    .also = yes,ok,sure
price-no = Not now
    .also = no
on = Sessions of “{ $project }” will be announced in the group a day before.
off = Sessions of “{ $project }” are not announced in the group any more. You can still ask there.
code = The code that links a group to “{ $project }”: { $code }
    It works once, within an hour.

    1. Invite HandUp into the team's LINE or Telegram group
    2. Write there: “HandUp { $code }”{ $tap }
tap = Telegram: write “{ $us } { $code }”, or tap this link and choose the group: it does both. { $address }
sure = Unlink the group from “{ $project }”? HandUp will announce nothing there and not answer about the project.
sure-yes = Unlink
    .also = yes,ok,sure
sure-no = Keep it
    .also = no
unlinked = The group is not linked to “{ $project }” any more. You can take HandUp out of it.
no_room = “{ $project }” is not linked to a group any more.
not_counted = It is not known yet how many people are in the group, so there is no price. Wait a moment and try again.
left_alone = All right, nothing was changed.
gone = This project is gone, or closed.
nothing = No project is under way.
