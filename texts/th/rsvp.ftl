# คำที่ใช้ร่วมกันเวลาตอบรับนัด
line = • { $kind } “{ $project }” { $time }
