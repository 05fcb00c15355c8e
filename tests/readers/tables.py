"""The files of each indicator: the table by Python's csv, the record by its json, both against the feed."""

import csv
import io
import json
import subprocess


def check(site, results, commonweal):
    expected = {}
    for (indicator, *scope, period), value, status in site.observations():
        expected.setdefault(indicator, {})[(*scope, period)] = (value, status)
    assessed = assessments(site, commonweal)
    for record in site.records("indicators"):
        indicator = record["id"]
        whole = site.json(f"data/indicators/{indicator}.json")
        wanted = expected.get(indicator, {})
        found = {
            (one.get("place"), one.get("dimension"), one.get("group"), one["period"]):
                (one["value"], " ".join(one["status"]) or None)
            for one in whole["observations"]
        }
        results.equal(f"figures in {indicator}.json", found, wanted)
        results.equal(f"{indicator}.json says that it is a sample", whole["sample"], True)
        results.equal(f"assessment in {indicator}.json", whole["assessment"]["rows"], assessed[indicator])
        results.equal(f"languages of {indicator}.json", list(whole["assessment"]["words"]), site.languages)
        title = whole["indicator"]["title"]
        results.equal(f"title in {indicator}.json", {k: site.says(record["title"], k) for k in title}, title)
        if wanted:
            text = site.text(f"data/indicators/{indicator}.csv")
            rows = list(csv.DictReader(io.StringIO(text, newline="")))
            cell = lambda row, name: row[name] or None
            found = {
                (cell(row, "place"), cell(row, "dimension"), cell(row, "group"), row["period"]):
                    (float(row["value"]) if row["value"] else None, cell(row, "status"))
                for row in rows
            }
            results.equal(f"figures in {indicator}.csv", found, wanted)
    for (indicator, *scope, period) in site.withheld():
        value, _ = expected[indicator][(*scope, period)]
        results.equal(f"withheld: {indicator} {scope} {period}", value, None)


def assessments(site, commonweal):
    """The rows of `commonweal assess --format json`, by indicator."""
    command = [commonweal, "assess", str(site.folder / "data/feed.json"), "--as-of", site.day, "--format", "json"]
    report = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    rows = {one["id"]: [] for one in site.records("indicators")}
    for row in report["rows"]:
        rows[row["indicator"]].append(row)
    return rows
