# Join the chats on LINE and Telegram into one account.
called = Connect a chat
words = connect another chat, connect chat, connect line, connect telegram, link telegram, link line, connection code
channel-line = LINE
channel-telegram = Telegram
here_is =
    Connect { $channel } as a second chat: if one chat does not reach you, the other does. (We write to Telegram first, as it costs nothing.)

    Tap "Open { $channel }", or type this code in the HandUp chat there:
    { $code }

    It works once, within 15 minutes. Who has it can see your data: do not pass it on.
open = Open { $channel }
code = Type the code from your other chat, such as with-k3f9m2xw. No code yet? Type "connect a chat" in the chat you have been using.
    .retry = I see no code yet. Please type it again.
    .help = A code begins with with- and comes from your HandUp chat in the other app.
yours =
    Shall we connect this chat to the HandUp account { $letter ->
        [none] you asked a code for
       *[other] of "{ $letter }…"
    }?

    Only do so if you asked for this code yourself.
yours-yes = Yes, connect it
    .also = yes,connect,connect it,ok
yours-no = No
    .also = not mine,cancel
merge =
    This chat has a profile of its own (without roles or hours). If we connect it to the account { $letter ->
        [none] you asked a code for
       *[other] of "{ $letter }…"
    }, the profile of this chat is deleted and that account's is used. Shall we?

    Only do so if you asked for this code yourself.
merge-yes = Yes, connect it
    .also = yes,connect,connect it,ok
merge-no = No
    .also = no,cancel
connected = Connected 🎉 Use whichever chat you like; we can reach you in either. To change that, type "my data".
told = { $channel } was connected to your account. If it was not you, take it off right away.
both = You have connected already: { $channels }.
nowhere = The network uses only one app at the moment, so there is no other chat to connect.
not_good = This code does not work: it may be misspelt, used, or older than 15 minutes. Type "connect a chat" in your other chat for a new one.
later = Let us leave codes for now. Please try again in an hour, or talk to our staff.
over = This code has been used, or is older than 15 minutes. Type "connect a chat" in your other chat for a new one.
same = This chat belongs to that account already. The code is for the other app.
one_each = That account has a { $here } chat already, and one per app is all we can connect. To change it, take the old one off under "My data" first.
other_way = Your roles and hours are in this chat, so please connect from here: tap "Connect a chat" and use its code in the other one.
two_records = Both chats have roles or hours of their own. We do not merge them ourselves, as something might get lost; our staff will help you.
left_alone = All right, nothing was connected.
