# กดปุ่มในข่าวที่ทีมงานส่ง
called = ดูงานนี้
words = ดูข่าวล่าสุด
card = { $project } · { $organisation }
    { $aim }
    ใช้ทักษะ: { $needs }{ $suits }
    { $seats } · { $effort } · { $place } · { $when }
    .title = { $role }
closed = งานนี้ปิดรับแล้ว ดูงานอื่นได้
gone = ข่าวนี้ไม่มีแล้ว ดูงานที่เปิดอยู่ได้
