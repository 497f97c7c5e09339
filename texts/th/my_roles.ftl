called = งานของฉัน
words = นัดของฉัน, งานที่สมัคร, ตารางนัด, ถอนตัว, ขอถอนตัว
role = { $project } · { $organisation }
    { $effort } · { $place }

    นัดถัดไป: { $next }{ $later }
    .title = { $role }
later = 
    {""}
    นัดต่อจากนั้น
    { $sessions }
session_line = { $session }{ $said ->
    [yes] {" "}(คุณตอบว่าไปได้)
    [no] {" "}(คุณตอบว่าไปไม่ได้)
    [maybe] {" "}(คุณยังไม่แน่ใจ)
    [waiting] {" "}(ที่เต็ม คุณอยู่ในคิวลำดับที่ { $number })
   *[open] {""}
}
no_sessions = ยังไม่ได้นัด จะแจ้งเมื่อมีนัด
offer = { $project } · { $organisation }
    มีที่รอคุณอยู่ ตอบภายใน{ $until } (เหลือ { $remaining })

    นัดของทีม
    { $sessions }
    .title = { $role }
applied = { $project } · { $organisation }
    { $late ->
        [yes] ทีมงานยังไม่ได้ตอบภายในเวลาที่บอกไว้ ขอโทษนะ กำลังเร่งให้
       *[no] ทีมงานกำลังพิจารณา จะตอบภายใน{ $answer }
    }
    .title = { $role }
queue = { $project } · { $organisation }
    อยู่ในคิวสำรอง ลำดับที่ { $number } มีที่ว่างเมื่อไรจะบอกทันที
    .title = { $role }
leave = ถอนตัวจากงานนี้
leave_queue = ออกจากคิวสำรอง
leave_application = ถอนใบสมัคร
sure = { $held ->
    [team] ถอนตัวจากงาน “{ $role }” ({ $project }) ไหม ถ้ามีคนรออยู่ ที่นี้จะเป็นของคนถัดไป
    [offered] ไม่รับที่ในงาน “{ $role }” ({ $project }) ใช่ไหม ที่นี้จะเป็นของคนถัดไป
    [applied] ถอนใบสมัครงาน “{ $role }” ({ $project }) ไหม
   *[waiting] ออกจากคิวสำรองของงาน “{ $role }” ({ $project }) ไหม
}
sure-yes = ยืนยัน
    .also = ใช่,ถอนตัว,ตกลง,โอเค,ออก
sure-no = อยู่ต่อ
    .also = ไม่,ยังก่อน,ไม่ถอน,เปลี่ยนใจ
left = เรียบร้อย ขอบคุณที่บอกเรานะ ไว้มีงานที่เหมาะกว่านี้ค่อยมาร่วมกันใหม่
left_team = ถอนตัวให้แล้ว ขอบคุณที่บอกเรานะ ไว้มีงานที่เหมาะกว่านี้ค่อยมาร่วมกันใหม่
kept = ดีใจที่อยู่ด้วยกันต่อ
not_yours = คุณไม่มีชื่อในงานนี้แล้ว
none = ตอนนี้คุณยังไม่มีงานที่รับไว้ มาดูงานที่เปิดรับกันไหม
done = { $project } · { $organisation }
    งานนี้เสร็จแล้ว ขอบคุณมาก 💛
    .title = { $role }
