"""The desk's page in a real browser, before the real simulator and a small bot that answers through the real APIs."""

from __future__ import annotations

import re
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
import pytest_asyncio
from playwright.async_api import BrowserContext, Locator, Page, ViewportSize, async_playwright, expect

from tests.simulator.page_bot import ATTACK, PageBot, text

NAMES = ("chromium", "google-chrome", "chromium-browser", "chrome")
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)
WIDE = ViewportSize(width=1440, height=900)

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason=f"no browser to look with: none of {', '.join(NAMES)} is installed"),
    pytest.mark.asyncio(loop_scope="module"),
]


@dataclass
class Desk:
    """The page as a person has it before them."""

    page: Page
    bot: PageBot
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def phone(self, phone_id: str) -> Locator:
        return self.page.locator(f'section.phone[data-phone="{phone_id}"]')

    def bubble(self, phone_id: str, words: str | re.Pattern[str], sender: str = "bot") -> Locator:
        return self.phone(phone_id).locator(f'[data-bubble][data-from="{sender}"]').filter(has_text=words).last

    def button(self, phone_id: str, label: str) -> Locator:
        return self.phone(phone_id).locator("button[data-button]").filter(has_text=label).last

    async def open(self, phone_id: str) -> None:
        await self.phone(phone_id).locator("button[name=open]").click()

    async def say(self, phone_id: str, words: str) -> None:
        await self.phone(phone_id).locator("textarea[name=say]").fill(words)
        await self.phone(phone_id).locator("button[name=send]").click()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[BrowserContext]:
    async with async_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu"]
        chromium = await playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield await chromium.new_context(locale="th-TH", viewport=WIDE, reduced_motion="reduce")
        await chromium.close()


@pytest_asyncio.fixture(loop_scope="module")
async def desk(browser: BrowserContext) -> AsyncIterator[Desk]:
    async with PageBot() as bot:
        page = await browser.new_page()
        page.set_default_timeout(5000)
        desk = Desk(page, bot)
        page.on(
            "console", lambda said: desk.complaints.append(said.text) if said.type in {"error", "warning"} else None
        )
        page.on("pageerror", lambda error: desk.complaints.append(str(error)))
        page.on("request", lambda request: desk.requests.append(request.url))
        await page.goto(bot.simulator.url)
        await expect(page.locator("section.phone")).to_have_count(len(bot.simulator.phones))
        yield desk
        await page.close()
    assert desk.complaints == []
    assert [url for url in desk.requests if not url.startswith(bot.simulator.url)] == []


async def test_three_phones_stand_side_by_side_before_anything_is_pressed(desk: Desk) -> None:
    for phone_id in ("p1", "p2", "p3"):
        await expect(desk.phone(phone_id).locator("button[name=open]")).to_be_in_viewport(ratio=1)
    await expect(desk.phone("p3")).to_contain_text("ทีมงาน")
    assert await desk.phone("p2").get_attribute("data-channel") == "telegram"


async def test_a_friend_on_line_is_answered_with_quick_replies_that_vanish(desk: Desk) -> None:
    await desk.open("p1")
    welcome = desk.bubble("p1", "สวัสดี")
    await expect(welcome.locator("a")).to_have_attribute("href", "https://example.org/a?b=1")
    await expect(welcome.locator(".text")).to_have_css("white-space", "pre-wrap")
    await expect(desk.phone("p1").locator(".how").last).to_have_text("reply · ฟรี")
    await desk.button("p1", "ใช่").click()
    await expect(desk.bubble("p1", "ใช่", "person")).to_be_visible()
    await expect(desk.bubble("p1", "รับ: ใช่")).to_be_visible()
    await expect(desk.phone("p1").locator(".quick button")).to_have_count(0)


async def test_a_date_is_picked_in_a_small_dialog_that_says_it_in_words(desk: Desk) -> None:
    await desk.open("p1")
    await desk.button("p1", "เลือกวัน").click()
    dialog = desk.page.locator("dialog[data-picker=date]")
    await expect(dialog.locator("output")).to_have_text("วันจันทร์ที่ 30 พฤศจิกายน พ.ศ. 2569")
    await dialog.locator("button[name=leave]").click()
    await expect(dialog).to_have_count(0)
    await desk.button("p1", "เลือกวัน").click()
    await dialog.locator("input[name=picked]").fill("2026-12-05")
    await dialog.locator("button[name=pick]").click()
    await expect(desk.bubble("p1", "2026-12-05")).to_be_visible()


