# What the command that reports on a company says.
heading = { $company } · volunteering { $year }
as_of = As of { $day }
no_data = No hours in this year yet.
too_few = Fewer than { $fewest } people who have not agreed to be seen: the whole may not be shown.
part-working = verified, in working time
part-own = verified, in own time
part-others = not verified
part-total = in all, { $people ->
        [one] 1 person
       *[other] { $people } people
    }
lbg = Company's contribution (LBG): { $hours } h in working time{ $cost ->
        [none] ; worth what they cost the company (give it with --cost)
       *[other] , { $cost } baht at the company's own { $each } baht an hour
    }
not_pledged = Pledged: nothing was noted
pledged = Pledged: { $pledged } h · given and verified: { $actual } h{ $percent ->
        [none] {""}
       *[other] {" "}({ $percent }%)
    }
iris = IRIS OI8429, volunteer hours of employees: { $total } h (working time { $working } h, own time { $own } h)
table-events = By event (hours)
table-offices = By office (hours)
table-names = Those who agreed to be named (hours)
head-organisation = organisation
head-title = event
head-kind = type
head-days = date
head-office = office
head-name = name
head-people = people
head-total = in all
head-working = working
head-own = own
head-others = unverified
kind-work = role work
kind-training = training
kind-kickoff = kickoff
kind-workshop = workshop
kind-handover = handover
kind-follow_up = follow-up
no_project = work without a project
no_office = office not shown
rows_hidden = { $count ->
        [one] 1 row is not shown
       *[other] { $count } rows are not shown
    }
assumptions = Counted are hours that people logged while they belonged to the company and that nobody rejected. “Verified” means that the organisation, the team's lead or staff said so; contribution, pledge and IRIS count only these. Working time is what the person said was given in the employer's time.
why_hidden = “–” and rows that are not shown are of fewer than { $fewest } people who have not agreed to be seen, or would give such ones away by subtraction. Names and offices are only of those who agreed; they may withdraw at any time, from the next report on.
names_withheld = { $count ->
        [one] 1 person agreed to be named and is not,
       *[other] { $count } people agreed to be named and are not,
    } because the total would then tell of the few others.
sheet-summary = Year
sheet-figures = Figures
