# ลิงก์และ QR ของงาน ไว้ส่งต่อให้เพื่อน
called = ชวนเพื่อน
words = แชร์, ส่งต่อ, ขอลิงก์, ลิงก์, คิวอาร์
about = จะชวนเพื่อนมางานไหน
forward = ส่งต่อข้อความถัดไปได้เลย{ $pictures ->
        [both] {" "}QR แรกสำหรับ LINE อันที่สองสำหรับ Telegram
        [line] {" "}QR สำหรับ LINE
        [telegram] {" "}QR สำหรับ Telegram
       *[none] {""}
    }
invitation = { $kind ->
    [role] ชวนมาเป็น “{ $title }” ในโครงการ “{ $project }” ของ { $organisation }
    ใช้ทักษะ: { $needs }
   *[project] ชวนมาช่วยโครงการ “{ $title }” ของ { $organisation }
    { $needs }
}

    { $ways }
gone = งานนี้ยังไม่เปิดรับหรือปิดไปแล้ว จึงยังส่งลิงก์ไม่ได้
nothing_open = ตอนนี้ยังไม่มีงานที่เปิดรับ
