# นัดของโครงการ หรือนัดทั้งหมดในสัปดาห์นี้
called = นัดหมาย
words = นัดสัปดาห์นี้, นัดทั้งหมด, นัดทุกโครงการ
listed = { $which ->
    [week] นัดใน 7 วันนี้
    [past] นัดที่ผ่านมาของ “{ $project }”
   *[ahead] นัดของ “{ $project }”
}
    { $lines }
line = • { $session }{ $project }
    { "  " }ไปได้ { $yes } · ยังไม่ตอบ { $silent }
over = นัดที่ผ่านมา
none_ahead = “{ $project }” ยังไม่มีนัดข้างหน้า
none_past = “{ $project }” ยังไม่มีนัดที่ผ่านมา
quiet_week = 7 วันนี้ยังไม่มีนัด
gone = ไม่มีโครงการนี้แล้ว
