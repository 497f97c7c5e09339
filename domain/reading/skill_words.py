"""The words around skills: what makes a named skill the sender's own, and what makes it none."""

from __future__ import annotations

from typing import Final

from domain.reading.words import Words

SKILL_CONTEXT: Final[Words] = {
    "comma": {0: ",|;|•|、|&|and|และ|และก็|แล้วก็|แล้วก้|กับ|รวมถึง|รวมทั้ง|ทั้ง|หรือ|or|/|+|plus|ด้วย|บวก|อีกอย่างคือ|นอกจากนี้|as well as|also|อีกทั้ง|ตลอดจน|แถม|:"},
    "stop_sentence": {0: "ครับ|คับ|ค้าบ|คร้าบ|ครับผม|ค่ะ|คะ|ค่า|จ้า|จ้ะ|นะคะ|นะครับ|นะค่ะ|ฮะ|ครัช|!|."},
    "question": {0: "?"},
    "but": {0: "แต่|แต่ว่า|แต่ถ้า|but|however|though|although|ส่วน|ยกเว้น|except|เว้น"},
    "particle": {0: "นะ|น้า|เลย|อะ|อ่ะ|ล่ะ|แหละ|เอง|ๆ|เนอะ|หน่อย|ก็|มาก|มากๆ|นิดหน่อย|นิดนึง|บ้าง|(|)|[|]|\"|-|*|~|_|esp|especially|mainly|a bit of|a bit|little|some|very|really|เล็กน้อย"},
    "tool_with": {0: "ด้วยโปรแกรม|โดยใช้|ใช้|โดย|ผ่าน|ด้วย|with|using|via|in|by"},
    "refuse": {
        0: "ไม่|ไม่ได้|ไม่ได้ทำ|ไม่เป็น|ไม่ถนัด|ไม่เก่ง|ไม่ใช่|ไม่เคย|ไม่มี|ไม่มีความรู้|ไม่มีความรู้ด้าน|ไม่มีพื้นฐาน|ไม่รู้เรื่อง|ไม่รู้|ไม่รับ|ไม่ทำ|ไม่ชอบ|ไม่เอา|ไม่ไหว|ไม่คล่อง|ไม่ค่อยถนัด|ไม่ค่อยเป็น|ไม่ค่อยได้|ไม่มีทักษะ|ไม่มีประสบการณ์|ยังไม่|ยังไม่เคย|ยังไม่เป็น|มิได้|บ่เป็น|ไม่ว่าง|ห่วย|อ่อน|ไม่ค่อยเก่ง|ไม่อยาก|ไม่สันทัด|ไม่ต้อง|ไม่สะดวก|ไม่ผ่าน|ไม่เข้าใจ|ไม่มีหัว|เกลียด|เลิก|เลิกทำ|เลิกแล้ว|ลืมหมด|ลืมหมดแล้ว|ลืม|ทิ้ง|ไม่ได้แล้ว|ไม่ทำแล้ว|คืนอาจารย์|คืนครู"
        "|no|not|never|can't|cant|cannot|can not|don't|dont|do not|doesn't|isn't|not good at|bad at|terrible at|no experience|no experience in|without|unable|hate|gave up|quit|stopped|forgot|forgotten|no longer|nothing about|zero experience|won't|wouldn't|wasn't|poor at|am not|i'm not|not really|weak at|not a"
    },
    "good": {
        0: "ได้|เป็น|ถนัด|ถนัดสุด|เก่ง|ชอบ|พอได้|พอเป็น|พอทำได้|คล่อง|เชี่ยวชาญ|ชำนาญ|ทำได้|ช่วยได้|ช่วย|รับ|รับทำ|รับจ้าง|เคย|เคยทำ|เคยเป็น|จบ|เรียนจบ|จบมา|จบด้าน|ทำงานด้าน|ทำงานสาย|สาย|งานด้าน|พอ|พอใช้|โอเค|ไหว|ได้หมด|มีประสบการณ์|ประสบการณ์|งานหลัก|งานรอง|อาชีพ|อดีต|ตอนนี้ทำ|พอรู้|มีพื้นฐาน|มือใหม่|อยากช่วย|อยากใช้ทักษะ|ยินดี|ขอเสนอ|ทักษะ|สกิล|ไม่ใช่แค่|ไม่แพ้ใคร|ไม่ติด|ไม่มีปัญหา|ไม่ยาก|ไม่น้อย|ไม่ต้องห่วง|พร้อม|เป็นคน|อยากทำงานด้าน|เคยเรียนจบ|ไม่ได้มีแค่|ไม่เลว|ไม่เก่งแต่|ไม่เก่งมากแต่|ไม่เก่งเท่าไหร่แต่|ไม่ค่อยเก่งแต่|ไม่เชี่ยวแต่|ไม่โปรแต่|ไม่ถึงกับเก่งแต่|ไม่ได้เก่งแต่|ไม่ได้เก่งมากแต่|สอนได้"
        "|i can|can|can do|good at|great at|skilled in|skilled|experienced|experience|experience in|expert|expert in|i do|do|i am|i'm a|i'm|able to|used to be|used to|worked as|former|freelance|professional|love|enjoy|specialize in|specialise in|background in|years of|know|i know|familiar with|proficient in|offer|happy to help with|happy to|can help with|help with|not only|not just|no problem|beginner at|beginner|degree in|graduated in|i have|retired"
    },
    "learn": {
        0: "อยากเรียน|อยากเรียนรู้|อยากลอง|อยากรู้|อยากฝึก|อยากหัด|อยากเป็น|อยากเก่ง|อยากได้|อยากทำ|อยากให้|อยากศึกษา|อยากพัฒนา|อยากเข้าใจ|กำลังเรียน|กำลังหัด|กำลังฝึก|กำลังศึกษา|กำลังจะเรียน|เพิ่งเริ่มเรียน|เพิ่งหัด|หัด|ฝึก|ฝึกหัด|สนใจเรียน|สนใจเรียนรู้|สนใจ|เรียน|เรียนรู้|เรียนอยู่|ศึกษา|กำลังสนใจ|จะเรียน|ตั้งใจจะเรียน|ลงเรียน|อยาก|ขอเรียน|สมัครเรียน|นักศึกษา|นักเรียน|นิสิต|เริ่มหัด|วางแผนจะเรียน|ฝัน|เรียนเพิ่ม"
        "|want to learn|want to|learning|learn|studying|study|interested in|interested in learning|would like to learn|wish|hope to|trying to learn|taking a course|taking a class|student of|student|curious about|dream of|want to be|would love to learn|planning to learn|get better at|improve my|practice|practicing|course in|attending"
    },
    "need": {
        0: "ต้องการ|ต้องการคน|อยากได้คน|หาคน|หาคนช่วย|ขาดคน|ขาด|หาอาสา|มองหา|ตามหา|รับสมัคร|ประกาศรับ|เปิดรับ|ช่วยหา|มีใคร|ใคร|ใครก็ได้|หา|หาทีม|ขอคน|ขอคนช่วย|อยากหา|อยากจ้าง|จ้าง|ต้องจ้าง|ขอความช่วยเหลือ|ช่วยสอน|ช่วยเรา|ช่วยผม|ช่วยหนู|ช่วยแนะนำ|ต้องใช้|ต้องมี|จำเป็นต้อง|ขอรบกวน|รบกวน|ขอคำปรึกษา|ปรึกษา|อยากปรึกษา|ขอคำแนะนำ|มีปัญหา|เรามีงาน|มีงาน|ว่าจ้าง|รอคน"
        "|need|needs|needed|we need|looking for|hiring|seeking|searching for|wanted|require|requires|any|anyone|someone|somebody|is there|we want|do you|can you|could you|can someone|please|who|recruiting for|short of|we lack|in need of|have to find|help me|help us"
    },
    "question_word": {
        0: "ไหม|มั้ย|มั๊ย|ไม๊|หรือเปล่า|รึเปล่า|หรือยัง|กี่|เท่าไหร่|เท่าไร|แค่ไหน|อะไร|ยังไง|อย่างไร|ทำไม|ที่ไหน|ไหน|เมื่อไหร่|เหรอ|หรอ|ใช่ไหม|ได้ไหม|ป่าว|คืออะไร|ไงคะ|ไงครับ|ไง|how|what|what's|when|why|where|which|should i|is it|are there|does|do i|did|will there|whats"
    },
    "someone": {
        0: "พี่สาว|พี่ชาย|น้องสาว|น้องชาย|แฟน|แฟนผม|แฟนหนู|สามี|ภรรยา|เมีย|ลูก|ลูกสาว|ลูกชาย|พ่อ|แม่|คุณพ่อ|คุณแม่|เพื่อน|เพื่อนผม|เพื่อนหนู|หัวหน้า|เจ้านาย|เขา|เค้า|คนรู้จัก|ญาติ|ลูกพี่ลูกน้อง|คุณลุง|ลุง|ป้า|คุณป้า|หลาน|รูมเมท|ที่บ้าน|ทีมงาน|ทีมเรามี|ในทีมมี|ทีมมี|เพื่อนร่วมงาน|พี่ที่ทำงาน|คนข้างบ้าน|อดีตแฟน|เพื่อนบ้าน|พี่เขย|น้องเขย|พี่สะใภ้|ลูกน้อง"
        "|my sister|my brother|my mom|my mother|my dad|my father|my wife|my husband|my friend|my friends|my boyfriend|my girlfriend|my partner|my boss|my son|my daughter|my colleague|my colleagues|my cousin|my uncle|my aunt|my team|my roommate|he|she|they|his|her|their|a friend of mine|friend of mine|my parents|my neighbour|my neighbor|my kid|my kids"
    },
    "self_": {0: "ผม|หนู|ฉัน|ดิฉัน|ข้าพเจ้า|เรา|กระผม|เดี๊ยน|ตัวเอง|ส่วนตัว|ส่วนผม|ส่วนหนู|ส่วนฉัน|ส่วนดิฉัน|i|myself|me|as for me"},
    "employer": {
        0: "บริษัท|บ.|สำนักงาน|สนง.|โรงงาน|โรงพยาบาล|รพ.|รพ|ธนาคาร|แบงก์|แบงค์|ออฟฟิศ|ร้าน|กระทรวง|กรม|เอเจนซี่|เอเจนซี|สตูดิโอ|ห้าง|คลินิก|สถานี|มหาวิทยาลัย|มหาลัย|คณะ|ทำงานที่|ทำงานใน|อยู่ใน|ทำงานบริษัท|อยู่บริษัท|ทำงานโรงงาน|โรงเรียน|สถาบัน|เพื่อนร่วมงานฝ่าย|ศูนย์|หน่วยงาน|การไฟฟ้า|ตลาด"
    },
    "firm": {0: "firm|agency|company|office|hospital|school|studio|bank|department|industry|club|factory|shop|store|centre|center|corporation|ministry|university|class|course|lesson|lessons|team|app|account|accounts"},
    "topic": {0: "ให้|เรื่อง|เกี่ยวกับ|สำหรับ|ของ|เพื่อ|ลง|ลงเพจ|ใน|งาน|ด้าน|แนว|หัวข้อ|ประเภท|สอน|about|for|of|on|regarding|related to|to|at|covering|from|into"},
    "remark": {0: "สวย|สวยมาก|สวยจัง|สวยๆ|น่ารัก|สนุก|ล่ม|ค้าง|พัง|เสีย|เปิดไม่ออก|เปิดไม่ได้|เข้าไม่ได้|หาย|โดนแฮก|โดนแฮ็ก|ช้า|แพง|หมดอายุ|ถูกใจ|โดนใจ|เยี่ยม|เจ๋ง|ปัง|แจ่ม|เริ่ด|ดูดี|ไม่สวย|ไม่ขึ้น|ไม่โหลด|ไม่ตอบ|ไม่ชัด|เบลอ|ผิด|มีปัญหา|error|is down|is broken|broken|crashed|crash|nice|beautiful|lovely|awesome|cute|amazing|great work|looks great|looks good|look great|not loading|slow|is slow|won't open|doesn't open|doesn't work|not working|expired|cool|น่าสนใจ|ดีจัง|ดีมาก|ดีจริง|แตก|ไม่ทำงาน|ใช้ไม่ได้|เละ|งง"},
    "attend": {0: "เข้าร่วม|ไปงาน|มางาน|ร่วมงาน|ไปฟัง|มาฟัง|ฟัง|ดู|อ่าน|ขอดู|ขอ|ส่ง|ได้รับ|เห็น|เจอ|โหลด|ดาวน์โหลด|เปิด|เปิดไฟล์|ส่งไฟล์|join|joining|attend|attended|saw|see|watched|watch|watching|read|reading|received|got|open|download|sent|send|รอ|เข้า|สมัคร|แชร์|กดไลก์|ไลก์|ติดตาม|ซื้อ|โอน|จ่าย|like your|love your|i like your|thanks for|thank you for|ขอบคุณ|ขอบคุณสำหรับ|ชมรม|ชื่อ|โทรหา"},
    "plan": {0: "เมื่อวาน"},
    "year": {0: "ปี|years|year|yrs|ปีที่แล้ว"},
}
"""Kinds: ``good`` makes it one's own, ``refuse`` denies, ``learn``, ``need``, ``someone`` and questions exclude."""

