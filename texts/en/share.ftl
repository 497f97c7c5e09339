# The links and QR pictures of a role, to be sent on to friends.
called = Bring a friend
words = share, link, links, qr, qr code
about = Which one shall your friend see?
forward = Just forward the next message.{ $pictures ->
        [both] {" "}The first QR code is for LINE, the second for Telegram.
        [line] {" "}The QR code is for LINE.
        [telegram] {" "}The QR code is for Telegram.
       *[none] {""}
    }
invitation = { $kind ->
    [role] Come and be "{ $title }" in the project "{ $project }" of { $organisation }.
    Skills: { $needs }
   *[project] Come and help with the project "{ $title }" of { $organisation }.
    { $needs }
}

    { $ways }
gone = This is not open (yet, or any more), so there is no link to send.
nothing_open = No roles are open right now.
