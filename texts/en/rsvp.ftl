# Words that all answers to an invitation share.
line = • { $kind } “{ $project }” { $time }
link = Link: { $words }
materials = To prepare: { $words }
