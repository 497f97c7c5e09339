# ผลโหวตของเวที
called = ผลโหวต
words = ดูผลโหวต, ผลโหวตไอเดีย, สรุปไอเดีย
ranking = ผลโหวต { $name } “{ $project }” · โหวต { $voters } คน

    { $lines }
line = { $place } { $words } · { $dots } จุด
more = และอีก { $count } ข้อ
nothing = ยังไม่มีไอเดียบนกระดาน
session = ผลของนัดไหน
not_yet = { $name } “{ $project }” ยังไม่ปิดโหวต ปิดแล้วดูผลได้ที่นี่
none = ตอนนี้ยังไม่มีผลโหวตของนัดไหน
unknown = ไม่พบนัดนี้แล้ว
not_yours = นัดนี้เป็นของทีมที่คุณไม่ได้อยู่ด้วย
called_off = นัดนี้ยกเลิกไปแล้ว
