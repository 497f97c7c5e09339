# คำที่ใช้เมื่อทีมงานแก้ไขโครงการและบทบาท
enough = พอแล้ว
    .also = เสร็จแล้ว,ไม่แก้แล้ว,ครบแล้ว,เท่านี้
all = ถามข้อที่ยังไม่มี
this_role = บทบาท: { $role }
role_line = • { $role } · รับแล้ว { $taken } จาก { $seats } ที่{ $state ->
    [paused] {" "}(พักรับ)
   *[open] {""}
}
project-draft = ฉบับร่าง
project-published = เปิดรับสมัคร
project-paused = พักรับสมัคร
project-closed = ปิดแล้ว
role-open = เปิดรับ
role-paused = พักรับ
role-closed = ปิดแล้ว
lacks = ก่อนเผยแพร่ยังขาด: { $missing }
lacks-roles = บทบาทอย่างน้อยหนึ่งบทบาท
lacks-skills = ทักษะของ { $role }
lacks-seats = จำนวนที่รับของ { $role }
lacks-hours = เวลาต่อสัปดาห์ของ { $role }
lacks-dates = วันเริ่มหรือนัดที่ยังมาไม่ถึง
lacks-closes_at = วันปิดรับสมัครใหม่ (วันเดิมผ่านไปแล้ว)
lacks-lead = บทบาทที่เป็นหัวหน้าทีม
told = คนที่สมัครไว้ { $count } คนจะได้รู้ (Telegram { $telegram } คน ฟรี · LINE { $line } คน นับเป็น { $line } ข้อความ) { $left ->
    [unlimited] เดือนนี้ส่ง LINE ได้ไม่จำกัด
   *[other] แล้วเดือนนี้ส่ง LINE ได้อีก{ $known ->
        [yes] {""}
       *[no] ราว
    } { $left } ข้อความ
}
sure = เปลี่ยน “{ $fact }” ไหม
    เดิม: { $old }
    ใหม่: { $new }

    { $told } จะบอกทีเดียวหลังแก้ครั้งสุดท้ายราว 5 นาที
sure-yes = บันทึก
    .also = ใช่,ตกลง,ได้,โอเค,ยืนยัน,บันทึกเลย
sure-no = ไม่เปลี่ยน
    .also = ไม่,ยังก่อน,ไม่เอา,ไม่บันทึก
