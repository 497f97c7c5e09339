# The person answers what was asked about their hours.
called = Answer about hours
words = questions about hours, question about my hours
about = About which entry?
answer = { $entry }
    { $by } asks: “{ $words }”

    Just type your answer.
    .retry = Please type a short answer.
    .too_long = At most { $most } characters, please.
    .help = It goes to those who verify this project's hours. Nothing about health or private life, please. If a figure is wrong, type “stop” and correct your hours instead.
thanks = Thank you, your answer is sent. The entry waits to be verified again.
settled = This question needs no answer any more: the entry was changed, or somebody has looked at it.
none = No question about your hours waits for you.
