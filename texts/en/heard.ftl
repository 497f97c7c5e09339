# The button of news that staff sent.
called = See this role
words = see the latest news
card = { $project } · { $organisation }
    { $aim }
    Skills: { $needs }{ $suits }
    { $seats } · { $effort } · { $place } · { $when }
    .title = { $role }
closed = This role is closed now. There are others to see.
gone = This news no longer exists. See which roles are open.
