# บริษัทที่ชวนคนมาเป็นอาสา และรหัสเชิญของแต่ละบริษัท
called = บริษัท
words = บริษัทอาสา, เพิ่มบริษัท, รหัสบริษัทอาสา
about = บริษัทตอนนี้
    { $companies }

    เพิ่มบริษัท หรือแตะชื่อเพื่อขอลิงก์และรหัสเชิญ
line = • { $company } – เข้ามาแล้ว { $count } คน
add = เพิ่มบริษัท
act = { $company } – รหัส { $code } · เข้ามาแล้ว { $count } คน
    จะทำอะไร
act-report = รายงานปีนี้
act-links = ขอลิงก์เชิญ
act-rename = แก้ชื่อ
act-renew = เปลี่ยนรหัส
act-erase = ลบบริษัทนี้
act-nothing = ไม่ทำอะไร
forward = ส่งต่อข้อความถัดไปให้คนของ { $company } ได้เลย{ $pictures ->
        [both] {" "}QR แรกสำหรับ LINE อันที่สองสำหรับ Telegram
        [line] {" "}QR สำหรับ LINE
        [telegram] {" "}QR สำหรับ Telegram
       *[none] {""}
    }
invitation = { $company } ชวนคุณมาเป็นอาสาใช้ทักษะกับเครือข่าย HandUp
    เข้าร่วมทางใดทางหนึ่งได้เลย

    { $ways }
name = บริษัทชื่ออะไร
    .retry = ขอชื่อบริษัท
    .too_long = ขอไม่เกิน { $most } ตัวอักษร
made = เพิ่ม { $company } แล้ว รหัสเชิญคือ { $code } ส่งต่อข้อความถัดไปให้คนของบริษัทได้เลย{ $pictures ->
        [both] {" "}QR แรกสำหรับ LINE อันที่สองสำหรับ Telegram
        [line] {" "}QR สำหรับ LINE
        [telegram] {" "}QR สำหรับ Telegram
       *[none] {""}
    }
known = มี { $company } อยู่แล้ว
new_name = ให้ { $company } ใช้ชื่อใหม่ว่าอะไร
    .retry = ขอชื่อบริษัท
    .too_long = ขอไม่เกิน { $most } ตัวอักษร
renamed = เปลี่ยนชื่อเป็น { $company } แล้ว
sure = เปลี่ยนรหัสเชิญของ { $company } ใช่ไหม รหัสและลิงก์เดิมจะใช้ไม่ได้อีก คนที่เข้ามาแล้วไม่กระทบ
sure-yes = เปลี่ยนรหัส
    .also = ใช่,ตกลง,ยืนยัน,โอเค,ได้
sure-no = ใช้รหัสเดิม
    .also = ไม่,ยัง,ยังก่อน
renewed = รหัสใหม่ของ { $company } คือ { $code } ส่งต่อข้อความถัดไปแทนของเดิมได้เลย{ $pictures ->
        [both] {" "}QR แรกสำหรับ LINE อันที่สองสำหรับ Telegram
        [line] {" "}QR สำหรับ LINE
        [telegram] {" "}QR สำหรับ Telegram
       *[none] {""}
    }
left_alone = ได้เลย ไม่ได้เปลี่ยนอะไร
taken = มีบริษัทชื่อนี้อยู่แล้ว
gone = ไม่มีบริษัทนี้แล้ว
