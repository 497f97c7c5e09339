# The sessions of a project, or all of this week's.
called = Sessions
words = this week's sessions, all sessions
listed = { $which ->
    [week] Sessions in the next 7 days
    [past] Sessions that are over, “{ $project }”
   *[ahead] Sessions of “{ $project }”
}
    { $lines }
line = • { $session }{ $project }
    { "  " }coming { $yes } · no answer { $silent }
over = Those that are over
none_ahead = “{ $project }” has no session ahead.
none_past = “{ $project }” has had no session yet.
quiet_week = There is no session in the next 7 days.
gone = This project does not exist any more.
