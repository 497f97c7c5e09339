# เรื่องที่ควรเกิดแล้วยังไม่เกิด บอกทีมงานครั้งเดียวต่อเรื่อง
called = เรื่องที่เงียบอยู่
words = เรื่องเงียบ, เรื่องที่เงียบ, มีอะไรเงียบ
raised = ⚠ มี { $count } เรื่องที่เงียบอยู่
    { $alarms }{ $more ->
        [0] {""}
       *[other] {" "}
            และอีก { $more } เรื่อง
    }
line-nobody_answered = { $kind } “{ $project }” { $time } ใกล้ถึงแล้ว ชวนไว้ { $count } คน ยังไม่มีใครตอบ
line-nobody_came = { $kind } “{ $project }” { $time } จบแล้ว ยังไม่มีใครลงชื่อว่ามา
line-no_session = “{ $project }” มีคนในทีมแล้ว แต่ยังไม่มีนัดถัดไป
line-no_hours = “{ $project }” มี { $count } คนไม่ได้ลงชั่วโมงมา 10 วันแล้ว: { $names }{ $others ->
    [0] {""}
   *[other] {" "}และอีก { $others } คน
}
line-hours_wait = “{ $project }” มีชั่วโมงรอยืนยันมานานแล้ว { $amount } ของ { $people } คน
line-sweep_fails = งานเบื้องหลัง “{ $sweep }” ทำไม่สำเร็จหลายครั้งติดกัน ให้ผู้ดูแลระบบเรียก handup doctor
none = ตอนนี้ไม่มีเรื่องไหนเงียบผิดปกติ 👍
