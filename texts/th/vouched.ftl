# ชั่วโมงที่มีคนดูให้ เป็นคำพูด
no_project = ชั่วโมงที่ไม่ได้อยู่ในโครงการ
gone = รายการนี้เปลี่ยนไปแล้ว
heading = { $name } · { $project }
    รวมที่นับได้ { $total } · ยืนยันแล้ว { $verified }
entry = { $day } · { $amount }{ $working ->
    [yes] {" "}(เวลางาน)
   *[no] {""}
}{ $adjusts ->
    [yes] {" "}(รายการปรับยอด)
   *[no] {""}
}{ $note }{ $seen ->
    [yes] {" "}· ✓ เช็คอินในนัด
    [no] {" "}· ไม่เห็นเช็คอินในนัด
   *[none] {""}
}
said-verified = ✓ ยืนยันแล้ว โดย { $by }
said-asked = ? { $by } ถามไว้ “{ $words }”
said-answered = ? “{ $question }”
    → “{ $words }”
said-rejected = ✗ { $by } ไม่รับ “{ $words }”
by = { $name } ({ $duty ->
    [organisation] องค์กร
    [team_lead] หัวหน้าทีม
    [staff] ทีมงานเครือข่าย
   *[self] เจ้าของชั่วโมง
})
done-verified = ยืนยันแล้ว { $count } รายการ รวม { $total } ของ { $names }
done-asked = ส่งคำถามให้ { $names } แล้ว ({ $count } รายการ) ตอบเมื่อไรจะกลับมาอยู่ในรายการที่รอ
done-rejected = ไม่รับ { $count } รายการ รวม { $total } ของ { $names } และบอกเหตุผลกับวิธีแก้ให้แล้ว
refused-gone = มีรายการหนึ่งที่เจ้าตัวแก้หรือยกเลิกไปแล้วเมื่อกี้ จึงไม่ได้บันทึก
refused-own = { $entry }: ยืนยันชั่วโมงของตัวเองไม่ได้
refused-done = { $entry }: { $by } { $verdict ->
    [verified] ยืนยันไปก่อนแล้ว
    [asked] ถามไปก่อนแล้ว
   *[rejected] ไม่รับไปก่อนแล้ว
}
refused-closed = { $entry }: อยู่ในหนังสือรับรองหรือรายงานที่ปิดยอดแล้ว เปลี่ยนไม่ได้
refused-meanwhile = { $entry }: { $by } { $verdict ->
    [verified] ยืนยันไปเมื่อกี้ จึงยังไม่เปลี่ยน
    [asked] ถามไปเมื่อกี้ จึงยังไม่เปลี่ยน
    [answered] ตอบคำถามมาเมื่อกี้ ดูคำตอบก่อน
   *[rejected] ไม่รับไปเมื่อกี้ จึงยังไม่เปลี่ยน
}
refused-not_yours = { $entry }: คุณไม่ได้เป็นผู้ยืนยันของโครงการนี้แล้ว
