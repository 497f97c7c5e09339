# Leave the staff.
called = Leave staff
words = stop being staff, quit staff, leave the staff
sure = { $others ->
    [0] You are the last member of staff. If you leave now, nobody can answer volunteers or publish projects. Leave anyway?
   *[other] Leave the staff? It takes effect at once; coming back needs a new code.
}
last_admin = You are the only admin, so you cannot leave yet. Make somebody else admin first.
sure-stay = Stay
    .also = no, not yet
sure-leave = Leave now
    .also = yes, leave, sure
left = You have left the staff. Thank you for all you did.
stayed = Glad you are staying.
