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
joined = Noted: you come from "{ $company }". It sees nothing about you unless you allow it.
not_joined = All right, no company was noted.
already = You are with "{ $company }" already; no need for the code again.
not_good = This code does not work. Perhaps it was misspelt, or your company has a new one: ask whoever gave it to you. You can volunteer without a code, too.
later = Let us leave codes for now; please try again in an hour. You can volunteer without a code, too.
