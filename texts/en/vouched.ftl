# Hours that somebody looks at, in words.
no_project = Hours of no project
gone = This entry has changed.
heading = { $name } · { $project }
    { $total } count in all · { $verified } verified
entry = { $day } · { $amount }{ $working ->
    [yes] {" "}(working time)
   *[no] {""}
}{ $adjusts ->
    [yes] {" "}(adjustment)
   *[no] {""}
}{ $note }{ $seen ->
    [yes] {" "}· ✓ checked in
    [no] {" "}· not seen at the session
   *[none] {""}
}
said-verified = ✓ verified by { $by }
said-asked = ? { $by } asked: “{ $words }”
said-answered = ? “{ $question }”
    → “{ $words }”
said-rejected = ✗ not taken by { $by }: “{ $words }”
by = { $name } ({ $duty ->
    [organisation] organisation
    [team_lead] team lead
    [staff] network staff
   *[self] whose hours they are
})
done-verified = { $count ->
    [one] Verified 1 entry, { $total }: { $names }
   *[other] Verified { $count } entries, { $total } in all: { $names }
}
done-asked = { $count ->
    [one] { $names } has your question. Once it is answered, the entry waits for you again.
   *[other] { $names }: your question about { $count } entries is sent. What is answered waits for you again.
}
done-rejected = { $count ->
    [one] Not taken: 1 entry, { $total } ({ $names }). They hear why, and how to put it right.
   *[other] Not taken: { $count } entries, { $total } in all ({ $names }). They hear why, and how to put it right.
}
refused-gone = One entry was changed or cancelled by its owner just now, so nothing was written down for it.
refused-own = { $entry }: nobody verifies their own hours.
refused-done = { $entry }: { $by } { $verdict ->
    [verified] verified it first.
    [asked] asked about it first.
   *[rejected] declined it first.
}
refused-closed = { $entry }: it stands in a letter or report that is closed, so it cannot be changed.
refused-meanwhile = { $entry }: { $by } { $verdict ->
    [verified] verified it just now, so it was left alone.
    [asked] asked about it just now, so it was left alone.
    [answered] answered just now; please read the answer first.
   *[rejected] declined it just now, so it was left alone.
}
refused-not_yours = { $entry }: you do not verify hours of this project any more.
