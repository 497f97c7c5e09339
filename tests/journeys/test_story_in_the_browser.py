"""The story of the demo, played on its page in a real browser as a stranger would play it."""

from __future__ import annotations

import re
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.async_api import Browser, Locator, Page, ViewportSize, async_playwright, expect

from bot import limits
from simulator.demo import Demo

NAMES = ("chromium", "google-chrome", "chromium-browser", "chrome")
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)
HERE = "http://127.0.0.1:"
WIDE = ViewportSize(width=1440, height=900)
LINE, TELEGRAM, STAFF = "p1", "p2", "p3"

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason=f"no browser to play with: none of {', '.join(NAMES)} is here")


@dataclass
class Desk:
    """The page of the demo as a person has it before them."""

    page: Page
    url: str
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def phone(self, phone: str) -> Locator:
        return self.page.locator(f'section.phone[data-phone="{phone}"]')

    def bubble(self, phone: str, words: str) -> Locator:
        return self.phone(phone).locator('[data-bubble][data-from="bot"]').filter(has_text=words).last

    async def sees(self, phone: str, *words: str) -> Locator:
        """The newest bubble of the bot with the first words, which has the others as well."""
        found = self.bubble(phone, words[0])
        for each in words:
            await expect(found).to_contain_text(each)
        return found

    async def open(self, phone: str) -> None:
        await self.phone(phone).locator("button[name=open]").click()

    async def say(self, phone: str, words: str) -> None:
        await self.phone(phone).locator("textarea[name=say]").fill(words)
        await self.phone(phone).locator("button[name=send]").click()

    async def tap(self, phone: str, words: str, label: str) -> None:
        """Tap the answer under the bubble with these words: in it, or among the quick replies."""
        bubble = await self.sees(phone, words)
        here = bubble.locator("button[data-button]").or_(self.phone(phone).locator(".quick button[data-button]"))
        await here.filter(has_text=re.compile(f"^{re.escape(label)}$")).last.click()

    async def tap_card(self, phone: str, title: str, label: str) -> None:
        """Tap a button of the newest card with these words."""
        card = self.phone(phone).get_by_role("article").filter(has_text=title).last
        await card.get_by_role("button", name=label, exact=True).click()

    async def answer(self, phone: str, *script: tuple[str, str]) -> None:
        """Answer one question after the other: tap where there is such a button ("> label"), else type."""
        for words, said in script:
            if said.startswith("> "):
                await self.tap(phone, words, said[2:])
            else:
                await self.sees(phone, words)
                await self.say(phone, said)

    async def jump(self, words: str) -> None:
        await self.page.locator("button[name=jumps]").click()
        await self.page.locator("button[data-jump]", has_text=words).first.click()

    async def send_sticker(self, phone: str) -> None:
        await self.phone(phone).locator("button[name=attach]").click()
        await self.phone(phone).locator("button[data-content=sticker]").click()

    async def block_and_unblock(self, phone: str) -> None:
        await self.phone(phone).locator("button[name=more]").click()
        await self.phone(phone).locator("button[name=block]").click()
        await self.phone(phone).locator("button[name=unblock]").click()

    async def meter_shows(self, *words: str) -> None:
        for each in words:
            await expect(self.page.locator("[data-meter]")).to_contain_text(each)


