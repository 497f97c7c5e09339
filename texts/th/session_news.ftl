# บอกคนที่ได้รับเชิญว่ามีนัดใหม่ เลื่อน เปลี่ยน หรือยกเลิก
planned = 📅 นัดใหม่: { $kind } “{ $project }”
    { $time }
    สถานที่: { $where }{ $details }
    { $said ->
        [yes] คุณตอบว่าไปได้แล้ว ถ้าติดธุระบอกได้เลย
       *[open] ไปได้ไหม
    }
moved = 🔁 เลื่อนนัด: { $kind } “{ $project }”
    เดิม: { $was }
    ใหม่: { $time }
    สถานที่: { $where }{ $details }{ $reason }
    { $said ->
        [yes] คุณเคยตอบว่าไปได้ เวลาใหม่ยังไปได้ไหม
       *[open] เวลาใหม่ไปได้ไหม
    }
changed = ✏️ นัดมีรายละเอียดใหม่: { $kind } “{ $project }”
    { $time }{ $details }
    { $said ->
        [yes] คุณตอบว่าไปได้ ไม่ต้องตอบใหม่
       *[open] ไปได้ไหม
    }
cancelled = ❌ ยกเลิกนัด: { $kind } “{ $project }”
    { $time }{ $reason }
    ขออภัยที่ต้องยกเลิก ขอบคุณที่เผื่อเวลาไว้ให้นะ
let_off = { $kind } “{ $project }” { $time }
    ปรับเป็นเฉพาะบางคนแล้ว คุณไม่ต้องเผื่อเวลานี้ไว้นะ ขอบคุณ
reason = เพราะ: { $words }
line-title = เรื่อง: { $words }
line-where = สถานที่: { $words }
line-link = ลิงก์: { $words }
line-materials = เตรียม: { $words }
many = 📅 มีข่าวของ { $count } นัด “{ $projects }”
    { $lines }
    ดูและตอบได้ที่ “งานของฉัน” และจะถามอีกครั้งก่อนถึงแต่ละนัด
short-planned = ใหม่: { $session }
short-moved = เลื่อนเป็น: { $session }
short-changed = รายละเอียดใหม่: { $session }
short-cancelled = ยกเลิก: { $session }
short-let_off = ไม่ต้องไปแล้ว: { $session }
