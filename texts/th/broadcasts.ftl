# ข่าวที่ส่งแล้วหรือตั้งเวลาไว้: ถึงไหน ได้ผลอย่างไร ทำอะไรต่อได้
called = ดูข่าวที่ส่ง
words = ข่าวที่ส่ง, ข่าวที่ส่งแล้ว
about = ดูข่าวไหน
progress = { $did }{ $standing }
head = “{ $name }” ถึง{ $who }
    { $state }
state-draft = ยังเป็นร่าง
state-planned = จะเริ่มส่ง { $when }
state-running = กำลังส่ง
state-paused = หยุดพักไว้
state-done = จบแล้ว { $when }
state-undone = ยกเลิกแล้ว ไม่ได้ส่งถึงใคร
short-draft = ร่าง
short-planned = ตั้งเวลาไว้
short-running = กำลังส่ง
short-paused = พักไว้
short-done = จบแล้ว
short-undone = ยกเลิก
sent = • ส่งแล้ว { $sent } จาก { $all } คน
waiting = • รอส่ง { $count } คน
resting = { "  " }บางคนขอไม่ให้รบกวนช่วงนี้ คนถัดไปจะได้ตอน { $until }
failed = • ส่งไม่ได้ { $count } คน: { $why }
rest-held = • รอโควตา { $count } คน
rest-tray = • รออ่านฟรีในถาดข่าว { $count } คน
rest-unreachable = • ติดต่อไม่ได้ { $count } คน
rest-left_out = • ไม่ได้ส่ง { $count } คน
came = • กดดู { $tapped } คน · สมัคร { $signed_up } คน
act-look = ดูความคืบหน้า
act-undo = ยกเลิกการส่ง
act-pause = หยุดพัก
act-resume = ส่งต่อ
act-stop = เลิกส่ง
act-stopped = เลิกส่งเลย
act-held = ส่งถึงคนที่รอโควตา
did-undo = ยกเลิกแล้ว ไม่มีใครได้รับ และไม่เสียโควตา
did-not-undo = ยกเลิกไม่ทันแล้ว เพราะเริ่มส่งไปแล้ว หรือยกเลิกไปก่อนหน้านี้
did-pause = หยุดพักแล้ว
did-not-pause = ตอนนี้ไม่ได้กำลังส่ง จึงไม่มีอะไรให้หยุด
did-resume = ส่งต่อแล้ว
did-not-resume = ข่าวนี้ไม่ได้หยุดพักอยู่
did-sure = แน่ใจไหม คนที่ยังไม่ได้รับจะไม่ได้ข่าวนี้อีก
did-stopped = เลิกส่งแล้ว
did-not-stopped = ไม่มีใครรอรับข่าวนี้อยู่แล้ว
did-held = เริ่มส่งถึงคนที่รอโควตาแล้ว เท่าที่เดือนนี้ส่งได้
did-not-held = โควตาเดือนนี้ยังไม่พอ หรือไม่มีใครรออยู่
news-done = ส่งข่าวจบแล้ว
    { $standing }
news-held = โควตา LINE ไม่พอ จึงพักคนที่เหลือไว้ คนใน Telegram ยังส่งต่อ
    { $standing }
news-refused = แพลตฟอร์มไม่รับข่าวนี้ จึงหยุดพักไว้ก่อน ลองดูว่ารูปหรือลิงก์ถูกต้องไหม
    { $standing }
nothing = ยังไม่เคยส่งข่าว
gone = ข่าวนี้ไม่มีแล้ว
