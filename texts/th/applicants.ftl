# ผู้สมัครของงานหนึ่ง: ใครสมัคร เหมาะอย่างไร และจะตอบอย่างไร
called = ดูผู้สมัคร
words = ผู้สมัคร, ใครสมัครบ้าง, คนสมัคร, รายชื่อผู้สมัคร
about = ดูผู้สมัครของงานไหน
role_option = { $role } ({ $count } คน)
card = { $standing }
    { $reasons }{ $answer }
    { $record }
    .title = { $number }. { $name }
no_reasons = ยังไม่มีทักษะหรือเวลาที่ตรงกับงานนี้
answer = 
    {""}
    คำตอบ: “{ $why }”
since = { $state } · ตั้งแต่{ $since }{ $late ->
    [yes] {" "}⚠ เกินเวลาตอบแล้ว
   *[no] {""}
}
until = { $state } · ถึง{ $until }
record = ที่ผ่านมา: { $roles } งาน · { $sessions } นัด · รับรองแล้ว { $verified }{ $attended ->
    [no] {""}
   *[other] {" "}· เข้าร่วมนัด { $attended }
}{ $self_reported ->
    [no] {""}
   *[other] {" "}· แจ้งเอง { $self_reported }
}
act = “{ $role }” ({ $project }) ว่าง { $left } จาก { $seats } ที่
    รอคำตอบ { $interested } · คัดไว้ { $shortlisted } · คิวสำรอง { $waiting } · เสนอแล้ว { $offered } · หมดเวลา { $expired }
    ทำทีละหลายคนได้ เช่น “เสนอ 1 3” “คัด 2 4” “คิว 5” “ปฏิเสธ 6”
    .retry = ยังไม่เข้าใจ ลองแตะปุ่มบนการ์ด หรือพิมพ์ เช่น “เสนอ 1 3”
    .no_such_number = ไม่มีหมายเลข { $number } ในรายชื่อ (มี 1 ถึง { $most })
    .gone = ตัวเลือกนี้ไม่มีแล้ว
act-offer_shortlisted = เสนอที่คัดไว้ ({ $count })
    .also = เสนอที่คัดไว้,เสนอทุกคนที่คัดไว้,เสนอคนที่คัดไว้
act-decline_rest = ปฏิเสธที่เหลือ ({ $count })
    .also = ปฏิเสธที่เหลือ,ตอบปฏิเสธที่เหลือ,ปฏิเสธคนที่เหลือ
act-more = ดูต่อ
    .also = ต่อ,ถัดไป,หน้าต่อไป
act-done = เสร็จแล้ว
    .also = เสร็จ,พอแล้ว,จบ
sure = { $verb ->
    [offer] เสนอที่ให้ { $count } คน: { $names }
    [line] ลงคิวสำรองและบอก { $count } คน: { $names }
   *[turn_down] ตอบปฏิเสธอย่างสุภาพ { $count } คน: { $names }
}
    { $price }
    ทำเลยไหม
sure-yes = ทำเลย
    .also = ใช่,ตกลง,โอเค,ยืนยัน,ได้
sure-no = ยังก่อน
    .also = ไม่,ไว้ก่อน,ยัง
result = { $result }
done = เรียบร้อย กลับมาดูผู้สมัครเมื่อไรก็ได้
all_answered = ตอบผู้สมัครงานนี้ครบทุกคนแล้ว
nobody = ยังไม่มีใครสมัครงาน “{ $role }”
gone = ไม่พบงานนี้แล้ว
nobody_waits = ตอนนี้ไม่มีผู้สมัครที่รออยู่
