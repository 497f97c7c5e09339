"""The words of time in Thai and English, as people type them: kind -> value -> forms.

A space in a form may be left out. Long Thai forms forgive tone marks by themselves; other misspellings stand here.
"""

from __future__ import annotations

from typing import Any, Final

Words = dict[str, dict[Any, str]]

NUMBERS: Final[Words] = {
    "digit_word": {
        1: "หนึ่ง|เอ็ด|นึ่ง|one",
        2: "สอง|ยี่|two|ส่อง",
        3: "สาม|three",
        4: "สี่|สี้|four",
        5: "ห้า|five",
        6: "หก|six",
        7: "เจ็ด|เจด|เจ้ด|seven",
        8: "แปด|eight",
        9: "เก้า|nine",
    },
    "ten_word": {10: "สิบ"},
    "hundred_word": {100: "ร้อย"},
    "teen_word": {
        10: "ten",
        11: "eleven",
        12: "twelve",
        13: "thirteen",
        14: "fourteen",
        15: "fifteen",
        16: "sixteen",
        17: "seventeen",
        18: "eighteen",
        19: "nineteen",
    },
    "tens_word": {20: "twenty", 30: "thirty", 40: "forty|fourty", 50: "fifty", 60: "sixty", 90: "ninety"},
    "point": {0: "จุด|point"},
    "article": {1: "a|an"},
    "half": {0.5: "ครึ่ง|ครื่ง|ครึง|ครื้ง|คึ่ง|ครึ้ง|ครี่ง|half|½|and a half|& a half|n a half|ครึ่งนึง|ครึ่งหนึ่ง"},
    "quarter": {0.25: "quarter|¼|and a quarter|a quarter", 0.75: "¾|three quarters|three-quarters|and three quarters"},
    "several": {0: "หลาย|several|many|few|a few|couple|a couple|couple of|a couple of|ไม่กี่"},
}

UNITS: Final[Words] = {
    "hour": {
        60: "ชั่วโมง|ชั่ว โมง|ชัวโมง|ชั่งโมง|ชั่วโมค|ชั่วโมว|ชั่วโม|ชั่วมง|ชัวโมค|ชั้วโมง|ชั่วโมงง|ชั่วโงม|ชม.|ชม|ช.ม.|ช.ม|ชมม|ชมม.|ชม.ๆ"
        "|ชมๆ|ชั่วโทง|ชั่วโมฃ|ซั่วโมง|ซัวโมง|ช.ม. |ชัโมง|ชั่วใมง|ชมง|h|hr|hrs|hour|hours|h.|hr.|hrs.|hours'|hour's|houres|hous|huor|huors|hrss"
        "|houra|ชั่วโมงง"
    },
    "minute": {1: "นาที|นที|นาทื|นาฑี|นาที่|นาทีๆ|น่าที|นาธี|นาที.|m|min|mins|minute|minutes|min.|mins.|minuets|minuts|minutues"},
    "day": {480: "วัน|day|days|วัรน"},
    "week": {7: "สัปดาห์|สัปดา|สัปดาร์|สัปดาร|สับดาห์|วีค|วีก|week|weeks|wk|wks|อาทิตย์หนึ่ง|อาทิตย์นึง"},
    "month_unit": {30: "เดือน|month|months"},
    "year": {365: "ปี|year|years|yrs|yr|ขวบ"},
    "one": {1: "นึง|หนึง|เดียว|นึ้ง|หนึ่งเดียว"},
    "more": {0: "กว่า|กว่าๆ|กว่าๅ|กว่า ๆ|เศษ|เศษๆ|นิดๆ|หน่อยๆ|นิดหน่อย|odd|or so|ish|เกือบๆ"},
    "again": {0: "อีก|อิก|อีกตั้ง|another|additional"},
    "full": {
        0: "เต็ม|เต็มๆ|ทั้ง|ตลอดทั้ง|full|whole|all|entire",
        480: "เต็มวัน|ทั้งวัน|ทั้งวันเลย|ตลอดวัน|ตลอดทั้งวัน|ทั้งวันเต็มๆ|วันเต็ม|วันเต็มๆ|เต็มๆวัน|all day long|วันทั้งวัน",
    },
    "counter": {
        0: "คน|ครั้ง|ชิ้น|รูป|ภาพ|ไฟล์|เล่ม|ตัว|แผ่น|รอบ|เคส|ราย|กล่อง|ชุด|งาน|โพสต์|โพส|คลิป|กม.|กม|กิโล|คำ|บท|ตอน|ข้อ|เรื่อง"
        "|ท่าน|ห้อง|โรงเรียน|แห่ง|ที่นั่ง|คัน|ต้น|อัน|ถุง|ขวด|จาน|สไลด์|แบบ|หัวข้อ|บทความ|องค์กร|ทีม|กลุ่ม|ฉบับ|ใบ|วง|ไอเดีย|เวอร์ชัน|ดราฟ|ดราฟต์|โลโก้|ขั้นตอน"
        "|ขั้น|ซอง|เซ็ต|เซต|นาย|ด้าน|จุด|องศา|กก.|ตัวอักษร|บรรทัด|แถว|คาบ|วิชา|คะแนน|แต้ม|ดาว|หมู่บ้าน|ชุมชน|ครอบครัว|น้อง|เด็ก|คอร์ส"
        "|people|persons|person|pages|page|posts|post|files|file|slides|slide|clips|clip|photos|photo|words|word|km|items|tasks|drafts|kids|students"
        "|logos|versions|rows|emails|calls|meetings|pics|songs|times|volunteers|families|chapters|articles|pieces|sheets|videos|documents|docs|forms|cases"
        "|sessions|classes|teams|boxes|bags|trees|children|participants|guests|banners|posters|kg|mb|gb|of us"
    },
    "money": {0: "บาท|บ.|฿|thb|baht|usd|ดอลลาร์|$|สตางค์|เหรียญ"},
    "label": {
        0: "ห้อง|เลขที่|ครั้งที่|บทที่|ตอนที่|รอบที่|รอบ|ชั้น|รุ่น|รุ่นที่|เวอร์ชัน|เวอร์ชั่น|ข้อ|ข้อที่|หมู่|หมู่ที่|ซอย|อันดับ|เบอร์|โทร|โทร.|รหัส|ไอดี|กลุ่ม|กลุ่มที่|ทีม"
        "|ทีมที่|เฟส|ปี|ปีที่|ป.|ม.|คนที่|ชิ้นที่|งานที่|หน้าที่|สไลด์ที่|ตัวที่|อายุ|ขั้นที่|ลำดับ|ลำดับที่|แถว|คาบที่|บ้านเลขที่|ถนน|เกรด|ภาค|โครงการที่|กิจกรรมที่|เคส|งวด"
        "|room|no|no.|number|ep|ep.|episode|version|ver|ver.|v|v.|phase|step|level|grade|page|part|chapter|id|#|team|group|round|batch|q|covid|windows"
        "|office|task|ticket|case|lesson|unit|tel|tel.|phone|call|slide|draft|session|class|version|floor|building|gate|bus"
    },
}

