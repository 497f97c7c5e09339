# A role that staff tell its matches about.
card = { $project } · { $organisation }
    Skills: { $needs }{ $suits }
    { $seats } · { $effort } · { $place } · { $when }
    .title = New role: { $role }
