# The words for roles, sessions, skills and times that all conversations share.
somebody = A volunteer
any_skill = any skill
all_day = all day
any_time = any time
to_be_agreed = times agreed in the team
every_day = every { $when }
on_day = { $day } { $when }
on_days = { $first }–{ $last } { $when }
day-mon = Mon
day-tue = Tue
day-wed = Wed
day-thu = Thu
day-fri = Fri
day-sat = Sat
day-sun = Sun
part-morning = morning
part-afternoon = afternoon
part-evening = evening
place-online = online
place-on_site = on site
place-both = online or on site
place_in = { $place } ({ $province })
level-learning = (learning)
level-able = (on my own)
level-professional = (professional)
level-teaching = (can teach)
free_then = free { $slots }
cares_for = interested in { $cause }
suits = Suits you: { $reasons }
new_to_you = Different from what you told us, but you can try it
seats = { $left ->
    [0] full, wait-list open
    [one] { $left } seat left
   *[other] { $left } seats left
}
effort = { $hours } h a week
no_role = general volunteering
kind-training = training
kind-kickoff = kickoff
kind-workshop = workshop
kind-handover = handover
kind-follow_up = follow-up
hours = { $hours } h
at_least = { $skill } ({ $level })
travel-yes = Travel is paid
travel-no = Travel is not paid
detail-purpose = What it is good for: { $words }
detail-nice = Nice to have: { $words }
detail-learns = You will learn: { $words }
detail-total = { $words } in all
detail-travel = { $words }
detail-begins = Begins { $words }
detail-closes = Sign up until { $words }
detail-lead = This role leads the team
closed = This role is not open any more.
paused = This role takes nobody for now, but it is not closed; do look again.
too_late = Sign-up for this role ended on { $day }.
