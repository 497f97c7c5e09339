# Whether we may ask after hours that are not logged.
called = Asking settings
words = asking for hours, stop asking for hours
often = On Mondays we ask after the week before, if nothing of it is logged.
    { $asked ->
        [yes] That is on now. Shall we go on asking?
       *[no] That is off now. Shall we ask?
    }
often-weekly = Do ask
    .also = yes,y,ok,on,ask
often-never = Do not ask
    .also = no,n,off,never,stop asking
written = { $asked ->
    [yes] All right, we will ask on Mondays when nothing is logged.
   *[no] All right, we will not ask any more. You can always log hours.
}
