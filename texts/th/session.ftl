# นัดหนึ่งนัดอย่างที่ทีมงานเห็น
called = ดูนัดนี้
words = ดูนัด
about = ดูนัดไหน
    { $lines }
card = { $stands ->
    [cancelled] ❌ ยกเลิกแล้ว
    [running] 🟢 กำลังจัดอยู่
    [held] จัดไปแล้ว
   *[planned] { $near ->
        [today] วันนี้
        [tomorrow] พรุ่งนี้
       *[later] กำลังจะมาถึง
    }
}
    { $time }
    สถานที่: { $where }{ $details }

    ไปได้ { $yes } · ไปไม่ได้ { $no } · ยังไม่แน่ใจ { $maybe }{ $waiting ->
    [0] {""}
   *[other] {" "}· รอที่ว่าง { $waiting }
} · ยังไม่ตอบ { $silent }
    .title = { $kind } “{ $project }”
line-title = เรื่อง: { $words }
line-link = ลิงก์: { $words }
line-materials = เตรียม: { $words }
line-capacity = รับได้ { $words } คน
line-invited = เชิญ: { $words }
line-series = นัดซ้ำทุกสัปดาห์ ยังมีอีก { $words } นัด
line-reason = เหตุผลล่าสุด: { $words }
gone = ไม่พบนัดนี้
nothing = ยังไม่มีนัดข้างหน้า
