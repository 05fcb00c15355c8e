"""What all checks need: a built site, the feed it was made from, and a place where results are counted."""

import json
from pathlib import Path

HERE = Path(__file__).parent


class Results:
    """Counts what holds and what does not, and says what does not."""

    def __init__(self):
        self.passed = 0
        self.failed = 0

    def holds(self, what, is_so, found=""):
        if is_so:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAILED {what}: {str(found)[:600]}")

    def equal(self, what, found, expected):
        self.holds(what, found == expected, f"found {found!r}, expected {expected!r}")


class Site:
    """A built site in a folder."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.feed = self.json("data/feed.json")
        self.index = self.json("data/index.json")
        self.languages = self.index["languages"]
        self.day = self.index["as_of"]
        self.home = self.index["home"]
        self.default = self.feed["coalition"]["default_locale"]

    def path(self, address):
        """The file behind an absolute address of the site."""
        inside = address.split("#")[0].removeprefix(self.home)
        found = self.folder / inside
        return found / "index.html" if inside.endswith("/") or not inside else found

    def bytes(self, name):
        return (self.folder / name).read_bytes()

    def text(self, name):
        return self.bytes(name).decode("utf-8")

    def json(self, name):
        return json.loads(self.bytes(name))

    def file(self, form, language=None):
        """The name of a form's file, out of the index."""
        for file in self.index["files"]:
            if file["form"] == form and "record" not in file and file.get("language") in (None, language):
                return file["path"]
        raise KeyError(form)

    def records(self, kind):
        return self.feed.get(kind, [])

    def says(self, text, language=None):
        """A text of the feed in a language, as the site falls back: to the default one, then to the first."""
        if not isinstance(text, dict):
            return text
        return text.get(language or self.default) or text.get(self.default) or next(iter(text.values()))

    def observations(self):
        """Every observation of the feed: its key, its value and its status. What is not there has none."""
        for series in self.records("series"):
            for line in series["lines"]:
                statuses = line.get("status") or [None] * len(series["periods"])
                for period, value, status in zip(series["periods"], line["value"], statuses):
                    if value is not None or status is not None:
                        place, dimension, group = (line.get(name) for name in ("geography", "dimension", "group"))
                        yield (series["indicator"], place, dimension, group, period), value, status

    def withheld(self):
        """The keys of what is withheld. Their values must stand nowhere."""
        words = {"suppressed", "withheld"}
        return {key for key, _, status in self.observations() if status and words & set(status.split())}


def schema(name):
    return json.loads((HERE / "schemas" / name).read_text("utf-8"))


def context(name):
    return json.loads((HERE / "contexts" / name).read_text("utf-8"))