DAYS: Final[Words] = {
    "weekday": {
        0: "จันทร์|วัน จันทร์|จันทร|จันทน์|จันท์|วัน จันทร|จัทร์|วันจัน|วันจันท์|วันจันทน์|จันทื|จันทรื|monday|mondays|mon|mon.|mons|จันทร์ๆ",
        1: "อังคาร|วัน อังคาร|อังคาน|อังคาล|อังคา|วันอังคาน|วันอังคาล|tuesday|tuesdays|tue|tues|tue.|tues.|tusday|teusday",
        2: "พุธ|วัน พุธ|วันพุท|วันพุด|วันพุทธ|wednesday|wednesdays|wed|wed.|weds|wednsday|wensday|wedsday",
        3: "พฤหัสบดี|พฤหัส|วัน พฤหัส|วัน พฤหัสบดี|พฤหัด|พฤหัสฯ|พฤหสั|พฤหัสบ|วันพฤหัด|พฤหัสบดื|พฤหัศ|พรึหัส|พฤห้ส|พะรึหัส"
        "|พฤหะส|พฤหัสฯ.|พฤ หัส|ประหัส|thursday|thursdays|thu|thur|thurs|thu.|thurs.|thrusday|thursady",
        4: "ศุกร์|วัน ศุกร์|ศุกร|ศุก|ศุกร์ๆ|วันศุก|วันสุก|วันสุกร์|ศุกรื|ศุกร์์|ศุกณ์|friday|fridays|fri|fri.|firday|fridat",
        5: "เสาร์|วัน เสาร์|เสาร|เสา|วันเสา|เสาว์|วันเสาว์|เสารื|เสาร์ๆ|วันเสาร|เส่าร์|saturday|saturdays|sat|sat.|sats|satuday|saterday|saturdat|satrday",
        6: "วัน อาทิตย์|วันอาทิต|วันอาทิตย|วันทิตย์|วันอาทิด|วันอาทิตย์ๆ|วันอาทิตยื|sunday|sundays|sun|sun.|suns|sundat|sundya",
    },
    "sunday": {6: "อาทิตย์|อาทิต|อาทิตย|ทิตย์|อาทิด|อาทิตยื|อาทิดย์|อาทิตย์ๆ|อาทิตๆ"},
    "weekend": {
        0: "เสาร์ อาทิตย์|เสา อาทิต|เสาร์ อาทิต|เสา อาทิตย์|เสาร์ - อาทิตย์|เสาร์-อาทิต|เสา-อาทิต|วัน เสาร์ อาทิตย์|วันเสาร์-อาทิตย์|วันเสาร์-วันอาทิตย์|วันเสาร์วันอาทิตย์|วันเสาอาทิต|เสาทิด|เสาร์ทิตย์"
        "|สุดสัปดาห์|สุดสัปดา|วันหยุดสุดสัปดาห์|วันสุดสัปดาห์|วีคเอนด์|วีคเอน|วีคเอ็นด์|วีคเอ็น|วีกเอนด์|วีกเอน|วีกเอ็นด์|วันหยุดเสาร์อาทิตย์|วันหยุดเสาร์-อาทิตย์"
        "|weekend|weekends|wkend|wknd|wknds|week end|week ends|sat sun|sat-sun|sat/sun|sat & sun|เสาร์/อาทิตย์"
    },
    "month": {
        1: "มกราคม|มกรา|ม.ค.|มค|มค.|ม.ค|มกราค|january|jan|jan.",
        2: "กุมภาพันธ์|กุมภาพันธ|กุมภา|ก.พ.|กพ|กพ.|ก.พ|กุมพา|กุมภาพัน|กุมพาพันธ์|february|feb|feb.|febuary",
        3: "มีนาคม|มีนา|มี.ค.|มีค|มีค.|มี.ค|มีนาค|march|mar|mar.",
        4: "เมษายน|เมษา|เม.ย.|เมย|เมย.|เม.ย|เมษ|april|apr|apr.",
        5: "พฤษภาคม|พฤษภา|พ.ค.|พค|พค.|พ.ค|พฤษภาค|พฤกษภาคม|may",
        6: "มิถุนายน|มิถุนา|มิ.ย.|มิย|มิย.|มิ.ย|june|jun|jun.",
        7: "กรกฎาคม|กรกฎา|ก.ค.|กค|กค.|ก.ค|กรกฏาคม|กรกฏา|กรกดา|july|jul|jul.",
        8: "สิงหาคม|สิงหา|ส.ค.|สค|สค.|ส.ค|august|aug|aug.",
        9: "กันยายน|กันยา|ก.ย.|กย|กย.|ก.ย|september|sep|sept|sep.|sept.",
        10: "ตุลาคม|ตุลา|ต.ค.|ตค|ตค.|ต.ค|october|oct|oct.",
        11: "พฤศจิกายน|พฤศจิกา|พ.ย.|พย|พย.|พ.ย|พฤศจิ|november|nov|nov.",
        12: "ธันวาคม|ธันวา|ธ.ค.|ธค|ธค.|ธ.ค|december|dec|dec.",
    },
    "relative_day": {
        0: "วันนี้|วัน นี้|วันนี่|วันนี|วันเนี้ย|วันเนี้|วันนี้เอง|เช้านี้|เช้า นี้|เมื่อเช้า|เมื่อเช้านี้|เมือเช้า|บ่ายนี้|เย็นนี้|เที่ยงนี้|ค่ำนี้|เมื่อกี้|เมื่อกี้นี้|เมื่อกี๊|เมื่อกี๋|เมื่อตะกี้|ตะกี้|เมื่อสักครู่"
        "|เมื่อเที่ยง|เมื่อบ่าย|เมื่อบ่ายนี้|เมื่อเย็น|เมื่อเย็นนี้|เมื่อค่ำ|เมื่อสาย|เมื่อสายๆ|เมื่อหัวค่ำ|เมื่อกลางวัน|เมื่อตอนเช้า|เมื่อตอนบ่าย|เมื่อตอนเย็น|เมื่อตอนเที่ยง|เมื่อตอนกลางวัน|เมื่อรุ่งเช้า|สายนี้|คืนนี้"
        "|today|2day|tdy|todays|today's|this morning|this afternoon|this evening|tonight|just now|earlier today|this noon|this arvo|tody|toady|2nite|earlier this morning",
        -1: "เมื่อ วาน|เมื่อ วาน นี้|เมื่อ วานนี้|เมื่อวานน|วานนี้|มะวาน|มื่อวาน|เมือวาน|เมือวานนี้|เมื่อวาร|เมื่อว่าน|เมื่อวาา|เมื่อวาณ|เมื่อวาย|เมือวาร|เมื่อวานนี่|เมื่อวานอ่ะ|เมือวานนี่|มือวาน|เมื่อานนี้|เมื่อาน"
        "|เมื่อ คืน|เมือคืน|เมื่อ คืน นี้|เมื่อคืนนี้|มะคืน|เมื่อคืนวานนี้|เมื่อคืนวาน|คืนวาน|เมื่อวานตอน|yesterday|yday|yest|ystd|ystday|ytd|yesterday's|yesteday|yesterdy|yestarday|yesturday|last night|last nite|yersterday"
        "|yestereday|the night before|yesterday night|last evening",
        -2: "เมื่อ วาน ซืน|เมื่อวานซืนนี้|วานซืน|วาน ซืน|เมื่อวานซืน|เมือวานซืน|เมื่อวานซื่น|มะวานซืน|เมื่อวานซึน|เมื่อวานซีน|เมื่อวานซืน|วานซืนนี้"
        "|the day before yesterday|day before yesterday|2 days ago|two days ago",
        1: "พรุ่ง นี้|พรุ้งนี้|พรุงนี้|พุ่งนี้|พรุ่งนี|พรุ้งนี|พรุ่งนี้เช้า|พรุ่งนี่|พรุ้งนี่|พน.|tomorrow|tmr|tmrw|tomorow|tommorow|tommorrow|2moro|tmw|tomorro|มะรืน|มะรืนนี้|มะรืนนี่|วันมะรืน|มะเรื่อง"
        "|day after tomorrow|the day after tomorrow",
    },
    "day_after": {0: "เมื่อวันก่อน|เมื่อวันก่อนนู้น|วันก่อนนู้น|วันก่อนโน้น|คืนก่อน|หลายวันก่อน|เมื่อหลายวันก่อน|วันนั้น|วันหลัง|วันอื่น|สองสามวันก่อน|เมื่อสองสามวันก่อน|2-3 วันก่อน"
        "|เมื่อเร็วๆนี้|เร็วๆ นี้|เมื่อไม่นานมานี้|ไม่กี่วันก่อน|เมื่อไม่กี่วันก่อน|ช่วงที่ผ่านมา|ที่ผ่านๆมา|the other day|other day|recently|a few days ago|few days ago|some days ago|a couple of days ago|couple of days ago|the other night|lately|several days ago|that day|วันโน้น|วันนู้น"},
    "ago": {0: "ก่อน|ที่แล้ว|ทีแล้ว|ที่เเล้ว|ที่ผ่านมา|ทีผ่านมา|ก่อนหน้านี้|ก่อนหน้า|ที่แล้วนี้|ที่แล้วนี่|ที่ละ|ที่แล้วอะ|ที่ผ่าน|ago|ก่อนนี้|ที่แร้ว|ที่แล้วว|เมื่อ ก่อน"},
    "from_start": {0: "last|past|previous"},
    "this": {0: "นี้|นี่|เนี่ย|เนี้ย|this"},
    "next": {0: "หน้า|ถัดไป|next|coming|upcoming|ที่จะถึง|ที่จะถึงนี้|ที่จะมาถึง|ต่อไป"},
    "the_nth": {0: "วัน ที่|วันท่ี|วัีนที่|วันทื่|เมื่อวันที่|ณ วันที่|ลงวันที่|ของวันที่", 1: "on the|on", 2: "the"},
    "ordinal": {0: "ที่|ที"},
}

