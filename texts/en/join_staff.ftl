# Become staff with an invitation code.
called = Join staff
words = become staff, staff code, join the staff
code = Type the invitation code you got from our staff, such as staff-abcd-2345-wxyz
    .retry = I see no code yet. Please type it again.
    .help = A code begins with staff- and works once. Our staff can give you one.
joined = Welcome to the staff! You are { $duty ->
        [admin] admin
       *[coordinator] coordinator
    }. From now on, type "staff" at any time.{ $volunteer ->
        [yes] {""}
       *[no] {" "}To volunteer as well, tap "Get started".
    }
told_inviter = { $name } used your code and is staff now ({ $duty ->
        [admin] admin
       *[coordinator] coordinator
    }).
already = You are staff already. Keep that code for somebody else.
not_good = This code does not work. Check the spelling and type it again, or ask our staff for a new one.
later = Let us leave codes for now. Please try again in an hour, or talk to our staff.
