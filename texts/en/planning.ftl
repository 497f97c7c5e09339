# The words that staff's planning, moving, changing and calling off of sessions share.
people = { $count ->
    [one] 1 person
   *[other] { $count } people
}
no_limit = no limit
weeks = { $count ->
    [1] Once
   *[other] Weekly, { $count } times
}
invited-team = The whole team
    .also = team,everybody in the team
invited-roles = Some roles
    .also = roles
invited-trained = Those trained
    .also = trained
invited-everyone = Every team
    .also = everyone,all teams
reminders-usual = As usual
    .also = usual
reminders-no_week = None a week before
    .also = no week
reminders-only_day = Only a day before
    .also = day
reminders-none = None before it
    .also = none,no reminders
which-this = Only this one
    .also = this,this one
which-all = This and what follows
    .also = all,all of them
reason = Why? A few words for the team (you may skip).
    .retry = One short sentence, please, or skip.
    .too_long = That has more than { $most } characters. Shorter, please.
clash = ⚠️ { $time }: { $count ->
    [one] 1 person is busy or away
   *[other] { $count } people are busy or away
}{ $named ->
    [no] {""}
   *[yes] {" "}({ $names }{ $more ->
        [yes] {" "}and others
       *[no] {""}
    })
}
more_clashes = { $count ->
    [one] On one more day somebody is busy or away.
   *[other] On { $count } more days somebody is busy or away.
}
invite-tell = Invite { $count } now
tell_now-tell = Tell { $count } now
call_off-tell = Call off, tell { $count }
call_off-quiet = Call off quietly
call_off-save = Call it off
way-quiet = Save without telling
way-save = Save
way-not_yet = Not yet
tell_words = invite, invite now, tell, tell them, yes, ok
quiet_words = without telling, do not tell, quietly
save_words = save it, yes, ok
not_yet_words = no, not now, leave it
same_words = same time, same, the same
enough_words = enough, done, that is all, that's all
plan_words = plan them, right, ok, okay, yes, fine
drop_words = drop, remove, delete, leave out, without
move_words = move to, move it to, move, change to, change, to
nobody = Nobody has to be told for now.
