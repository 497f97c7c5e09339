# The code of the day, for staff.
called = Check-in code
words = code of the day, check in qr
about = The check-in code of which session?
code = { $kind } “{ $project }”
    { $time }
    Check-in from { $opens } to { $shuts }
    Checked in: { $count } of { $invited }{ $pictures ->
        [both] {""}
        The first QR code is for LINE, the second for Telegram.
        [line] {""}
        The QR code is for LINE.
        [telegram] {""}
        The QR code is for Telegram.
       *[none] {""}
    }
    .title = { $code }
page = Page to print
again = Newest count
gone = We cannot find this session any more.
called_off = This session was called off.
over = Check-in of this session is closed. You can still note who was there.
none = Nothing meets within the next 8 days.
