# Words on pictures of figures.
board = Ideas to try first: { $name }
voted = { $voters ->
    [one] 1 voter
   *[other] { $voters } voters
}, { $dots ->
    [one] 1 dot
   *[other] { $dots } dots
}
rest = and { $count } more
