called = Get started
words = begin, start, get going, register, join us
language =
    สวัสดี 👋 ที่นี่ HandUp เครือข่ายคนทำงานที่ใช้ทักษะอาชีพช่วยองค์กรเพื่อสังคม
    อยากคุยภาษาไหน

    Hello 👋 This is HandUp, a network of people who volunteer their professional skills.
    Which language do you prefer?
    .retry = แตะปุ่มภาษาที่อยากคุยได้เลย · Please tap a language.
language-th = ไทย
    .also = ภาษาไทย,thai
language-en = English
    .also = อังกฤษ,ภาษาอังกฤษ,eng
notice =
    First, a word about your data:

    • We ask only what is needed to match you with volunteering that suits your skills.
    • Only the network's staff see it; organisations only if you agree.
    • See, change, copy or delete it at any time: just type "my data".
notice-start = Let's start
    .also = start,ok,okay,go on,continue,yes,agreed,fine
notice-whole = Read whole notice
    .also = read the whole notice,read notice,read the notice,whole notice,read
whole_notice =
    Privacy notice (version { $version })

    Who is responsible
    The HandUp network

    What we keep
    The name you want to be called, your sector and workplace, province, skills and levels, when you are free or away, causes, what you would like to learn, organisations to avoid, the roles you sign up for, your volunteer hours, your consents, and the messages in this chat and in chats you connect. We do not ask for birthdays, ID numbers, health or religion.

    What for
    • To match you with roles you sign up for and to organise them, reminders included (needed to do what you ask of us).
    • To tell you of new roles, to send your profile to organisations, to show your hours to your employer, to use your picture or story (only with your consent, each asked separately; you can volunteer without giving any).
    • For totals that name nobody.

    Who sees it
    The network's staff · organisations whose roles you sign up for, if you agree · your employer, if you agree · the chat provider (LINE or Telegram) and our hosting provider, which may be abroad.

    How long
    Chat messages at most 180 days · unfinished profiles 90 days · profiles without contact 12 months · volunteer hours for as long as they are needed to confirm your work · backups at most 60 days.

    Your rights
    See, copy, correct, delete, move, object, restrict, and withdraw consent at any time: type "my data". Withdrawing does not undo what was done before. You can complain to Thailand's Personal Data Protection Committee (PDPC).

    Contact
    { $contact ->
        [none] Type "talk to a person" in this chat.
       *[other] { $contact }, or type "talk to a person" in this chat.
    }
after_notice = Ready when you are.
after_notice-start = Let's start
    .also = start,ok,okay,go on,continue,yes,agreed,done reading
abroad =
    Messages in LINE and Telegram pass through the providers' systems, which may be abroad.

    Is that understood?
abroad-understood = Understood
    .also = yes,ok,okay,i understand,understand,sure
abroad-other_way = Another way, please
    .also = another way,other way,no
adult = Are you 20 or older? (We keep no birthdays.)
    .retry = Please tap "Yes, I am" or "Not yet".
adult-yes = Yes, I am
    .also = yes,y,yep,i am,over 20,older
adult-not_yet = Not yet
    .also = no,n,younger,under 20
role_news =
    May we tell you about roles that suit you in this chat?

    You can change your mind at any time. If you say no, you can still look for roles here yourself.
share_profile =
    If you are shortlisted, may we send your name and skills to that organisation?

    We will ask again each time before we send anything.
next =
    Thank you, and welcome to HandUp 🎉

    Next, a few questions about you (about 5 minutes). Every answer is saved at once: type "stop" whenever you like and go on later.
welcomed = Thank you, and welcome to HandUp 🎉
too_young =
    Thank you for wanting to help 💛 For now, our volunteers must be 20 or older, so we have kept nothing about you, and our messages are deleted.

    To join with your school, university or a parent, { $contact ->
        [none] talk to our staff.
       *[other] talk to our staff or write to { $contact }.
    }
another_way =
    Of course. We have not saved anything about you. { $contact ->
        [none] If you would like to talk another way, leave our staff a contact.
       *[other] You can reach us another way at { $contact }.
    } If you change your mind, you can start at any time.
cancelled = All right, nothing was saved. Type "start" whenever you are ready.
