# Staff adjust hours that stand in a letter or a report.
called = Adjust hours
words = adjust a volunteer's hours
amount = { $name }
    { $entry }
    It counts as { $now } now. What should it be? Such as “2h”, or “0” if it should not count.
    .retry = I could not read how many hours.
why = Why? The volunteer will see the reason.
    .retry = Just type the reason in a few words.
    .too_long = That is a little long: { $most } characters at most, please.
sure = { $name }
    { $entry }
    Adjust it from { $now } to { $amount }, because “{ $why }”?
sure-yes = Adjust it
    .also = yes,y,ok,confirm,right
sure-no = Leave it
    .also = no,n
adjusted = Adjusted for { $name }: from { $now } to { $amount }.
    The letter or report stays as it was; if it needs the new figure, issue it again.
told = Our staff adjusted your hours.
    { $entry }
    They count as { $amount } now, because “{ $why }”.
which = Please open this from the volunteer's request in this chat.
same = It counts as that already.
kept = All right, nothing was adjusted.
gone = That entry was changed or cancelled already.
adjusts = That entry adjusts another; please adjust the first one.
not_closed = That entry stands in no letter or report yet; the volunteer can correct it.
own = Nobody adjusts their own hours; please ask a colleague.
too_much = It would come to less than nothing or to more than 24 hours. Nothing was adjusted.
