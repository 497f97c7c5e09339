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
value = The value of volunteering { $year }
value_days = A day is { $hours } hours, at the rate of its day
forecast = Forecast A (a plan): { $people } people × { $days } days × { $months } months
verified = Verified
attended = Attended, not verified by anybody yet
self_reported = Self-reported
baht = { $baht } baht
by_month = By month (the figures are baht verified)
forecast_month = The dashed frame is forecast A: { $baht } baht a month
cut = The dashed frame is forecast A: { $baht } baht a month, beyond this picture
