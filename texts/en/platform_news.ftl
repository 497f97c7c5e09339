# A platform does not answer, or is back: staff hear of each once.
away = ⚠ { $channel } has not answered us since { $time }.
    Nothing is lost: what we have to say there waits, and goes out by itself once it is back. You will hear of it.
back = { $channel } is back 👍
    What has waited since { $time } is going out now.
