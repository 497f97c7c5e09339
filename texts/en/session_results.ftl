# What a session voted for.
called = Results of the vote
words = results, vote results
ranking = Results of the { $name } “{ $project }” · { $voters ->
        [one] 1 person voted
       *[other] { $voters } people voted
    }

    { $lines }
line = { $place } { $words } · { $dots ->
    [one] 1 dot
   *[other] { $dots } dots
}
more = and { $count } more
nothing = There are no ideas on the board.
session = Results of which session?
not_yet = Voting in the { $name } “{ $project }” is not closed yet; then the results are here.
none = No session has results right now.
unknown = We cannot find this session any more.
not_yours = This session is of a team that you are not in.
called_off = This session was called off.
