# Who speaks for an organisation in a project: invite or remove.
called = Organisation's people
words = people of the organisation, invite organisation
about = The organisation's people of which project?
who = Who speaks for “{ $organisation }” in “{ $project }”:
    { $members }

    Invite somebody, or tap a name to remove it.
line = • { $name } – { $part } since { $since }
nobody = – nobody yet
who-lead = Invite a lead
    .also = invite the lead,lead
who-deputy = Invite a deputy
    .also = deputy
who-done = Done
    .also = finished,no,nothing
sure = Shall { $name } ({ $part }) speak for “{ $organisation }” in this project no more? It holds at once, and they are told. What they verified stays.
sure-remove = Remove
    .also = yes,remove them
sure-keep = Keep
    .also = no,not yet
removed = { $name } does not speak for “{ $organisation }” in this project any more, and was told.
forward = The code for the { $part } of “{ $organisation }” works once, within { $days } days. Forward the next message only to whom you invite.
invitation = HandUp Network invites you as the { $part } of “{ $organisation }” in the project “{ $project }”, to look at and verify the volunteers' hours.
    Join either way:

    { $ways }
done = All right.
left = They do not speak for the organisation in this project any more.
gone = We cannot find this project any more.
none = There is no project yet.
told_removed = From now on you do not speak for “{ $organisation }” in the project “{ $project }” in HandUp any more. Thank you for your help. If you think this is a mistake, type “talk to a person”.
