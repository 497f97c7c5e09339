# The numbers that admins set about how the network works.
called = Network settings
words = settings
which = The settings right now
    { $settings }

    Which one shall we change?
value = { $setting }: { $now }
    { $meaning }

    What shall it be ({ $least } to { $most })?
    .retry = One number, please.
    .not_whole = A whole number, please.
    .out_of_bounds = It can be { $least } to { $most }.
usual = The usual ({ $amount })
sure = Change "{ $setting }" from { $before } to { $after }?
sure-yes = Change it
    .also = yes,ok,okay,sure
sure-no = Leave it
    .also = no,not yet
changed = "{ $setting }" was changed from { $before } to { $after }. It takes effect at once.
same = "{ $setting }" is { $after } already; nothing was changed.
meanwhile = Somebody changed this one just now. Please look at it again first.
left_alone = All right, nothing was changed.
setting-answer_hours = Time to answer
setting-offer_hours = Life of an offer
setting-wave_size = People in a wave
setting-wave_hours = Time between waves
setting-most_waves = Most waves
setting-notices_a_week = Notices a week
setting-push_reserve = LINE reserve
setting-remind_week_hours = Early reminder
setting-remind_day_hours = Reminder with RSVP
setting-remind_soon_minutes = Last reminder
setting-remind_after_minutes = Question afterwards
setting-verify_days = Time to verify hours
setting-extra_push_satang = Price beyond quota
meaning-answer_hours = Everybody who applies has an answer within this time; when it passes, staff are told.
meaning-offer_hours = Who is offered a seat has so long to answer; then the seat goes to the next.
meaning-wave_size = So many of the best matches are told of a role at once.
meaning-wave_hours = If too few answer, the next are told after this time.
meaning-most_waves = A role is told of in so many waves at most.
meaning-notices_a_week = One person hears of new roles so many times a week at most.
meaning-push_reserve = LINE messages of the month kept back for offers, reminders and cancellations.
meaning-remind_week_hours = So many hours before a session that was planned more than ten days ahead, everybody invited is reminded; 0 for never.
meaning-remind_day_hours = So many hours before a session, everybody invited is reminded and asked whether they come; 0 for never.
meaning-remind_soon_minutes = So many minutes before a session, those who said they come are reminded; 0 for never.
meaning-remind_after_minutes = So many minutes after a session, those who came are asked about their hours; 0 for never.
meaning-verify_days = The organisation's people or the team's lead have so long to look at logged hours; then we remind them. After twice as long staff see it.
meaning-extra_push_satang = What one LINE message beyond the month's quota costs, in satang; 0 if none can be bought.
amount-answer_hours = { $number } h
amount-offer_hours = { $number } h
amount-wave_size = { $number ->
    [one] 1 person
   *[other] { $number } people
}
amount-wave_hours = { $number } h
amount-most_waves = { $number ->
    [one] 1 wave
   *[other] { $number } waves
}
amount-notices_a_week = { $number ->
    [one] 1 notice
   *[other] { $number } notices
}
amount-push_reserve = { $number ->
    [one] 1 message
   *[other] { $number } messages
}
amount-remind_week_hours = { $number ->
    [0] never
   *[other] { $number } h
}
amount-remind_day_hours = { $number ->
    [0] never
   *[other] { $number } h
}
amount-remind_soon_minutes = { $number ->
    [0] never
   *[other] { $number } min
}
amount-remind_after_minutes = { $number ->
    [0] never
   *[other] { $number } min
}
amount-verify_days = { $number ->
    [one] 1 day
   *[other] { $number } days
}
amount-extra_push_satang = { $number ->
    [0] none can be bought
   *[other] { $number } satang
}
setting-forecast_people = Forecast: people
setting-forecast_days = Forecast: days
meaning-forecast_people = The forecasts of value count with so many volunteers.
meaning-forecast_days = The forecasts of value count with so many days a month for each of them.
amount-forecast_people = { $number ->
    [one] 1 person
   *[other] { $number } people
}
amount-forecast_days = { $number ->
    [one] 1 day a month
   *[other] { $number } days a month
}
