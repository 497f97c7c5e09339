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
near_skill = { $skill }, close to { $wanted }
wants_to_learn = would like to learn { $skills }
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
