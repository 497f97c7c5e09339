# The organisation's people, the team's lead and staff look at volunteers' hours and verify them.
called = Verify hours
words = hours to verify, verify volunteer hours, hours waiting
act = { $which ->
        [waiting] { $count ->
            [0] No hours wait for you any more.
            [one] 1 entry waits for you: { $total }
           *[other] { $count } entries wait for you: { $total } in all
        }
       *[settled] { $waiting ->
            [yes] {""}
           *[no] Nothing waits for you.{" "}
        }Settled entries; you can still change your mind, unless they are closed
    }{ $entries }

    Only verified hours count in letters and in companies' reports.
    Tap one, or type “verify 1-5”, “ask 3 what did you do”, “reject 4 was not there”.
    .retry = Sorry, not understood. Type for instance “verify 1-5”, “ask 3 what did you do” or “reject 4 was not there”.
    .no_such_number = There is no number { $number } in the list (up to { $most }).
    .only_numbers = To verify, just the numbers, please. To leave some out, type only those you verify: “verify 1 2 4”.
    .too_long = At most { $most } characters, please.
    .gone = This answer is not there any more.
act-all = Verify all { $count }
    .also = verify all,verify everything,all,all of them
act-more = Next entries
    .also = next
act-settled = Settled ones
    .also = show settled,already verified
act-waiting = Back to those waiting
    .also = waiting ones
act-done = Done
    .also = finished,that is all
verify_words = verify, confirm, accept, approve, ok
ask_words = ask, question
reject_words = reject, decline, refuse, do not verify
one = { $entry }

    What about this entry?
one-verify = Verify
    .also = confirm,accept,approve,ok,yes
one-ask = Ask first
    .also = ask,question
one-reject = Reject
    .also = decline,refuse
say = { $verb ->
        [ask] What would you like to ask { $names }?
       *[reject] Why not? { $names } will read the reason.
    }
    .retry = Just a short sentence, please, without the numbers.
    .too_long = At most { $most } characters, please.
    .help = Whose hours they are will read it. Nothing about anybody's health or private life, please.
sure = { $verb ->
        [verify] { $count ->
            [one] Verify 1 entry, { $total }, of { $names }?
           *[other] Verify { $count } entries, { $total } in all, of { $names }?
        }
        [ask] Ask { $names } about { $count ->
                [one] 1 entry
               *[other] { $count } entries
            } ({ $total }):
            “{ $words }”
            Send it?
       *[reject] Reject { $count ->
                [one] 1 entry
               *[other] { $count } entries
            }, { $total }, of { $names }
            because “{ $words }”?
            They hear it, and how to put it right.
    }
sure-yes = Yes
    .also = ok,verify,send,sure
sure-no = No
    .also = not yet
result = { $result }
done = All right. Come back at any time.
all_done = No hours wait for you any more. Thank you for looking!
nothing = No hours wait for you to verify.
not_yours = This is for an organisation's people, team leads and staff. Somebody will verify your own hours.
