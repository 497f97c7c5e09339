# A role that staff tell its matches about.
card = { $project } · { $organisation }
    Skills: { $needs }{ $suits }
    { $seats } · { $effort } · { $place } · { $when }
    .title = New role: { $role }
together = { $when ->
    [weekly] { $count ->
        [one] One role suits you this week:
       *[other] { $count } roles suit you this week:
    }
   *[new] { $count ->
        [one] One new role suits you:
       *[other] { $count } new roles suit you:
    }
}
