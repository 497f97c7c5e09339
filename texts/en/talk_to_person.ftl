called = Talk to a person
words = human, talk to staff, talk to someone, talk to a human, contact, contact us, admin
about_what =
    What is it about? Just type it; our staff will answer in this chat.

    (No health, religion or ID numbers, please.)
    .retry = In words, please: type what you would like to talk about.
    .private = There seems to be an ID number in your message. To keep you safe we did not pass it on. Please write it again without the number.
    .too_long = That is more than { $most } letters. A little shorter, please.
    .help = Type your question in one message.
passed_on = I have passed it on. Somebody will answer you here.
kept = Your message is kept. No staff member can be reached right now; it waits until somebody answers you here.
for_staff =
    📮 { $name } would like to talk:

    "{ $words }"
somebody = Somebody
cancelled = All right, nothing was sent.
