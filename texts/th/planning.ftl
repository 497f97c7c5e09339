# คำที่ใช้ร่วมกันเมื่อทีมงานนัด เลื่อน เปลี่ยน หรือยกเลิกนัด
people = { $count } คน
no_limit = ไม่จำกัด
weeks = { $count ->
    [1] ครั้งเดียว
   *[other] ทุกสัปดาห์ { $count } ครั้ง
}
invited-team = ทั้งทีม
    .also = ทีม,ทุกคนในทีม
invited-roles = บางบทบาท
    .also = บทบาท
invited-trained = คนที่อบรมแล้ว
    .also = อบรมแล้ว
invited-everyone = ทุกทีม
    .also = ทุกคน,ทุกโครงการ
reminders-usual = ตามปกติ
    .also = ปกติ
reminders-no_week = ไม่เตือนล่วงหน้า 1 สัปดาห์
    .also = ไม่เตือนสัปดาห์ก่อน
reminders-only_day = เตือน 1 วันก่อน
    .also = วันเดียว
reminders-none = ไม่เตือนก่อนนัด
    .also = ไม่เตือน
which-this = เฉพาะนัดนี้
    .also = นัดนี้,นัดเดียว
which-all = นัดนี้และที่ตามมา
    .also = ทั้งหมด,ทุกนัด
reason = เพราะอะไร บอกสั้น ๆ ให้ทีมรู้ (ข้ามได้)
    .retry = ขอสั้น ๆ หนึ่งประโยคนะ หรือข้ามก็ได้
    .too_long = ยาวเกิน { $most } ตัวอักษร ขอสั้นลงหน่อยนะ
clash = ⚠️ { $time } ไม่สะดวก { $count } คน{ $named ->
    [no] {""}
   *[yes] {" "}({ $names }{ $more ->
        [yes] {" "}และคนอื่น
       *[no] {""}
    })
}
more_clashes = และอีก { $count } นัดที่มีคนไม่สะดวก
invite-tell = เชิญเลย { $count } คน
tell_now-tell = แจ้งเลย { $count } คน
call_off-tell = ยกเลิกและแจ้ง { $count } คน
call_off-quiet = ยกเลิก ไม่แจ้งตอนนี้
call_off-save = ยกเลิกนัด
way-quiet = บันทึก ไม่แจ้งตอนนี้
way-save = บันทึก
way-not_yet = ยังก่อน
tell_words = เชิญ, เชิญเลย, แจ้ง, แจ้งเลย, ใช่, ตกลง, ได้
quiet_words = ไม่แจ้ง, บันทึกไม่แจ้ง, ไม่ต้องแจ้ง
save_words = บันทึกเลย, ยกเลิกเลย, ใช่, ตกลง, ได้
not_yet_words = ไม่, ยัง, ไม่เอา, ไว้ก่อน
same_words = เวลาเดิม, เหมือนเดิม
enough_words = พอแล้ว, เสร็จแล้ว, ครบแล้ว, เท่านี้
plan_words = ใช้ตามนี้, ถูกต้อง, ตกลง, โอเค, ใช่, ได้
drop_words = ตัด, ตัดออก, ลบ, ลบออก, ไม่เอา, ยกเลิก
move_words = ย้ายไป, ย้ายเป็น, ย้าย, เลื่อนไป, เลื่อนเป็น, เลื่อน, เปลี่ยนเป็น, เปลี่ยน, เป็น
nobody = ตอนนี้ยังไม่มีใครต้องแจ้ง
