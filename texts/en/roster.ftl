# What staff do with sign-ups, and why a step cannot be taken.
verb-shortlist = Shortlist
verb-offer = Offer a seat
verb-line = Wait-list
verb-turn_down = Decline kindly
verb-train = Trained
verb-activate = At work
verb-complete = Done
verb-release = Let go
take_back = Take the offer back
shortlist_words = shortlist, short list, pick
offer_words = offer, offer a seat, offer seats to
line_words = wait, wait-list, waitlist, queue
turn_down_words = decline, decline kindly, turn down, reject
train_words = trained, train
activate_words = active, at work, started
complete_words = done, completed, finished
release_words = let go, release
swap_words = swap, change, replace
remove_words = remove, leave out, drop
done-shortlist = On the short list now: { $names }
done-offer = Offered a seat: { $names }
done-line = On the wait-list now, and told so: { $names }
done-turn_down = Declined kindly: { $names }
done-train = Noted as trained: { $names }
done-activate = Noted as at work: { $names }
done-complete = Noted as done: { $names }. Thanks to all!
done-release = Left the team, and was told: { $names }
nobody = There is nobody left to do this with.
refused-closed = { $name }: the role is not open.
refused-held = { $name }: has asked or has a seat already.
refused-full = { $name }: no seat is free; the wait-list is open.
refused-reserved = { $name }: the seats left are kept for a company's team.
refused-clashes = { $name }: has another session, or is away, when this team meets.
refused-conflict = { $name }: should not work with this organisation (conflict of interest).
refused-speaks = { $name }: speaks for the organisation that verifies the hours of this project, so cannot be in its team
refused-has_offer = { $name }: has an offer to answer already; one at a time.
refused-unreachable = { $name }: cannot be reached right now (blocked us or left the chat).
refused-no_offer = { $name }: has no offer.
refused-expired = { $name }: the offer is over.
refused-turned_down = { $name }: was declined already; shortlist first if you changed your mind.
refused-not_trained = { $name }: has not attended the training yet. Work begins after it, or tap “Trained” and say why none is needed.
refused-not_from_here = { $name }: stands at “{ $state }”, so this step does not follow.
training-attended = has attended the training
training-ahead = still needs the training ({ $session })
training-missed = has not attended the training, and none is ahead
training-none = this project has no training session yet
state-none = has not applied
state-interested = applied, waits for an answer
state-shortlisted = on the short list
state-waiting = on the wait-list
state-offered = offered a seat
state-accepted = has a seat
state-trained = trained
state-active = at work
state-completed = done
state-declined = declined the offer
state-expired = offer expired
state-turned_down = declined by us
state-withdrawn = withdrew
state-released = left the team
state-not_now = not now
state-never = not interested
price = { $free } told for free · { $paid } paid LINE { $paid ->
    [one] message
   *[other] messages
}{ $paid ->
    [0] {""}
   *[other] {" "}· left this month: { $left ->
        [unlimited] no limit
       *[other] { $left }
    }
}{ $short ->
    [yes] . The month does not allow it: some may not hear of it yet.
   *[no] {""}
}
