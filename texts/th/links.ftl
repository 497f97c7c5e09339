# ลิงก์จากข้างนอกเข้ามาในแชต
line = LINE: { $address }
telegram = Telegram: { $address }
typed = หรือพิมพ์ในแชต HandUp ว่า “{ $words }”
role_words = งาน
project_words = โครงการ
