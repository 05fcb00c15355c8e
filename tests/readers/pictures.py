"""Every picture of a site, opened by libraries that know nothing of this project: Pillow and CairoSVG."""

import io

import cairosvg
from PIL import Image

CARD = (1200, 630)
# Px across of a chart, and pixels for each of them.
CHART, SCALE = 1080, 2


def opened(path):
    """A PNG file, read to its last pixel."""
    with Image.open(path) as picture:
        assert picture.format == "PNG", "it is no PNG file"
        picture.load()
        return picture.convert("RGB")


def check_card(path):
    picture = opened(path)
    assert picture.size == CARD, f"it is {picture.size}"
    assert len(picture.getcolors(1 << 24)) > 20, "it shows nothing"


def check_chart(path):
    picture = opened(path)
    with Image.open(path) as file:
        dots = round(file.info["dpi"][0])
    assert picture.width == CHART * SCALE and dots == 96 * SCALE, f"{picture.width} pixels, {dots} in an inch"
    assert len(picture.getcolors(1 << 24)) > 20, "it shows nothing"
    assert path.with_suffix(".svg").is_file(), "no SVG file is beside it"


def check_vector(path):
    drawn = Image.open(io.BytesIO(cairosvg.svg2png(url=str(path), output_width=CHART)))
    drawn.load()
    assert drawn.width == CHART, f"it is drawn {drawn.width} wide"
    with Image.open(path.with_suffix(".png")) as twin:
        assert abs(twin.height - SCALE * drawn.height) <= SCALE, "the PNG file has another shape"


def check(site, results):
    pictures = site.folder / "pictures"
    cards = set((pictures / "cards").rglob("*.png"))
    kinds = (
        ("cards", check_card, cards),
        ("charts", check_chart, set(pictures.rglob("*.png")) - cards),
        ("vectors", check_vector, pictures.rglob("*.svg")),
    )
    for name, look, paths in kinds:
        paths = sorted(paths)
        results.holds(f"{pictures} has {name}", bool(paths))
        for path in paths:
            try:
                look(path)
                results.holds(f"{path} is sound", True)
            except Exception as why:
                results.holds(f"{path} is sound", False, f"{type(why).__name__}: {why}")
