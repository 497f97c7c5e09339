# Feedback on a session, without a name.
called = Say how it was
words = feedback, give feedback
promise = How was the { $name } “{ $project }”? About a minute.
    Anonymous: we do not keep who said what, and staff see answers only of { $fewest } people or more together.
    Nothing is sent before you press send at the end.
skill = 1/7 How much of your skill did you use today?
    (1 hardly any – 5 all of it)
aim = 2/7 Was the aim clear, and was it reached?
    (1 not at all – 5 clear and reached)
voice = 3/7 Was every voice heard?
    (1 not at all – 5 every one)
rate-1 = 1
rate-2 = 2
rate-3 = 3
rate-4 = 4
rate-5 = 5
keep = 4/7 One thing to keep doing? (you may skip)
    No names or personal details of anybody, please.
    .retry = Just type a few words, or skip.
    .too_long = { $most } characters at most, please.
stop = 5/7 One thing to stop? (you may skip)
    .retry = Just type a few words, or skip.
    .too_long = { $most } characters at most, please.
start = 6/7 One thing to start? (you may skip)
    .retry = Just type a few words, or skip.
    .too_long = { $most } characters at most, please.
tell = 7/7 Anything to tell staff without your name? (you may skip)
    Write it so that nobody can tell who you are; no names of others, please.
    .retry = Just type a few words, or skip.
    .too_long = { $most } characters at most, please.
sure = That is all. Shall we send it? It cannot be changed afterwards, because we do not know which one is yours.
sure-send = Send it
    .also = send,yes,y,ok,okay
sure-drop = Do not send
    .also = no,n,don't send,cancel it
session = How was which session?
thanks = Sent, thank you! Staff see it once { $fewest } people or more have answered.
cancelled = Stopped: nothing was sent, and nothing is kept.
dropped = Nothing was sent, and nothing is kept.
given = You have told us about the { $name } “{ $project }” already. Thank you!
too_soon = The { $name } “{ $project }” is not over yet. Tell us afterwards!
too_late = The time for feedback on the { $name } “{ $project }” is over.
none = No session waits for your feedback right now.
unknown = We cannot find this session any more.
not_yours = This session is of a team that you are not in.
called_off = This session was called off.
