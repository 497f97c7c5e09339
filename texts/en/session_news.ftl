# Tells who is invited that a session is new, moved, changed or called off.
planned = 📅 New session: { $kind } “{ $project }”
    { $time }
    Where: { $where }{ $details }
    { $said ->
        [yes] You said you are coming. If that has changed, just tell us.
       *[open] Can you come?
    }
moved = 🔁 Moved: { $kind } “{ $project }”
    Before: { $was }
    Now: { $time }
    Where: { $where }{ $details }{ $reason }
    { $said ->
        [yes] You said you are coming. Can you still, at the new time?
       *[open] Can you come at the new time?
    }
changed = ✏️ Something is different: { $kind } “{ $project }”
    { $time }{ $details }
    { $said ->
        [yes] You said you are coming; no need to answer again.
       *[open] Can you come?
    }
cancelled = ❌ Called off: { $kind } “{ $project }”
    { $time }{ $reason }
    We are sorry, and thank you for keeping the time free.
let_off = { $kind } “{ $project }”, { $time },
    is for some of the team only now. You need not keep the time free. Thank you!
reason = Why: { $words }
line-title = About: { $words }
line-where = Where: { $words }
line-link = Link: { $words }
line-materials = To prepare: { $words }
many = 📅 News of { $count } sessions of “{ $projects }”
    { $lines }
    See and answer them under “My roles”; we will ask again before each of them.
short-planned = New: { $session }
short-moved = Moved to: { $session }
short-changed = Changed: { $session }
short-cancelled = Called off: { $session }
short-let_off = Not needed any more: { $session }
