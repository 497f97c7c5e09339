# An organisation's people join with a code, to look after their own project.
called = Join for an organisation
words = organisation code, join as organisation
code = Type the code you got from the network's staff, such as org-abcd-2345-wxyz
    .retry = I see no code yet. Please type it again.
    .help = A code begins with org- and works once, within 7 days. The network's staff can give you one.
yours = You are the { $part } of “{ $organisation }” in the project “{ $project }”: is that right?
yours-yes = Yes
    .also = right,correct,ok
yours-no = No
    .also = not me
notice = Before we begin, about your data (version { $version }):

    • We keep what to call you, which project you look after, what you verify or ask, and the words of this chat, to do the project's work together.
    • The network's staff see it, and volunteers see your name beside what you verify or ask about their hours.
    • You will see the names and hours of the project's volunteers. They are for verifying only; please do not pass them on.
    • Chat is kept for 180 days at most, what you verified as long as volunteers need it. Messages pass through LINE or Telegram, which may be abroad.
    • See, correct, copy, object or erase at any time: type “my data”. You can complain to the PDPC.
    • Contact: { $contact ->
        [none] type “talk to a person”
       *[other] { $contact }, or type “talk to a person”
    }

    Shall we begin?
notice-accept = Begin
    .also = ok,yes,agree,start
notice-refuse = Not now
    .also = no,later
name = What shall we and the volunteers call you?
    .retry = A short name, please.
joined = Welcome! You are the { $part } of “{ $organisation }” in the project “{ $project }”.
    When volunteers log hours, you can look at them with “Verify hours”. If some wait for long, we will tell you.
told_inviter = { $name } used the code and is the { $part } of “{ $organisation }” in the project “{ $project }” now.
not_joined = All right, nothing was written down. The code is still good. If it is not meant for you, please tell our staff.
conflict = You are in the volunteer team of “{ $project }”, so you cannot also speak for the organisation that verifies its hours.
already = You are the { $part } of “{ $organisation }” in the project “{ $project }” already. Keep that code for somebody else.
not_good = This code does not work, or somebody has used it. Check the spelling and type it again, or ask our staff for a new one.
later = Let us leave codes for now. Please try again in an hour, or talk to our staff.
