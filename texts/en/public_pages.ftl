# What web pages say that belong to no flow (both languages stand on them).
slow_down = So many pages were asked for from here that we have to pause. Please try again in a moment.
no_copy = This link has expired or is wrong. You can get a new one in the chat: type “my data”.
no_picture = This picture is no longer available. You can get a new one in the chat.
nothing_here = There is no such page. Please check the link, or get a new one in the chat.
