called = My data
words = my info, privacy, copy my data, download my data, delete my data, erase my data, delete me, withdraw consent, my consents, consent
held =
    What we hold about you (joined { $joined })

    Profile
    { $profile }

    Consents
    { $consents }

    Your chats: { $chats }
    Roles you have or wait for: { $roles }
    Volunteer hours: { $hours }
    Chat messages still kept: { $messages }
    Questions to our staff: { $requests }
nothing_held = We hold nothing about you, except the messages in this chat.
wish = What would you like to do?
wish-fix = Change profile
    .also = change,edit,fix
wish-consents = Consents
    .also = consent,withdraw,withdraw consent,my consents
wish-connect = Connect a chat
    .also = connect,connect another chat
wish-disconnect = Take a chat off
    .also = disconnect,take off
wish-copy = Get a copy
    .also = copy,download,copy my data,download my data
wish-notice = Read whole notice
    .also = notice,privacy notice
wish-erase = Delete everything
    .also = delete,erase,delete my data,erase my data,delete me
wish-enough = That's all
    .also = nothing,no,enough
purpose =
    This is what you agreed to:
    { $consents }

    Which one would you like to change?
agreed = { $purpose }
means-role_news = May we tell you about roles that suit you in this chat?
means-share_profile = If you are shortlisted, may we send your name and skills to that organisation? (We ask again each time.)
means-employer = May your employer see your volunteer hours?
means-stories = May we use your picture or story when we tell of the network's work?
consent_written = Saved. "{ $purpose }": { $answer }, from { $time }.
open = Open the copy
link = A copy of all your data (a JSON file). The link is yours alone and works for 1 hour.
copied = That is all your data, except the messages that you see in this chat anyway.
notice = { $notice }
erase =
    ⚠️ This cannot be undone.

    Your profile, consents, sign-ups and all messages in { $chats ->
        [1] this chat
       *[other] your chats
    } are deleted at once. Volunteer hours stay only as totals without a name.{ $roles ->
        [none] {""}
       *[other] {" "}You also give up: { $roles }.
    }{ $letters ->
        [0] {""}
        [one] {" "}Your work reference ends: whoever checks its code sees that it was revoked.
       *[other] {" "}Your { $letters } work references end: whoever checks their codes sees that they were revoked.
    }

    Shall we really delete everything?
erase-really = Yes, delete it all
    .also = delete,yes,delete it,delete everything
erase-keep = No, keep it
    .also = no,keep,cancel
erased = Your data is deleted. Thank you for having been part of HandUp 💛 You are always welcome back.
kept = Nothing was deleted. Your data is still here.
enough = All right. You can come back at any time: type "my data".
cancelled = All right, nothing was changed.
