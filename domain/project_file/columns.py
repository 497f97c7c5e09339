"""Which columns the file has: their names in Thai and English, which must be filled in, and how each is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from domain.project_file.cells import (
    Reader,
    company,
    day,
    number_between,
    one_of,
    plain,
    province,
    skills,
    slots,
    text_of,
    times,
    web_address,
    yes_or_no,
)

MOST_SEATS: Final = 50
MOST_HOURS: Final = 40
MOST_COMING: Final = 500


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet, or one key of a file that has keys."""

    name: str
    th: str
    en: str
    read: Reader
    example: str | int
    """What the template shows; a number is a day so many days ahead."""
    required: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One kind of row."""

    name: str
    th: str
    columns: tuple[Column, ...]

    @property
    def by_heading(self) -> Mapping[str, Column]:
        """The columns by everything that may stand at their head."""
        return {plain(word): each for each in self.columns for word in (each.name, each.th, each.en)}


PROJECT: Final = Column("project", "โครงการ", "Project", text_of(120), "เพจใหม่ของบ้านอุ่นใจ", required=True)

PROJECTS: Final = Sheet(
    "projects",
    "โครงการ",
    (
        Column("organisation", "องค์กร", "Organisation", text_of(120), "มูลนิธิบ้านอุ่นใจ", required=True),
        Column("title", "ชื่อโครงการ", "Title", text_of(120), "เพจใหม่ของบ้านอุ่นใจ", required=True),
        Column("aim", "เป้าหมาย", "Aim", text_of(300), "ให้คนรู้จักบ้านพักเด็กมากขึ้น", required=True),
        Column("cause", "ประเด็น", "Cause", one_of("cause"), "เด็กและเยาวชน"),
        Column("scope_in", "ในขอบเขต", "In scope", text_of(1000), "เพจและภาพชุดแรก 20 ภาพ"),
        Column("scope_out", "นอกขอบเขต", "Out of scope", text_of(1000), "ดูแลเพจหลังส่งมอบ"),
        Column("done_when", "เสร็จเมื่อ", "Done when", text_of(1000), "เพจเปิดใช้ และทีมบ้านลงภาพเองได้"),
        Column("needs", "สิ่งที่ต้องใช้", "Needs", text_of(1000), "คนให้สัมภาษณ์ 3 คน"),
        Column("starts_on", "วันเริ่ม", "Starts on", day, 45),
        Column("ends_on", "วันจบ", "Ends on", day, 135),
        Column("closes_on", "รับสมัครถึง", "Sign up until", day, 40),
    ),
)
ROLES: Final = Sheet(
    "roles",
    "บทบาท",
    (
        PROJECT,
        Column("title", "ชื่อบทบาท", "Role", text_of(120), "นักออกแบบกราฟิก", required=True),
        Column("skills", "ทักษะที่ต้องมี", "Skills", skills, "ออกแบบกราฟิก (ทำเป็นอาชีพ)", required=True),
        Column("seats", "รับกี่คน", "Seats", number_between(1, MOST_SEATS, whole=True), "2", required=True),
        Column(
            "hours_per_week",
            "ชั่วโมงต่อสัปดาห์",
            "Hours a week",
            number_between(0.5, MOST_HOURS, whole=False),
            "4",
            required=True,
        ),
        Column("place", "รูปแบบ", "Place", one_of("place"), "ออนไลน์", required=True),
        Column("province", "จังหวัด", "Province", province, ""),
        Column("slots", "ช่วงเวลา", "Times", slots, "เสาร์เช้า"),
        Column("nice", "ทักษะที่มีก็ดี", "Nice to have", skills, "ออกแบบโลโก้"),
        Column("least", "ขั้นต่ำกี่คน", "Least", number_between(1, MOST_SEATS, whole=True), "1"),
        Column("total_hours", "รวมกี่ชั่วโมง", "Total hours", number_between(1, 1000, whole=False), "48"),
        Column("purpose", "ทำให้อะไรดีขึ้น", "Purpose", text_of(300), "ภาพที่ทำให้คนหยุดดู"),
        Column("learns", "จะได้เรียนรู้", "Learns", text_of(300), "การเล่าเรื่องด้วยภาพ"),
        Column("question", "คำถามคัดเลือก", "Question", text_of(300), "งานชิ้นไหนที่คุณภูมิใจ"),
        Column("lead", "หัวหน้าทีม", "Lead", yes_or_no, "ไม่"),
        Column("buddy", "พี่เลี้ยง", "Buddy", text_of(200), "พี่นก (เจ้าหน้าที่)"),
        Column("travel_paid", "มีค่าเดินทาง", "Travel paid", yes_or_no, "ไม่"),
        Column("admission", "วิธีรับ", "Admission", one_of("admission"), "ทีมงานเลือก"),
        Column("reserved", "กันที่นั่ง", "Reserved seats", number_between(0, MOST_SEATS, whole=True), ""),
        Column("reserved_for", "กันให้บริษัท", "Reserved for", company, ""),
        Column("reserved_until", "กันถึงวันที่", "Reserved until", day, ""),
    ),
)
SAID_OF_SESSIONS: Final = (
    Column("title", "เรื่อง", "About", text_of(120), "รู้จักกันและแบ่งงาน"),
    Column("link", "ลิงก์", "Link", web_address, "https://meet.example.org/baan"),
    Column("capacity", "รับได้", "Places", number_between(1, MOST_COMING, whole=True), ""),
    Column("materials", "เตรียม", "Bring", text_of(600), "สมุดจด"),
)
SESSIONS: Final = Sheet(
    "sessions",
    "นัด",
    (
        PROJECT,
        Column("kind", "ประเภทนัด", "Kind", one_of("kind"), "นัดเริ่มงาน", required=True),
        Column("day", "วันที่", "Day", day, 47, required=True),
        Column("times", "เวลา", "Times", times, "9.30-12.00 น.", required=True),
        Column("where", "สถานที่", "Where", text_of(200), "Google Meet", required=True),
        *SAID_OF_SESSIONS,
    ),
)
SESSION_CHANGES: Final = Sheet(
    "sessions",
    "นัด",
    (
        Column("id", "รหัสนัด", "Session id", text_of(40), ""),
        *(replace(each, required=False) for each in SESSIONS.columns),
        Column("cancel", "ยกเลิกนัด", "Call off", yes_or_no, ""),
        Column("reason", "เพราะ", "Reason", text_of(300), ""),
    ),
)
"""Sessions of projects that are there already: new ones, and those of an id moved, changed or called off."""
SHEETS: Final = (PROJECTS, ROLES, SESSIONS)
