# แจ้งนัดในกลุ่มของทีมโดยไม่ต้องถาม
near = { $near ->
    [today] วันนี้มี
    [tomorrow] พรุ่งนี้มี
   *[later] ใกล้ถึงนัด
}{ $kind } “{ $project }”
    { $time }
    สถานที่: { $where }
    { $coming ->
        [0] ตอบว่าไปได้ไหมในแชตส่วนตัวกับ HandUp ได้เลย
       *[other] ตอบว่าไปได้แล้ว { $coming } คน ใครยังไม่ได้ตอบ ตอบในแชตส่วนตัวกับ HandUp ได้เลย
    }
moved = { $near ->
    [today] เปลี่ยนนัดเป็นวันนี้:
    [tomorrow] เปลี่ยนนัดเป็นพรุ่งนี้:
   *[later] เปลี่ยนนัด:
} { $kind } “{ $project }”
    เวลาใหม่ { $time }
    สถานที่: { $where }
    ไปได้หรือไม่ บอกในแชตส่วนตัวกับ HandUp ได้เลย
cancelled = ยกเลิกนัด{ $near ->
    [today] วันนี้:
    [tomorrow] พรุ่งนี้:
   *[later] {""}
} { $kind } “{ $project }”
    เดิม { $time } · { $where }
