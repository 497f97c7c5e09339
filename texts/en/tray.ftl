# News that could wait: told below an answer, which costs nothing.
called = See what waits
words = news, what is new, see news
mention = { $count ->
    [one] One piece of news is waiting for you.
   *[other] { $count } pieces of news are waiting for you.
}
found = { $left ->
    [0] { $count ->
        [one] One piece of news has been waiting for you:
       *[other] { $count } pieces of news have been waiting for you:
    }
   *[other] The first { $count } pieces of news that were waiting for you; { $left } more are left.
}
nothing = No news is waiting right now. To see the open roles, tap "Find a role".
