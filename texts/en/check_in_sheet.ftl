# The printed check-in page (both languages stand on it).
heading = Check in here
open_chat = Scan it, then press send
one_way = One of them is enough
type_this = or type this number in the HandUp chat
gone = This link has expired, or the session was called off