async def test_flex_cards_stand_in_a_row_and_their_buttons_work(desk: Desk) -> None:
    await desk.open("p1")
    await desk.say("p1", "การ์ด")
    titles = desk.phone("p1").locator(".flex-card .flex-text").filter(has_text="งานที่")
    await expect(titles).to_have_text(["งานที่ 1", "งานที่ 2"])
    await expect(titles.first).to_have_css("color", "rgb(11, 122, 67)")
    await expect(titles.first).to_have_css("font-size", "22px")
    await desk.button("p1", "สมัครงาน 2").click()
    await expect(desk.bubble("p1", "สมัคร", "person")).to_be_visible()
    await expect(desk.bubble("p1", "ได้ job=2")).to_be_visible()


async def test_a_template_and_the_rich_menu_which_makes_way_for_writing_can_be_tapped(desk: Desk) -> None:
    await desk.bot.show_menu()
    await desk.open("p1")
    await desk.say("p1", "ยืนยัน")
    await desk.button("p1", "ตกลง").click()
    await expect(desk.bubble("p1", "รับ: ตกลง")).to_be_visible()
    await expect(desk.phone("p1").locator(".rich-menu")).to_be_hidden()
    await desk.phone("p1").locator("button[name=menu]").click()
    await desk.phone("p1").locator(".rich-area").last.click()
    await expect(desk.bubble("p1", "ได้ menu=ชั่วโมง")).to_be_visible()
    await desk.phone("p1").locator("button[name=menu]").click()
    await expect(desk.phone("p1").locator(".rich-menu")).to_be_hidden()


async def test_telegram_shows_entities_an_inline_keyboard_and_the_answer_to_a_tap(desk: Desk) -> None:
    await desk.open("p2")
    hello = desk.bubble("p2", "Hello Arun & friends")
    await expect(hello.locator("strong")).to_have_text("Arun")
    await expect(hello.locator("a")).to_have_attribute("href", re.compile(r"^https://example\.org/?$"))
    await expect(hello.locator(".keyboard-row")).to_have_count(2)
    await desk.button("p2", "Wrong").click()
    await expect(desk.phone("p2").locator("[data-toast]")).to_have_text("เลือก wrong")
    await hello.get_by_role("button", name="/help").click()
    await expect(desk.bubble("p2", "got /help")).to_be_visible()


async def test_things_that_are_not_text_are_sent_from_the_attachment_menu(desk: Desk) -> None:
    await desk.open("p2")
    for content in ("sticker", "image", "audio", "location", "file"):
        await desk.phone("p2").locator("button[name=attach]").click()
        await desk.phone("p2").locator(f"button[data-content={content}]").click()
        await expect(desk.phone("p2").locator(f"[data-part={content}]")).to_have_count(1)


async def test_enter_sends_and_shift_enter_starts_a_line(desk: Desk) -> None:
    await desk.open("p1")
    await expect(desk.bubble("p1", "พร้อมไหม")).to_be_visible()
    field = desk.phone("p1").locator("textarea[name=say]")
    await field.press_sequentially("3 ชม.")
    await field.press("Shift+Enter")
    await field.press_sequentially("เมื่อวาน")
    await field.press("Enter")
    answer = desk.bubble("p1", "รับ: 3 ชม.").locator(".text")
    await expect(answer).to_have_text(re.compile(r"^รับ: 3 ชม\.\nเมื่อวาน$"))
    await expect(field).to_have_value("")


async def test_blocking_and_letting_in_again(desk: Desk) -> None:
    await desk.open("p1")
    await desk.phone("p1").locator("button[name=more]").click()
    await desk.phone("p1").locator("button[name=block]").click()
    await expect(desk.phone("p1").locator("textarea[name=say]")).to_be_hidden()
    await desk.phone("p1").locator("button[name=unblock]").click()
    await expect(desk.phone("p1").locator("textarea[name=say]")).to_be_visible()
    assert [event["type"] for event in desk.bot.heard] == ["follow", "unfollow", "follow"]


