# The printed check-in page (both languages stand on it).
heading = Check in here
open_chat = Scan one of them, then press “Send” or “Start”
type_this = or type this number in the HandUp chat
gone = This link has expired, or the session was called off
