# Words on the card of somebody's volunteering that can be shared.
title = Volunteer record
grade = { $grade ->
    [verified] of verified volunteering
    [attended] Attended (not verified)
   *[self_reported] Self-reported (not verified)
}
none_verified = No verified hours yet
roles = Roles
rest = and { $count ->
    [one] 1 more role
   *[other] { $count } more roles
}
skills = Skills used
issued = A summary of the network’s records, not a reference letter
