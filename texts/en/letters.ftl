# Staff and work references: issue, refuse, replace, revoke.
called = Letters asked for
words = letters, references, issue letters, issued letters
told_staff = 📄 { $name } asks for a work reference as “{ $role }” ({ $project })
unsigned = ⚠ No letter can be issued: the network has no key to sign with (LETTER_KEYS). Whoever runs the program makes one with handup keys new and puts it into the settings. The requests wait.
request = Asked on { $when }

    { $says }{ $waiting ->
        [no] {""}
       *[other]
            {""}
            Another { $waiting } are not verified (and do not count)
    }{ $own ->
        [no] {""}
       *[yes]
            {""}
            This is your own: somebody else of staff has to issue it.
    }
    .title = { $name }
do-issue = Issue
do-refuse = Not now
do-reissue = Issue anew
do-revoke = Revoke
do-list = Issued letters
summary = { $count ->
    [0] Nobody waits for a work reference.
    [one] 1 request waits
   *[other] { $count } requests wait
}
issued = Issued to { $names }, code { $code } ({ $hours }). { $told ->
    [yes] It is on its way to their chat.
   *[no] No chat reaches them now; once they are back, it is under “My letters”.
}
see_page = See the check page
why_not = Tell { $name } why the reference as “{ $role }” cannot be issued now (they get these words).
    .retry = Just type a short reason.
    .too_long = That is longer than { $most } letters; please shorten it.
refused = They have been told.
letter = { $names }
    { $project } · { $hours }
    Issued { $issued } · code { $code }
    { $state ->
        [valid] Valid
        [replaced] Replaced by a newer one
       *[revoked] Revoked
    }
    .title = { $role }
listed = To find a letter, type its code.
sure = Replace { $code } ({ $hours }) by a new letter? It will say:

    { $says }

    The old code will say that a newer one has replaced it, and its owner gets the new one.
sure-yes = Issue anew
    .also = yes,ok,confirm
sure-no = Leave it
    .also = no,keep
why_revoke = Why is the letter of { $names } as “{ $role }”, code { $code }, revoked? (They get these words.)
    .retry = Just type a short reason.
    .too_long = That is longer than { $most } letters; please shorten it.
revoked = Revoked. Its code says so now, and its owner has been told.
kept = Everything stays as it was.
no_keys = No letter can be issued: the network has no key to sign with (LETTER_KEYS). Whoever runs the program makes one with handup keys new and puts it into the settings. The request still waits.
no_hours = This letter cannot be issued yet, since no hours are verified. The request still waits.
own = Your own letter has to be issued by somebody else of staff.
broken = What this letter says no longer matches its signature, so no new one can be made of it. Revoke it, let its owner ask again, and tell whoever runs the program.
gone = Somebody has settled this already, or the request was taken back.
ended = Its owner is gone or ended it; what it said is deleted
