called = Decide
words = decide on an applicant
sure = Tell { $name } kindly that it is not this time with “{ $role }”?
sure-yes = Confirm
    .also = yes,y,ok,decline
sure-no = Not yet
    .also = no,n,wait
reason = { $verb ->
    [train] { $name } (“{ $role }”): { $training }
        Why may they begin without the training? (It stays in our own record.)
   *[release] Why does { $name } leave “{ $role }”? (It stays in our own record; { $name } does not see it.)
}
    .retry = A sentence or two, please.
    .too_long = At most { $most } characters, please.
    .help = No health, religion or ID-card details, please. Type “stop” if you changed your mind.
done = { $result }
left = All right, nobody was told anything.
gone = We cannot find this sign-up any more.
