# Looking back on a role that is done.
called = Look back
words = looking back, what i learned
asked = "{ $role }" in { $project } is done – thank you 💛 Would you look back for two minutes? Every question may be skipped.
about = Which role?
begin = "{ $role }" in { $project } is done. A few short questions; skip any you like.{ $before ->
        [none] {""}
       *[other] {" "}When you began: { $before }.
    }
after = How strong are you in "{ $item }" now?
learned = Which skills did you use, and what did you learn?
    .retry = Just type a few words, or skip.
    .too_long = { $most } characters at most, please.
invite = How likely are you to invite a friend to volunteer? (0 not at all – 10 surely)
advise = Will you stay on as adviser, up to how many hours a month?
advise-0 = No, thanks
    .also = no,0
advise-1 = Up to 1 hour
    .also = 1
advise-2 = Up to 2 hours
    .also = 2
advise-4 = Up to 4 hours
    .also = 4
thanks = Thank you for looking back on "{ $role }" 💛
given = You have looked back on this role already. Thank you!
none = There is no role to look back on yet.
