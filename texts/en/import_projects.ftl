# What the command that takes projects from a file says.
problem = ✗ { $where } ({ $column }): { $why }
nothing_taken = { $count ->
    [one] One thing is wrong; nothing was taken from { $file }.
   *[other] { $count } things are wrong; nothing was taken from { $file }.
}
project = ✓ { $title } · { $organisation } · { $roles ->
    [one] one role
   *[other] { $roles } roles
}, { $seats ->
    [one] one seat
   *[other] { $seats } seats
}, { $sessions ->
    [0] no session
    [one] one session
   *[other] { $sessions } sessions
}
checked = { $count ->
    [one] The project can be taken as it is. Run the command without --dry-run to take it.
   *[other] All { $count } projects can be taken as they are. Run the command without --dry-run to take them.
}
taken = { $count ->
    [one] One project is a draft now; look at it and publish it in the chat.
   *[other] { $count } projects are drafts now; look at them and publish them in the chat.
}
template = { $file } is there. Fill it in (columns with * are needed) and run: handup import projects { $file } --dry-run
file-no_file = There is no file { $file }.
file-too_large = { $file } is larger than 10 MB.
file-other_kind = { $file } is neither a spreadsheet (.xlsx) nor YAML (.yaml).
file-no_spreadsheet = { $file } cannot be opened as a spreadsheet. Save it again as .xlsx.
file-no_yaml = { $file } cannot be read as YAML.
file-no_list = { $file } has no list of projects. It should begin with “projects:”.
file-exists = { $file } is there already and was left as it is.
file-no_xlsx = A template is a spreadsheet: give a name that ends in .xlsx, not { $file }.
admission-first_come = First come
    .also = first come first served
admission-chosen = We choose
    .also = staff choose
yes_no-yes = Yes
    .also = y,true,x,1
yes_no-no = No
    .also = n,false,-,0
why-missing = must be filled in
why-broken_formula = holds a formula that does not work
why-too_long = has more than { $most } characters
why-no_number = is not a number
why-no_whole_number = is not a whole number
why-out_of_bounds = must be between { $least } and { $most }
why-no_day = is not a day; write it like 15/1/2570, 15 Jan 2027 or 2027-01-15
why-no_such_day = is a day that the calendar does not have
why-past = has passed already
why-too_far = is more than two years ahead
why-no_times = is not a time; write it like 9:30-12:00
why-end_first = ends before it begins
why-too_long_session = is longer than 12 hours
why-only_start = has a beginning but no end; write it like 9:30-12:00
why-morning_or_not = could be morning or afternoon; write it like 13:00-16:00
why-not_one_of = must be one of: { $listed }
why-no_yes_or_no = must be yes or no
why-no_skill = “{ $words }” is no skill of ours; perhaps { $likely }
why-no_level = “{ $words }” is no level; write Still learning, Can do it myself, Do it for a living or Can teach it
why-no_province = is not one of Thailand's provinces
why-no_slots = is not a time of the week; write it like Saturday morning
why-no_company = is a company that we do not know yet; add it in the chat first
why-merged = is merged ({ $span }); take the cells apart and fill in each
why-over_seats = is more than the { $seats } seats of this role
why-with_reserved = must be filled in where seats are reserved
why-where_on_site = must be filled in for work on site
why-twice = stands in this file twice
why-exists = is here already
why-no_project = there is no project “{ $project }” in this file
why-no_roles = this project has no role
why-no_sheet = has no sheet called “{ $other }” or “{ $sheet }”
why-no_column = “{ $heading }” is no column that we know
why-column_twice = this column stands there twice
why-column_missing = this column is missing
why-no_mapping = should have names with values, such as “title: …”
why-no_list_here = should be a list
session = { $what ->
    [planned] ✓ new
    [moved] ✓ moved to
    [changed] ✓ changed
    [cancelled] ✓ called off
   *[same] = as it was
}: { $kind } “{ $project }” { $time }
sessions_checked = { $count ->
    [one] One session can be taken as it is.
   *[other] { $count } sessions can be taken as they are.
} Run the command without --dry-run to take them.
sessions_taken = { $count ->
    [one] One session is written down;
   *[other] { $count } sessions are written down;
} { $told ->
    [one] one person hears of it now.
   *[other] { $told } people hear of it now.
}
sessions_template = { $file } is there, with all sessions ahead. Change or add rows, and run: handup import sessions { $file } --dry-run
file-no_sessions = { $file } has no list of sessions. It should begin with “sessions:”.
why-no_link = is no link that opens; write it like https://…
why-no_session = is the id of no session
why-session_over = this session has begun or was called off, so it cannot be changed
why-session_exists = this project has such a session at that time already
why-unknown_project = there is no project “{ $project }”, or it is closed
why-several_projects = there are several projects “{ $project }”; write the project's id instead
why-other_project = this session's id belongs to another project
why-kind_stays = a session's kind cannot be changed; call it off and plan another
why-below_coming = is fewer than the { $coming } people who have said that they come
