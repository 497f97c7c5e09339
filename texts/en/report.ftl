# What the command that reports value says.
heading = The value of volunteering · { $network }
about = { $about } · as of { $day }
of-everything = every year, every project
of-year = { $name }
of-project = project { $name }
of-organisation = { $name }
of-company = people of { $name }
forecasts = Forecast (a plan, not a result)
forecast-a = Forecast A, everybody all year: { $people } people × { $days } days × { $months } months × { $rate } baht
forecast-b = Forecast B, one project each: { $people } people × { $days } days × { $months } months × { $rate } baht
days = { $days } days
baht = { $baht } baht
facts = What was really given
head-people = people
head-hours = hours
head-days = days
head-baht = baht
head-total = total (baht)
head-self_reported = self-reported
head-attended = attended
head-verified = verified
grade-self_reported = self-reported
grade-attended = attended
grade-verified = verified
total = total
share = { $percent }% of the value submitted is verified
working = verified, given in working time
own = verified, given in own time
rejected = { $count ->
    [one] 1 rejected entry does not count
   *[other] { $count } rejected entries do not count
}
rejected_few = rejected entries do not count (fewer than 5 people)
no_data = No hours in this time yet.
all_hidden = fewer than 5 people
few = fewer than 5 people
no_names = Single volunteers are only shown within the network: add --internal
why_hidden = "fewer than 5 people" and "–" stand for figures that are not shown: they are of few people, or would give such ones away by subtraction. Staff see everything with --internal.
table-project = By project
table-organisation = By organisation
table-company = By company
table-volunteer = By volunteer
table-month = By month
table-year = By year
nobody-project = no project
nobody-organisation = no organisation
nobody-company = not with a company
nobody-volunteer = people who were forgotten
gone = no longer known
rates = A day is { $hours } hours and worth
every_skill = every skill
while-otherwise = where no rate is set
while-since = from { $since }
while-since_until = { $since } – { $until }
source = source: { $source }
our_own = the network's own assumption
entries = The entries behind it
written = Wrote { $file }
file_exists = { $file } is there already; it was not overwritten
no_folder = there is no folder to write { $file } into
no_year = { $year } is no year to report on: give one C.E. or พ.ศ., such as 2026 or 2569
unknown-project = There is no project called "{ $name }". Near it:
    { $listed }
unknown-organisation = There is no organisation called "{ $name }". Near it:
    { $listed }
unknown-company = There is no company called "{ $name }". Near it:
    { $listed }
several-project = Several projects are called "{ $name }": give the id in brackets instead.
    { $listed }
several-organisation = Several organisations are called "{ $name }".
    { $listed }
several-company = Several companies are called "{ $name }": give the id in brackets instead.
    { $listed }
close-one_kind = Close one thing at a time: a year, a project or a company.
close-not_over = This year is not over; it cannot be closed yet.
close-which_year = To close a year or a company's part of it, name one that is over: --year
close-goes_on = This project still goes on: close it in the chat first, or name a year that is over: --year
close-nothing = There is nothing to close.
close-preview = Closing "{ $about }" would lock { $count ->
        [one] 1 entry
       *[other] { $count } entries
    } ({ $unverified } not verified by anybody, { $already } locked already).
    From then on they cannot be corrected, cancelled or verified; what is wrong is put right by entries that adjust them.
    Nothing was closed. If you are sure, say it again with --yes
close-done = Closed "{ $about }": { $count ->
        [one] 1 entry
       *[other] { $count } entries
    } ({ $unverified } not verified by anybody, { $already } locked already).
sheet-figures = Figures
sheet-entries = Entries
sheet-rates = Rates
