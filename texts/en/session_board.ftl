# Staff lead a session's board.
called = Idea board
words = board, boards, workshop board
act = { $name } “{ $project }” · { $time }
    Board: { $board ->
        [open] taking ideas
        [voting] voting
        [done] voting is closed
       *[new] not open yet
    }
    Questions before: { $questions } · ideas: { $ideas } (people: { $thinkers }) · voted: { $voters }{ $over ->
        [yes] { "" } · feedback: { $feedback }
       *[no] { "" }
    }
    What next?
act-open = Open for ideas
    .also = open,open ideas,begin
act-vote = Close, open voting
    .also = vote,voting,open voting
act-close = Close voting
    .also = close
act-reopen = Back to ideas
    .also = more ideas
act-results = Results and picture
    .also = results,picture
act-revote = Vote on
    .also = open voting again
act-read = Read all
    .also = read,list
act-hide = Hide some
    .also = hide,hide one
act-feedback = See feedback
    .also = feedback
act-nothing = That is all
    .also = enough,done,nothing
how = { $act ->
    [vote] This closes ideas and opens voting in the { $name } “{ $project }”.
   *[open] This opens ideas in the { $name } “{ $project }”.
} How shall people hear of it?
    Free: { $free } · by paid LINE pushes: { $paid } (left this month: { $left ->
        [unlimited] unlimited
       *[other] { $left }
    }){ $fits ->
        [no] { "" } – not enough for all
       *[yes] { "" }
    }
    If you say it in the room, everybody types “{ $act ->
        [vote] vote
       *[open] ideas
    }”: no push at all.
how-tell = Tell all ({ $count })
    .also = tell,tell all,tell them
how-free = Tell who is free ({ $count })
    .also = free,free only
how-room = I say it in the room
    .also = room,in the room,tell nobody
moved = { $board ->
    [voting] Voting is open.
   *[open] Ideas are open.
} { $told ->
    [0] Ask everybody to type “{ $board ->
        [voting] vote
       *[open] ideas
    }”.
    [one] 1 person is told.
   *[other] { $told } people are told.
}
refused = The board has changed meanwhile; this is how it stands.
heading-before = What the session should answer
heading-unseen = What insiders may miss
heading-dream = If money were no limit
heading-quick = Possible in two weeks with no money
heading-freely = Other ideas
rest = and { $count } more
idea = Hide which?
why = Why hide it? Dots on it go back to those who gave them.
why-personal = Personal details
    .also = personal
why-rude = Not polite
    .also = rude
why-off_topic = Not about this
    .also = off topic
why-twice = There twice
    .also = twice,duplicate
hidden = Hidden.
gone = That one is hidden already.
few = Not enough answers to show yet.
    { $count } of { $asked } have answered; at least { $fewest } are needed.
look = { $name } “{ $project }”: { $count } of { $asked } have answered ({ $new } not opened yet).
    If you open them now, later answers can be seen only when { $fewest } more are there, so that nobody can tell who said what.
look-now = Open them
    .also = open,yes,y,ok
look-wait = Wait
    .also = not yet,no,n
feedback = Feedback on the { $name } “{ $project }” · { $count } people (averages to the nearest half)
rating-skill = Skill used { $average } / 5
rating-aim = Aim clear and reached { $average } / 5
rating-voice = Every voice heard { $average } / 5
words-keep = Keep
words-stop = Stop
words-start = Start
words-tell = To tell staff
held = { $count } more cannot be shown yet (at least { $fewest } new ones are needed).
session = The board of which session?
left = Fine.
none = There is no workshop near.
unknown = We cannot find this session any more.
called_off = This session was called off.
