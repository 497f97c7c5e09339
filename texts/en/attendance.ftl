# Who was there, for staff.
called = Attendance
words = who came, who was there, roll call
about = The attendance of which session?
act = { $kind } “{ $project }” · { $time }
    { $people }
    Came: { $count } of { $of }
    You can type “came 1 3”, “absent 2”, “late 4 30 min”, “left 2 15:30”
    .retry = Sorry, not understood. Type for instance “came 1 3”, “absent 2” or “late 4 30 min”.
    .no_such_number = There is no number { $number } in the list (1 to { $most }).
    .late_when = How late, or since when? Type it in one line: “late 4 30 min” or “late 4 12:40”.
    .left_when = Left when? Type it in one line: “left 2 15:30”.
    .not_within = That time is not within this session.
    .gone = This answer is not there any more.
act-done = Done
    .also = finished,that is all
came_words = came, come, present, here, was there
absent_words = absent, did not come, not there, missing
late_words = late, came late
left_words = left, left early, left at
line = { $number }. { $name } · { $said ->
    [yes] said yes
    [no] said no
    [maybe] said maybe
    [waiting] waits for a place
   *[open] has not answered
} · { $there }
is-came = came{ $at ->
    [none] {""}
   *[other] {" "}{ $at }{ $late ->
        [yes] {" "}(late)
       *[no] {""}
    }
}{ $left ->
    [none] {""}
   *[other] , left { $left }{ $early ->
        [yes] {" "}(early)
       *[no] {""}
    }
}{ $source ->
    [staff] {" "}(noted by staff)
   *[other] {""}
}
is-absent = was not there (noted by staff)
is-no_show = not seen
is-unseen = –
reason = { $names } checked in otherwise. Why do you change it? (It is kept on record; in their record they see that staff changed it, and they can ask for their data.)
    .retry = A short reason, please: a sentence or two.
    .too_long = At most { $most } characters, please.
    .help = Nothing about anybody's health or private life, please. If you changed your mind, type “stop”.
done-came = Noted as there: { $names }
done-absent = Noted as not there: { $names }
done-late = Time of arrival noted: { $names }
done-left = Time of leaving noted: { $names }
same = Stood so already: { $names }
result = { $result }
done = All right. Come back to see or change it at any time.
gone = We cannot find this session any more.
called_off = This session was called off.
early = Check-in of this session opens at { $opens }.
    { $kind } “{ $project }” · { $time }
nobody = Nobody is invited to the { $kind } “{ $project }” yet.
none = No session of the last two weeks is open for check-in.
