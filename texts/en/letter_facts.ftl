# What a work reference will say.
says = Name: { $names }
    Role: { $role }
    Project: { $project }
    Organisation: { $organisation }
    Period: { $period }
    Verified hours: { $hours }
    Skills given: { $skills }{ $praise ->
        [none] {""}
       *[other]
            {""}
            The organisation's words: “{ $praise }”
    }