CLOCK: Final[Words] = {
    "oclock": {0: "โมง|โมงตรง|โมง.|โมว|โมค|o'clock|oclock|o clock"},
    "thum": {18: "ทุ่ม|ทุ่มตรง|ทุม|ทุ้ม"},
    "tee": {0: "ตี"},
    "bai": {12: "บ่าย|บ่ายๆ|ตอนบ่าย|ตอนบ่ายๆ|ช่วงบ่าย|ช่วงบ่ายๆ|บ่ายแก่ๆ|บ่ายวัน|ภาคบ่าย|ยามบ่าย|afternoon|afternoons|the afternoon|in the afternoon|in the afternoons|ตอนบาย|พาร์ทบ่าย|บ่าย ๆ"},
    "bai_mong": {13: "บ่ายโมง|บ่ายโมงตรง|บายโมง|บ่ายโมว|บ่าย โมง"},
    "chao": {6: "เช้า|เช้าๆ|ตอนเช้า|ตอนเช้าๆ|ช่วงเช้า|ช่วงเช้าๆ|ภาคเช้า|ยามเช้า|เช้ามืด|เช้าตรู่|รุ่งเช้า|เช่า|ตอนเช่า|เช้่า|morning|mornings|the morning|in the morning|in the mornings|ตอนเช้าตรู่|เช้า ๆ|พาร์ทเช้า|เช้าวัน|ตอนเช้าวัน"},
    "sai": {9: "สาย|สายๆ|ตอนสาย|ตอนสายๆ|ช่วงสาย|ช่วงสายๆ|สาย ๆ|late morning|late mornings"},
    "yen": {17: "เย็น|เย็นๆ|ตอนเย็น|ตอนเย็นๆ|ช่วงเย็น|ช่วงเย็นๆ|เย้น|เยน|ตอนเย้น|ตอนเยน|ยามเย็น|เย็น ๆ|ภาคเย็น|เย็นวัน|ช่วงเย็นวัน|ตอนเย็นวัน|เญ็น|evening|evenings|the evening|in the evening|in the evenings|eve|eves|evenning"},
    "night": {
        19: "ค่ำ|ค่ำๆ|ตอนค่ำ|ตอนค่ำๆ|ช่วงค่ำ|ช่วงค่ำๆ|หัวค่ำ|ช่วงหัวค่ำ|ตอนหัวค่ำ|กลางคืน|ตอนกลางคืน|ช่วงกลางคืน|ดึก|ดึกๆ|ตอนดึก|ตอนดึกๆ|ช่วงดึก|ช่วงดึกๆ|ยามค่ำ|ภาคค่ำ|คืน|ตอนคืน|พลบค่ำ|มืดๆ|ตอนมืด|คำ่|รอบดึก|เที่ยงคืนๆ|ทุกคืน"
        "|night|nights|at night|late night|late nights|nighttime|night time|late evening|nite|nites|late at night|after dark"
    },
    "noon": {12: "เที่ยง|เที่ยงวัน|เที่ยงตรง|เทียง|ตอนเที่ยง|ตอนเที่ยงๆ|เที่ยงๆ|ช่วงเที่ยง|เทื่ยง|noon|midday|12nn"},
    "midnight": {24: "เที่ยงคืน|เที่ยง คืน|เทียงคืน|เที่ยงคืนตรง|midnight|mid night"},
    "nalika": {0: "น.|นาฬิกา|น|นาฬกา|นาริกา"},
    "ampm": {0: "am|a.m.|a.m|a.m|in the am", 12: "pm|p.m.|p.m|in the pm"},
    "past_clock": {0: "past|after the hour"},
    "joiner": {0: "ถึง|ถีง|ถึ่ง|จนถึง|จน ถึง|ไปถึง|ยัน|ไปยัน|จน|จนกระทั่ง|ไปจน|ไปจนถึง|ยาวถึง|ยาวไปถึง|ยาวยัน|ยาวไป|ยาวไปจนถึง|ยาวจนถึง|ยาวไปยัน|ลากยาวถึง|ลากยาวไปถึง|to|till|til|until|till|untill|thru|through|-|~|--|'til|ถุึง|ถึงประมาณ|ถึุง|ตราบ"},
    "from": {0: "ตั้งแต่|ตั้งเเต่|จาก|นับจาก|from|between|ระหว่าง|เวลา|ช่วงเวลา|ตั้งแต่เวลา|ช่วง เวลา|ตั้งแต่ตอน|ตั้งแต่ช่วง|since|เริ่มตั้งแต่|เริ่มจาก|starting from|เริ่มเวลา|time"},
    "now": {0: "ตอนนี้|เดี๋ยวนี้|เดียวนี้|บัดนี้|ป่านนี้|ปัจจุบัน|ขณะนี้|เมื่อกี้นี้เอง|now|right now|ณ ตอนนี้"},
}

CONNECTIVES: Final[Words] = {
    "comma": {0: ",|;|。|、"},
    "open": {0: "(|["},
    "close": {0: ")|]"},
    "question": {0: "?|？"},
    "slash": {0: "/"},
    "plus": {0: "+|บวก|plus"},
    "equals": {0: "=|เท่ากับ|เป็นเวลา"},
    "and_": {0: "และ|กับ|แล้วก็|กับอีก|และอีก|กับวัน|รวมกับ|กะ|and|&|n|บวกกับ|พร้อมกับ|แถม"},
    "or_": {0: "หรือ|หรือว่า|or|รึ|ไม่ก็|หรือไม่ก็"},
    "then": {0: "แล้ว|จากนั้น|หลังจากนั้น|ต่อด้วย|then|and then|afterwards|เสร็จแล้ว|แล้วไป|ต่อมา"},
    "but": {0: "แต่|แต่ว่า|แต่ทว่า|but|however|though|แต่ถ้า|ทว่า"},
    "each": {0: "คนละ|คนล่ะ|ท่านละ|each|per person|ต่อคน|apiece|/คน"},
    "approx": {
        0: "ประมาณ|ประมาน|ปะมาณ|ประมาณๆ|ปมาณ|ปรมาณ|โดยประมาณ|ราวๆ|ราว ๆ|ราว|เกือบ|เกือบๆ|เกือบจะ|ซัก|สัก|ซักประมาณ|สักประมาณ|น่าจะ|น่าจะประมาณ|คร่าวๆ|ตีเป็น|ตีไป|ตีว่า|คิดเป็น|นับเป็น|ตก|ได้ประมาณ|แถวๆ"
        "|about|around|approx|approx.|approximately|roughly|nearly|almost|abt|circa|ca.|or so|~|maybe|like|just|only|แค่|เพียง|เพียงแค่|ตั้ง|ถ้วน|พอดี|พอดีๆ|เป๊ะ|เป๊ะๆ|ตรงๆ|เน้นๆ|นิดๆ|exactly|some|in total of|of work|of"
    },
    "particle": {
        0: "ครับ|คับ|ค้าบ|คร้าบ|ครับผม|คั้บ|คัฟ|ครัช|ครัชช|งับ|ฮับ|ฮะ|คะ|ค่ะ|ค่า|คร่ะ|คร้า|ค้ะ|ค๊ะ|ขา|จ้า|จ้ะ|จ๊ะ|จ๋า|จร้า|จร่ะ|จ่ะ|จ้าา|นะ|น้า|น่ะ|นะคะ|นะครับ|นะค่ะ|นะจ๊ะ|นะฮะ|น้าา|เนาะ|เนอะ|เด้อ|เน้อ|เลย|เรย|เลยค่ะ|ล่ะ|หล่ะ|ละ่|อ่ะ|อะ|อ่า|เอง|แหละ|แล่ะ"
        "|หน่อย|หนอย|ด้วย|ด้วยนะ|ละกัน|ละกันนะ|ก็แล้วกัน|แล้วกัน|สิ|ซิ|ดิ|วะ|ว่ะ|โว้ย|เว้ย|อิอิ|งิ|นาจา|ฮ่าๆ|ๆ|ฯ|เจ้า|ขอรับ|พะยะค่ะ|เพคะ|ค่าา|น้อ|จย้า|please|pls|plz|na|krub|krap|krab|ka|kha|naka|thx|thanks|thank you|ty|!|."
        "|\"|'|*|_|:|^|<|>|{|}|`|=)|:)|;)|lol|อ่ะนะ|ฮือ|ฮือๆ|งื้อ|ค่าาา|นะค้า|น้าค้า|ค้า|อ้ะ|กั๊บ|กั๊บๆ|ก๊าบ|คัช|คร๊าบ|ค๊าบ|ครับๆ|ค่ะๆ|ฮ๊าฟ|เด้อค่า"
    },
}

