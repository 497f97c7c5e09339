# สิ่งที่หนังสือรับรองจะบอก
says = ชื่อ: { $names }
    บทบาท: { $role }
    โครงการ: { $project }
    องค์กร: { $organisation }
    ช่วงเวลา: { $period }
    ชั่วโมงที่ยืนยันแล้ว: { $hours }
    ทักษะที่ใช้: { $skills }{ $praise ->
        [none] {""}
       *[other]
            {""}
            คำจากองค์กร: “{ $praise }”
    }