STOPS: Final = (
    "เลขบัญชี|เลขที่บัญชี|บัญชีไลน์|บัญชี line|บัญชีเฟส|บัญชีเฟซ|บัญชี facebook|บัญชีไอจี|บัญชีเมล|บัญชีอีเมล|บัญชีธนาคาร|บัญชีออมทรัพย์|บัญชีผู้ใช้|บัญชีใหม่|บัญชีปลอม|เปิดบัญชี|สมัครบัญชี|รหัสบัญชี|ชื่อบัญชี|เข้าบัญชี|โอนบัญชี|เข้าบัญชี|ลบบัญชี|ปิดบัญชี|ผูกบัญชี|สมุดบัญชี|บัญชีไหน|บัญชีกสิกร|บัญชีกรุงไทย|บัญชีไทยพาณิชย์|ยืนยันบัญชี|ล็อกอินบัญชี|บัญชีติ๊กต็อก|บัญชีทวิต"
    "|แปลก|แปลกใจ|แปลกๆ|แปลว่า|แปลง|แปลงผัก|แปลงร่าง|แปลน|แปลงเพศ|หมอดู|หมอนวด|หมอน|หมอก|หมอบ|หมอลำ|หมอผี|หมอชิต|โรงพยาบาล|ถ่ายเอกสาร|ตัดหญ้า|ตัดผม|ตัดเย็บ|ตัดสินใจ|ตัดต้นไม้|ฟาร์ม|โซฟา|คลีน|อาหารคลีน|แบรนด์เนม|ส่งพัสดุ|รับพัสดุ|เลขาธิการ|ชีตาร์|ชีตสรุป|ค่าไฟฟ้า|รถไฟฟ้า|การไฟฟ้า|เครื่องใช้ไฟฟ้า|กรมการขนส่ง|กรมขนส่ง|บขส|ขนส่งสาธารณะ|ไลฟ์สไตล์|ติวานนท์|ล่ามโซ่|ล่ามหมา|บอตาย"
    "|เสียภาษี|ใบกำกับภาษี|คืนภาษี|หักภาษี|จ่ายภาษี|ภาษีสังคม|ผิดกฎหมาย|ถูกกฎหมาย|สัญญาณ|สัญญาใจ|โค้ชชิ่งบอล|ครูน้ำ|บ้านครูน้ำ|คนแปลกหน้า|แปลกหน้า|การตลาดนัด|ข้อมูลส่วนตัว|ให้ข้อมูล|ขอข้อมูล|ข้อมูลเพิ่มเติม|เพจนี้|หน้าเว็บนี้|ถ่ายรูปคู่|ถ่ายรูปเล่น|รูปถ่าย|วาดฝัน|ภาพวาดฝัน|นักแปลกหน้า|ขับรถส่งของ|ส่งของ|หมอนข้าง|เดฟี|ทำแผนที่วางไว้|ร้านค้า|คนขาย|ปิดการขายแล้ว|เกษตรศาสตร์|ม.เกษตร|มหาวิทยาลัยเกษตรศาสตร์|จุฬา|ธรรมศาสตร์|บอร์ดเกมคาเฟ่|เล่นบอร์ดเกม|งานแต่ง|งานบวช|ชุดออกแบบ|ขนส่งหมอชิต|รับสาย|สายรุ้ง|สายไฟ|สายตา|ไฟแนนซ์รถ|ค่าโฆษณา|ดูโฆษณา|โฆษณาเยอะ|ไม่มีโฆษณา"
    "|it is|is it|it's|its|it was|it will|it works|do it|like it|love it|got it|get it|about it|for it|of it|with it|make it|it|translate google|google translate|on the host|excellent|host family|law of attraction|make content|i'm content|contented|bank account|line account|my account|user account|facebook account|account number|create an account|new account|sign up|event today|current events|photo id|photo of me|profile photo|send photo|send photos|web page|your page|your website|the website|this website|your logo|your page|your post|your photos|the photos|the event|this event|the poster|your poster|this poster|your event|the survey|this survey|the workshop|this workshop|the training|cloudy|hosting a party|speaker system|loud speaker|bluetooth speaker|bot is|the bot|this bot|bot นี้|บอทนี้|บอตนี้|บอทตอบ|vet bill|doctor appointment|see a doctor|go to the doctor"
)
"""Longer words and sayings in which a skill's word means something else."""

