called = Turn off the link
words = turn off my calendar link, turn off calendar, revoke my calendar link
off = Your calendar link is switched off, and the old one works no more. You can get a new one at any time.
none = You have no calendar link that is switched on.
