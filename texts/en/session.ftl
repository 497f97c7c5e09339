# One session as staff see it.
called = See this session
words = see a session
about = Which session?
    { $lines }
card = { $stands ->
    [cancelled] ❌ Called off
    [running] 🟢 Under way
    [held] Held
   *[planned] { $near ->
        [today] Today
        [tomorrow] Tomorrow
       *[later] Coming up
    }
}
    { $time }
    Where: { $where }{ $details }

    Coming { $yes } · cannot { $no } · maybe { $maybe }{ $waiting ->
    [0] {""}
   *[other] {" "}· waiting for a place { $waiting }
} · no answer { $silent }
    .title = { $kind } “{ $project }”
line-title = About: { $words }
line-link = Link: { $words }
line-materials = Bring: { $words }
line-capacity = Places: { $words }
line-invited = Invited: { $words }
line-series = One of a weekly series, { $words } more to come
line-reason = Last reason: { $words }
gone = There is no such session.
nothing = There is no session ahead yet.
