# What volunteers hear about their work references.
issued = 🎉 Your work reference as “{ $role }” ({ $project }) is here.
    Verified hours: { $hours } · code { $code }
    The link is yours alone and good for 7 days; there is always a new one under “My letters”. Whoever gets the letter can scan its QR to see that it is genuine.
again = Your work reference as “{ $role }” ({ $project })
    Code { $code } · the link is yours alone and good for 7 days.
open = Open the letter
no_address = Your work reference as “{ $role }” ({ $project }) is issued, with the code { $code }. The network cannot send files in the chat yet; please ask our staff for it.
refused = Thank you for asking for a reference as “{ $role }” ({ $project }). Our staff cannot issue it now:
    “{ $reason }”

    If you have a question, talk to a person; and you can ask again at any time.
revoked = Our staff had to revoke your work reference as “{ $role }” ({ $project }), code { $code }:
    “{ $reason }”

    Your hours and your record stay as they are. You can ask for a new one, or talk to a person.
