# เตือนนัด: ก่อนถึงวัน ก่อนเริ่มไม่นาน และถามหลังจบ
several = มี { $count } เรื่องนัดมาบอก
ahead = { $near ->
    [today] วันนี้มีนัด
    [tomorrow] พรุ่งนี้มีนัด
   *[later] อีก { $days } วันมีนัด
} { $called } “{ $project }”
    { $time }
    สถานที่: { $where }{ $more }
    { $said ->
        [yes] คุณตอบว่าไปได้ ถ้าติดธุระบอกได้เลย
        [maybe] คุณบอกว่ายังไม่แน่ใจ ตอนนี้ไปได้ไหม
       *[open] ไปได้ไหม
    }
soon = { $near ->
    [today] อีกไม่นานเจอกัน
    [tomorrow] พรุ่งนี้เจอกัน
   *[later] ใกล้เจอกันแล้ว
} { $called } “{ $project }”
    { $time }
    สถานที่: { $where }{ $more }
after = { $called } “{ $project }” เป็นอย่างไรบ้าง
    { $time }
    ขอบคุณที่มานะ บันทึกชั่วโมงของคุณได้เลย
were_you_there = { $called } “{ $project }” จบแล้ว
    { $time }
    คุณได้ไปไหม ถ้าได้ไป บันทึกชั่วโมงได้เลย
