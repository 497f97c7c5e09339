# Say something to many: to whom, what, what it takes of the quota, when.
called = Send news
words = broadcast, send news to many
cancelled = All right, stopped here. Nobody was sent this.
to = Who is the news for?
to-role = Matches of a role
    .also = role, a role, matches
to-segment = A group
    .also = group, some, segment
to-everyone = Everyone
    .also = all, everybody
everyone = everyone
for_role = those who suit "{ $role }"
role = Which role?
by = Which group? Choose one or more; the news goes to those who meet all of them.
by-skills = Skills
by-provinces = Province
by-causes = Cause
    .also = causes, interests
by-company = Company
by-never_placed = Never had a role
    .also = never placed
by-language = Language
by-channel = Channel
skills = Which skills? Any one of them will do.
    .retry = I could not find that skill. Try another word, or choose a button.
provinces = Which provinces?
    .retry = I do not know that province. Please type its name again.
causes = Which causes?
company = Which company?
language = Who uses which language?
language-th = Thai
language-en = English
channel = Which channel?
channel-line = LINE
channel-telegram = Telegram
nobody = Right now nobody in that group has agreed to hear news. Please choose again.
kind = What does it look like?
kind-text = Text
    .also = words, message
kind-card = Card
    .also = card with a button
kind-picture = Picture
    .also = image, photo
picture = Send the picture here in the chat.
    .retry = I am waiting for a picture. Please send one.
title = The card's title, in Thai?
    .retry = Please give it a title.
    .too_long = That is more than { $most } characters. Shorter, please.
text = Type the text in Thai, the one that everybody gets. Line breaks are fine.
    .retry = Please type the text.
    .too_long = That is more than { $most } characters. Shorter, please.
caption = Words below the picture, in Thai? You can skip this.
    .retry = Please type words, or skip.
    .too_long = That is more than { $most } characters. Shorter, please.
in_english = The text in English, for those who chose English. Skip it, and they get the Thai one.
    .retry = Please type words, or skip.
    .too_long = That is more than { $most } characters. Shorter, please.
title_in_english = The title in English?
    .retry = Please give it a title.
    .too_long = That is more than { $most } characters. Shorter, please.
leads_to = Where does the card's button lead?
leads_to-role = A role
    .also = role
leads_to-link = A website
    .also = link, website, url
leads_to-nothing = No button
    .also = nothing, none
card_role = To which role?
link = Type the web address, such as https://example.org
    .retry = A web address that begins with https://, please, such as https://example.org
open_link = Open
looks_like = This is what people will see:
way = { $price }
    .retry = Please choose one of the buttons.
reach = To { $who }, { $all ->
        [one] 1 person
       *[other] { $all } people
    }: Telegram { $telegram }, free · LINE { $line }
sample = { "  " }{ $name } – { $why }
free = It takes nothing of LINE's quota.
left = { $left ->
    [unlimited] LINE messages it takes: { $paid }; this month they are not limited.
   *[other] LINE messages it takes: { $paid }; { $known ->
        [yes] {""}
       *[no] {"about "}
    }{ $left } remain this month ({ $reserve } of them are kept for offers, reminders and cancellations).
}
beyond = The quota is too small, so not everyone can be sent this: { $known ->
        [yes] {""}
       *[no] {"about "}
    }{ $left } remain this month, { $reserve } are kept back, { $fits } of { $line } people on LINE fit, { $beyond } do not.
extra = Beyond the month it would cost { NUMBER($baht, minimumFractionDigits: 2) } baht more, set in LINE Official Account Manager.
no_extra = More cannot be bought on this plan.
way-all = Send to { $count }
    .also = send, send it, send to everyone
way-best = Only { $count } who fit
    .also = best matches only, best only, only who fit
way-telegram = Telegram first
    .also = telegram only
way-tray = Put in the tray
    .also = tray, free
way-test = Test on myself
    .also = test, test send
way-rewrite = Rewrite
    .also = write again, edit the text
way-not_now = Do not send
    .also = not now, not yet
when = { $how ->
    [telegram] It goes out on Telegram; people on LINE read it for free the next time they write to us.
    [tray] It takes nothing of the quota: everybody reads it for free the next time they write to us.
    [best] It goes to the first { $count }, as many as the quota allows; the others do not get it.
   *[other] It goes to { $count }.
    }
    When shall it go?
when-now = Now
    .also = at once, right now
when-later = At a time
    .also = later, schedule
day = On which day? Pick one, or type it, such as 15 Dec 2026.
    .retry = I could not read that day. Try 15 Dec 2026 or 15/12/2026.
    .no_such_day = The calendar has no such day. Please look again.
    .past = That day has passed (today is { $today }). A day to come, please.
    .too_far = That is more than two years away. Is the year right?
time = { $day }: at what time, such as 18:00?
    .retry = I could not read that time. Try 18:00.
    .morning_or_not = Morning or evening? Please use 24 hours, such as 18:00.
    .past = That time has passed. A time to come, please.
passed = The time has passed meanwhile. Another day, please.
changed = Meanwhile the quota or the number of people has changed. Please look again before it goes out.
planned = { $soon ->
    [yes] In 1 minute it goes to
   *[no] On { $when } it goes to
    } { $told ->
        [one] 1 person
       *[other] { $told } people
    }{ $tray ->
    [0] {""}
   *[other] {", "}and into the tray of { $tray } more
    }.
    If you change your mind, undo it before then; that costs nothing.
unsent = Left for now. Nobody was sent this.
