"""Letters outside the chat: drawn on one page, checked by anybody without a script, given only to their owner."""

from __future__ import annotations

import io
import shutil
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import aiohttp
import pypdf
import pytest
import zxingcpp
from PIL import Image
from playwright.async_api import ViewportSize, async_playwright, expect
from sqlalchemy import update

from bot.letters import drawing
from bot.patience import MISSES
from domain import events
from domain.letters import Content, new_code, plain, quoted
from domain.signing import new_key, read_keys
from domain.skills import TAXONOMY
from storage import letters, notices, people
from storage.letters import Letter
from storage.schema import chats
from storage.schema import letters as table
from tests.journeys.world import World, until
from tests.storage import some

NAMES = ("chromium", "google-chrome", "chromium-browser", "chrome")
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)
ADDRESS = "https://bot.example.org/verify"
LETTER = Content(
    code="7K3M-9QPD-2XWT-HF5A",
    version=1,
    name_th="น้ำผึ้ง รุ่งเรือง",
    name_en="Namphueng Rungruang",
    role="Graphic designer",
    project="A new page for <Ban Un Jai>",
    organisation="Ban Un Jai Foundation",
    began_on=date(2026, 8, 3),
    ended_on=date(2026, 11, 20),
    minutes=2730,
    skills=("design.graphic",),
    praise="She taught our team to go on alone.",
    issuer="HandUp Network",
    issued_on=date(2026, 11, 23),
)
LONG = replace(
    LETTER,
    name_th="น้ำผึ้ง " + "รุ่งเรืองกิจเจริญสุขสวัสดิ์ " * 3,
    name_en="Namphueng " + "Rungruangkitcharoensuksawat " * 3,
    role="หัวหน้าทีมออกแบบและผู้ประสานงานอาสาสมัครประจำโครงการ" * 3,
    project="พัฒนาคุณภาพชีวิตเด็กและเยาวชนในชุมชน" * 5,
    organisation="การพัฒนาอย่างยั่งยืน" * 10,
    skills=tuple(list(TAXONOMY)[:14]),
    praise=quoted("ทำงานละเอียด ส่งตรงเวลา และสอนทีมของเราให้ทำต่อเองได้ " * 20),
)
ALL = {
    "both names": LETTER,
    "only a Thai name": replace(LETTER, name_en=""),
    "only an English name": replace(LETTER, name_th=""),
    "no praise": replace(LETTER, praise=""),
    "long": LONG,
}


# ---------------------------------------------------------------- drawn


@pytest.mark.parametrize("content", ALL.values(), ids=ALL)
def test_a_letter_is_one_page_that_says_what_it_should(content: Content) -> None:
    document = pypdf.PdfReader(io.BytesIO(drawing.pdf(content, ADDRESS)))
    assert len(document.pages) == 1
    words = " ".join(document.pages[0].extract_text().split())
    told = [content.code, "45 h 30 min", "3 Aug 2026 – 20 Nov 2026", "HandUp Network", "Issued 23 Nov 2026", ADDRESS]
    told += [content.name_en.strip()] * bool(content.name_en)
    told += [] if content is LONG else [content.role, content.project, content.organisation, "Graphic design"]
    told += [content.praise] if content.praise == LETTER.praise else []
    assert [each for each in told if each not in words] == []
    assert ("own words" in words) == bool(content.praise)
    assert str(document.metadata and document.metadata.title) == f"HandUp {content.code}"


@pytest.mark.parametrize("content", ALL.values(), ids=ALL)
def test_its_qr_code_leads_to_the_page_of_its_code(content: Content) -> None:
    picture = Image.open(io.BytesIO(drawing.png(content, ADDRESS)))
    assert picture.size == (1240, 1754)
    [found] = zxingcpp.read_barcodes(picture)
    assert found.text == f"{ADDRESS}/{content.code}"


# ---------------------------------------------------------------- checked


@pytest.fixture
async def there(anywhere: World) -> World:
    """A network that can sign letters, at an address of its own."""
    address = f"http://127.0.0.1:{anywhere.bot.port}"
    object.__setattr__(anywhere.bot.network, "keys", read_keys(new_key()[0]))
    object.__setattr__(anywhere.bot.network, "public_url", address)
    for channel in anywhere.bot.channels.values():
        channel._public_url = address  # type: ignore[attr-defined]
    return anywhere


def issue(here: World, person: str = "", role: str = "", **changes: Any) -> Letter:
    """Sign and keep a letter, of somebody new unless a person is named."""
    with here.engine.begin() as tx:
        person = person or some.person(tx)
        role = role or some.role(tx, some.project(tx))
        version = letters.next_version(tx, person, role)
        said = plain(replace(LETTER, code=new_code(), version=version, **changes))
        signed = here.bot.network.keys.sign(said)
        kept = letters.find(tx, letters.issue(tx, person, role, said, signed, here.clock.now(), None))
    assert kept is not None
    return kept


