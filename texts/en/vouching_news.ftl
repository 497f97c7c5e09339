# News about hours, for whose hours they are and for who verifies them.
asked = There is a question about your hours.
    { $entries }{ $more ->
        [0] {""}
       *[other] {" "}
            and { $more } more
    }
    Once you answer, they will look again.
question = { $entry }
    { $by } asks: “{ $words }”
answer = Answer { $number }
rejected = These hours were not verified.
    { $entries }{ $more ->
        [0] {""}
       *[other] {" "}
            and { $more } more
    }
    If something is wrong in them, correct it, and somebody will look again. If you think it is a mistake, talk to a person.
reason = { $entry }
    { $by }: “{ $words }”
wanted = ⏳ Volunteer hours have been waiting for you to verify them.
    { $projects }
    It takes a few minutes; you can verify many at once.
project = • { $project }: { $amount } of { $people ->
    [one] 1 person
   *[other] { $people } people
}
