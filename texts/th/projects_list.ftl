# โครงการทั้งหมดของเครือข่าย
called = โครงการทั้งหมด
words = รายการโครงการ, โครงการ
card = { $organisation } · { $state }
    { $seats }
    { $roles }{ $dates }
    .title = { $project }
seats = มีคนแล้ว { $taken } ที่ · ว่าง { $left } ที่
no_roles = ยังไม่มีบทบาท
starts_on = เริ่ม{ $day }
closes_at = รับสมัครถึง{ $day }
below = { $which ->
    [ended] โครงการที่ปิดแล้ว { $closed } โครงการ
   *[under_way] เปิดรับ { $published } · พัก { $paused } · ฉบับร่าง { $draft } · ปิดแล้ว { $closed }
}
ended = ที่ปิดแล้ว
nothing = ยังไม่มีโครงการ
none_ended = ยังไม่มีโครงการที่ปิดแล้ว