async def get(here: World, path: str) -> tuple[int, str, dict[str, str]]:
    """What the bot answers: the status, the text, the headers."""
    address = f"http://127.0.0.1:{here.bot.port}/{path}"
    async with aiohttp.ClientSession() as session, session.get(address) as answer:
        return answer.status, (await answer.read()).decode(errors="replace"), dict(answer.headers)


async def test_a_true_letter_is_called_genuine_and_says_what_it_says(there: World) -> None:
    letter = issue(there)
    status, page, headers = await get(there, f"verify/{letter.code}")
    assert status == 200
    assert "หนังสือนี้เป็นของจริง" in page
    assert "This letter is genuine" in page
    for words in ("น้ำผึ้ง รุ่งเรือง", "Namphueng Rungruang", "&lt;Ban Un Jai&gt;", "45 ชม. 30 นาที", letter.code):
        assert words in page
    assert "<script" not in page
    assert "noindex" in headers["X-Robots-Tag"]
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("way", ["verify/{}", "verify?code={}"])
async def test_a_code_is_found_however_it_is_typed(there: World, way: str) -> None:
    letter = issue(there)
    for typed in (letter.code.lower(), letter.code.replace("-", "%20"), letter.code.replace("-", "")):
        assert "This letter is genuine" in (await get(there, way.format(typed)))[1]


async def test_one_changed_letter_of_what_is_kept_is_told_and_nothing_of_it_shown(there: World) -> None:
    letter = issue(there)
    with there.engine.begin() as tx:
        changed = {**letter.content, "minutes": letter.content["minutes"] + 1}
        tx.execute(update(table).where(table.c.id == letter.id).values(content=changed))
        token = people.share_link(tx, str(letter.person), "letter", there.clock.now() + timedelta(days=1), letter.id)
    status, page, _ = await get(there, f"verify/{letter.code}")
    assert (status, "not what was issued" in page) == (200, True)
    assert "Namphueng" not in page
    assert (await get(there, f"letters/{token}/handup-{letter.code}.pdf"))[0] == 404


async def test_an_emptied_letter_that_pretends_to_be_valid_is_none(there: World) -> None:
    letter = issue(there)
    with there.engine.begin() as tx:
        tx.execute(update(table).values(content={}))
    assert "not what was issued" in (await get(there, f"verify/{letter.code}"))[1]


async def test_a_forged_code_is_unknown_and_so_is_what_is_no_code(there: World) -> None:
    issue(there)
    for forged in (new_code(), "OOOO-1111-0000-LLLL", "x", "%00", "<script>", "ก" * 60):
        status, page, _ = await get(there, f"verify/{forged}")
        assert (status, "No such letter" in page, "<script" in page) == (404, True, False)


async def test_a_replaced_and_a_revoked_letter_say_so_and_no_more(there: World) -> None:
    first = issue(there)
    second = issue(there, str(first.person), first.role)
    old, new = [(await get(there, f"verify/{each.code}"))[1] for each in (first, second)]
    assert "A newer letter has replaced this one" in old
    assert second.code not in old
    assert "This letter is genuine" in new
    with there.engine.begin() as tx:
        letters.revoke(tx, second.id, "มีคนขอให้ยกเลิก", there.clock.now())
    status, page, _ = await get(there, f"verify/{second.code}")
    assert (status, "This letter has been revoked" in page) == (200, True)
    assert not any(words in page for words in ("Namphueng", "Graphic designer", "มีคนขอ"))


async def test_who_is_erased_leaves_a_code_that_says_revoked(there: World) -> None:
    letter = issue(there)
    with there.engine.begin() as tx:
        people.erase(tx, str(letter.person), there.clock.now())
    assert "This letter has been revoked" in (await get(there, f"verify/{letter.code}"))[1]


async def test_a_letter_of_an_older_key_stays_true(there: World) -> None:
    private, public = new_key()
    object.__setattr__(there.bot.network, "keys", read_keys(private))
    letter = issue(there)
    object.__setattr__(there.bot.network, "keys", read_keys(f"{new_key()[0]},{public}"))
    assert "This letter is genuine" in (await get(there, f"verify/{letter.code}"))[1]
    object.__setattr__(there.bot.network, "keys", read_keys(new_key()[0]))
    assert "not what was issued" in (await get(there, f"verify/{letter.code}"))[1]


