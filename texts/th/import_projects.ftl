# สิ่งที่คำสั่งนำเข้าโครงการจากไฟล์พูด
problem = ✗ { $where } ({ $column }): { $why }
nothing_taken = มี { $count } จุดที่ต้องแก้ ยังไม่ได้นำเข้าอะไรจาก { $file }
project = ✓ { $title } · { $organisation } · { $roles } บทบาท { $seats } ที่ { $sessions ->
    [0] ยังไม่มีนัด
   *[other] { $sessions } นัด
}
checked = นำเข้าได้ทั้ง { $count } โครงการ สั่งอีกครั้งโดยไม่ใส่ --dry-run เพื่อนำเข้า
taken = นำเข้าเป็นร่างแล้ว { $count } โครงการ ดูและเผยแพร่ได้ในแชต
template = สร้าง { $file } แล้ว กรอกให้ครบ (หัวที่มี * ต้องกรอก) แล้วสั่ง handup import projects { $file } --dry-run
file-no_file = ไม่มีไฟล์ { $file }
file-too_large = { $file } ใหญ่เกิน 10 MB
file-other_kind = { $file } ไม่ใช่ตาราง (.xlsx) หรือ YAML (.yaml)
file-no_spreadsheet = เปิด { $file } เป็นตารางไม่ได้ ลองบันทึกเป็น .xlsx ใหม่
file-no_yaml = อ่าน { $file } เป็น YAML ไม่ได้
file-no_list = { $file } ไม่มีรายการโครงการ ควรเริ่มด้วย “projects:”
file-exists = มี { $file } อยู่แล้ว ไม่ได้เขียนทับ
file-no_xlsx = แม่แบบเป็นตาราง ตั้งชื่อให้ลงท้ายด้วย .xlsx ไม่ใช่ { $file }
admission-first_come = ใครมาก่อนได้ก่อน
    .also = มาก่อนได้ก่อน
admission-chosen = ทีมงานเลือก
    .also = คัดเลือก,เราเลือก
yes_no-yes = ใช่
    .also = มี,ได้,เป็น
yes_no-no = ไม่
    .also = ไม่มี,ไม่ใช่,ไม่ได้
why-missing = ต้องกรอก
why-broken_formula = มีสูตรที่ใช้ไม่ได้
why-too_long = ยาวเกิน { $most } ตัวอักษร
why-no_number = ไม่ใช่ตัวเลข
why-no_whole_number = ไม่ใช่จำนวนเต็ม
why-out_of_bounds = ต้องอยู่ระหว่าง { $least } ถึง { $most }
why-no_day = ไม่ใช่วันที่ เขียนแบบ 15/1/2570 หรือ 15 ม.ค. 2570
why-no_such_day = ปฏิทินไม่มีวันนี้
why-past = ผ่านไปแล้ว
why-too_far = ไกลเกินสองปี
why-no_times = ไม่ใช่เวลา เขียนแบบ 9.30-12.00 น.
why-end_first = จบก่อนเริ่ม
why-too_long_session = ยาวเกิน 12 ชั่วโมง
why-only_start = มีแต่เวลาเริ่ม เขียนแบบ 9.30-12.00 น.
why-morning_or_not = ไม่แน่ว่าเช้าหรือบ่าย เขียนแบบ 13.00-16.00 น.
why-not_one_of = ต้องเป็นอย่างใดอย่างหนึ่ง: { $listed }
why-no_yes_or_no = ต้องเป็น ใช่ หรือ ไม่
why-no_skill = “{ $words }” ไม่อยู่ในคลังทักษะ อาจหมายถึง { $likely }
why-no_level = “{ $words }” ไม่ใช่ระดับ เขียนว่า กำลังเรียนรู้ ทำเองได้ ทำเป็นอาชีพ หรือ สอนคนอื่นได้
why-no_province = ไม่ใช่จังหวัดในประเทศไทย
why-no_slots = ไม่ใช่ช่วงเวลาในสัปดาห์ เขียนแบบ เสาร์เช้า
why-no_company = เรายังไม่รู้จักบริษัทนี้ เพิ่มในแชตก่อน
why-merged = ผสานเซลล์อยู่ ({ $span }) แยกเซลล์แล้วกรอกทุกช่อง
why-over_seats = มากกว่า { $seats } ที่ของบทบาทนี้
why-with_reserved = ต้องกรอกเมื่อกันที่นั่ง
why-where_on_site = ต้องกรอกเมื่อเป็นงานลงพื้นที่
why-twice = ซ้ำในไฟล์นี้
why-exists = มีอยู่แล้ว
why-no_project = ไฟล์นี้ไม่มีโครงการ “{ $project }”
why-no_roles = โครงการนี้ยังไม่มีบทบาท
why-no_sheet = ไม่มีแผ่นงานชื่อ “{ $sheet }” หรือ “{ $other }”
why-no_column = ไม่รู้จักหัวคอลัมน์ “{ $heading }”
why-column_twice = มีคอลัมน์นี้ซ้ำ
why-column_missing = ขาดคอลัมน์นี้
why-no_mapping = ควรเป็นชื่อกับค่า เช่น “title: …”
why-no_list_here = ควรเป็นรายการ
session = { $what ->
    [planned] ✓ นัดใหม่
    [moved] ✓ เลื่อนเป็น
    [changed] ✓ แก้
    [cancelled] ✓ ยกเลิก
   *[same] = ไม่เปลี่ยน
}: { $kind } “{ $project }” { $time }
sessions_checked = นำเข้าได้ { $count } นัด สั่งอีกครั้งโดยไม่ใส่ --dry-run เพื่อนำเข้า
sessions_taken = บันทึกแล้ว { $count } นัด กำลังแจ้ง { $told } คน
sessions_template = สร้าง { $file } แล้ว มีนัดข้างหน้าทั้งหมด แก้หรือเพิ่มแถว แล้วสั่ง handup import sessions { $file } --dry-run
file-no_sessions = { $file } ไม่มีรายการนัด ควรเริ่มด้วย “sessions:”
why-no_link = ไม่ใช่ลิงก์ที่เปิดได้ เขียนแบบ https://…
why-no_session = ไม่มีนัดที่ใช้รหัสนี้
why-session_over = นัดนี้เริ่มไปแล้วหรือยกเลิกไปแล้ว จึงแก้ไม่ได้
why-session_exists = มีนัดแบบนี้ของโครงการนี้ในเวลานี้อยู่แล้ว
why-unknown_project = ไม่มีโครงการ “{ $project }” หรือปิดแล้ว
why-several_projects = มีหลายโครงการชื่อ “{ $project }” ใส่รหัสโครงการแทน
why-other_project = รหัสนัดนี้เป็นของโครงการอื่น
why-kind_stays = เปลี่ยนประเภทของนัดเดิมไม่ได้ ยกเลิกแล้วนัดใหม่แทน
why-below_coming = น้อยกว่าคนที่ตอบว่าไปได้แล้ว { $coming } คน
