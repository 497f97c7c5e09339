# สิ่งที่ทีมงานทำกับการสมัคร และเหตุผลเมื่อทำไม่ได้
verb-shortlist = คัดไว้
verb-offer = เสนอที่ให้
verb-line = คิวสำรอง
verb-turn_down = ตอบปฏิเสธ
verb-train = อบรมแล้ว
verb-activate = เริ่มงานแล้ว
verb-complete = จบงานแล้ว
verb-release = ให้ออกจากทีม
take_back = เรียกคืนข้อเสนอ
shortlist_words = คัด, คัดไว้, คัดเลือก, เลือก, ช็อตลิสต์, shortlist
offer_words = เสนอ, เสนอที่, เสนอที่ให้, ให้ที่, ส่งข้อเสนอ
line_words = คิว, คิวสำรอง, สำรอง, ลงคิว
turn_down_words = ปฏิเสธ, ตอบปฏิเสธ, ไม่รับ, ไม่เลือก
train_words = อบรม, อบรมแล้ว, ผ่านอบรม
activate_words = เริ่ม, เริ่มงาน, เริ่มงานแล้ว
complete_words = จบ, จบงาน, จบงานแล้ว, เสร็จ
release_words = ให้ออก, ให้ออกจากทีม
swap_words = เปลี่ยน, เปลี่ยนคน, สลับ
remove_words = เอาออก, ตัดออก, เอาคนออก, ตัด
done-shortlist = คัด { $names } ไว้แล้ว
done-offer = เสนอที่ให้ { $names } แล้ว รอคำตอบ
done-line = ลงคิวสำรองให้ { $names } และบอกแล้ว
done-turn_down = ตอบปฏิเสธ { $names } อย่างสุภาพแล้ว
done-train = บันทึกว่า { $names } อบรมแล้ว
done-activate = บันทึกว่า { $names } เริ่มงานแล้ว
done-complete = บันทึกว่า { $names } จบงานแล้ว ขอบคุณทุกคน
done-release = ให้ { $names } ออกจากทีม และบอกเขาแล้ว
nobody = ไม่มีใครให้ทำแล้ว
refused-closed = { $name }: งานนี้ไม่ได้เปิดรับอยู่
refused-held = { $name }: สมัครหรือได้ที่ไปแล้ว
refused-full = { $name }: ไม่มีที่ว่างแล้ว ลงคิวสำรองได้
refused-reserved = { $name }: ที่ที่เหลือกันไว้ให้ทีมของบริษัท ยังให้คนอื่นไม่ได้
refused-clashes = { $name }: มีนัดอื่นหรือไม่อยู่ในเวลานัดของงานนี้
refused-conflict = { $name }: บอกไว้ว่าไม่ควรทำงานกับองค์กรนี้ (ผลประโยชน์ทับซ้อน)
refused-speaks = { $name }: เป็นคนขององค์กรที่ยืนยันชั่วโมงของโครงการนี้ จึงเป็นอาสาในทีมด้วยไม่ได้
refused-has_offer = { $name }: มีข้อเสนอที่ยังไม่ได้ตอบอยู่ เสนอซ้อนไม่ได้
refused-unreachable = { $name }: ส่งข้อความถึงไม่ได้ในตอนนี้ (บล็อกหรือออกจากแชต)
refused-no_offer = { $name }: ไม่มีข้อเสนอค้างอยู่
refused-expired = { $name }: ข้อเสนอหมดเวลาไปแล้ว
refused-turned_down = { $name }: ตอบปฏิเสธไปแล้ว ถ้าเปลี่ยนใจ คัดไว้ก่อนแล้วค่อยเสนอ
refused-not_trained = { $name }: ยังไม่ได้เข้าอบรม เริ่มงานได้หลังอบรม หรือกด “อบรมแล้ว” พร้อมเหตุผลที่ไม่ต้องอบรม
refused-not_from_here = { $name }: ตอนนี้อยู่ในขั้น “{ $state }” จึงทำขั้นนี้ไม่ได้
training-attended = เข้าอบรมแล้ว
training-ahead = ยังต้องเข้าอบรม (นัดอบรม { $session })
training-missed = ยังไม่ได้เข้าอบรม และไม่มีนัดอบรมข้างหน้า
training-none = โครงการนี้ยังไม่มีนัดอบรม
state-none = ยังไม่ได้สมัคร
state-interested = สมัครแล้ว รอคำตอบ
state-shortlisted = คัดไว้แล้ว
state-waiting = คิวสำรอง
state-offered = เสนอที่ให้แล้ว
state-accepted = รับที่แล้ว
state-trained = อบรมแล้ว
state-active = กำลังทำงาน
state-completed = จบงานแล้ว
state-declined = ไม่รับข้อเสนอ
state-expired = ข้อเสนอหมดเวลา
state-turned_down = ตอบปฏิเสธแล้ว
state-withdrawn = ถอนตัวแล้ว
state-released = ออกจากทีมแล้ว
state-not_now = ขอไว้ก่อน
state-never = ไม่สนใจงานนี้
price = ส่งฟรี { $free } คน · นับเป็น { $paid } ข้อความ LINE{ $paid ->
    [0] {""}
   *[other] {" "}· เดือนนี้จะเหลือ { $left ->
        [unlimited] ไม่จำกัด
       *[other] { $left }
    }
}{ $short ->
    [yes] {" "}โควตาไม่พอ บางคนอาจยังไม่ได้รับข้อความ
   *[no] {""}
}
