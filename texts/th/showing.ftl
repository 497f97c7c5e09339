# คำที่ใช้เล่างาน นัด ทักษะ และเวลา ร่วมกันทุกบทสนทนา
somebody = อาสาท่านหนึ่ง
any_skill = ทักษะอะไรก็ได้
all_day = ทั้งวัน
any_time = ช่วงไหนก็ได้
to_be_agreed = นัดเวลากันในทีม
every_day = ทุกวัน{ $when }
on_day = { $day }{ $when }
on_days = { $first }–{ $last }{ $when }
day-mon = จันทร์
day-tue = อังคาร
day-wed = พุธ
day-thu = พฤหัสฯ
day-fri = ศุกร์
day-sat = เสาร์
day-sun = อาทิตย์
part-morning = เช้า
part-afternoon = บ่าย
part-evening = เย็น
place-online = ออนไลน์
place-on_site = ลงพื้นที่
place-both = ออนไลน์หรือลงพื้นที่
place_in = { $place } ({ $province })
level-learning = กำลังเรียนรู้
level-able = ทำเองได้
level-professional = ระดับอาชีพ
level-teaching = สอนได้
near_skill = { $skill } (ใกล้เคียง{ $wanted })
wants_to_learn = อยากเรียนรู้{ $skills }
free_then = ว่าง{ $slots }
cares_for = สนใจเรื่อง{ $cause }
suits = เหมาะกับคุณ: { $reasons }
new_to_you = ต่างจากที่คุณเล่าไว้ แต่ลองได้
seats = { $left ->
    [0] เต็มแล้ว ลงคิวสำรองได้
   *[other] ว่าง { $left } ที่
}
effort = สัปดาห์ละ { $hours } ชม.
no_role = ชั่วโมงอาสาทั่วไป
kind-training = อบรม
kind-kickoff = ประชุมเริ่มงาน
kind-workshop = เวิร์กช็อป
kind-handover = ส่งมอบงาน
kind-follow_up = ติดตามผล
