called = My profile
words = profile, about me, edit profile, my details, continue profile
name = What shall we call you?
    .label = Name
    .retry = Please type the name you want to be called by, such as Mali (at most 60 letters).
    .help = A first name or nickname is enough.
sector = Thanks, { $name }. Which sector do you work in?
    .label = Sector
employer = Where do you work? (company or office)
    .label = Employer
    .retry = Just the name of the company or office, please, or tap "Skip".
    .private = That looks like an ID number. Only the name of your workplace, please.
employer_sees =
    May "{ $employer }" see your volunteer hours?

    Saying no changes nothing about your volunteering.
    .label = Employer sees
province = Which province do you live in? Type its name or tap.
    .label = Province
    .retry = I could not find that province. Try its name, such as Chiang Mai, Bangkok or Korat.
    .which = Where do you live most of the time?
place = How would you like to work?
    .label = Way of working
skills =
    Which skills would you like to use? Just tell me, such as "bookkeeping and graphic design", or tap (5 at most).

    No health, religion or ID numbers, please.
    .label = Skills
    .retry = I did not find a skill in that. Try a few words, such as "translation" or "websites", or tap a button.
    .private = That looks like an ID number. Only skills, please.
    .help = Tap as many as you like, then "Done"; or type several in one message.
    .more = Any other skill? If not, tap "Done".
sure_skills = I understood: { $understood }. Is that right?
sure_skills-right = Right
    .also = yes,ok,okay,correct,y,that's right
sure_skills-again = No, choose again
    .also = no,wrong,again,n,not right,change
levels = How strong are you in "{ $item }"?
    .label = Levels
slots =
    When are you usually free? Just tell me, such as "Saturdays and Wednesday evenings", or tap as many as you like.
    .label = Free
    .retry = I am not sure when that is. Try days and times, such as "weekday evenings" or "Sat afternoon", or tap.
    .help = Tap as many as you like, then "Done".
    .more = Any other time? If not, tap "Done".
    .which_times = Got it. And on which days, at what time?
slots-weekday_day = Mon–Fri daytime
slots-weekday_evening = Mon–Fri evening
slots-sat_morning = Sat morning
slots-sat_afternoon = Sat afternoon
slots-sun_morning = Sun morning
slots-sun_afternoon = Sun afternoon
slots-weekend_evening = Weekend evening
slots-any_time = Any time
    .also = anytime,always,whenever,flexible
sure_slots = I understood that you are free { $understood }. Is that right?
sure_slots-right = Right
    .also = yes,ok,okay,correct,y,that's right
sure_slots-again = No, say it again
    .also = no,wrong,again,n,not right,change
halfway =
    We can match you with roles now 🎉

    A few more questions help us suggest better ones. Shall we go on?
halfway-go_on = Go on
    .also = yes,ok,okay,continue,sure,y
halfway-later = Later
    .also = no,not now,n
causes = Which causes matter most to you? Choose up to 3.
    .label = Causes
    .more = Another one? If not, tap "Done".
learns =
    Is there a skill you would like to learn or practise while volunteering? Just tell me, such as "I'd like to try dashboards", or tap (3 at most).
    .label = Would like to learn
    .retry = I did not find a skill in that. Try a few words, such as "video editing", or tap; if there is none, tap "Skip".
    .private = That looks like an ID number. Only skills, please.
    .help = Tap as many as you like, then "Done"; or type several in one message.
    .more = Anything else you would like to learn? If not, tap "Done".
sure_learns = I understood that you would like to learn { $understood }. Is that right?
sure_learns-right = Right
    .also = yes,ok,okay,correct,y,that's right
sure_learns-again = No, choose again
    .also = no,wrong,again,n,not right,change
days = About how many days can you give in a month?
    .label = Time to give
    .retry = A number of days a month, please, such as 2; or tap.
days-under_1 = Less than a day
    .also = half a day,less than 1 day
days-1_2 = 1–2 days
days-3_4 = 3–4 days
days-over_4 = More than 4 days
days_each_month = { $days ->
    [1] 1 day a month
   *[other] { $days } days a month
}
starts = A project takes about 3 months. How soon could you start?
    .label = Can start
    .retry = A date, please, such as "1 Dec"; or tap.
    .past = That day is over. Please choose today or later.
starts-now = At once
    .also = now,today,right away,immediately
starts-next_month = Next month
starts-not_yet = Not sure yet
    .also = not yet,not sure,don't know
away = Any dates you are away in the next 3 months? Type them, such as "24 Dec - 2 Jan"; commas between several.
    .label = Away
    .retry = I could not read the dates. Try something like "24 Dec - 2 Jan, 15-17 Jan", or tap "None".
    .far = Only dates to come, please, within about half a year.
away-none = None
    .also = no,nope,n,never,no dates
news = How would you like to hear of new roles?
    .label = News of roles
quiet = When must we not disturb you? Usually we are quiet from 21:00 to 08:00. For other hours, type something like "22-7".
    .label = Quiet hours
    .retry = From when until when, please, such as "22-7" or "21:30-8:00".
quiet-usual = 21:00–08:00
    .also = usual,as usual,ok,okay,fine,that's fine
quiet-none = Any time is fine
    .also = any time,anytime,none,never
quiet_hours = { $starts }–{ $ends }
conflicts =
    Is there an organisation you should not work with (a conflict of interest)? Type its name; commas between several.

    We use it only to not suggest that organisation's roles to you.
    .label = Organisations to avoid
    .retry = Names of organisations, please, such as "Foundation A, Company B" (10 at most), or tap "None".
    .private = That looks like an ID number. Only the organisation's name, please.
conflicts-none = None
    .also = no,nope,n,no organisation
stories =
    May we use your picture or story when we tell of the network's work?

    You can volunteer whatever you answer.
    .label = Picture and story
summary =
    Your summary
    { $summary }

    Is it right?
done = Thank you, all done 🙌 You can change it at any time: type "profile".
until_later = All right, your answers are saved. Type "profile" whenever you want to go on.
cancelled = All right, stopped here. Your answers so far are saved; type "profile" to go on.
