# All projects of the network.
called = All projects
words = projects, list of projects
card = { $organisation } · { $state }
    { $seats }
    { $roles }{ $dates }
    .title = { $project }
seats = { $taken } taken · { $left } free
no_roles = No roles yet
starts_on = Begins { $day }
closes_at = Sign up until { $day }
below = { $which ->
    [ended] Closed { $closed }
   *[under_way] Open { $published } · paused { $paused } · drafts { $draft } · closed { $closed }
}
ended = Closed ones
nothing = There is no project yet.
none_ended = No project has been closed yet.
