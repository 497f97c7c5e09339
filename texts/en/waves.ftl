# A word to staff when a search leads nowhere by itself.
last_wave = "{ $role }" ({ $project }): every wave was told, { $told ->
        [one] 1 person
       *[other] { $told } people
    } in all, and { $left ->
        [one] 1 seat is
       *[other] { $left } seats are
    } still free. You can tell more people, ask for less in the role, or share it.
nobody_left = "{ $role }" ({ $project }): nobody whom it suits is left to tell. { $told ->
        [one] 1 person was
       *[other] { $told } people were
    } told, and { $left ->
        [one] 1 seat is
       *[other] { $left } seats are
    } still free. You can ask for other skills or times in the role, or share it.
