# รหัสเช็คอินของวัน สำหรับทีมงาน
called = รหัสเช็คอิน
words = โค้ดเช็คอิน, qr เช็คอิน, คิวอาร์เช็คอิน
about = รหัสเช็คอินของนัดไหน
code = { $kind } “{ $project }”
    { $time }
    เช็คอินได้ { $opens } ถึง { $shuts }
    เช็คอินแล้ว { $count } จาก { $invited } คน{ $pictures ->
        [both] {""}
        QR แรกสำหรับ LINE อันที่สองสำหรับ Telegram
        [line] {""}
        QR สำหรับ LINE
        [telegram] {""}
        QR สำหรับ Telegram
       *[none] {""}
    }
    .title = { $code }
page = แผ่นสำหรับพิมพ์
again = ดูยอดล่าสุด
gone = ไม่พบนัดนี้แล้ว
called_off = นัดนี้ยกเลิกไปแล้ว
over = หมดเวลาเช็คอินของนัดนี้แล้ว ลงชื่อแทนได้ที่การเข้าร่วม
none = ยังไม่มีนัดใน 8 วันนี้