INTENTS: Final[Words] = {
    "log": {0: "log|logged|logging|ลงเวลา|ลงชั่วโมง|ลง ชม.|ลงชม|บันทึกเวลา|บันทึกชั่วโมง|บันทึก ชม.|ลงบันทึกเวลา|ลงบันทึกชั่วโมง|ลงบันทึก|บันทึก|แจ้งชั่วโมง|แจ้งเวลา|แจ้ง ชม.|จดเวลา|จดชั่วโมง|ลงชัวโมง|ลงเวลาทำงาน|ลงเวลาอาสา"
            "|ลงชั่วโมงอาสา|ลงชั่วโมงทำงาน|บันทึกเวลาทำงาน|บันทึกชั่วโมงอาสา|คีย์ชั่วโมง|กรอกชั่วโมง|เพิ่มชั่วโมง|add hours|log hours|log time|log my hours|ล็อกเวลา|ล็อกชั่วโมง|log work|log in hours"},
    "times": {0: "x|คูณ|multiplied by"},
    "plan": {
        0: "เจอกัน|พบกัน|จะ|จา|กำลังจะ|วางแผน|ตั้งใจ|ตั้งใจจะ|คิดว่าจะ|กะจะ|กะว่าจะ|ว่าจะ|เดี๋ยว|เด๋ว|แพลน|มีแพลน|ถ้า|หาก|สมมติ|นัดไว้|มีนัด|รอบหน้า|คราวหน้า|ครั้งหน้า|เตรียมจะ|แพลนไว้|จอง|ต้องไป|ต้องเข้า|ขอเวลา|กำหนดการ"
        "|will|will be|i'll|we'll|going to|gonna|plan|plans|planning|planned|intend|want to|wanna|should|would|might|could|hope|hoping|if|let me|can do|can give|would like|i'd like|scheduled|about to|next time"
    },
    "wish": {0: "อยาก|อยากจะ|อยากได้|อยากให้|ขอให้|หวัง|wish|want|need to|ช่วยหา|ต้องการ"},
    "not_done": {
        0: "ไม่|ไม่ได้|ไม่ได้ทำ|ยังไม่|ยังไม่ได้|ไม่ทัน|ไม่มี|มิได้|บ่ได้|งด|ลา|ลาป่วย|ลากิจ|ขาดงาน|หยุดงาน|อย่า|เลื่อน|ไม่เคย|โดด|didn't|did not|didnt|haven't|havent|have not|hasn't|wasn't|weren't|not|no|never|couldn't"
        "|can't|cannot|cant|don't|dont|won't|doesn't|skipped|missed|without|called off|was sick|ยังมิได้|พลาด|บ่|มั่ย|ไม่ต้อง"
    },
    "quiet": {
        0: "ยังไม่เสร็จ|ไม่เสร็จ|ยังไม่จบ|ยังไม่เรียบร้อย|not finished|not done yet|not yet finished|ไม่พัก|ไม่ได้พัก|ไม่มีพัก|ไม่พักเลย|ไม่ได้พักเลย|ไม่มีเวลาพัก|ไม่ได้หยุดพัก|ไม่หยุดพัก|no break|no breaks|without a break|without break|without any break|no lunch|non stop|non-stop|nonstop|ไม่หยุด|ไม่เหนื่อย|ไม่ยาก|ไม่หนัก|ไม่นาน|ไม่เป็นไร"
        "|ไม่มีปัญหา|ไม่ค่อย|ไม่ง่าย|ไม่รู้ตัว|ไม่รู้เรื่อง|กว่าจะ|ลืมลง|ลืมบันทึก|ลืมแจ้ง|ลืมส่ง|ลืม|จะลง|จะบันทึก|จะแจ้ง|จะ log|จะขอลง|ขอลง|ขอบันทึก|ขอแจ้ง|อยากลง|อยากบันทึก|อยากแจ้ง|ต้องการลง|ต้องการบันทึก|not bad|no problem|didn't stop|didn't take a break|no worries|ไม่ขาดไม่เกิน|น่าจะ"
        "|want to log|i want to log|would like to log|i'd like to log|need to log|going to log|let me log|can i log|forgot to log|ไม่น่าเชื่อ|ไม่คิดว่า|แทบไม่ได้พัก|พักไม่ได้|จะได้|ไม่รวมเดินทาง|ไม่นับเดินทาง|ไม่รวมค่าเดินทาง|หลังเลิกงาน|หลังงาน|after work|before work|เลิกเรียน|หลังเลิกเรียน"
    },
    "question_word": {
        0: "ไหม|มั้ย|มั๊ย|ไม๊|มัย|ม้าย|หรือเปล่า|รึเปล่า|หรือป่าว|รึป่าว|ป่าว|หรือยัง|รึยัง|ยังคะ|กี่|เท่าไหร่|เท่าไร|เท่าใด|เท่าไหน|อะไร|ยังไง|อย่างไร|ทำไม|ใคร|ที่ไหน|เมื่อไหร่|เมื่อไร|เหรอ|หรอ|ใช่ไหม|ใช่มั้ย|ได้ไหม|ได้มั้ย|ไหน|ปะคะ|ป่ะ|ปะครับ|กี่โมง|บ้างคะ|บ้างครับ"
        "|how|how many|how much|what|when|why|who|where|which|can i|can we|could i|do i|does|is it|is that|is there|are there|should i|did i|have i|am i|may i|what's|when's|or not|right"
    },
    "target": {
        0: "เหลือ|เหลืออีก|ครบ|ให้ครบ|จะครบ|ขาด|ขาดอีก|ยังขาด|เป้า|เป้าหมาย|ตั้งเป้า|ต้องทำ|ต้องเก็บ|ต้องมี|ต้องใช้|ขั้นต่ำ|โควต้า|โควตา|สะสม|เก็บชั่วโมง|เก็บได้|เก็บครบ|ทั้งปี|กำหนดไว้|จำกัด|สูงสุด|ใช้เวลาอย่างน้อย|ยังต้อง|ต้อง"
        "|need|needs|needed|remaining|remain|left|target|goal|quota|to go|required|requires|require|must|at least|minimum|maximum|at most|max|min.|so far|accumulated|have to|has to|more to go|short of|altogether so far|left to"
    },
    "less_more": {0: "ไม่เกิน|ไม่ถึง|อย่างน้อย|มากกว่า|น้อยกว่า|อย่างมาก|เกิน|เกินกว่า|เกือบไม่ถึง|up to|more than|less than|over|under|at least|at most|max|no more than|ไม่ต่ำกว่า"},
    "free": {
        0: "ว่าง|สะดวก|available|availability|free|สัปดาห์ละ|อาทิตย์ละ|เดือนละ|ปีละ|วันละ|ชั่วโมงละ|ชม.ละ|ชม. ละ|ครั้งละ|รอบละ|คืนละ|เช้าละ|เย็นละ|ต่อสัปดาห์|ต่ออาทิตย์|ต่อเดือน|ต่อวัน|ต่อคืน|ต่อครั้ง|ต่อปี|/สัปดาห์|/เดือน|/วัน|/อาทิตย์|/week|/month|/day|/wk"
        "|per week|per month|per day|a week|a month|each day|each week|every day|every week|weekly|monthly|daily|everyday|every|ทุก|ทุกวัน|ทุกๆ|ทุกสัปดาห์|ทุกอาทิตย์|ทุกเดือน|ทุกครั้ง|ได้ตลอด|per hour|/hr|/hour|/h|/ชม.|/ชม|ต่อชั่วโมง|ต่อ ชม.|an hour rate|per session|per visit|each time|day each|per evening"
    },
    "ability": {0: "ช่วยได้|ให้ได้|ทำได้|มาได้|ไปได้|ช่วยได้แค่|ทำได้แค่|can|able to"},
    "delete": {0: "ลบ|ลบออก|ยกเลิก|ยกเลิกรายการ|ยกเลิกการลง|เอาออก|ล้าง|ไม่เอาแล้ว|ตัดออก|ถอนรายการ|cancel|delete|remove|undo|erase|clear|take back|void|discard|canceled|cancelled"},
    "travel": {
        0: "ขับรถ|ขับ|เดินทาง|นั่งรถ|รถติด|ไปกลับ|ไป-กลับ|นอน|หลับ|งีบ|ตื่น|รอ|รอคิว|รอรถ|นั่งรอ|กินข้าว|ทานข้าว|ดูหนัง|ดูซีรีส์|ดูซีรี่ส์|เล่นเกม|เล่นเกมส์|นั่งเครื่อง|บินไป|เครื่องดีเลย์|ต่อคิว|ออกกำลังกาย|นั่งเรือ|ติดอยู่บนรถ|อยู่บนรถ|เดินเล่น|ฟิตเนส|วิ่ง|ดีเลย์|ไฟดับ|เน็ตล่ม"
        "|travel|travelled|traveled|traveling|travelling|drive|drove|driving|commute|commuting|commuted|sleep|slept|sleeping|waited|waiting|traffic|flight|nap|napped|on the road|on the bus|on the train|queue|queued|round trip|bus ride|train ride|journey|gym|stuck|watched netflix|movie"
    },
    "deadline": {0: "ภายใน|ก่อนวันที่|เดดไลน์|เดดไลน|กำหนดส่ง|ครบกำหนด|ต้องส่ง|หมดเขต|ปิดรับ|deadline|due|within|by the|no later than|ส่งภายใน|before the"},
    "total": {0: "รวม|รวมกัน|รวมเป็น|รวมทั้งหมด|รวมทั้งสิ้น|ทั้งหมด|ทั้งสิ้น|สรุป|สรุปรวม|รวมเวลา|รวมเบ็ดเสร็จ|เบ็ดเสร็จ|รวมแล้วเป็น|รวมๆ|รวมๆแล้ว|รวมวันนี้|total|in total|totally|total of|altogether|all in all|so total|sum|ทั้งวันรวม|รวมสุทธิ|สุทธิ|รวมได้|เท่ากับ|เป็น"},
    "rest": {0: "พัก|พักเที่ยง|พักกลางวัน|พักเบรก|พักเบรค|พักกินข้าว|พักทานข้าว|หยุดพัก|เบรก|เบรค|เวลาพัก|ช่วงพัก|พักกินข้าวเที่ยง|พักข้าว|พักรวม|พักไป|พักเที่ยงไป|รวมพัก|รวมพักเที่ยง|มีพัก|lunch|break|lunch break|breaks|rest|lunch hour|tea break|coffee break|break time|พักๆ|พักข้าวเที่ยง|พักประมาณ|พักทานข้าวเที่ยง"},
    "minus": {0: "หัก|ลบพัก|หักพัก|หักพักเที่ยง|หักพักกลางวัน|หักเวลาพัก|หักเบรก|หักออก|หักเวลา|minus|less|excluding|excl.|excl|not including|not counting|deduct|minus a|minus an|หักลบ|ลบเวลาพัก|ลบออก|หักช่วงพัก|ไม่นับพัก|ไม่รวมพักเที่ยง|ไม่รวมเวลาพัก|ไม่รวมพัก|หักพักไป|หักเบรค|ไม่รวมพักกลางวัน|ไม่นับพักเที่ยง|take away|after deducting"},
    "correction": {
        0: "เอ้ย|เอ๊ย|เฮ้ย|อุ๊ย|อุ้ย|เห้ย|เอ๋ย|อุ๊ปส์|ไม่ใช่สิ|ไม่ใช่ซิ|ไม่ใช่ๆ|ไม่ใช่ ๆ|ไม่ใช่ละ|เอ้ยไม่ใช่|เอ้ย ไม่ใช่|เอ๊ยไม่ใช่|เอ๊ย ไม่ใช่|ไม่ๆ|ไม่สิ|ผิด|ผิดๆ|พิมพ์ผิด|เขียนผิด|ลงผิด|จำผิด|โทษที|โทษๆ|ขอโทษ|ขอโทษที|ขอแก้|ขอแก้เป็น|ขอแก้ไข|แก้เป็น|แก้ไขเป็น|แก้นะ|หมายถึง|หมายความว่า|ที่จริง|จริงๆ|จริงๆแล้ว|ความจริง|เปลี่ยนเป็น|ต้องเป็น|ที่ถูกคือ|ที่ถูก|เอาใหม่|แปป|เดี๋ยวๆ|เอ๊ะ|เอะ|เอ้"
        "|sorry|sorry i mean|i mean|i meant|meant|no wait|wait no|wait|oops|correction|actually|make that|make it|rather|scratch that|my bad|typo|no sorry|sry|should be|er|oh wait|no no|instead|or rather|เอ้ยๆ"
    },
    "per": {0: "ละ|per"},
    "not_that": {0: "ไม่ใช่|มิใช่|บ่แม่น|not"},
    "finish": {0: "เลิก|เลิกงาน|เสร็จ|ออก|จบ|กลับ|ปิด|สิ้นสุด|finished|finish|ended|end|stopped|left at|out|out at|done at|finished at|ended at|wrapped up at|done by|จบตอน|เสร็จตอน|เลิกตอน|ออกตอน|กลับตอน|done|left around|wrapped up"},
    "lead": {0: "เริ่ม|เข้า|มาถึง|เปิด|เริ่มงาน|เข้างาน|เริ่มตอน|เข้าตอน|มา|มาตอน|started|start|starting|began|begin|in at|started at|arrived|arrived at|came at|came|in|at|ตอน|เมื่อ|ไปถึง|ถึงที่"},
    "did": {0: "ทำ|ทำไป|ทำงาน|ทำมา|ใช้เวลา|ใช้ไป|ใช้เวลาไป|ไป|ได้|worked|did|spent|work|put in|done"},
    "someone": {0: "เพื่อน|แฟน|พี่สาว|พี่ชาย|น้องสาว|น้องชาย|แม่|พ่อ|ลูก|สามี|ภรรยา|หัวหน้า|เขา|เค้า|my friend|my sister|my brother|my wife|my husband|my mom|my boss|she|he|they|his|her|colleague|my colleague"},
}

