# Companies that send their people, and their invitation codes.
called = Companies
words = company, add company
about = The companies right now
    { $companies }

    Add one, or tap a name for its code and links.
line = • { $company } – { $count ->
        [one] 1 person has come
       *[other] { $count } people have come
    }
add = Add a company
act = { $company } – code { $code } · { $count ->
        [one] 1 person has come
       *[other] { $count } people have come
    }
    What would you like to do?
act-report = This year's figures
act-links = Get the links
act-rename = Rename
act-renew = Change the code
act-erase = Erase this company
act-nothing = Nothing
forward = Forward the next message to the people of { $company }.{ $pictures ->
        [both] {" "}The first QR code is for LINE, the second for Telegram.
        [line] {" "}The QR code is for LINE.
        [telegram] {" "}The QR code is for Telegram.
       *[none] {""}
    }
invitation = { $company } invites you to volunteer your skills with the HandUp network.
    Join in one of these ways:

    { $ways }
name = What is the company called?
    .retry = The name of the company, please.
    .too_long = { $most } characters at most, please.
made = { $company } was added. Its code is { $code }. Forward the next message to its people.{ $pictures ->
        [both] {" "}The first QR code is for LINE, the second for Telegram.
        [line] {" "}The QR code is for LINE.
        [telegram] {" "}The QR code is for Telegram.
       *[none] {""}
    }
known = { $company } is there already.
new_name = What shall { $company } be called?
    .retry = The name of the company, please.
    .too_long = { $most } characters at most, please.
renamed = It is called { $company } now.
sure = Change the code of { $company }? The old code and links will not work any more; who has joined stays.
sure-yes = Change the code
    .also = yes,ok,okay,sure
sure-no = Keep the code
    .also = no,not yet
renewed = The new code of { $company } is { $code }. Forward the next message instead of the old one.{ $pictures ->
        [both] {" "}The first QR code is for LINE, the second for Telegram.
        [line] {" "}The QR code is for LINE.
        [telegram] {" "}The QR code is for Telegram.
       *[none] {""}
    }
left_alone = All right, nothing was changed.
taken = Another company has this name.
gone = This company is not there any more.
