# Answer what a volunteer asked.
called = Answer
words = answer a volunteer, answer people
about = Which one shall we answer?
reply = { $name } asks:
    "{ $words }"

    Type the answer; it is sent at once.
    .retry = Please type the answer as text.
    .too_long = That is longer than { $most } characters. Shorter, please.
    .help = Type the answer in one message; it arrives in their own chat.
cancelled = Not answered yet. You can come back to it any time.
sent = { $name } has your answer.
already = Someone on our staff has answered { $name } already.
unreachable = We cannot reach them right now; they may have blocked the bot.
gone = This question no longer exists.
nobody_waits = Everybody has been answered.
to_volunteer = Our staff's answer to your question:
    "{ $question }"

    { $answer }
