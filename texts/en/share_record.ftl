# A card of one's volunteering, as a picture to share.
called = Share my record
words = share record, record card, record picture
name = What name shall be on the card?
    Everybody who gets the picture will see it. It can go without a name.
    .gone = This choice is no longer there
name-none = No name
    .also = none,without a name,without name
picture = Your card: save the picture and share it.
    It says which hours are verified and which are self-reported.
    Whoever has the picture’s link can see it. The link works for { $days } days.
in-th = Card in Thai
in-en = Card in English
nothing_yet = Nothing to share so far. Shall we find a role that suits you?
no_pictures = Pictures cannot be made right now. Your record in the chat is there, though.
