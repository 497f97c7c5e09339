called = Not now
words = not this time, maybe later
noted = All right, “{ $role }” can wait for { $days } days. You can still sign up before.
held = You have a place in “{ $role }” already. To leave it, go to “My roles”.
closed = { $why } There is nothing left to do.
which = No problem. Look at the roles again whenever it suits you.
