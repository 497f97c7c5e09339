"""Thailand's 77 provinces: short codes, names in Thai and English, and what people call them in a chat."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from domain.reading.normalise import normalise


@dataclass(frozen=True, slots=True)
class Province:
    """One province."""

    code: str
    """Its usual three letters, such as ``CMI``."""
    th: str
    en: str
    also: tuple[str, ...] = ()
    """Other names people type: nicknames, old names, well-known towns."""

    def name(self, language: str) -> str:
        """Its name in ``th`` or ``en``."""
        return self.th if language == "th" else self.en

    @property
    def names(self) -> tuple[str, ...]:
        """Every name by which it is known."""
        return (self.th, self.en, *self.also)


TABLE: Final = """
BKK กรุงเทพมหานคร | Bangkok | กรุงเทพ, กรุงเทพฯ, กทม, กทม., กรุงเทพมหานครฯ, บางกอก, bkk, krung thep, กรุงเทบ, เมืองกรุง
NBI นนทบุรี | Nonthaburi | นนท์, เมืองนนท์, ปากเกร็ด, บางบัวทอง
PTE ปทุมธานี | Pathum Thani | ปทุม, รังสิต, ลำลูกกา, rangsit
SPK สมุทรปราการ | Samut Prakan | ปากน้ำ, บางพลี, พระประแดง
CMI เชียงใหม่ | Chiang Mai | chiangmai, ชม., เจียงใหม่, cnx
NMA นครราชสีมา | Nakhon Ratchasima | โคราช, korat, ปากช่อง
KKN ขอนแก่น | Khon Kaen | khonkaen
CBI ชลบุรี | Chon Buri | ชล, เมืองชล, พัทยา, pattaya, ศรีราชา, sriracha, บางแสน, สัตหีบ
PKT ภูเก็ต | Phuket | ป่าตอง
SKA สงขลา | Songkhla | หาดใหญ่, hat yai, hadyai
KBI กระบี่ | Krabi | อ่าวนาง
KRI กาญจนบุรี | Kanchanaburi | กาญ, เมืองกาญ, กาญจน์, เมืองกาญจน์
KSN กาฬสินธุ์ | Kalasin | กาฬสิน
KPT กำแพงเพชร | Kamphaeng Phet | กำแพง
CTI จันทบุรี | Chanthaburi | จันท์, เมืองจันท์, เมืองจัน
CCO ฉะเชิงเทรา | Chachoengsao | แปดริ้ว
CNT ชัยนาท | Chai Nat |
CPM ชัยภูมิ | Chaiyaphum |
CPN ชุมพร | Chumphon |
CRI เชียงราย | Chiang Rai | เจียงฮาย, แม่สาย
TRG ตรัง | Trang |
TRT ตราด | Trat | เกาะช้าง, koh chang
TAK ตาก | Tak | แม่สอด, mae sot
NYK นครนายก | Nakhon Nayok |
NPT นครปฐม | Nakhon Pathom | ศาลายา, salaya
NPM นครพนม | Nakhon Phanom |
NST นครศรีธรรมราช | Nakhon Si Thammarat | นครศรี, นครศรีฯ, เมืองคอน, ทุ่งสง
NSN นครสวรรค์ | Nakhon Sawan | ปากน้ำโพ
NWT นราธิวาส | Narathiwat | นรา, สุไหงโกลก
NAN น่าน | Nan | เมืองน่าน
BKN บึงกาฬ | Bueng Kan |
BRM บุรีรัมย์ | Buri Ram | บุรีรัม
PKN ประจวบคีรีขันธ์ | Prachuap Khiri Khan | ประจวบ, ประจวบฯ, หัวหิน, hua hin
PRI ปราจีนบุรี | Prachin Buri | ปราจีน
PTN ปัตตานี | Pattani |
AYA พระนครศรีอยุธยา | Phra Nakhon Si Ayutthaya | อยุธยา, อยุทธยา, กรุงเก่า, ayutthaya, ayuthaya, บางปะอิน
PYO พะเยา | Phayao |
PNA พังงา | Phang Nga | เขาหลัก
PLG พัทลุง | Phatthalung | เมืองลุง
PCT พิจิตร | Phichit |
PLK พิษณุโลก | Phitsanulok | พิษโลก, พิดโลก, สองแคว
PBI เพชรบุรี | Phetchaburi | เพชรบุรีฯ, เมืองเพชร, ชะอำ, cha am
PNB เพชรบูรณ์ | Phetchabun | เขาค้อ, หล่มสัก
PRE แพร่ | Phrae | เมืองแพร่
MKM มหาสารคาม | Maha Sarakham | สารคาม
MDH มุกดาหาร | Mukdahan | มุก
MSN แม่ฮ่องสอน | Mae Hong Son | ปาย, pai
YST ยโสธร | Yasothon | ยโส
YLA ยะลา | Yala | เบตง
RET ร้อยเอ็ด | Roi Et | 101
RNG ระนอง | Ranong |
RYG ระยอง | Rayong | มาบตาพุด
RBR ราชบุรี | Ratchaburi | โพธาราม
LRI ลพบุรี | Lop Buri |
LPG ลำปาง | Lampang | เขลางค์
LPN ลำพูน | Lamphun |
LEI เลย | Loei | เมืองเลย, เชียงคาน
SSK ศรีสะเกษ | Si Sa Ket | ศรีษะเกษ, ศรีสะเกด
SNK สกลนคร | Sakon Nakhon | สกล
STN สตูล | Satun | หลีเป๊ะ
SKM สมุทรสงคราม | Samut Songkhram | แม่กลอง, อัมพวา
SKN สมุทรสาคร | Samut Sakhon | มหาชัย, กระทุ่มแบน
SKW สระแก้ว | Sa Kaeo | อรัญ, อรัญประเทศ
SRI สระบุรี | Saraburi | แก่งคอย
SBR สิงห์บุรี | Sing Buri |
STI สุโขทัย | Sukhothai |
SPB สุพรรณบุรี | Suphan Buri | สุพรรณ, เมืองสุพรรณ
SNI สุราษฎร์ธานี | Surat Thani | สุราษ, สุราษฎร์, เกาะสมุย, สมุย, koh samui, samui, เกาะพะงัน
SRN สุรินทร์ | Surin | สุริน
NKI หนองคาย | Nong Khai |
NBP หนองบัวลำภู | Nong Bua Lam Phu | หนองบัว
ATG อ่างทอง | Ang Thong |
ACR อำนาจเจริญ | Amnat Charoen | อำนาจ
UDN อุดรธานี | Udon Thani | อุดร, อุดรฯ, udon
UTD อุตรดิตถ์ | Uttaradit |
UTI อุทัยธานี | Uthai Thani | อุทัย
UBN อุบลราชธานี | Ubon Ratchathani | อุบล, อุบลฯ, ubon
"""


def rows() -> dict[str, Province]:
    """The table, by code; the places where most volunteers live come first."""
    found: dict[str, Province] = {}
    for row in TABLE.strip().splitlines():
        named, en, also = (cell.strip() for cell in row.split("|"))
        code, th = named.split(" ", 1)
        others = tuple(word.strip() for word in also.split(",") if word.strip())
        found[code] = Province(code, th, en, others)
    return found


PROVINCES: Final = rows()
AROUND: Final = re.compile(
    r"^(?:(?:ตอนนี้|ปัจจุบัน|ผม|เรา|ฉัน|หนู|พักอยู่|พัก|อาศัยอยู่|อาศัย|อยู่|บ้านอยู่|ทำงาน|ที่|ใน|แถว|แถวๆ|จังหวัด|จ\.|"
    r"i live in|i'm in|i am in|live in|living in|based in|in|at|near|province of)\s*)+"
)
TAIL: Final = re.compile(r"\s*(?:นะ)?(?:ครับ|คับ|ค่ะ|คะ|จ้า|จ้ะ|please|province|ครับผม)?[\s.!]*$")
LONG_ENOUGH: Final = 5
"""A shorter name stands in too many other words (ตาก, เลย, แพร่) to be found inside a sentence."""


def squeezed(text: str) -> str:
    """The text without spaces, dots and the marks of abbreviation."""
    return re.sub(r"[\s.ฯ\-]", "", normalise(text))


NAMES: Final = {
    squeezed(name): province.code for province in PROVINCES.values() for name in (province.code, *province.names)
}


def provinces_in(text: str) -> list[str]:
    """The codes of the provinces that a line names: one if it is plain, several if somebody must choose."""
    line = TAIL.sub("", normalise(text))
    for words in (line, AROUND.sub("", line)):
        if code := NAMES.get(squeezed(words)):
            return [code]
    return inside(squeezed(line))


def inside(line: str) -> list[str]:
    """The provinces whose longer names stand in a sentence; a name within a name is not one."""
    found: list[str] = []
    for name in sorted(NAMES, key=len, reverse=True):
        if len(name) >= LONG_ENOUGH and name in line:
            found.append(NAMES[name])
            line = line.replace(name, " ")
    return list(dict.fromkeys(found))


AROUND_BANGKOK: Final = frozenset({"BKK", "NBI", "PTE", "SPK"})
"""One city, whatever its provinces: people go to work from any to any of them."""


def together(code: str | None) -> frozenset[str]:
    """The provinces from which one can come to this one every week."""
    if code is None:
        return frozenset()
    return AROUND_BANGKOK if code in AROUND_BANGKOK else frozenset({code})
