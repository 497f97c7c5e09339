# ค่าที่แอดมินตั้งได้ ว่าเครือข่ายทำงานอย่างไร
called = การตั้งค่าเครือข่าย
words = ตั้งค่า, การตั้งค่า, ตั้งค่าเครือข่าย
which = การตั้งค่าตอนนี้
    { $settings }

    จะแก้ข้อไหน
value = { $setting }: { $now }
    { $meaning }

    ตั้งใหม่เป็นเท่าไร ({ $least } ถึง { $most })
    .retry = ขอเป็นตัวเลขหนึ่งตัว
    .not_whole = ขอเป็นจำนวนเต็ม
    .out_of_bounds = ตั้งได้ตั้งแต่ { $least } ถึง { $most }
usual = ค่าปกติ ({ $amount })
sure = เปลี่ยน “{ $setting }” จาก { $before } เป็น { $after } ใช่ไหม
sure-yes = เปลี่ยนเลย
    .also = ใช่,ตกลง,ยืนยัน,โอเค,ได้
sure-no = ไม่เปลี่ยน
    .also = ไม่,ยัง,ยังก่อน
changed = เปลี่ยน “{ $setting }” จาก { $before } เป็น { $after } แล้ว มีผลทันที
same = “{ $setting }” เป็น { $after } อยู่แล้ว ไม่ได้เปลี่ยนอะไร
meanwhile = มีคนเปลี่ยนข้อนี้ไปก่อนแล้วเมื่อกี้ ขอดูค่าล่าสุดแล้วลองใหม่
left_alone = ได้เลย ไม่ได้เปลี่ยนอะไร
setting-answer_hours = เวลาตอบผู้สมัคร
setting-offer_hours = อายุข้อเสนอที่นั่ง
setting-wave_size = คนต่อรอบแจ้งงาน
setting-wave_hours = ระยะห่างของรอบ
setting-most_waves = จำนวนรอบสูงสุด
setting-notices_a_week = แจ้งงานต่อสัปดาห์
setting-push_reserve = กันข้อความ LINE ไว้
setting-remind_week_hours = เตือนแต่เนิ่น ๆ
setting-remind_day_hours = เตือนและถามว่าไปไหม
setting-remind_soon_minutes = เตือนก่อนเริ่ม
setting-remind_after_minutes = ถามหลังจบนัด
setting-verify_days = เวลายืนยันชั่วโมง
setting-extra_push_satang = ราคาข้อความเกิน
meaning-answer_hours = ทุกคนที่สมัครต้องได้คำตอบภายในเวลานี้ ถ้าเลยแล้วจะเตือนทีมงาน
meaning-offer_hours = คนที่ได้ข้อเสนอที่นั่งมีเวลาตอบเท่านี้ แล้วที่นั่งจะไปถึงคนถัดไป
meaning-wave_size = แจ้งงานหนึ่งให้คนที่เหมาะที่สุดครั้งละกี่คน
meaning-wave_hours = ถ้าคนยังไม่พอ รอเท่านี้แล้วแจ้งคนถัดไป
meaning-most_waves = แจ้งงานหนึ่งมากที่สุดกี่รอบ
meaning-notices_a_week = คนหนึ่งได้รับแจ้งงานใหม่ไม่เกินกี่ครั้งต่อสัปดาห์
meaning-push_reserve = ข้อความ LINE ของเดือนที่กันไว้ให้ข้อเสนอ เตือนนัด และการยกเลิก
meaning-remind_week_hours = นัดที่วางไว้ล่วงหน้าเกินสิบวัน จะเตือนทุกคนที่ได้รับเชิญก่อนเริ่มเท่านี้ชั่วโมง 0 คือไม่เตือน
meaning-remind_day_hours = เตือนทุกคนที่ได้รับเชิญก่อนเริ่มเท่านี้ชั่วโมง พร้อมถามว่ามาได้ไหม 0 คือไม่เตือน
meaning-remind_soon_minutes = เตือนคนที่ตอบว่ามาก่อนเริ่มเท่านี้นาที 0 คือไม่เตือน
meaning-remind_after_minutes = หลังจบนัดเท่านี้นาที จะถามคนที่มาเรื่องชั่วโมง 0 คือไม่ถาม
meaning-verify_days = คนขององค์กรหรือหัวหน้าทีมมีเวลาเท่านี้ดูชั่วโมงที่อาสาลง แล้วเราจะเตือน ถ้านานเป็นสองเท่า ทีมงานจะเห็น
meaning-extra_push_satang = ข้อความ LINE ที่เกินโควตาของเดือน ราคาข้อความละกี่สตางค์ ใส่ 0 ถ้าซื้อเพิ่มไม่ได้
amount-answer_hours = { $number } ชม.
amount-offer_hours = { $number } ชม.
amount-wave_size = { $number } คน
amount-wave_hours = { $number } ชม.
amount-most_waves = { $number } รอบ
amount-notices_a_week = { $number } ครั้ง
amount-push_reserve = { $number } ข้อความ
amount-remind_week_hours = { $number ->
    [0] ไม่เตือน
   *[other] { $number } ชม.
}
amount-remind_day_hours = { $number ->
    [0] ไม่เตือน
   *[other] { $number } ชม.
}
amount-remind_soon_minutes = { $number ->
    [0] ไม่เตือน
   *[other] { $number } นาที
}
amount-remind_after_minutes = { $number ->
    [0] ไม่ถาม
   *[other] { $number } นาที
}
amount-verify_days = { $number } วัน
amount-extra_push_satang = { $number ->
    [0] ซื้อเพิ่มไม่ได้
   *[other] { $number } สตางค์
}
setting-forecast_people = คนในคาดการณ์
setting-forecast_days = วันในคาดการณ์
meaning-forecast_people = คาดการณ์มูลค่าของทั้งปีคิดจากอาสากี่คน
meaning-forecast_days = คาดการณ์มูลค่าคิดคนละกี่วันต่อเดือน
amount-forecast_people = { $number } คน
amount-forecast_days = { $number } วันต่อเดือน
