# A role that somebody came for by a link.
called = About this role
words = about the role
card = { $project } · { $organisation }
    { $aim }
    Skills: { $needs }{ $suits }
    { $seats } · { $effort } · { $place } · { $when }
    .title = { $role }
more = { $profile ->
    [half] Tell us your skills and free times, and we can say which roles suit you (only if you like).
   *[full] You can bring a friend, or see other roles.
}
gone = The role that you came for is not open any more. Thank you for your interest!