PLACEHOLDERS: Final[Words] = {
    "head_noun": {0: "โครงการ|โปรเจกต์|โปรเจค|โปรเจ็กต์|โปรเจคต์|แคมเปญ|มูลนิธิ|ชมรม|กลุ่มอาสา|project|campaign|เพลง|หนัง|ละคร|ตลาดนัด|ตลาด|ร้าน|คาเฟ่|กิจกรรม|รายการ|หนังสือ|บ้าน|โรงเรียน|สมาคม|เพจ|คลินิก|ถนนคนเดิน"},
    "other": {
        0: "สามารถ|สามัญ|สามี|สามเณร|สามัคคี|สามแยก|สามพราน|สามเสน|สามย่าน|สองแคว|ห้าม|ห้าง|ห้าแยก|หกล้ม|หกคะเมน|เก้าอี้|แปดริ้ว|สิบเอก|สิบตรี|เจ็ดเสมียน|สี่แยก|สี่เหลี่ยม|สามเหลี่ยม|ร้อยเอ็ด|ร้อยกรอง|ร้อยลูกปัด|ร้อยพวงมาลัย|ร้อยมาลัย"
        "|ชมรม|ชมพู|ชมพู่|ชมเชย|ชมวิว|เข้าชม|ชมภาพ|ชมงาน|เยี่ยมชม|รับชม|ผู้ชม|คำชม|วันเกิด|วันเด็ก|วันแม่|วันพ่อ|วันครู|วันหยุด|ตะวัน|สวัน|รางวัล|ทานตะวัน|วันวาเลนไทน์|วันสงกรานต์|วันแรก|วันเปิด|วันงาน|วันจริง|วันสุดท้าย|ประจำวัน|รายวัน|วันไทย"
        "|ตีพิมพ์|ตีความ|ตีแบต|ตีราคา|ตีโจทย์|ตีกลอง|ตีเส้น|ตีฟอง|ตีปิงปอง|ยืนยัน|ยันต์|สติ|คณะ|ชนะ|คะแนน|คะน้า|นะโม|คณิต|เที่ยงตรงแม่นยำ|ใจเย็น|น้ำเย็น|เย็นใจ|เย็นตา|ตู้เย็น|ห้องเย็น|ร่มเย็น|เช้าวันใหม่|ข้าวเช้า|อาหารเช้า|อาหารเที่ยง|ข้าวเที่ยง|อาหารเย็น|ข้าวเย็น|มื้อเช้า|มื้อเที่ยง|มื้อเย็น|มื้อค่ำ|อาหารค่ำ|อาหารกลางวัน|ข้าวกลางวัน|โครงการอาหารกลางวัน"
        "|เสาเข็ม|เสาไฟ|เสาหลัก|เสาธง|เสาบ้าน|เสาร์ห้า|พระอาทิตย์|ดวงอาทิตย์|พระจันทร์|ดวงจันทร์|ดาวพุธ|แสงอาทิตย์|พลังงานแสงอาทิตย์|อาทิตย์อุทัย|ไหมพรม|ผ้าไหม|เส้นไหม|ไหมไทย|เลี้ยงไหม|หม่อนไหม|หรอก|ปะการัง|จดหมาย|จัดทำ|จะงอย|จระเข้|จากัวร์|รอบรู้|รอง|รองเท้า|รอด|รอย|รอน|รอก|รอยยิ้ม|รองประธาน"
        "|นอนเวร|ลาน|ลาย|ลาว|ลาดพร้าว|ลาดกระบัง|ลาด|ลาก|ลาภ|ลามก|ลาเต้|วิ่งเต้น|พักพิง|ที่พัก|บ้านพัก|ห้องพัก|หอพัก|พักฟื้น|พักอาศัย|เบรกแตก|หักมุม|หักเห|ขอโทษครับที่ส่งช้า|เปิดเทอม|เปิดตัว|เปิดบ้าน|ปิดเทอม|ปิดงบ|ปิดเพจ|ปิดท้าย|ปิดโครงการ|ปิดบัญชี|เปิดเพจ|เข้าใจ|เข้าค่าย|เข้าร่วม|เข้าประชุม|เข้าเวร|เข้าไป|เข้ามา|เข้าระบบ|เข้าฐาน|ออกแบบ|ออกบูธ|ออกค่าย|ออกไป|ออกกอง|ออกแดด|ออกงาน|ออกใบ|ออกหน่วย|ออกข้อสอบ|ออกเสียง|ออกพื้นที่|ออกเดินทาง"
        "|กลับบ้าน|กลับมา|กลับไป|มาก|มากๆ|มาช่วย|มาตรฐาน|มาตรา|มานะ|มาลี|มารยาท|มาตรการ|มะม่วง|มาร์เก็ตติ้ง|ทั้งนี้|ทั้งคู่|ทั้งทีม|ทั้งหมู่บ้าน|เต็มที่|เต็มใจ|ครบถ้วน|ครบรอบ|ครบวงจร|ขาดทุน|ขาดแคลน|ขาดเรียน|ขาดไม่ได้|ขับเคลื่อน|ขับเพลง|ขับร้อง|ผู้ขับ|ตื่นเต้น|ทุนการศึกษา|จันทร์เจ้า|จันทบุรี|ดึกดำบรรพ์|คืนเงิน|คืนของ|คืนหนังสือ|คืนชีวิต|คืนถิ่น|ดีกว่า|น้อยกว่าปกติ|มากกว่าปกติ|เร็วกว่า|ช้ากว่า|แก้งาน|แก้ไขงาน|แก้โลโก้|แก้ไฟล์|แก้แบบ|แก้บั๊ก|แก้บัค|แก้เอกสาร|แก้ปัญหา|แก้เว็บ|แก้คำผิด|แก้รูป|แก้คลิป|แก้สไลด์|แก้บทความ|แก้โค้ด|แก้ bug"
        "|ถอนเงิน|ผิดพลาด|ตรวจคำผิด|คำผิด|เป็นวิทยากร|เป็นพิธีกร|เป็นกระบวนกร|เป็นพี่เลี้ยง|เป็นล่าม|เป็นครู|เป็นโค้ช|เป็นสตาฟ|เป็นอาสา|เป็นเมนเทอร์|เป็นกรรมการ|ต้องขอ|ต้องขอโทษ|พ.ศ.|พ.ศ|พศ.|ค.ศ.|ศ.ดร.|ผศ.|รศ.|ส.ส.|อบต.|อสม.|กทม.|สสส.|พม.|น.ส.|นส."
        "|actually fun|email|march for|may be|sunset|sunrise|sunshine|sunny|in person|in class|in the field|at the|at home|at school|at a|in a|in the|in thai|in english|in canva|in excel|in figma|to the|to a|login|log in|log out|logout|logo|logos|weblog|time table|timetable|one on one|one-on-one|1-on-1|1:1|1 on 1|24/7|work from home|wfh"
    },
}

