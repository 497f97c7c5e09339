# Tell those who signed up what has changed.
news = Something has changed in "{ $project }" ({ $organisation }), which you signed up for:
    { $lines }

    If it does not suit you any more, you can leave under "My roles".
over = "{ $project }" ({ $organisation })
    { $lines }
project-published = • Sign-up is open again
project-paused = { $stands ->
    [team] • Nobody new is taken on for now; the team can go on working
    [offered] • Nobody new is taken on for now, but the seat that you were offered is still yours to take
   *[asks] • Sign-up is paused; your answer will take a little longer, and your name stays where it is
}
project-closed = • The project is closed. Thank you for having been on the team
role-open = • "{ $role }" is open again
role-paused = { $stands ->
    [team] • "{ $role }" takes on nobody new for now; you can go on working
    [offered] • "{ $role }" takes on nobody new for now, but the seat that you were offered is still yours to take
   *[asks] • "{ $role }" is paused; your answer will take a little longer, and your name stays where it is
}
role-closed = • "{ $role }" is closed. Thank you for having been on the team
starts_on = • It begins: { $now }
aim = • Aim: { $now }
scope_in = • What it will do: { $now }
scope_out = • What it will not do: { $now }
done_when = • Done when: { $now }
hours = • "{ $role }", effort: { $now } (it was { $was })
total_hours = • "{ $role }", hours in all: { $now } (it was { $was })
slots = • "{ $role }", when: { $now } (it was { $was })
place = • "{ $role }", where: { $now } (it was { $was })
