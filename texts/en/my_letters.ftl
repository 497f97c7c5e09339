# The person's work references.
called = My letters
words = my references, my reference, my work references
letter = { $project } · { $hours }
    Name: { $names }
    Issued { $issued } · code { $code }
    { $state ->
        [valid] Valid
        [replaced] Replaced by a newer one
       *[revoked] Revoked
    }
    .title = { $role }
request = { $project }
    Asked for on { $when }; our staff are looking at it.
    .title = { $role }
send = New link
take_back = End this reference
withdraw = Take it back
sure = End the reference as “{ $role }” ({ $project }), code { $code }?
    Whoever checks the code will see that it was revoked, and what it said is deleted. This cannot be undone, but you can ask for a new one.
sure-yes = End it
    .also = yes,end,ok
sure-no = Keep it
    .also = no,keep
ended = It has ended: its code now says revoked, and what it said is deleted.
withdrawn = Your request is taken back.
kept = Everything stays as it was.
none = You have no work reference yet.
gone = We cannot find this reference or request any more.
