"""QR codes: big enough, with their quiet zone, and of exactly the modules that the standard asks for."""

from __future__ import annotations

import io

import pytest
import segno
from PIL import Image

from domain.qr import QUIET_ZONE, SIDE, TooLong, png

LINKS = (
    "https://t.me/handup_bot?start=role-k3f9m2xw",
    "https://line.me/R/oaMessage/%40handup/?%E0%B8%AB%E0%B8%B2%E0%B8%87%E0%B8%B2%E0%B8%99%20k3f9m2xwab12",
    "https://line.me/R/ti/p/@handup",
)


def modules_of(picture: bytes, count: int) -> list[list[int]]:
    """Which modules are dark (1), read off their middles."""
    image = Image.open(io.BytesIO(picture)).convert("L")
    size = image.width // count
    middles = [place * size + size // 2 for place in range(count)]
    return [[int(image.getpixel((x, y)) < 128) for x in middles] for y in middles]  # type: ignore[operator]


@pytest.mark.parametrize("link", LINKS)
def test_it_is_the_code_with_an_empty_edge_of_four_modules(link: str) -> None:
    code = segno.make(link, error="m", micro=False)
    count, _ = code.symbol_size(border=QUIET_ZONE)
    assert QUIET_ZONE == 4
    assert modules_of(png(link), count) == [list(row) for row in code.matrix_iter(border=QUIET_ZONE)]


@pytest.mark.parametrize("link", LINKS)
def test_it_is_square_sharp_and_light_to_send(link: str) -> None:
    picture = png(link)
    width, height = Image.open(io.BytesIO(picture)).size
    assert width == height
    assert SIDE * 0.9 <= width <= SIDE
    assert len(picture) < 20_000


def test_the_same_link_has_the_same_picture() -> None:
    assert png(LINKS[0]) == png(LINKS[0]) != png(LINKS[1])


def test_what_no_phone_could_read_is_refused() -> None:
    with pytest.raises(TooLong):
        png("x" * 5000)
