# สิ่งที่ทีมงานทำได้ และภาพรวมของเครือข่าย
called = เมนูทีมงาน
words = ทีมงาน, หน้าทีมงาน
menu = ภาพรวมตอนนี้
    • อาสา { $volunteers } คน
    • โครงการที่เปิดอยู่ { $projects } · ยังเป็นร่าง { $drafts }
    • บทบาทที่ยังว่าง { $roles } (รวม { $seats } ที่)
    • { $pushes ->
        [unlimited] เดือนนี้ส่ง LINE ได้ไม่จำกัด
       *[other] เดือนนี้ส่ง LINE ได้อีก{ $known ->
            [yes] {""}
           *[no] ราว
        } { $pushes } ข้อความ
    }
    • { $requests ->
        [0] ไม่มีใครรอคำตอบ
       *[other] รอคำตอบจากทีมงาน { $requests } เรื่อง
    }
request = { $name } ถามไว้เมื่อ { $when }
    “{ $words }”
