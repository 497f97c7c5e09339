called = Not for me
words = no thanks, not interested
noted = Understood, we will not bring up “{ $role }” again. Thanks for telling us; you can still sign up if you change your mind.
held = You have a place in “{ $role }” already. To leave it, go to “My roles”.
closed = { $why } There is nothing left to do.
which = No problem, thanks for telling us. We will ask again when something fits better.
