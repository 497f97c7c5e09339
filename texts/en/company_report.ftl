# What a company's people gave in a year, for staff.
called = Company's report
words = company report, company pledge
about = Which company?
act =
    { $company } · { $year }

    { $figures }

    Pledged: { $pledged ->
        [none] not noted
       *[other] { $pledged } h · given and verified so far: { $actual } h
    }

    This is what the company may see: no sum of fewer than { $fewest } people who have not agreed, names only of those who have. The files come from handup report company.
act-pledge = Note its pledge
    .also = pledge
act-last_year = Last year
act-enough = That's all
    .also = enough,nothing,ok
sums = { $people ->
        [one] 1 person
       *[other] { $people } people
    }, { $total } h in all
    • verified, in working time: { $working } h
    • verified, in own time: { $own } h
    • not verified: { $others } h
    • shown by name: { $named }{ $withheld ->
        [0] {""}
       *[other] {" "}({ $withheld } more agreed, but beside the total that would tell of the few others)
    }
office_line = • { $office }: { $people ->
        [one] 1 person
       *[other] { $people } people
    }, { $total } h
hidden = (not shown)
too_few = Fewer than { $fewest } people who have not agreed to be seen: nothing may be shown.
nothing_yet = No hours in this year yet.
hours = How many hours does { $company } mean to give in { $year }?
    .retry = A number of hours, please, such as 500.
pledged = Noted: { $company } means to give { $hours } hours in { $year }.
last_year =
    { $company } · { $year }

    { $figures }

    Pledged: { $pledged ->
        [none] not noted
       *[other] { $pledged } h · given and verified: { $actual } h
    }
enough = All right.
gone = This company is not there any more.
none = There is no company yet.
