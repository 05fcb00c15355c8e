"""The data package: Python's zip opens it, Frictionless validates it, its rows say what the feed says."""

import tempfile
import zipfile

from frictionless import Package, system

LISTS = {
    "goals": "goals", "strategies": "strategies", "indicators": "indicators", "partners": "partners",
    "activities": "activities", "workgroups": "workgroups", "commitments": "commitments",
    "engagements": "engagements", "feedback": "feedback", "decisions": "decisions", "needs": "needs",
    "budget_cycles": "budget_cycles", "budget_proposals": "budget_proposals", "events": "events",
    "updates": "updates", "stories": "stories", "terms": "terms", "places": "geographies",
    "dimensions": "dimensions", "sources": "sources",
}


def check(site, results):
    name = site.folder / site.file("datapackage")
    with zipfile.ZipFile(name) as archive, tempfile.TemporaryDirectory() as folder:
        results.equal("every file of the zip is whole", archive.testzip(), None)
        times = {info.date_time for info in archive.infolist()}
        results.equal("files of the zip carry no time", times, {(1980, 1, 1, 0, 0, 0)})
        results.equal("the feed in the zip is the published one", archive.read("feed.json"), site.bytes("data/feed.json"))
        archive.extractall(folder)
        with system.use_context(trusted=True):
            package = Package(f"{folder}/datapackage.json")
            report = package.validate()
            results.holds("Frictionless finds the package valid", report.valid, report.flatten(["title", "note"]))
            rows = {one.name: one.read_rows() for one in package.resources if one.name != "feed"}
    content(site, results, package, rows)


def content(site, results, package, rows):
    results.equal("the package says that it is a sample", package.to_descriptor().get("sample"), True)
    results.equal("its licence", package.licenses[0]["name"], site.feed["coalition"]["license"])
    for table, kind in LISTS.items():
        results.equal(f"rows of {table}", len(rows[table]), len(site.records(kind)))
    observations = {
        tuple(row[name] for name in ("indicator", "place", "dimension", "group", "period")): row
        for row in rows["observations"]
    }
    expected = {key: (value, status) for key, value, status in site.observations()}
    results.equal("observations have the feed's keys", set(observations), set(expected))
    number = lambda value: None if value is None else float(value)
    differ = [
        key for key, (value, status) in expected.items()
        if key in observations
        and (number(observations[key]["value"]), observations[key]["status"]) != (number(value), status)
    ]
    results.equal("observations have the feed's values", differ, [])
    shown = [key for key in site.withheld() if observations[key]["value"] is not None]
    results.equal("what is withheld has no value", shown, [])
    titles = {one["id"]: one["title"] for one in site.records("indicators")}
    for language in site.languages:
        column = "title" if language == site.default else f"title_{language}"
        for row in rows["indicators"]:
            wanted = titles[row["id"]]
            wanted = wanted.get(language) if isinstance(wanted, dict) else wanted if language == site.default else None
            results.equal(f"{column} of {row['id']}", row[column], wanted)
