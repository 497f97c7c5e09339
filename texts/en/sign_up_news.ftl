# What volunteers hear when staff, or time, settled their sign-up.
turned_down = Thank you for your interest in “{ $role }” ({ $project }). Our staff have considered it, and it is not this time; we are glad that you want to help.{ $others }
closing = “{ $role }” ({ $project }) has closed, and it is not this time. Thank you for applying and for waiting.{ $others }
released = Our staff have taken your name off “{ $role }” ({ $project }). Thank you for everything you did. If you have a question, you can talk to a person.
expired = The offer as “{ $role }” ({ $project }) is over, so the seat went on to the next. That is all right; if you still would like it, you can sign up again.
waiting = “{ $role }” ({ $project }) has no seat right now. You are on its wait-list at number { $place }, and we will tell you at once if a seat is free.
others = 
    {""}

    Other roles that may suit you
    { $roles }
other = • { $role } · { $project }