HEADS: Final = frozenset(
    """translation translator interpreter interpreting writing writer photography photographer illustration illustrator
    editing editor consulting consultant teacher teaching training trainer recruitment recruiter research researcher
    tutor coach audit auditor""".split()
)
"""English nouns that come last in their phrase: what stands before them is their topic."""
GENERIC: Final = frozenset(
    """design designer developer development programmer consultant ออกแบบ ดีไซน์ ดีไซเนอร์ นักออกแบบ ที่ปรึกษา designing specialist software engineer engineer trainer training
    เขียนโปรแกรม พัฒนาระบบ โปรแกรมเมอร์ งานออกแบบ content creative analyst คอนเทนต์ ครีเอทีฟ digital""".split()
)
"""Forms that mean less than a more exact one beside them."""
VERBS: Final = frozenset("translate write edit teach proofread illustrate analyze analyse research tutor interpret review audit train coach mentor".split())
"""English verbs: the skill words after them are their objects."""
THAI_VERBS: Final = tuple(
    """ทำ เขียน ออกแบบ ถ่าย ตัด วาด แปล จัด ดูแล ยิง ปิด บันทึก ยื่น วาง ตรวจ สอบ คุม ตั้ง วิเคราะห์ คิด จ่าย ปลด แก้ ร่าง จด สรรหา คัด สัมภาษณ์
    พัฒนา เทรน ประเมิน บริหาร ประสาน สร้าง ตอบ เล่น ซื้อ บูสต์ พิสูจน์ พูด ดำเนิน แต่ง ปั้น มิกซ์ อัด พากย์ ไลฟ์ ซ่อม เจาะ ทดสอบ เทสต์ เก็บ ถอด ระดม
    นำ แนะแนว ซ้อม คีย์ พิมพ์ แยก ปลูก ติดตั้ง รีทัช เป็น ติว รับ หา บิน ลง ขาย""".split()
)
"""How a Thai form begins that starts a new item of a list without a blank."""
WHOLE: Final = frozenset(
    """สอน ครู อาจารย์ วิเคราะห์ เว็บ เอกสาร สัญญา ขยะ ดิน ปุ๋ย แปรรูป ฟา ฟาซิ ชีต ชีท บก. บก ลีน วาด วิจัย เขียนงาน วัดผล กำกับ คลัง บำบัด ทะเบียน บุคคล
    ขนส่ง หมอ บรรยาย พี่เลี้ยง จัดงาน จัดของ สำรวจ ขายของ บอท บอต นิติ สตรีม กายภาพ เซล เซลล์ นำเข้า แผนที่ มือไทย""".split()
)
"""Forms too short or too common to count when more letters follow without a blank."""