AVAILABILITY: Final[Words] = {
    "weekdays": {0: "วันธรรมดา|ทุกวันธรรมดา|ทุกวันทำงาน|วันธรรมด|ธรรมดา|วันทำงาน|วันทำการ|วันราชการ|วันปกติ|วันทำมาหากิน|วันธรรมดาๆ|weekday|weekdays|working days|work days|workdays|week days|wkdays|business days|วีคเดย์|วีกเดย์|mon-fri|mon - fri|m-f|วันจันทร์ศุกร์"},
    "weekend": {0: "วันหยุด|ทุกวันหยุด|ทุกวันเสาร์อาทิตย์|ทุกวันเสาร์-อาทิตย์|ทุกเสาร์อาทิตย์|ว้นหยุด|วันหยุดประจำสัปดาห์|วันหยุดงาน|หยุดเสาร์อาทิตย์|days off|day off|ส อา|สอา|ส.อา.|ส.อา|ส-อา|เสอา|ส/อา|ส.-อา.|เสาร์ทิตย์"},
    "everyday": {0: "ทุกวัน|ทุกๆวัน|ทุก ๆ วัน|วันไหนก็ได้|วันไหนก้ได้|วันใดก็ได้|ทุกวันเลย|ตลอดสัปดาห์|ตลอดอาทิตย์|ทั้งสัปดาห์|ทั้งอาทิตย์|ทุกวันไม่เว้น|everyday|every day|any day|anyday|all days|all week|daily|each day|any day of the week|7 days a week|seven days a week|all 7 days|7 วัน|วันไหนก็ว่าง|วันไหนก็สะดวก|whole week|the whole week"},
    "anytime": {
        0: "ได้ตลอด|ว่างตลอด|ตลอดเวลา|ได้ตลอดเวลา|เมื่อไหร่ก็ได้|เมื่อไรก็ได้|เมือไหร่ก็ได้|ตอนไหนก็ได้|เวลาไหนก็ได้|เวลาใดก็ได้|กี่โมงก็ได้|ได้หมด|ได้ทุกเวลา|ทุกเวลา|ตลอด|ได้ทุกเมื่อ|24/7|24 ชั่วโมง|24 ชม.|24 ชม|24ชม.|ยังไงก็ได้|สะดวกตลอด|ว่างเสมอ|ได้ทุกช่วง|ทุกช่วงเวลา|ช่วงไหนก็ได้|ไม่จำกัดเวลา|เวลายืดหยุ่น|ยืดหยุ่น|ได้เสมอ|ตอนไหนก็ว่าง|เมื่อไหร่ก็ว่าง|เมื่อไหร่ก้ได้|ตอนไหนก้ได้"
        "|anytime|any time|whenever|flexible|all the time|always|always free|always available|at any time|around the clock|no preference|open schedule|my schedule is flexible|fully available|fully flexible|any hour|whenever you need|completely free"
    },
    "allday": {0: "ทั้งวัน|ตลอดวัน|ตลอดทั้งวัน|เต็มวัน|ทั้งวันเลย|วันเต็ม|เต็มๆวัน|all day|all day long|whole day|the whole day|full day|full days|all-day|entire day|วันทั้งวัน|เช้ายันเย็น|เช้าจรดเย็น|เช้ายันค่ำ|เช้าจรดค่ำ"},
    "daytime": {0: "กลางวัน|ตอนกลางวัน|ช่วงกลางวัน|กลางวันๆ|daytime|day time|daytimes|during the day|in the day|เวลากลางวัน|เวลาราชการ|เวลาทำการ|office hours|business hours|working hours|เวลางาน|เวลาทำงาน"},
    "lunch": {0: "พักเที่ยง|พักกลางวัน|ช่วงพักเที่ยง|ช่วงพักกลางวัน|ตอนพักเที่ยง|ตอนพักกลางวัน|เวลาพักเที่ยง|เวลาพักกลางวัน|พักทานข้าวเที่ยง|lunch break|lunch breaks|lunch time|lunchtime|lunchtimes|lunch hour|lunch hours|lunch|at lunch|during lunch|over lunch"},
    "after_work": {
        0: "หลังเลิกงาน|หลังงาน|เลิกงานแล้ว|เลิกงาน|หลังเวลางาน|หลังเวลาทำงาน|หลังทำงาน|หลังออฟฟิศ|นอกเวลางาน|นอกเวลาทำงาน|นอกเวลาราชการ|หลังเลิกเรียน|เลิกเรียนแล้ว|เลิกเรียน|หลังเรียน|หลังเลิกออฟฟิศ|หลังเลิกคลาส|ตอนเลิกงาน|ช่วงเลิกงาน|ช่วงหลังเลิกงาน|ตอนหลังเลิกงาน|หลังเลิกาน|หลังเลิกงาร|หลังลิกงาน"
        "|after work|afterwork|after-work|after office hours|after hours|after school|after class|after classes|outside office hours|outside working hours|outside work hours|post work|after office|once i finish work|when i finish work|after my job|after i finish work"
    },
    "after": {0: "หลัง|หลังจาก|พ้น|เลย|หลังเวลา|after|past|later than"},
    "before": {0: "ก่อน|ก่อนเวลา|ไม่เกิน|before|until|till|earlier than|no later than|by"},
    "onwards": {0: "เป็นต้นไป|เป็นตันไป|ขึ้นไป|เปนต้นไป|ไปแล้ว|ไป|onwards|onward|or later|and later|and after|เป็นต้น"},
    "night": {19: "ตอนกลางคืนๆ|กลางคืนๆ"},
    "every": {0: "ทุก|ทุกๆ|ทุก ๆ|every|each|any|all|ประจำ|ทั้ง"},
    "of": {0: "ของ|แห่ง|ในแต่ละ|ในทุก|of the|in the|of every|of each|ประจำ"},
    "per_month": {0: "เดือนละ|เดือนล่ะ|เดือนนึง|เดือนหนึ่ง|1 เดือน|หนึ่งเดือน|ต่อ เดือน|/เดือน|/ เดือน|ต่อ 1 เดือน|ต่อหนึ่งเดือน|ในหนึ่งเดือน|ใน 1 เดือน|ภายในเดือน|a month|per month|each month|every month|/month|/ month|monthly|/mo|/mth|in a month|permonth|a mth|of the month|per mth|ทุกเดือน|ในเดือน|ของเดือน|ของทุกเดือน|ของแต่ละเดือน|แต่ละเดือน|of every month|of each month|in the month|in each month|of month"},
    "per_week": {0: "สัปดาห์ละ|สัปดาละ|อาทิตย์ละ|อาทิตละ|อาทิตย์ล่ะ|สัปดาห์ล่ะ|สัปดาห์นึง|อาทิตย์นึง|อาทิตย์หนึ่ง|สัปดาห์หนึ่ง|ต่อ สัปดาห์|ต่อ อาทิตย์|ต่อ สัปดา|ต่ออาทิต|/สัปดาห์|/อาทิตย์|/ สัปดาห์|/ อาทิตย์|ต่อ 1 สัปดาห์|ต่อหนึ่งสัปดาห์|1 สัปดาห์|ใน 1 สัปดาห์|ในหนึ่งสัปดาห์|1 อาทิตย์|แต่ละสัปดาห์|แต่ละอาทิตย์|ทุกสัปดาห์|วีคละ|a week|per week|each week|every week|/week|/ week|weekly|/wk|/w|in a week|perweek|a wk|per wk|of the week"},
    "per_day": {0: "วันละ|วันล่ะ|ต่อ วัน|/วัน|/ วัน|ต่อ 1 วัน|ต่อหนึ่งวัน|แต่ละวัน|a day|per day|each day|/day|/ day|perday|a session"},
    "per_time": {0: "ครั้งละ|รอบละ|ต่อ ครั้ง|/ครั้ง|per session|each time|per visit|at a time|per time"},
    "per": {0: "ละ|ล่ะ"},
    "time_unit": {1: "ครั้ง|คร้ง|หน|รอบ|time|times|visits|sessions|x"},
    "often": {1: "once", 2: "twice", 3: "thrice"},
    "alternate": {0: "เว้น|every other|every second|every 2nd|alternate|alternating|every two|ทุกๆสอง|ทุก 2|ทุกสอง|biweekly|bi-weekly|fortnightly|every fortnight|every alternate|วันเว้นวัน|ปักษ์ละ"},
    "first_last": {1: "แรก|สุดท้าย|ต้นเดือน|ปลายเดือน|first|second|third|fourth|last|1st|2nd|3rd|4th|ที่หนึ่ง|ที่สอง|ที่สาม|ที่สี่|หนึ่งของ"},
    "except_": {0: "ยกเว้น|ยกเวัน|ยกเว้นแค่|ยกเว้นวัน|เว้นแต่|เว้นวัน|เว้นแค่|ไม่เอา|ไม่รวม|ไม่นับ|นอกจาก|ขาดแค่|ขอเว้น|ละเว้น|แต่ไม่เอา|except|except for|excluding|but not|apart from|other than|not including|besides|excl.|excl|aside from|with the exception of|minus|just not|save for"},
    "the_rest": {0: "นอกนั้นได้หมด|นอกนั้นว่าง|นอกนั้นว่างหมด|นอกนั้นได้|ที่เหลือได้หมด|ที่เหลือว่าง|ที่เหลือว่างหมด|ที่เหลือได้|วันอื่นได้หมด|วันอื่นว่าง|วันอื่นได้|วันอื่นว่างหมด|วันอื่นๆได้|วันอื่นๆ ได้หมด|วันอื่นๆว่าง|วันอื่นโอเค|นอกนั้นโอเค|นอกนั้น|ที่เหลือ|วันอื่น|วันอื่นๆ|other days|all other days|any other day|otherwise free|rest of the week|the rest of the week|other days are fine|everything else|the rest"},
    "no_time": {
        0: "ไม่ว่าง|ไม่ว่างเลย|ไม่สะดวกเลย|ยังไม่ว่าง|ไม่วาง|ไม่ว่่าง|ไม่สะดวก|ไม่มีเวลา|ไม่ค่อยว่าง|ไม่มีวันว่าง|ไม่มีเวลาว่าง|ไม่มีคิวว่าง|คิวเต็ม|ไม่ว่างสัก|งานยุ่งมาก|ยุ่งมาก|ยุ่งสุดๆ|ยุ่งตลอด|งานเยอะมากไม่มีเวลา|ไม่พร้อม|ไม่ฟรี"
        "|not available|unavailable|not free|no time|no free time|don't have time|dont have time|do not have time|don't have any time|have no time|no availability|fully booked|not available at all|too busy|not free at all|i'm not free|never free|never available|no spare time|can't commit|cannot commit|swamped"
    },
    "busy": {
        0: "ติด|ติดงาน|ติดธุระ|ติดเรียน|ติดประชุม|ติดสอน|ติดเวร|มีธุระ|มีเรียน|มีงาน|มีสอน|มีคลาส|มีเวร|มีสอบ|ไม่ได้|ไม่ไหว|ไม่โอเค|ยุ่ง|ขอพัก|ขอหยุด|ขอเว้น|อยู่กับครอบครัว|ให้ครอบครัว|ต้องพาลูก|ไม่มา|มาไม่ได้|ไปไม่ได้|ทำไม่ได้|ไม่เคยว่าง|ต้องเรียน|ต้องทำงาน|ต้องไป|ต้องเลี้ยงลูก|ต้องอยู่เวร|เข้าเวร|อยู่เวร|ไม่"
        "|busy|can't|cant|cannot|can not|can't do|not|no|never|don't|doesn't|dont|isn't|aren't|won't|booked|taken|out|off limits|have class|have classes|have school|tied up|occupied|unable|impossible|does not|do not|has class"
    },
    "working": {0: "ทำงาน|งานประจำ|ทำงานประจำ|เรียน|เข้าออฟฟิศ|เข้าออฟฟิส|เข้างาน|ไปเรียน|ไปทำงาน|เปิดร้าน|ทำโอที|โอที|ขายของ|i work|work|working|at work|study|studying|in the office|in class|at school|at university|in school|my job|have work"},
    "free": {
        0: "ว่าง|ว่างๆ|สะดวก|สะดวกสุด|ได้|ได้ๆ|ก็ได้|โอเค|โอ|พร้อม|พอได้|พอว่าง|น่าจะได้|น่าจะว่าง|มาได้|ทำได้|ช่วยได้|ไปได้|ให้ได้|เข้าได้|ลงได้|ขอเป็น|ขอ|เลือก|เอา|เลยว่าง|ขอลง|จัดไป|มีเวลา|พอมีเวลา|เจอได้|ลงพื้นที่ได้|สามารถ|สบาย|แจ่ม|ก้ได้|วาง|ว้าง|รับได้|ฟรี|เหมาะ|แฮปปี้|ดีสุด|ถนัด|ช่วย"
        "|free|available|availability|avail|ok|okay|works|work best|works best|works for me|work for me|fine|good|best|can|could|able|prefer|preferably|i prefer|suits me|suits|good for me|possible|help|volunteer|i can do|can do|can help|i'm free|im free|ideally|happy to help|only free|mostly free|usually free|open|great|perfect|would work|join|come|i'd prefer|reachable|sure|yes"
    },
    "change": {0: "เปลี่ยน|เปลี่ยนเป็น|ขอเปลี่ยน|ขอเปลี่ยนเป็น|ขอแก้|ขอแก้เป็น|แก้เป็น|แก้ไขเป็น|เปลี่ยนจาก|ขอเปลี่ยนจาก|ย้ายจาก|ย้ายเป็น|ย้ายไป|ขอย้าย|ปรับเป็น|ขอปรับเป็น|ปรับ|สลับเป็น|แก้จาก|change to|change|switch to|switch|update to|update|move to|changed to|instead of|now it's|change it to|make it|move me to|swap to|swap|change my availability to|update my availability to|change from|switch from|move from"},
    "becomes": {0: "เป็น|มาเป็น|ไปเป็น|แทน|กลายเป็น|into"},
    "used_to": {0: "เมื่อก่อน|แต่ก่อน|ก่อนหน้านี้|ก่อนนี้|แต่เดิม|เดิม|เดิมที|เคย|เคยว่าง|ตอนแรก|ตอนแรกว่าง|ปีที่แล้ว|used to|used to be|previously|before i|formerly|was|were|earlier i|it was|i was|ที่ผ่านมา"},
    "now": {0: "ตอนนี้|เดี๋ยวนี้|ช่วงนี้|ปัจจุบัน|ตอนนี้เหลือ|เหลือแค่|เหลือ|ขณะนี้|ณ ตอนนี้|now|right now|currently|nowadays|these days|at the moment|from now on|at present|for now"},
    "season": {
        0: "ปิดเทอม|เปิดเทอม|ซัมเมอร์|ปีใหม่|สงกรานต์|หน้าร้อน|หน้าหนาว|หน้าฝน|หลังสอบ|สอบเสร็จ|ช่วงสอบ|ตรุษจีน|เดือนหน้า|เดือนนี้|ปีหน้า|ปีนี้|ไตรมาส|ปลายปี|ต้นปี|กลางปี|เทศกาล|วันหยุดยาว|หยุดยาว|ลาพักร้อน|ลาคลอด|วันหยุดนักขัตฤกษ์|นักขัตฤกษ์|เข้าพรรษา|หลังเรียนจบ|เรียนจบ|หลังปีใหม่|หลังสงกรานต์|ต้นเดือน|ปลายเดือน|กลางเดือน|สิ้นเดือน|ต้นเดือนหน้า"
        "|summer|winter|semester break|school holidays|school break|new year|songkran|christmas|holidays|holiday season|next month|this month|next year|this year|spring|autumn|after exams|vacation|semester|term break|rainy season|public holidays|after graduation|long weekend|end of the month|early next month"
    },
    "appointment": {0: "นัด|นัดหมาย|มีนัด|ประชุม|มีประชุม|เจอกัน|พบกัน|ส่งงาน|ต้องส่ง|เดดไลน์|กำหนดส่ง|ภายใน|สอบ|งานแต่ง|งานเลี้ยง|งานบวช|หมอนัด|ไปหาหมอ|วันเกิด|จัดงาน|อบรม|สัมมนา|คอนเสิร์ต|หมดเขต|ปิดรับ|meeting|appointment|deadline|due|party|exam|interview|wedding|concert|birthday|see you|submit|starts|event|dinner|flight|training|class|game"},
    "name_mark": {0: "ชื่อ|ชื่อเล่น|นามสกุล|โครงการ|โปรเจค|โปรเจกต์|กิจกรรม|ค่าย|ตลาดนัด|ตลาด|ร้าน|วง|เพจ|รายการ|หนัง|ละคร|เพลง|หนังสือ|นิยาย|พี่|น้อง|ครู|คุณ|ลุง|ป้า|น้า|เพื่อน|แฟน|แม่|พ่อ|ลูก|project|name|named|called|my name|my friend|my sister|my brother|my wife|my husband|song|movie|band|he|she|they|club|market|black|ถนน|กลุ่ม|ทีม|งานวัน"},
    "greeting": {0: "สวัสดี|สวัสดีตอนเช้า|สวัสดียามเช้า|สวัสดีตอนบ่าย|สวัสดีตอนเย็น|สวัสดีตอนเที่ยง|สวัสดีวันจันทร์|สวัสดีวันอังคาร|สวัสดีวันพุธ|สวัสดีวันพฤหัส|สวัสดีวันพฤหัสบดี|สวัสดีวันศุกร์|สวัสดีวันเสาร์|สวัสดีวันอาทิตย์|สวัสดีเช้าวันจันทร์|สวัสดีเช้าวันอังคาร|สวัสดีเช้าวันพุธ|สวัสดีเช้าวันพฤหัส|สวัสดีเช้าวันศุกร์|สวัสดีเช้าวันเสาร์|สวัสดีเช้าวันอาทิตย์|สวัสดีเช้า|สวัสดีวันหยุด|หวัดดี|หวัดดีตอนเช้า|ดีค่ะ|อรุณสวัสดิ์|อรุณสวัสดิ์วันจันทร์|มอนิ่ง|ราตรีสวัสดิ์|ฝันดี|hello|hi|hey|good morning|good afternoon|good evening|good night|good day|happy friday|happy monday|happy sunday|happy saturday|happy weekend|have a nice weekend|have a good weekend|have a nice day|have a good day|have a good evening|have a good night|have a great weekend|enjoy your weekend|tgif|nice weekend|thank god it's friday|สุขสันต์วันหยุด|สุขสันต์วันศุกร์|สุขสันต์วันจันทร์|สุขสันต์วันอาทิตย์|เที่ยววันหยุดให้สนุก|พักผ่อนวันหยุด"},
    "noise": {
        0: "ช่วง|ตอน|ในช่วง|ส่วนใหญ่|ส่วนมาก|ปกติ|ปรกติ|โดยปกติ|ปกติจะ|มัก|มักจะ|จะ|น่าจะเป็น|ก็|เป็นหลัก|เท่านั้น|อย่างเดียว|เฉพาะ|เพราะ|เพราะว่า|คือ|แบบ|อยู่|ไว้|มา|วันที่ว่าง|วันที่สะดวก|เวลาว่าง|เวลาที่สะดวก|เวลาที่ว่าง|เวลา|คิดว่า|ไม่ติด|ไม่ติดอะไร|ไม่มีปัญหา|ถ้า|ถ้าเป็น|หาก|ให้|กว่า|จริงๆ|สุด|ผม|ฉัน|หนู|เรา|ดิฉัน|ของเดือน|อ๋อ|อืม|เอ่อ|สำหรับ|ตาม|ต่อ|มั้ง|อีก|ใน|แหละ|ขึ้นอยู่กับ"
        "|mostly|usually|normally|generally|typically|on|in|at|the|i|i'm|im|i am|is|are|my|me|be|it|for|during|my schedule|would be|would|between|both|then|that|so|since|because|most|most of the|some|sometimes|often|only|just|best time|times|time|we|do|have|a bit|maybe|probably|i think|please note|with|will|i'd|i'll|i've|got|also|well|too|online|onsite|on-site|on site|via zoom|remote|remotely|zoom|in person|ออนไลน์|ออนไซต์|ออนไซท์|ลงพื้นที่|เจอตัว|ประชุมออนไลน์|ทางออนไลน์|ทางไกล|อาสา|งานอาสา|ทำอาสา|จิตอาสา|ฟรีแลนซ์|พนักงาน|ค่อน|ค่อนข้าง|ถึงจะ|ถึงจะว่าง|ออฟไลน์|เลยว่าง|volunteering|with you|onsite work|everyone|schedule"
    },
    "half_day": {0: "ครึ่งวัน|half day|half days|half a day|ครึ่งวันก็ได้"},
    "question_word": {
        0: "ไหม|มั้ย|มั๊ย|ไม๊|หรือเปล่า|รึเปล่า|หรือป่าว|รึป่าว|ป่าว|หรือยัง|กี่วัน|กี่ชั่วโมง|กี่|เท่าไหร่|เท่าไร|อะไร|อะไรบ้าง|ยังไง|ทำไม|ใคร|ที่ไหน|เมื่อไหร่|เมื่อไร|เหรอ|หรอ|ใช่ไหม|ใช่มั้ย|ได้ไหม|ได้มั้ย|วันไหน|ตอนไหน|วันอะไร|กี่โมง|บ้างคะ|บ้างครับ|ปะคะ|how|what|when|when's|which|why|who|where|do you|can you|is it|is there|are there|are you|could you|do i|should i|must i|can we|does it|will there|what's|may i"
    },
    "did": {0: "ทำไป|ไปมา|ไปมาแล้ว|ทำมา|ใช้เวลา|ใช้เวลาไป|ทำไปแล้ว|ลงเวลา|ลงชั่วโมง|บันทึก|worked|did|spent|log|logged|went|finished|เสร็จ|เสร็จแล้ว|ไปแล้ว|ทำงานไป"},
    "unsure": {0: "แล้วแต่|ยังไม่แน่|ไม่แน่ใจ|ไม่แน่|ยังไม่รู้|ไม่รู้|ไม่ทราบ|ขอดู|ขอคิด|ขอเช็ค|ขอเช็ก|รอดู|เดี๋ยวดู|เดี๋ยวบอก|เดี๋ยวแจ้ง|not sure|depends|it depends|let me check|let me see|don't know|dunno|no idea|i'll check|will check|to be confirmed|tbc|tbd"},
}
