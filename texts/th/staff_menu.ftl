# สิ่งที่รอทีมงานก่อน แล้วภาพรวม และสิ่งที่ทำได้
called = เมนูทีมงาน
words = ทีมงาน, หน้าทีมงาน
menu = { $attention }

    ภาพรวมตอนนี้
    • อาสา { $volunteers } คน · โครงการที่เปิดอยู่ { $projects }
    • บทบาทที่ยังว่าง { $roles } (รวม { $seats } ที่)
    • { $pushes ->
        [unlimited] เดือนนี้ส่ง LINE ได้ไม่จำกัด
       *[other] เดือนนี้ส่ง LINE ได้อีก{ $known ->
            [yes] {""}
           *[no] ราว
        } { $pushes } ข้อความ
    }
nothing_waits = ตอนนี้ไม่มีอะไรค้าง 👍
applicants = 🙋 ผู้สมัครรอคำตอบ { $count } คน{ $overdue ->
        [0] {""}
       *[other] {" "}(เกินเวลาที่สัญญาไว้ { $overdue } คน)
    }
requests = 💬 รอคำตอบจากทีมงาน { $count } เรื่อง
alarms = ⚠ { $count } เรื่องเงียบอยู่
letters = 📄 รอหนังสือรับรอง { $count } คำขอ
hours = ⏳ { $amount } รอยืนยันนานเกินไป
drafts = 📝 โครงการที่ยังเป็นร่าง { $count }
searches = 🔎 หาคนรอบสุดท้ายแล้วแต่ยังไม่ครบ { $count } บทบาท
broadcasts = 📣 ประกาศที่ยังส่งไม่จบ { $count }
under_way = เรื่องที่ทำต่อได้
search = หาต่อ: { $role }
sending = { $state ->
    [planned] ประกาศ จะส่ง { $when }
    [paused] ประกาศ พักไว้ { $when }
   *[running] ประกาศ กำลังส่ง { $when }
}
request = { $name } ถามไว้เมื่อ { $when }
    “{ $words }”
