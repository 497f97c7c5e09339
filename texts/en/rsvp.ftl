# Words that all answers to an invitation share.
line = • { $kind } “{ $project }” { $time }
