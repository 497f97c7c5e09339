# Links from outside that lead into our chats.
line = LINE: { $address }
telegram = Telegram: { $address }
typed = Or type "{ $words }" in the HandUp chat
role_words = role
project_words = project
