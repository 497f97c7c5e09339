# A project that somebody came for by a link.
called = About this project
words = about the project
project = The project "{ $project }" of { $organisation }
    { $aim }

    { $roles ->
        [one] 1 role is open:
       *[other] { $roles } roles are open:
    }
card = Skills: { $needs }{ $suits }
    { $seats } · { $effort } · { $place } · { $when }
    .title = { $role }
more = You can bring a friend, or see other roles.
gone = The project that you came for is not open any more. Thank you for your interest!
