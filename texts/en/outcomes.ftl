# What volunteering changed, for staff.
called = Outcomes
words = what volunteering changed, what has changed
shown = What volunteering changed, as people say themselves
    Looked back: { $answered ->
        [one] 1 person
       *[other] { $answered } people
    }
    • skills: { $rose ->
        [none] shown from { $fewest } people on
       *[other] { $rose } rated higher than before, { $same } the same, { $fell } lower
    }
    • would invite a friend: { $invite ->
        [none] shown from { $fewest } people on
       *[other] { $invite } of 10 on average
    }
    • stay as advisers: { $advisers ->
        [none] shown from { $fewest } people on
       *[other] { $advisers }, together up to { $advising } hours a month
    }

    Organisations that would have paid for the work: yes { $paid_yes } · partly { $paid_partly } · no { $paid_no }

    These stand beside the money and are never turned into money.
