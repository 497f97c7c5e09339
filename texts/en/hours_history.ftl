# The hours that were logged, who vouches for them, and what happened to each.
called = Hours history
words = my entries, hours i logged
which = Your hours, the last logged first
    { $lines }{ $older ->
        [0] {""}
       *[other] {""}
        and { $older } before these
    }
    Which one shall we look at? Tap it or type its number.
one_line = { $entry }
    { "   " }{ $mark }{ $counted ->
        [same] {""}
       *[other] {" "}· counts as { $counted }
    }
mark = { $of ->
    [verified] ✓ { $grade }
    [attended] ◐ { $grade }
   *[self_reported] ○ { $grade }
}
mark-cancelled = – Cancelled
mark-rejected = ✗ Not verified
mark-asked = ? A question waits for your answer
history = { $entry }

    { $lines }
fix = Correct or cancel
wrong = Ask to adjust it
did-logged = { $day }: logged { $entry }
did-corrected = { $day }: corrected to { $entry }
did-cancelled = { $day }: cancelled
did-adjusted = { $day }: adjusted by staff { $entry }
did-verified = { $day }: verified by { $by }{ $words ->
    [no] {""}
   *[other] {" "}“{ $words }”
}
did-asked = { $day }: { $by } asked “{ $words }”
did-answered = { $day }: you answered “{ $words }”
did-rejected = { $day }: not verified by { $by }: “{ $words }”
did-closed = { $day }: { $words ->
    [letter] stands in your letter
    [project] stands in the project's report
    [company] stands in a company's report
   *[year] stands in the year's report
} and can only be adjusted by staff
by-organisation = the organisation
by-team_lead = the team's lead
by-staff = our staff
by-self = you
none = You have not logged any hours yet.
