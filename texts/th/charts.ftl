# คำบนรูปสรุปตัวเลข
board = ไอเดียที่ควรลองก่อน: { $name }
voted = โหวต { $voters } คน { $dots } จุด
rest = และอีก { $count } ข้อ
