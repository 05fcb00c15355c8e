"""Opens every picture of a built site with libraries that know nothing of this project: Pillow and CairoSVG.

    python3 tests/readers/pictures.py SITE

Says how many it opened, or what is wrong with the first one, and then ends with code 1.
"""

import io
import sys
from pathlib import Path

import cairosvg
from PIL import Image

CARD = (1200, 630)
# Px across of a chart, and pixels for each of them.
CHART, SCALE = 1080, 2


def opened(path):
    """A PNG file, read to its last pixel."""
    with Image.open(path) as picture:
        assert picture.format == "PNG", f"{path} is no PNG file"
        picture.load()
        return picture.convert("RGB")


def check(site):
    pictures = site / "pictures"
    cards = sorted((pictures / "cards").rglob("*.png"))
    charts = sorted(path for path in pictures.rglob("*.png") if "cards" not in path.parts)
    vectors = sorted(pictures.rglob("*.svg"))
    assert cards and charts and vectors, f"{pictures} lacks a kind of picture"
    for path in cards:
        picture = opened(path)
        assert picture.size == CARD, f"{path} is {picture.size}"
        assert len(picture.getcolors(1 << 24)) > 20, f"{path} shows nothing"
    for path in charts:
        picture = opened(path)
        with Image.open(path) as file:
            dots = round(file.info["dpi"][0])
        assert picture.width == CHART * SCALE and dots == 96 * SCALE, f"{path}: {picture.width} pixels, {dots} in an inch"
        assert len(picture.getcolors(1 << 24)) > 20, f"{path} shows nothing"
        assert path.with_suffix(".svg").is_file(), f"{path} has no SVG file beside it"
    for path in vectors:
        drawn = Image.open(io.BytesIO(cairosvg.svg2png(url=str(path), output_width=CHART)))
        drawn.load()
        assert drawn.width == CHART, f"{path} is drawn {drawn.width} wide"
        twin = path.with_suffix(".png")
        if twin.is_file():
            with Image.open(twin) as file:
                assert abs(file.height - SCALE * drawn.height) <= SCALE, f"{path} and {twin} have other shapes"
    return f"{len(charts)} charts and {len(cards)} cards opened by Pillow, {len(vectors)} SVG files drawn by CairoSVG"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    try:
        print(check(Path(sys.argv[1])))
    except AssertionError as fault:
        sys.exit(str(fault))