@asynccontextmanager
async def browser_here() -> AsyncIterator[Browser]:
    """The machine's own browser."""
    async with async_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu"]
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield browser
        await browser.close()


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Telegram takes a message a second in one chat; a story need not wait for that."""
    monkeypatch.setattr("bot.gate.A_CHAT", limits.Limit(1000.0, 1000.0))
    monkeypatch.setitem(limits.LANES, limits.TELEGRAM, limits.Limit(1000.0, 1000.0))


@pytest.fixture
async def desk(tmp_path: Path, at_once: None) -> AsyncIterator[Desk]:
    """The demo, and its page in the browser; nothing may be complained of, and nothing asked of other machines."""
    demo = Demo(tmp_path)
    demo.settings.rate_scale = 0
    await demo.start(0)
    async with browser_here() as browser:
        page = await browser.new_page(viewport=WIDE, reduced_motion="reduce")
        desk = Desk(page, demo.simulator.url)
        page.on("console", lambda said: desk.complaints.extend([said.text] * (said.type in {"error", "warning"})))
        page.on("pageerror", lambda error: desk.complaints.append(str(error)))
        page.on("request", lambda request: desk.requests.append(request.url))
        await page.goto(desk.url)
        await expect(page.locator("section.phone")).to_have_count(3)
        yield desk
    await demo.stop()
    assert desk.complaints == []
    assert [url for url in desk.requests if not url.startswith(HERE)] == []


async def test_a_volunteer_lives_the_story_in_thai_on_line(desk: Desk) -> None:
    await desk.page.locator("button[data-lang=th]").click()
    await join_in_thai(desk)
    await stop_and_go_on_in_thai(desk)
    await sign_up_in_thai(desk)
    await be_reminded_in_thai(desk)
    await check_in_in_thai(desk)
    await log_hours_in_thai(desk)
    await be_odd_in_thai(desk)


async def join_in_thai(desk: Desk) -> None:
    await desk.open(LINE)
    welcome = (("สวัสดี", "> ไทย"), ("เรื่องข้อมูลของคุณ", "> เริ่มเลย"), ("อยู่ต่างประเทศ", "> รับทราบ"), ("20 ปี", "> ครบแล้ว"))
    await desk.answer(LINE, *welcome)
    yes, no = (await desk.sees(LINE, "แจ้งงานอาสา")).locator("button[data-button]"), "ไม่ได้"
    await expect(yes).to_have_text(["ได้", no])
    sizes = [await button.bounding_box() for button in await yes.all()]
    assert len({(size["width"], size["height"]) for size in sizes if size}) == 1, "neither answer is pushed"
    await desk.answer(LINE, ("แจ้งงานอาสา", "> ได้"), ("ผ่านการคัดเลือก", "> ได้"), ("เรียกคุณว่าอะไร", "มะลิค่ะ"))


async def stop_and_go_on_in_thai(desk: Desk) -> None:
    await desk.answer(LINE, ("มะลิ", "หยุดก่อน"), ("หยุดตรงนี้ก่อน", "โปรไฟล์"))
    await expect(desk.phone(LINE).locator(".quick button").first).to_have_text("เอกชน")
    await desk.say(LINE, "หยุดก่อน")


async def sign_up_in_thai(desk: Desk) -> None:
    await desk.say(LINE, "หางาน")
    await desk.tap_card(LINE, "นักออกแบบกราฟิก", "สมัคร")
    await desk.answer(LINE, ("ทำไมถึงสนใจ", "> ข้าม"), ("สมัครงาน “นักออกแบบกราฟิก”", "> ยืนยัน"))
    await desk.sees(LINE, "ได้ที่แล้ว", "พี่อ่านให้น้องฟัง", f" {await buddhist_year(desk)} ")
    await desk.meter_shows("0 / 300")


async def buddhist_year(desk: Desk) -> int:
    """The year of the first session, as it is counted in Thailand."""
    state = await (await desk.page.request.get(f"{desk.url}/desk/state")).json()
    return int(state["jumps"][0]["to"][:4]) + 543


async def be_reminded_in_thai(desk: Desk) -> None:
    await desk.jump("1 วันก่อน อบรม “พี่อ่านให้น้องฟัง”")
    await desk.sees(LINE, "พรุ่งนี้มีนัด", "push · ใช้ 1 จาก 300")
    await desk.meter_shows("2 / 300")  # somebody in the background is in the team as well, on LINE
    await desk.tap(LINE, "พรุ่งนี้มีนัด", "ไปได้")
    await desk.sees(LINE, "จดแล้วว่าไปได้", "reply · ฟรี")
    await desk.jump("2 ชม. ก่อน อบรม “พี่อ่านให้น้องฟัง”")
    await desk.sees(LINE, "อีกไม่นานเจอกัน")
    await desk.meter_shows("4 / 300")


async def check_in_in_thai(desk: Desk) -> None:
    await desk.jump("ถึงเวลา อบรม “พี่อ่านให้น้องฟัง”")
    await desk.open(STAFF)
    await desk.say(STAFF, "รหัสเช็คอิน")
    code = re.search(r"\b\d{6}\b", await (await desk.sees(STAFF, "เช็คอินแล้ว 0 จาก 3 คน")).inner_text())
    assert code is not None
    await desk.say(LINE, f"เช็คอิน {code[0]}")
    await desk.sees(LINE, "เช็คอินแล้ว ขอบคุณที่มานะ")
    await expect(desk.page.locator('[data-step="checkin"]')).to_have_class("done")


async def log_hours_in_thai(desk: Desk) -> None:
    await desk.jump("หลัง อบรม “พี่อ่านให้น้องฟัง”")
    await expect(desk.page.locator("[data-clock]")).to_contain_text("20:31")
    await desk.tap(LINE, "เป็นอย่างไรบ้าง", "บันทึกชั่วโมงนัดนี้")
    await desk.tap(LINE, "คุณเข้าร่วม อบรม", "บันทึกเลย")
    await expect(desk.page.locator('[data-step="hours"]')).to_have_class("done")
    await desk.say(LINE, "3 ชม. เมื่อวาน ออกแบบโลโก้")
    await desk.tap(LINE, "3 ชม. · เมื่อวาน", "ถูกต้อง")
    await desk.sees(LINE, "บันทึกแล้ว", "3 ชม.")
    await desk.say(LINE, "แก้เป็น 2 ชม.")
    await desk.tap(LINE, "แก้เป็น 2 ชม.", "แก้เลย")
    await desk.sees(LINE, "แก้ให้แล้ว", "รวม 3 ชม.")
    await desk.say(LINE, "ผลงานของฉัน")
    await desk.sees(LINE, "ผลงานอาสาของคุณ", "รวม 3 ชม.")


async def be_odd_in_thai(desk: Desk) -> None:
    await desk.send_sticker(LINE)
    await desk.sees(LINE, "ขอบคุณสำหรับสติกเกอร์")
    await desk.say(LINE, "บลา บลา")
    await desk.sees(LINE, "ยังไม่เข้าใจข้อความนี้")
    await desk.tap(LINE, "สวัสดี 👋", "ไทย")
    await desk.sees(LINE, "ปุ่มนั้นเป็นของข้อความก่อนหน้านี้")
    await desk.block_and_unblock(LINE)
    await desk.sees(LINE, "ยินดีต้อนรับกลับมา")


async def test_staff_tell_a_volunteer_in_english_on_telegram_of_a_role(desk: Desk) -> None:
    await desk.page.locator("button[data-lang=en]").click()
    await desk.open(STAFF)
    await join_in_english(desk)
    await find_a_role_in_english(desk)
    await staff_publish(desk)
    await talk_to_a_person(desk)
    await log_hours_in_english(desk)
    await leave_in_english(desk)


async def join_in_english(desk: Desk) -> None:
    await desk.open(TELEGRAM)
    await desk.answer(
        TELEGRAM,
        ("Which language", "> English"),
        ("a word about your data", "> Let's start"),
        ("may be abroad", "> Understood"),
        ("20 or older", "> Yes, I am"),
        ("tell you about roles", "> Yes"),
        ("send your name", "> No"),
        ("shall we call you", "Ben"),
        ("sector", "skip"),
        ("province", "skip"),
        ("How would you like to work", "skip"),
        ("Which skills", "web development and data analysis"),
        ("I understood: Website development, Data analysis", "> Right"),
        ("Website development", "> Do it for a living"),
        ("in \"Data analysis\"", "stop"),
    )  # fmt: skip


async def find_a_role_in_english(desk: Desk) -> None:
    await desk.say(TELEGRAM, "find a role")
    await desk.sees(TELEGRAM, "Clean water figures", "Suits you: Data analysis")
    await desk.tap(TELEGRAM, "Clean water figures", "Sign up")
    await desk.answer(TELEGRAM, ("Why would you like", "I love rivers"), ("Shall we sign you up", "> Confirm"))
    await desk.sees(TELEGRAM, "Clean water figures", "kickoff")


async def staff_publish(desk: Desk) -> None:
    await desk.sees(STAFF, "Ben ได้ที่ในงาน “Data analyst”", "I love rivers")
    await desk.say(STAFF, "ทีมงาน")
    await desk.tap(STAFF, "ภาพรวมตอนนี้", "เผยแพร่โครงการ")
    await desk.tap(STAFF, "เผยแพร่โครงการไหน", "เว็บรับบริจาคต้นไม้")
    await desk.sees(STAFF, "ก่อนเผยแพร่", "นักพัฒนาเว็บ: ตรง 5 คน", "Telegram 4 คน ฟรี · LINE 3 คน", "อีก 296 ข้อความ")
    await desk.meter_shows("1 / 300")
    await desk.tap(STAFF, "ก่อนเผยแพร่", "เผยแพร่ แจ้ง 7 คน")
    await desk.sees(STAFF, "แจ้งไป 7 คน")
    await desk.sees(TELEGRAM, "นักพัฒนาเว็บ", "Suits you: Website development")
    await desk.meter_shows("4 / 300")


async def talk_to_a_person(desk: Desk) -> None:
    await desk.say(TELEGRAM, "talk to a person")
    await desk.answer(TELEGRAM, ("What is it about", "May I bring a friend?"))
    await desk.tap(STAFF, "May I bring a friend?", "ตอบอาสา")
    await desk.answer(STAFF, ("พิมพ์คำตอบได้เลย", "Of course!"))
    await desk.sees(TELEGRAM, "Of course!")


async def log_hours_in_english(desk: Desk) -> None:
    await desk.say(TELEGRAM, "log 2.5h yesterday")
    await desk.tap(TELEGRAM, "yesterday", "Right")
    await desk.say(TELEGRAM, "my record")
    await desk.sees(TELEGRAM, "Data analyst", "2 h 30 min")


async def leave_in_english(desk: Desk) -> None:
    await desk.say(TELEGRAM, "my data")
    await desk.tap(TELEGRAM, "What would you like to do?", "Get a copy")
    await desk.sees(TELEGRAM, "works for 1 hour")
    copy = await (await desk.page.request.get(await private_link(desk))).json()
    assert copy["people"][0]["name"] == "Ben"
    await desk.say(TELEGRAM, "erase my data")
    await desk.tap(TELEGRAM, "cannot be undone", "Yes, delete it all")
    await desk.sees(TELEGRAM, "deleted")
    assert (await desk.page.request.get(await private_link(desk))).status == 404


async def private_link(desk: Desk) -> str:
    """The address behind the newest link button of the Telegram phone."""
    bubbles = await (await desk.page.request.get(f"{desk.url}/desk/phones/{TELEGRAM}/messages")).json()
    buttons = [button for bubble in bubbles for row in bubble["keyboard"] for button in row]
    return str([button["url"] for button in buttons if button["does"] == "link"][-1])
