# Ideas for a session, and what it should answer.
called = Share ideas
words = ideas, my ideas, new idea
card = Ideas for the { $name } “{ $project }” ({ $count } so far)
    Pick a question, or just type your ideas, one a line.
    No names or personal details of anybody, please.
    .retry = Type an idea in a few words, or pick a question.
    .too_long = { $most } characters an idea at most, please. Shorten it, or make it several.
card-unseen = What insiders may miss
card-dream = If money were no limit
card-quick = Possible in two weeks
question-before = Which question should this session answer for you?
question-unseen = What do you see that insiders may miss?
question-dream = With no limit on money, what would you do?
question-quick = What could be done in two weeks with no money?
question-freely = Any other ideas?
noted = { $new ->
    [0] You have sent that one already.
   *[other] Noted, thank you! That makes { $mine } from you.
}
idea = { $noted }{ $question }
    ({ $name } “{ $project }”{ $before ->
        [yes] { "" }
       *[no] { $count ->
            [0] : no ideas yet
            [one] : 1 idea so far
           *[other] : { $count } ideas so far
        }
    })
    Just type, one a line. No names or personal details of anybody, please.
    .retry = Just type a few words.
    .too_long = { $most } characters each at most, please. Shorten it, or make it several.
idea-enough = That is all
    .also = enough,done,no more,that's all,finished
idea-other = Another question
    .also = other question,change question
session = Ideas for which session?
thanks = { $before ->
    [yes] Thank you! Our staff prepare the session with your questions.
   *[no] Thank you! { $mine } from you; the board has { $count }.
        When voting opens, just type “vote”.
}
too_many = You have sent { $most }, which is all we take from one person. Thank you! The last ones are not noted.
closed = The { $name } “{ $project }” takes no more ideas.
not_open = The { $name } “{ $project }” does not take ideas yet. Try again when our staff open it.
none = No session of yours takes ideas right now.
unknown = We cannot find this session any more.
not_yours = This session is of a team that you are not in.
called_off = This session was called off.
