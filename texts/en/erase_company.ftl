# Forget a company and its code.
called = Erase a company
words = delete company, erase company
about = Which company shall be erased?
sure = Erase { $company }? Its code will not work any more. { $count ->
        [0] Nobody has come by it.
        [one] The one person who came by it stays a volunteer.
       *[other] The { $count } people who came by it stay volunteers.
    }
sure-erase = Erase it
    .also = yes,erase,delete,sure
sure-keep = Keep it
    .also = no,not yet
erased = { $company } was erased.
kept = All right, nothing was erased.
keeps_seats = { $company } cannot be erased yet: seats of a role are kept for it. Free those seats first.
gone = There is no such company any more.
