# สิ่งที่ทีมงานได้รับแจ้งเรื่องที่นั่ง ทีม และคนที่รอคำตอบ
seat_freed = { $how ->
    [declined] { $name } ไม่รับที่ในงาน “{ $role }” ({ $project })
    [expired] { $name } ไม่ได้ตอบรับที่ในงาน “{ $role }” ({ $project }) ภายในเวลา
    [released] { $name } ออกจากงาน “{ $role }” ({ $project }) แล้วตามที่ทีมงานบันทึกไว้
    [turned_down] เรียกคืนที่ของ { $name } ในงาน “{ $role }” ({ $project }) แล้ว
   *[withdrawn] { $name } ถอนตัวจากงาน “{ $role }” ({ $project })
}{ $reason }
    { $asked ->
        [none] ตอนนี้ยังไม่มีใครแทน
       *[other] เสนอที่ให้ { $asked } แล้ว รอคำตอบอยู่
    }{ $missing }
reason = 
    {""}
    เหตุผล: { $reason }
gaps = 
    {""}
    ทีมยังขาด
    { $gaps }
gap = • { $role } มี { $has } จาก { $least } คน
completed = ทีม “{ $project }” ครบแล้ว! เริ่มงานได้{ $owed ->
    [0] {""}
   *[other] {" "}ยังมี { $owed } คนที่รอคำตอบอยู่
}
applicants_waiting = มี { $count } คนรอคำตอบเกิน { $hours } ชม. แล้ว
    { $roles }
waiting_line = • { $role } ({ $project }) { $count } คน ตั้งแต่{ $since }{ $very ->
    [yes] {" "}(เกินมานาน)
   *[no] {""}
}