async def test_time_moves_and_a_push_rings_and_counts(desk: Desk) -> None:
    await desk.open("p1")
    await expect(desk.bubble("p1", "พร้อมไหม")).to_be_visible()
    meter, clock = desk.page.locator("[data-meter]"), desk.page.locator("[data-clock]")
    await expect(meter).to_contain_text("0 / 300")
    before = await clock.inner_text()
    await desk.page.locator("button[name=jumps]").click()
    await desk.page.locator("button[data-jump]", has_text="วันก่อนนัด: ออกแบบโลโก้").click()
    await expect(clock).not_to_have_text(before)
    await expect(clock).to_contain_text("พ.ศ. 25")
    await expect(desk.phone("p1")).to_have_class(re.compile("pinged"))
    await expect(desk.phone("p1").locator(".how-push")).to_have_text("push · ใช้ 1 จาก 300")
    await expect(meter).to_contain_text("1 / 300")
    await expect(meter).to_contain_text("ตอบกลับฟรี 1")


async def test_the_page_speaks_both_languages_and_remembers(desk: Desk) -> None:
    await desk.open("p1")
    await desk.page.locator("button[data-lang=en]").click()
    await expect(desk.phone("p1").locator(".how").last).to_have_text("reply · free")
    await expect(desk.phone("p2").locator("button[name=open]")).to_have_text("START")
    await desk.page.reload()
    await expect(desk.page.locator("[data-clock]")).to_contain_text(re.compile(r"20\d\d"))
    await expect(desk.page.locator("html")).to_have_attribute("lang", "en")
    await expect(desk.bubble("p1", "สวัสดี")).to_be_visible()


async def test_a_phone_is_added(desk: Desk) -> None:
    await desk.page.locator("button[name=add_phone]").click()
    await desk.page.locator("[data-add-phone] input[name=name]").fill("Nok")
    await desk.page.locator("[data-add-phone] label", has_text="Telegram").click()
    await desk.page.locator("button[name=add]").click()
    await expect(desk.phone("p4")).to_have_attribute("data-channel", "telegram")
    await expect(desk.phone("p4").locator("button[name=open]")).to_be_in_viewport()


async def test_words_never_become_code(desk: Desk) -> None:
    await desk.open("p1")
    await desk.say("p1", "โจมตี")
    await expect(desk.bubble("p1", "onerror").locator(".text")).to_have_text(ATTACK)
    await desk.bot.push("p1", text(ATTACK, {"type": "message", "label": "<i>x</i>", "text": "x"}))
    await expect(desk.phone("p1").locator(".quick button")).to_have_text("<i>x</i>")
    assert await desk.page.evaluate("window.attacked") is None


async def test_a_silent_bot_is_told_in_a_banner(desk: Desk) -> None:
    await expect(desk.page.locator("[data-banner]")).to_be_hidden()
    await desk.bot.go_silent()
    await desk.page.reload()
    await expect(desk.page.locator("[data-banner]")).to_contain_text("บอตยังไม่ตอบรับ")


async def test_a_lost_stream_is_told_and_mended_without_losing_a_bubble(desk: Desk) -> None:
    await desk.open("p1")
    port = desk.bot.simulator.port
    await desk.bot.simulator.stop()
    await expect(desk.page.locator("[data-banner]")).to_contain_text("ขาดการเชื่อมต่อ")
    await desk.bot.simulator.start(port=port)
    await desk.bot.push("p1", text("ระหว่างที่หลุด"))
    await expect(desk.bubble("p1", "ระหว่างที่หลุด")).to_be_visible()
    await expect(desk.page.locator("[data-banner]")).to_be_hidden()
    desk.complaints = [said for said in desk.complaints if "ERR_CONNECTION_REFUSED" not in said]


async def test_a_narrow_screen_has_tabs(desk: Desk) -> None:
    await desk.page.set_viewport_size({"width": 390, "height": 844})
    await desk.page.locator("button[data-tab=p2]").click()
    await expect(desk.phone("p2").locator("button[name=open]")).to_be_in_viewport(ratio=1)
    await expect(desk.page.locator("button[data-tab=p2]")).to_have_attribute("aria-current", "true")
