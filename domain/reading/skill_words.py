"""Kinds of skill forms that the rules tell apart: heads, generic words, verbs, and words too short to trust."""

from __future__ import annotations

from typing import Final

HEADS: Final = frozenset(
    """translation translator interpreter interpreting writing writer photography photographer illustration illustrator
    editing editor consulting consultant teacher teaching training trainer recruitment recruiter research researcher
    tutor coach audit auditor""".split()
)
"""English nouns that come last in their phrase: what stands before them is their topic."""
GENERIC: Final = frozenset(
    """design designer developer development programmer consultant ออกแบบ เขียน ดีไซน์ ดีไซเนอร์ นักออกแบบ ที่ปรึกษา designing specialist software engineer engineer trainer training
    เขียนโปรแกรม พัฒนาระบบ โปรแกรมเมอร์ งานออกแบบ content creative analyst คอนเทนต์ ครีเอทีฟ digital""".split()
)
"""Forms that mean less than a more exact one beside them."""
VERBS: Final = frozenset(
    "translate write edit teach proofread illustrate analyze analyse research tutor interpret review audit train coach mentor".split()
)
"""English verbs: the skill words after them are their objects."""
THAI_VERBS: Final = tuple(
    """ทำ เขียน ออกแบบ ถ่าย ตัด วาด แปล จัด ดูแล ยิง ปิด บันทึก ยื่น วาง ตรวจ สอบ คุม ตั้ง วิเคราะห์ คิด จ่าย ปลด แก้ ร่าง จด สรรหา คัด สัมภาษณ์
    พัฒนา เทรน ประเมิน บริหาร ประสาน สร้าง ตอบ เล่น ซื้อ บูสต์ พิสูจน์ พูด ดำเนิน แต่ง ปั้น มิกซ์ อัด พากย์ ไลฟ์ ซ่อม เจาะ ทดสอบ เทสต์ เก็บ ถอด ระดม
    นำ แนะแนว ซ้อม คีย์ พิมพ์ แยก ปลูก ติดตั้ง รีทัช เป็น ติว รับ หา บิน ลง ขาย""".split()
)
"""How a Thai form begins that starts a new item of a list without a blank."""
WHOLE: Final = frozenset(
    """สอน ครู อาจารย์ วิเคราะห์ เว็บ เอกสาร สัญญา ขยะ ดิน ปุ๋ย แปรรูป ฟา ฟาซิ ชีต ชีท บก. บก ลีน วาด วิจัย เขียนงาน วัดผล กำกับ คลัง บำบัด ทะเบียน บุคคล
    เขียน ขนส่ง หมอ บรรยาย พี่เลี้ยง จัดงาน จัดของ สำรวจ ขายของ บอท บอต นิติ สตรีม กายภาพ เซล เซลล์ นำเข้า แผนที่ มือไทย""".split()
)
"""Forms too short or too common to count when more letters follow without a blank."""
