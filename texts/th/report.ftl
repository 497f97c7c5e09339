# สิ่งที่คำสั่งรายงานมูลค่าพูด
heading = มูลค่าของงานอาสา · { $network }
about = { $about } · ข้อมูลถึง { $day }
of-everything = ทุกปี ทุกโครงการ
of-year = ปี { $name }
of-project = โครงการ { $name }
of-organisation = { $name }
of-company = คนจาก{ $name }
forecasts = คาดการณ์ (เป็นแผน ไม่ใช่ผลงาน)
forecast-a = คาดการณ์ A ทุกคนอาสาทั้งปี: { $people } คน × { $days } วัน × { $months } เดือน × { $rate } บาท
forecast-b = คาดการณ์ B คนละหนึ่งโครงการ: { $people } คน × { $days } วัน × { $months } เดือน × { $rate } บาท
days = { $days } วัน
baht = { $baht } บาท
facts = ที่เกิดขึ้นจริง
head-people = คน
head-hours = ชม.
head-days = วัน
head-baht = บาท
head-total = รวม (บาท)
head-self_reported = แจ้งเอง
head-attended = มานัดจริง
head-verified = ยืนยันแล้ว
grade-self_reported = แจ้งเอง
grade-attended = มีหลักฐานว่ามานัด
grade-verified = ยืนยันแล้ว
total = รวมทุกแบบ
share = ยืนยันแล้ว { $percent }% ของมูลค่าที่แจ้งมา
working = ที่ยืนยันแล้ว ให้ในเวลางานของบริษัท
own = ที่ยืนยันแล้ว ให้ในเวลาส่วนตัว
rejected = ไม่นับ { $count } รายการที่ถูกปฏิเสธ
rejected_few = รายการที่ถูกปฏิเสธไม่นับ (น้อยกว่า 5 คน)
no_data = ยังไม่มีชั่วโมงในช่วงนี้
all_hidden = น้อยกว่า 5 คน
few = น้อยกว่า 5 คน
no_names = ตารางรายคนดูได้เฉพาะภายใน ใส่ --internal
why_hidden = “น้อยกว่า 5 คน” และ “–” คือตัวเลขที่ไม่แสดง เพราะมาจากไม่กี่คน หรือเอาไปลบกันแล้วจะรู้ว่าเป็นของใคร ทีมงานดูทั้งหมดได้ด้วย --internal
table-project = รายโครงการ
table-organisation = รายองค์กร
table-company = รายบริษัท
table-volunteer = รายคน
table-month = รายเดือน
table-year = รายปี
nobody-project = ไม่ระบุโครงการ
nobody-organisation = ไม่ระบุองค์กร
nobody-company = ไม่ได้มากับบริษัท
nobody-volunteer = คนที่ลบข้อมูลแล้ว
gone = ไม่อยู่ในระบบแล้ว
rates = หนึ่งวันคือ { $hours } ชั่วโมง มีมูลค่า
every_skill = ทุกทักษะ
while-otherwise = เมื่อไม่ได้ตั้งเรทไว้
while-since = ตั้งแต่ { $since }
while-since_until = { $since } – { $until }
source = ที่มา: { $source }
our_own = สมมติฐานของเครือข่าย
entries = รายการที่รวมอยู่
written = เขียน { $file } แล้ว
file_exists = มี { $file } อยู่แล้ว ไม่ได้เขียนทับ
no_folder = ไม่มีโฟลเดอร์ที่จะเขียน { $file }
no_year = { $year } ไม่ใช่ปีที่ทำรายงานได้ ใส่ปี พ.ศ. หรือ ค.ศ. เช่น 2569 หรือ 2026
unknown-project = ไม่มีโครงการชื่อ “{ $name }” ที่ใกล้เคียง:
    { $listed }
unknown-organisation = ไม่มีองค์กรชื่อ “{ $name }” ที่ใกล้เคียง:
    { $listed }
unknown-company = ไม่มีบริษัทชื่อ “{ $name }” ที่ใกล้เคียง:
    { $listed }
several-project = มีหลายโครงการชื่อ “{ $name }” ใส่รหัสในวงเล็บแทนชื่อ:
    { $listed }
several-organisation = มีหลายองค์กรชื่อ “{ $name }”:
    { $listed }
several-company = มีหลายบริษัทชื่อ “{ $name }” ใส่รหัสในวงเล็บแทนชื่อ:
    { $listed }
close-one_kind = ปิดได้ทีละอย่าง: ทั้งปี โครงการ หรือบริษัท
close-not_over = ปีนี้ยังไม่จบ ปิดไม่ได้
close-which_year = ปิดทั้งปีหรือปิดของบริษัท ต้องบอกปีที่จบแล้วด้วย --year
close-goes_on = โครงการนี้ยังไม่ปิด ปิดโครงการในแชตก่อน หรือใส่ปีที่จบแล้วด้วย --year
close-nothing = ไม่มีรายการให้ปิด
close-preview = ถ้าปิด “{ $about }” จะล็อก { $count } รายการ (ยังไม่มีใครยืนยัน { $unverified } ล็อกอยู่แล้ว { $already })
    หลังจากนั้นแก้ ยกเลิก หรือยืนยันรายการเหล่านี้ไม่ได้ ถ้าผิดต้องเพิ่มรายการปรับปรุง
    ยังไม่ได้ปิดอะไร ถ้าแน่ใจ สั่งอีกครั้งพร้อม --yes
close-done = ปิด “{ $about }” แล้ว { $count } รายการ (ยังไม่มีใครยืนยัน { $unverified } ล็อกอยู่แล้ว { $already })
sheet-figures = ตัวเลข
sheet-entries = รายการ
sheet-rates = เรท
