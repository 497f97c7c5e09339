# Tells those at a session that ideas, or votes, are taken now.
open = Ideas are open · { $name } “{ $project }”
    Tap the button, or type “ideas” any time.
voting = Voting is open · { $name } “{ $project }”
    Three dots each: tap the button, or type “vote” any time.
