# คนของบริษัททำอะไรบ้างในปีหนึ่ง สำหรับทีมงาน
called = รายงานบริษัท
words = รายงานของบริษัท, เป้าบริษัท
about = บริษัทไหน
act =
    { $company } · ปี { $year }

    { $figures }

    เป้าที่ตั้งไว้: { $pledged ->
        [none] ยังไม่ได้บันทึก
       *[other] { $pledged } ชม. · ทำแล้วและยืนยันแล้ว { $actual } ชม.
    }

    นี่คือสิ่งที่บริษัทเห็นได้: ไม่มียอดของคนที่ไม่ได้อนุญาตน้อยกว่า { $fewest } คน และมีชื่อเฉพาะคนที่อนุญาต ขอไฟล์ได้จาก handup report company
act-pledge = บันทึกเป้า
    .also = เป้า
act-last_year = ปีที่แล้ว
act-enough = พอแล้ว
    .also = ไม่,ไม่ทำอะไร,โอเค
sums = { $people } คน รวม { $total } ชม.
    • ยืนยันแล้ว ในเวลางาน: { $working } ชม.
    • ยืนยันแล้ว ในเวลาส่วนตัว: { $own } ชม.
    • ยังไม่ยืนยัน: { $others } ชม.
    • คนที่ให้แสดงชื่อ: { $named }
office_line = • { $office }: { $people } คน { $total } ชม.
hidden = (ไม่แสดง)
too_few = คนที่ไม่ได้อนุญาตมีน้อยกว่า { $fewest } คน จึงแสดงอะไรไม่ได้
nothing_yet = ยังไม่มีชั่วโมงในปีนี้
hours = ปี { $year } { $company } ตั้งเป้าไว้กี่ชั่วโมง
    .retry = ขอจำนวนชั่วโมง เช่น 500
pledged = บันทึกแล้ว { $company } ตั้งเป้า { $hours } ชม. ในปี { $year }
last_year =
    { $company } · ปี { $year }

    { $figures }

    เป้าที่ตั้งไว้: { $pledged ->
        [none] ยังไม่ได้บันทึก
       *[other] { $pledged } ชม. · ทำแล้วและยืนยันแล้ว { $actual } ชม.
    }
enough = ได้เลย
gone = ไม่มีบริษัทนี้แล้ว
none = ยังไม่มีบริษัท
