called = ผลงานของฉัน
words = ชั่วโมงของฉัน, ชั่วโมงสะสม, ประวัติอาสา, กี่ชั่วโมงแล้ว
role_line = { $role } · { $project }{ $state ->
    [closed] {" "}(จบแล้ว)
    [waiting] {" "}(คิวสำรอง)
   *[published] {""}
}
session_line = { $session }{ $there ->
    [came] {" "}– ได้เข้าร่วม
    [absent] {" "}– ทีมงานบันทึกว่าไม่ได้มา
    [no_show] {" "}– ตอบว่าไป ยังไม่มีบันทึกเข้าร่วม
   *[unseen] {" "}– ตอบว่าไป
}{ $late ->
    [no] {""}
   *[other] {" "}(มาหลังเริ่ม { $late })
}{ $early ->
    [no] {""}
   *[other] {" "}(กลับก่อนจบ { $early })
}{ $by ->
    [staff] {" "}(ทีมงานแก้)
   *[self] {""}
}
more = … และอีก { $count }
grade_line = { $grade ->
    [verified] รับรองแล้ว
    [attended] เข้าร่วมนัด (ยังไม่รับรอง)
   *[self_reported] แจ้งเอง (ยังไม่รับรอง)
}: { $amount } · { $baht } บาท
rejected_line = { $entry }{ $why ->
    [none] {""}
   *[other] {" "}– { $why }
}
record = ผลงานอาสาของคุณ

    งาน
    { $roles }

    นัดที่ผ่านมา
    { $sessions }

    ชั่วโมง (รวม { $total })
    { $hours }
    ใช้ในหนังสือรับรองได้เฉพาะชั่วโมงที่รับรองแล้ว
    มูลค่าคิดตามอัตราของแต่ละวัน (ตอนนี้วันละ { $rate } บาท){ $rejected ->
        [none] {""}
       *[other]
        {""}

        ไม่ผ่านการรับรอง (ไม่นับ)
        { $rejected }
    }{ $skills ->
        [none] {""}
       *[other]
        {""}

        ทักษะที่ใช้: { $skills }
    }
nothing_yet = ยังไม่มีงานหรือชั่วโมงที่ลงไว้ เริ่มจากหางานที่ใช่กันไหม
