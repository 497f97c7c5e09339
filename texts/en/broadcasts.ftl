# News that was sent or is planned: how far it is, what came of it, what can be done.
called = News sent
words = see news sent, broadcasts
about = Which one?
progress = { $did }{ $standing }
head = "{ $name }", to { $who }
    { $state }
state-draft = A draft
state-planned = Begins { $when }
state-running = Being sent
state-paused = Paused
state-done = Done, { $when }
state-undone = Undone; nobody was sent it
short-draft = draft
short-planned = planned
short-running = being sent
short-paused = paused
short-done = done
short-undone = undone
sent = • Sent to { $sent } of { $all }
waiting = • Still to be sent: { $count }
resting = { "  " }Some rest at this hour; the next gets it at { $until }
failed = • Could not be sent: { $count } – { $why }
rest-held = • Waiting for quota: { $count }
rest-tray = • Waiting in the tray, free: { $count }
rest-unreachable = • Not reachable: { $count }
rest-left_out = • Not sent: { $count }
came = • Tapped: { $tapped } · Signed up: { $signed_up }
act-look = How far is it?
act-undo = Undo
act-pause = Pause
act-resume = Go on
act-stop = Stop for good
act-stopped = Yes, stop it
act-held = Send to who waits
did-undo = Undone. Nobody got it, and it cost nothing.
did-not-undo = Too late: it has begun, or was undone before.
did-pause = Paused.
did-not-pause = It is not being sent right now, so there is nothing to pause.
did-resume = It goes on.
did-not-resume = It is not paused.
did-sure = Sure? Those who have not got it yet never will.
did-stopped = Stopped.
did-not-stopped = Nobody is left who waits for it.
did-held = It goes to those who waited for quota, as far as this month allows.
did-not-held = This month's quota is still too small, or nobody waits.
news-done = The news has gone out.
    { $standing }
news-held = LINE's quota is too small, so the others are held back. Telegram goes on.
    { $standing }
news-refused = The platform does not take this news, so it is paused. Please check its picture or link.
    { $standing }
nothing = No news has been sent yet.
gone = This news no longer exists.
