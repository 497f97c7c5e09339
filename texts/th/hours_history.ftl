# ชั่วโมงที่ลงไว้ ใครยืนยัน และเกิดอะไรขึ้นกับแต่ละรายการ
called = ประวัติชั่วโมง
words = ดูประวัติชั่วโมง, รายการชั่วโมง, ชั่วโมงที่ลงไว้
which = ชั่วโมงที่ลงไว้ ล่าสุดอยู่บน
    { $lines }{ $older ->
        [0] {""}
       *[other] {""}
        และก่อนหน้านี้อีก { $older } รายการ
    }
    อยากดูรายการไหน แตะหรือพิมพ์เลขได้เลย
one_line = { $entry }
    { "   " }{ $mark }{ $counted ->
        [same] {""}
       *[other] {" "}· นับเป็น { $counted }
    }
mark = { $of ->
    [verified] ✓ { $grade }
    [attended] ◐ { $grade }
   *[self_reported] ○ { $grade }
}
mark-cancelled = – ยกเลิกแล้ว
mark-rejected = ✗ ไม่ได้รับการยืนยัน
mark-asked = ? มีคำถามรอคุณตอบ
history = { $entry }

    { $lines }
fix = แก้หรือยกเลิก
wrong = ขอให้ปรับ
did-logged = { $day } ลง { $entry }
did-corrected = { $day } แก้เป็น { $entry }
did-cancelled = { $day } ยกเลิก
did-adjusted = { $day } เจ้าหน้าที่ปรับ { $entry }
did-verified = { $day } { $by }ยืนยัน{ $words ->
    [no] {""}
   *[other] {" "}“{ $words }”
}
did-asked = { $day } { $by }ถามว่า “{ $words }”
did-answered = { $day } คุณตอบว่า “{ $words }”
did-rejected = { $day } { $by }ไม่ยืนยัน เพราะ “{ $words }”
did-closed = { $day } { $words ->
    [letter] อยู่ในหนังสือรับรอง
    [project] อยู่ในรายงานโครงการ
    [company] อยู่ในรายงานบริษัท
   *[year] อยู่ในรายงานประจำปี
} แก้ตรง ๆ ไม่ได้แล้ว
by-organisation = องค์กร
by-team_lead = หัวหน้าทีม
by-staff = เจ้าหน้าที่
by-self = คุณ
none = ยังไม่มีชั่วโมงที่ลงไว้
