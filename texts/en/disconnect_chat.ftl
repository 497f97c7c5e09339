# Take one of the connected chats off.
called = Take a chat off
words = disconnect a chat, disconnect chat, disconnect line, disconnect telegram, unlink line, unlink telegram
which = Which chat shall we take off your account? What was written there is deleted, and we do not write to you there any more.
chat = { $channel }{ $here ->
        [yes] {" "}(this chat)
       *[no] {""}
    }
none = Neither
    .also = no,keep both,none,keep them
done = { $channel } is off your account. From now on we reach you on { $left }.
done_here = This { $channel } chat is off your account. Your other chat goes on as before.
only_one = Only one chat reaches you, so it stays. You can connect another first, or delete everything under "My data".
left_alone = All right, they stay connected.
