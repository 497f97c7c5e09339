# In a team's LINE or Telegram group: we answer only when spoken to, and say nothing of anybody's data.
hello = Hello everybody 🙌 HandUp is in this group to help with the team's sessions.
    Ask staff for the project's code in the chat with HandUp, then write here: “{ $us } 123456”
back = HandUp is back. This group is of the project “{ $project }”. { $reminders ->
        [on] Sessions are announced here a day before.
       *[off] It answers only when spoken to.
    }
not_linked = This group is not linked to a project yet.
    Ask staff for a code in the chat with HandUp, then write here: “{ $us } 123456”
not_good = This code does not work: it may be too old, or used. Ask staff for a new one, then write “{ $us } 123456”
linked = This group is now linked to the project “{ $project }”.
    { $reminders ->
        [on] HandUp announces the team's sessions here a day before, and answers only when spoken to.
       *[off] HandUp answers only when spoken to.
    }
    Write “{ $us } next” or “{ $us } team”.
    Nothing of anybody's data is said here, and what you talk about is not kept.
help = The group of the project “{ $project }”
    • “{ $us } next” – when and where you meet
    • “{ $us } team” – who does what
    { $reminders ->
        [on] HandUp announces sessions here a day before; otherwise it answers only when spoken to.
       *[off] HandUp answers only when spoken to.
    }
    What is about one person belongs in the private chat; it is not spoken of here, and what you talk about is not kept.
elsewhere = For this, write to HandUp in the private chat. In the group it answers “next” and “team”.
private_chat = Open private chat
next = Next session of “{ $project }”: { $kind }
    { $time }
    Where: { $where }
    { $coming ->
        [0] Nobody has said yet that they are coming
        [one] 1 person said they are coming
       *[other] { $coming } said they are coming
    }
no_session = “{ $project }” has no session planned yet.
team = The team of “{ $project }”
    { $roles }
role = • { $role }: { $names }
nobody_yet = Nobody has a seat in “{ $project }” yet.
told_maker = A { $channel ->
        [line] LINE
       *[telegram] Telegram
    } group is now linked to “{ $project }”. { $reminders ->
        [on] Sessions are announced there a day before.
       *[off] Sessions are not announced there yet.
    }
    If it is not your team's group, you can unlink it.
code_words = link, start, code
next_words = next, session, sessions, next session, when
team_words = team, roster, who
help_words = help, start, handup
