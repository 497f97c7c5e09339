# Voting for ideas: three dots each.
called = Vote for ideas
words = vote, votes, dots
dot = { $name } “{ $project }”
    { $dots ->
        [none] You have { $left } dots: which ideas should be tried first?
            Several dots on one idea are fine. Tap for each dot, or type numbers such as 1 1 3.
       *[other] Your dots now
            { $dots }
            { $left ->
                [one] 1 dot left
               *[other] { $left } dots left
            }
    }{ $page }
    .retry = Which ones? Type numbers from 1 to { $last }, such as 1 1 3.
    .too_many = You have { $left } left. To change your mind, tap “Take my dots back” first.
    .gone = That one is not on the board any more.
page = Page { $page } of { $pages }
dot-more = More ideas
    .also = more,next,next page
dot-anew = Take my dots back
    .also = take back,change,vote again
dot-enough = That is all
    .also = enough,done,finished
gone = That one is not on the board any more; your dots are still yours.
too_many = You do not have that many dots left.
spent = All your dots are placed · { $name } “{ $project }”
    { $dots }
    You can change your mind until voting closes.
spent-right = Fine
    .also = yes,y,ok,okay,right,done
spent-anew = Take my dots back
    .also = take back,change,vote again
thanks = Thank you for voting!
    { $dots }
    { $left ->
        [0] You can change your mind until voting closes: type “vote” again.
        [one] 1 dot is left: type “vote” when you want to use it.
       *[other] { $left } dots are left: type “vote” when you want to use them.
    }
session = Vote in which session?
no_ideas = The { $name } “{ $project }” has no ideas to vote on yet.
not_yet = Voting is not open yet in the { $name } “{ $project }”.
over = Voting is closed in the { $name } “{ $project }”.
none = No session of yours is voting right now.
unknown = We cannot find this session any more.
not_yours = This session is of a team that you are not in.
called_off = This session was called off.
