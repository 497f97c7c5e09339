# Who is staff: invite, change what one may do, remove.
called = Staff members
words = members of staff, invite staff, manage staff
who = { $count ->
        [one] 1 person is staff now
       *[other] { $count } people are staff now
    }
    { $members }

    Invite somebody, or tap a name to change or remove them.
line = { $name } – { $duty } since { $since }
yourself = { $name } (you)
no_name = No name yet
invite = Invite somebody
act = { $name } – { $duty } since { $since }
    What shall change?
    .help = Admins can do everything. Coordinators look after projects and volunteers; they cannot invite or remove staff, change settings or see the audit log.
act-admin = Make admin
    .also = admin
act-coordinator = Make coordinator
    .also = coordinator
act-remove = Remove from staff
    .also = remove,delete
act-leave = Leave the staff
    .also = leave,quit
act-nothing = Change nothing
    .also = no,nothing,not yet
changed = Done. { $name } is { $duty } now.
sure = Remove { $name } from the staff? It takes effect at once, and they will be told.
sure-remove = Remove now
    .also = yes,remove,sure
sure-keep = Keep
    .also = no,not yet
removed = { $name } is no longer staff, and has been told.
duty = What shall they be?
    .help = Admins can do everything. Coordinators look after projects and volunteers; they cannot invite or remove staff, change settings or see the audit log.
forward = This code invites one { $duty }. It works once, within { $days } days. Forward the next message to the person you invite, and to nobody else.
invitation = You are invited to the staff of the HandUp network.
    Join in one of these ways:

    { $ways }
left_alone = All right, nothing was changed.
last_admin = There must always be at least one admin. Make somebody else admin first.
gone = This person is not staff any more.
told_duty = { $duty ->
    [admin] You are admin now. Type "staff" to see what you can do.
   *[coordinator] You are coordinator now. Type "staff" to see what you can do.
}
told_removed = You are no longer HandUp staff, from this moment on. Thank you for all you did. If you think this is a mistake, type "talk to a person".
