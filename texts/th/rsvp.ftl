# คำที่ใช้ร่วมกันเวลาตอบรับนัด
line = • { $kind } “{ $project }” { $time }
link = ลิงก์: { $words }
materials = เตรียมตัว: { $words }
