# Ask for a work reference; no employer is needed.
called = Work reference
words = reference, reference letter, letter of reference, ask for a reference, certificate
role = Which role should the reference be about?
    .label = Role
ask_now = { $counted ->
        [no] No hours as “{ $role }” are verified yet; { $waiting } wait for it.
       *[other] The reference will count the { $counted } that are verified. Another { $waiting } still wait to be verified and do not count yet.
    }
    Ask now, or wait for that?
ask_now-now = Ask now
    .also = now,ask
ask_now-wait = Wait
    .also = wait,later
name_th = Your full name in Thai, as it shall stand in the reference.
    It is used for the reference only. You can skip the Thai name.
    .label = Thai name
    .retry = Please type a name in letters, without digits or signs.
    .too_long = That is longer than 80 letters. Can you shorten it?
    .other_letters = This is the line for the Thai name; the English one comes next. If you have no Thai name, skip this.
name_en = Your full name in English, as it shall stand in the reference.
    You can skip the English name.
    .label = English name
    .retry = Please type a name in letters, without digits or signs.
    .too_long = That is longer than 80 letters. Can you shorten it?
    .other_letters = This is the line for the English name; please type it with the letters A–Z, or skip it.
nameless = A reference needs a name, in one language at least.
praise = { $organisation } wrote of you:
    “{ $praise }”

    Shall it stand in the reference?
    .label = The organisation's words
praise-keep = Yes, include it
    .also = yes,include,keep
praise-leave_out = Leave it out
    .also = no,leave out
right = The reference will say:

    { $says }

    It counts the hours that are verified on the day it is issued.{ $replaces ->
        [none] {""}
       *[other]
            {""}
            The one before ({ $replaces }) will then say that a newer one has replaced it.
    }
    Shall we send this to our staff?
sent = Our staff have your request. Once the reference as “{ $role }” is issued, it comes to this chat.
already = You asked for a reference as “{ $role }” on { $when }. Our staff are looking at it.
later = Of course. Once the hours are verified, ask again at any time.
nothing_yet = A work reference counts only hours that somebody verified, and you have none yet.{ $waiting ->
        [no] {""}
       *[other] {" "}But { $waiting } wait to be verified.
    } Once they are, just ask.
