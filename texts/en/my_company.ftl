# What my employer sees of me.
called = My company
words = what my employer sees, my employer, leave my company
act =
    { $company }{ $office ->
        [none] {""}
       *[other] {" "}· { $office }
    }

    What it can see of you: { $sees ->
        [name_and_hours] your name ("{ $name }") and your hours
        [total_only] no name; your hours in totals, your office's too, of 5 or more people
       *[none] no name; your hours only in totals of 5 or more people
    }

    What would you like to do?
act-change = Change what it sees
    .also = change
act-office = Change my office
    .also = office,branch
act-leave = Leave the company
    .also = leave
act-enough = Leave it as it is
    .also = nothing,enough,ok
sees =
    How much of your volunteering may "{ $company }" see?

    • Nothing: your hours count only in sums of 5 or more people
    • Total only: your office's sum as well, again of 5 or more
    • Name and hours: your name with your office and hours
changed = Saved: { $sees ->
        [name_and_hours] "{ $company }" may see your name and hours.
        [total_only] "{ $company }" sees totals of 5 or more people, never your name.
       *[none] "{ $company }" does not see you; your hours count only in sums of 5 or more people.
    } This holds from now on, in every later report.
office = Which office or branch are you at?
    .retry = The name of the office or branch, please, such as "Chiang Mai".
office_saved = { $office ->
        [none] Saved: no office.
       *[other] Saved: { $office }.
    }
sure = Leave "{ $company }"? It will never see your name again. Hours that you gave while you were with it stay in its totals, without your name.
sure-yes = Yes, leave
    .also = yes,leave
sure-no = No, stay
    .also = no,stay
left = You belong to "{ $company }" no more. Your roles and hours stay as they are.
kept = All right, nothing was changed.
none = You have not come with a company. If yours gave you a code, type it here.
