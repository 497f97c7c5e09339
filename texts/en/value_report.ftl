# What a year of volunteering is worth, for staff.
called = Value
words = value report, worth
figures = The value of volunteering { $year }

    Forecast (a plan, not a result)
    • A, everybody all year: { $forecast_a } baht
    • B, one project each: { $forecast_b } baht
    { $plan }

    What was really given { $people ->
        [0] – no hours in this year yet
        [one] by 1 person
        • verified: { $verified } baht { $share }
        {"  "}working time { $working } · own time { $own }
        • attended: { $attended } baht
        • self-reported: { $self_reported } baht
        • total: { $total } baht
       *[other] by { $people } people
        • verified: { $verified } baht { $share }
        {"  "}working time { $working } · own time { $own }
        • attended: { $attended } baht
        • self-reported: { $self_reported } baht
        • total: { $total } baht
    }{ $rejected ->
        [0] {""}
        [one] {""}
        1 rejected entry does not count
       *[other] {""}
        { $rejected } rejected entries do not count
    }

    A day is { $hours } hours. These figures are for staff; to pass them on use handup report value, which shows no sum of fewer than { $fewest } people.
plan = worked out with { $people } people, { $days } days a month each, { $rate } baht a day
share = ({ $percent }%)
of_year = { $year }
