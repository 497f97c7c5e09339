# What is said when staff change projects and roles.
enough = That is all
    .also = enough,done,finished,no more
all = Ask what is missing
this_role = Role: { $role }
role_line = • { $role } · { $taken } of { $seats } seats taken{ $state ->
    [paused] {" "}(paused)
   *[open] {""}
}
project-draft = draft
project-published = open
project-paused = paused
project-closed = closed
role-open = open
role-paused = paused
role-closed = closed
lacks = Before it can be published it needs: { $missing }
lacks-roles = at least one role
lacks-skills = the skills of { $role }
lacks-seats = the seats of { $role }
lacks-hours = the hours a week of { $role }
lacks-dates = a first day, or a meeting to come
lacks-closes_at = another sign-up deadline (that one has passed)
lacks-lead = a role that leads the team
told = { $count ->
        [one] One person who signed up
       *[other] { $count } people who signed up
    } will be told (Telegram { $telegram }, free · LINE { $line }, as many messages). { $left ->
    [unlimited] LINE messages are not limited this month.
   *[other] After that, { $known ->
        [yes] {""}
       *[no] {"about "}
    }{ $left } LINE messages remain this month.
}
sure = Change "{ $fact }"?
    It was: { $old }
    It will be: { $new }

    { $told } They hear of everything at once, some 5 minutes after your last change.
sure-yes = Save it
    .also = yes,y,ok,okay,save,confirm
sure-no = Leave it
    .also = no,n,not now,don't save
