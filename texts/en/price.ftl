# What telling people of roles takes, and the ways in which it can be done.
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
over = This month news may take { $known ->
        [yes] {""}
       *[no] {"about "}
    }{ $spendable } more LINE messages ({ $reserve } are kept for offers, reminders and cancellations). That is { $short } too few to tell everybody.
beyond = { $baht ->
    [none] Our plan cannot be extended by single messages.
   *[other] { $short } more messages would cost about { $baht } baht.
}
tray = What is in the tray is read for free the next time they write to us.
resting = { $count } of them asked not to be disturbed now; they hear once their quiet hours are over.
weekly = { $count } of them chose a weekly digest; they hear on Monday at 10:00.
waves = If too few answer, the next wave follows every { $hours } hours: { $waves } waves and { $people } people at most (LINE: { $pushes } messages at most).
way-fit = Tell { $count } that fit
    .also = that fit, those that fit, as many as fit
way-free = Tell { $count } for free
    .also = free only, only free, telegram only
way-tray = { $count ->
    [0] Into the tray of { $waiting }
   *[other] Tell { $count }, tray for { $waiting }
}
    .also = tray, put in the tray
