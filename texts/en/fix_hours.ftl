called = Fix last hours
words = fix hours, fix my hours, edit hours
fix_words = fix to, fix it to, fix last to, fix hours to, fix my hours to, change to, change it to, change last to, correct to, correct it to, make it
fix_short_words = fix, change, correct
cancel_words = cancel, cancel last, cancel last hours, cancel my last hours, cancel the last one, delete last, undo
how = { $which ->
    [chosen] The entry you chose:
   *[last] Your last entry:
}
    { $entry }
    What would you like to do?
    .retry = Tap one, or type the right time, such as “2h”.
how-change = Correct it
    .also = correct,fix,change,edit
how-time = Own or working time
    .also = own time,working time,change time
how-cancel = Cancel this entry
    .also = cancel,cancel it,delete,delete it
line = { $asked ->
    [again] { $why }
        Please type it again, such as “2h” or “2h yesterday”.
   *[first] What should it be? Such as “2h” or “2h yesterday”.
}
    .retry = I could not read how many hours.
    .a_range = I am not sure how many hours.
    .a_break = I am not sure whether the break is taken off already.
    .to_come = Hours can be logged once they are done, not before.
    .no_day = That day does not exist, or is more than a year ago.
    .too_long_a_day = A day has 24 hours at most.
    .two_dates = I see more than one day. One day, please.
    .day_is_full = That day has other entries of { $logged }; with this it would have more than 24 hours.
sure_change = { $entry }
    { $other ->
        [no] Change it to { $new }?
       *[other] Change it to { $new }? At that time there is { $other }.
    }{ $long ->
        [yes] {" "}That day would come to { $total }, more than 12 h.
       *[no] {""}
    }{ $verified ->
        [yes] {""}
        It is verified; once changed, it has to be verified again.
       *[no] {""}
    }
sure_change-yes = Change it
    .also = yes,y,ok,right,confirm
sure_change-no = Leave it
    .also = no,n
changed = Changed. { $month } so far: { $total }
sure_cancel = Cancel this entry?
    { $entry }
sure_cancel-yes = Yes, cancel it
    .also = yes,y,ok,confirm,cancel
sure_cancel-no = Keep it
    .also = no,n
voided = The entry is cancelled.
cancelled = Stopped here; your entry stays as it was.
kept = All right, it stays as it was.
same = The entry says that already.
gone = That entry was changed or cancelled already.
none = You have not logged any hours yet.
time_changed = { $time ->
    [working] Changed: it was in your company's working time.
   *[own] Changed: it was in your own time.
}
what_is_wrong = { $entry }
    This entry stands in a letter or a report already, so it stays as it is; our staff can add an adjusting entry.
    What should it be, and why? We will pass it on. (Type “stop” to leave it.)
    .retry = Just type it in a few words.
    .too_long = That is a little long: { $most } characters at most, please.
passed_on = Passed on to our staff. We will tell you here when it is done.
of_staff = { $entry }
    Our staff added this entry to adjust another. If it is not right, please talk to them.
told_staff = { $name } asks to adjust hours that stand in a letter or a report.
    { $entry }
    “{ $words }”
