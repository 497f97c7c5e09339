# Change what a session says, one thing after the other.
called = Change details
words = change a session, change session, edit a session
cancelled = Stopped here. What was saved stays.
about = Which session shall we change?
    { $lines }
what = { $again ->
    [yes] { $kind } “{ $project }”: what else would you like to change?
   *[no] { $kind } “{ $project }” · { $time }
    { $lines }

    What would you like to change?
}
how = Change “{ $fact }”
    From: { $old }
    To: { $new }

    { $price }
saved = Saved. { $fact }: { $new }
same = It is so already; nothing has changed.
below_coming = { $coming ->
    [one] One person has said that they come
   *[other] { $coming } people have said that they come
}, so there cannot be fewer places.
enough = All right.
begun = { $kind } “{ $project }” has begun ({ $time }), so it cannot be changed.
called_off = { $kind } “{ $project }”, { $time }, was called off, so it cannot be changed. You can plan another instead.
gone = There is no such session.
nothing = There is no session ahead to change.
