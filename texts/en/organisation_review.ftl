# What the organisation says when a project is done.
called = Review a project
words = organisation review, review our project
about = Which project?
paid = "{ $project }": if there had been no volunteers, would you have paid for this work?
paid-yes = Yes
    .also = yes we would,sure
paid-partly = Partly
    .also = some of it,part of it
paid-no = No
    .also = we would not
praise = What did { $item } do well? A line is enough; it may go into their letter.
    .retry = Just type a few words, or skip.
    .too_long = { $most } characters at most, please.
thanks = Thank you for your words on "{ $project }" 💛
already = Everything about "{ $project }" has been said already. Thank you!
none = There is no project for you to review. This is for an organisation's lead, when its project has one here.
