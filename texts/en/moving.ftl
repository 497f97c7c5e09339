# Why something cannot be paused, resumed or closed.
nobody = Nobody has signed up, so nobody has to be told.
gone = This project or role does not exist any more.
same = { $state ->
    [paused] "{ $title }" is paused already.
    [closed] "{ $title }" is closed already.
   *[other] "{ $title }" is open already.
}
closed = "{ $title }" is closed and cannot be opened again, but its project can be copied.
draft = "{ $title }" is still a draft; publish it first.
seen = "{ $title }" has been published and cannot be a draft again.
