# ยกเลิกนัด ถามก่อนเสมอ
called = ยกเลิกนัด
words = งดนัด
cancelled = หยุดไว้แค่นี้ นัดยังอยู่
about = ยกเลิกนัดไหน
    { $lines }
which = { $kind } “{ $project }” { $time } เป็นนัดซ้ำ ยังมีต่ออีก { $count } นัด ยกเลิกนัดไหนบ้าง
how = ยกเลิก{ $kind } “{ $project }”{ $further ->
        [0] {""}
       *[other] {" "}และอีก { $further } นัดที่ตามมา
    } ใช่ไหม
    { $time } · { $where }
    เพราะ: { $reason }{ $yes ->
        [0] {""}
       *[other] {""}
        มีคนตอบว่าไปได้แล้ว { $yes } คน
    }

    { $price }
cancelled_now = { $way ->
    [tell] ยกเลิกแล้ว กำลังแจ้ง { $told } คน
   *[other] ยกเลิกแล้ว{ $count ->
        [1] {""}
       *[other] {" "}{ $count } นัด
    }
}
    { $sessions }
begun = { $kind } “{ $project }” เริ่มไปแล้ว ({ $time }) จึงยกเลิกไม่ได้
called_off = { $kind } “{ $project }” { $time } ยกเลิกไปแล้ว
left = ได้เลย นัดยังอยู่เหมือนเดิม
gone = ไม่พบนัดนี้
nothing = ยังไม่มีนัดข้างหน้าให้ยกเลิก
