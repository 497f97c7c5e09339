"""What somebody sends becomes a plain picture that can be shown to others, or is refused."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from domain.pictures import JPEG, LONGEST_SIDE, PNG, SMALL_SIDE, NotAPicture, path, read_picture, small_of


def file_of(image: Image.Image, kind: str, **more: object) -> bytes:
    written = io.BytesIO()
    image.save(written, kind, **more)
    return written.getvalue()


def photograph(width: int, height: int) -> Image.Image:
    return Image.merge("RGB", [Image.effect_noise((width, height), 80) for _ in range(3)])


def seen(body: bytes) -> Image.Image:
    return Image.open(io.BytesIO(body))


def test_a_photograph_becomes_a_jpeg_of_a_phones_size_with_a_small_one_beside_it() -> None:
    picture = read_picture(file_of(photograph(4000, 3000), "JPEG"))
    assert picture.kind == JPEG
    assert seen(picture.body).size == (LONGEST_SIDE, 1536)
    assert seen(picture.small).size == (SMALL_SIDE, 360)
    assert len(picture.body) < 5_000_000
    assert len(picture.small) < 1_000_000


def test_nothing_of_the_file_is_left_but_the_picture() -> None:
    exif = Image.Exif()
    exif[0x010E] = "taken at home"
    exif[0x0112] = 6  # lies on its side
    raw = file_of(photograph(60, 40), "JPEG", exif=exif) + b"<script>alert(1)</script>"
    picture = read_picture(raw)
    assert seen(picture.body).size == (40, 60)
    assert not seen(picture.body).getexif()
    assert b"home" not in picture.body
    assert b"script" not in picture.body


def test_a_drawing_with_holes_stays_a_png_and_a_photograph_gets_white_paper() -> None:
    logo = Image.new("RGBA", (900, 900), (0, 0, 0, 0))
    logo.paste((6, 112, 94, 255), (200, 200, 700, 700))
    drawing = read_picture(file_of(logo, "PNG"))
    assert (drawing.kind, seen(drawing.body).mode) == (PNG, "RGBA")
    faded = photograph(300, 300)
    faded.putalpha(0)
    picture = read_picture(file_of(faded, "PNG"))
    assert picture.kind == JPEG
    assert seen(picture.body).convert("RGB").getpixel((9, 9)) == (255, 255, 255)


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "GIF", "JPEG"])
def test_what_phones_send_is_read(kind: str) -> None:
    assert seen(read_picture(file_of(photograph(300, 200), kind)).body).size == (300, 200)


def test_what_is_no_picture_is_refused() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    broken = file_of(photograph(300, 200), "JPEG")[:900]
    for raw in (b"", b"hello", svg, b"%PDF-1.7", broken, file_of(photograph(40, 40), "BMP"), b"\xff\xd8" * 6_000_000):
        with pytest.raises(NotAPicture):
            read_picture(raw)


def test_a_bomb_is_not_even_opened() -> None:
    with pytest.raises(NotAPicture):
        read_picture(file_of(Image.new("1", (8000, 8000)), "PNG"))


def test_a_small_drawing_is_its_own_small_picture() -> None:
    little = file_of(Image.new("L", (720, 720), 255), "PNG")
    assert small_of(little, PNG) == little
    big = file_of(photograph(900, 900), "PNG")
    assert seen(small_of(big, PNG)).size == (SMALL_SIDE, SMALL_SIDE)


def test_a_pictures_path_says_its_kind() -> None:
    assert path("ab" * 16, PNG) == f"pictures/{'ab' * 16}.png"
    assert path("ab" * 16, JPEG) == f"pictures/{'ab' * 16}.jpg"
