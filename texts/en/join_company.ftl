# Join as one of a company's people, by the code that it gave out.
called = Use a company code
words = company code, i have a company code
code = Type the code you got from your company, such as team-k3f9m2
    .retry = I see no code yet. Please type it again.
    .help = A code begins with team-. Whoever invited you at your company has it.
yours = Are you from "{ $company }"?{ $before ->
        [none] {""}
       *[other] {" "}(The workplace in your profile will change from "{ $before }".)
    }
yours-yes = Yes
    .also = right,yes i am,sure
yours-no = No
    .also = no i am not,somewhere else
joined = Noted: you come from "{ $company }". It sees neither your name nor your hours unless you allow it.
office = Which office or branch are you at? (The company sees it only as far as you allow next.)
    .retry = The name of the office or branch, please, such as "Chiang Mai".
sees =
    How much of your volunteering may "{ $company }" see?

    • Nothing: your hours count only in sums of 5 or more people
    • Total only: your office's sum as well, again of 5 or more
    • Name and hours: your name with your office and hours

    Any answer is fine, and you can change it at any time.
noted = Saved{ $sees ->
        [name_and_hours] : "{ $company }" may see your name and hours
        [total_only] : "{ $company }" sees totals of 5 or more people, never your name
       *[none] : "{ $company }" does not see you; your hours count only in sums of 5 or more people
    }. Type "my company" to see or change this.
not_joined = All right, no company was noted.
already = You are with "{ $company }" already; no need for the code again.
not_good = This code does not work. Perhaps it was misspelt, or your company has a new one: ask whoever gave it to you. You can volunteer without a code, too.
later = Let us leave codes for now; please try again in an hour. You can volunteer without a code, too.