async def test_who_tries_code_after_code_is_asked_to_wait_and_true_codes_cost_nothing(there: World) -> None:
    letter = issue(there)
    for _ in range(MISSES + 20):
        assert (await get(there, f"verify/{letter.code}"))[0] == 200
    tried = 0
    while (answer := await get(there, f"verify/{new_code()}"))[0] == 404:
        tried += 1
    assert (answer[0], tried >= MISSES) == (429, True)
    assert "try again" in answer[1]
    assert (await get(there, f"verify/{letter.code}"))[0] == 429
    there.clock.move(timedelta(seconds=int(answer[2]["Retry-After"])))
    assert (await get(there, f"verify/{letter.code}"))[0] == 200


# ---------------------------------------------------------------- given


async def test_its_owner_gets_the_pdf_by_a_link_that_ends(there: World) -> None:
    letter = issue(there)
    now = there.clock.now()
    with there.engine.begin() as tx:
        good = people.share_link(tx, str(letter.person), "letter", now + timedelta(days=7), letter.id)
        old = people.share_link(tx, str(letter.person), "letter", now - timedelta(seconds=1), letter.id)
        other = people.share_link(tx, str(letter.person), "my_data", now + timedelta(days=7), letter.id)
        strange = people.share_link(tx, some.person(tx), "letter", now + timedelta(days=7), letter.id)
        nothing = people.share_link(tx, str(letter.person), "letter", now + timedelta(days=7))
    status, body, headers = await get(there, f"letters/{good}/handup-{letter.code}.pdf")
    assert (status, headers["Content-Type"], body[:5]) == (200, "application/pdf", "%PDF-")
    assert headers["Content-Disposition"] == f'attachment; filename="handup-{letter.code}.pdf"'
    assert headers["Cache-Control"] == "no-store"
    for wrong in (old, other, strange, nothing, "x" * 32):
        status, body, _ = await get(there, f"letters/{wrong}/handup.pdf")
        assert (status, "หมดอายุ" in body, "expired" in body) == (404, True, True)
    issue(there, str(letter.person), letter.role)
    assert (await get(there, f"letters/{good}/handup.pdf"))[0] == 404


@pytest.mark.parametrize("channel", ["line", "telegram"])
async def test_a_letter_reaches_the_phone_as_a_file_on_telegram_and_a_link_on_line(there: World, channel: Any) -> None:
    phone = await there.phone(channel)
    for line in ("ไทย", "เริ่มเลย", "รับทราบ", "ครบแล้ว", "ได้", "ได้"):
        await phone.say(line)
        await there.settled()
    with there.engine.connect() as tx:
        query = chats.select().where(chats.c.name == f"{channel}:{phone.address}")
        person = str(tx.execute(query).one().person)
    letter = issue(there, person)
    with there.engine.begin() as tx:
        notices.tell(tx, person, events.LETTER_ISSUED, letter.id, there.clock.now(), letter=letter.id)
    there.bot.dispatcher.wake()
    await phone.wait_for("ออกแล้ว")
    await until(lambda: not there.unfinished())
    bubble = next(each for each in reversed(list(phone.bubbles("bot"))) if letter.code in each.text)
    assert "เปิดหนังสือ (PDF)" in bubble.labels
    files = [part for part in bubble.parts if part["kind"] == "file"]
    assert [part["name"] for part in files] == ([f"handup-{letter.code}.pdf"] if channel == "telegram" else [])
    for part in files:
        path = part["url"].removeprefix(f"http://127.0.0.1:{there.bot.port}/")
        assert (await get(there, path))[1].startswith("%PDF-")


# ---------------------------------------------------------------- seen


@pytest.fixture
async def page(here: World) -> AsyncIterator[Any]:
    """A browser that runs no script."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        phone = ViewportSize(width=390, height=844)
        context = await browser.new_context(viewport=phone, java_script_enabled=False)
        yield await context.new_page()
        await browser.close()


@pytest.mark.skipif(CHROMIUM is None, reason=f"no browser to look with: none of {', '.join(NAMES)} is here")
async def test_a_code_from_paper_is_typed_on_a_phone_without_any_script(here: World, page: Any) -> None:
    object.__setattr__(here.bot.network, "keys", read_keys(new_key()[0]))
    letter = issue(here)
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text))
    await page.goto(f"http://127.0.0.1:{here.bot.port}/verify")
    await page.get_by_role("textbox").fill(letter.code.lower().replace("-", " "))
    await page.get_by_role("button").click()
    await expect(page.get_by_role("heading")).to_contain_text("This letter is genuine")
    await expect(page.locator("dl")).to_contain_text("Namphueng Rungruang")
    wide = await page.locator("main").evaluate("each => each.scrollWidth <= 390")
    assert (wide, complaints) == (True, [])
