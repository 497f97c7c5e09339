called = Add to calendar
words = calendar, my calendar, calendar link
file = Tap to put this session into your phone's calendar.
    { $kind } “{ $project }” { $time }
add = Add this session
every = All of my sessions
feed = This is your private calendar link. It shows all of your sessions, and follows when one is moved or called off. Whoever has the link sees your sessions, so please do not pass it on.
    iPhone or Mac: tap the first button, then “Subscribe”.
    Google: open the second button on a computer, or paste the link below at “Add calendar from URL”.
address = { $address }
apple = iPhone / Mac
google = Google Calendar
no_address = The network has not set up calendar links yet. All of your sessions are under “My roles”.
none = You have no sessions ahead right now.
unknown = We cannot find this session any more. All of yours are under “My roles”.
not_yours = This session is of a team that you are not in now.
called_off = This session was called off; it need not be in your calendar.
over = This session has begun or is over.
# In the calendar's file.
name = My sessions · HandUp
summary = { $kind } “{ $project }”
titled = { $kind }: { $title } “{ $project }”
cancelled = Cancelled: { $summary }
materials = To prepare: { $words }
reason = Why: { $words }
said-yes = You said that you are coming.
said-no = You said that you cannot come.
said-maybe = You said that you are not sure yet.
said-waiting = You are waiting for a place.
said-open = You have not answered yet; you can tell us in the chat.
wrong_link = This link has been switched off or is wrong. You can get a new one in the chat: type “calendar”.
