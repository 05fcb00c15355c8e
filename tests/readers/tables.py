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
    listed = {file["path"] for file in site.index["files"]}
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
        if f"data/indicators/{indicator}.vintages.csv" in listed:
            vintages(site, results, indicator, wanted)
    for (indicator, *scope, period) in site.withheld():
        value, _ = expected[indicator][(*scope, period)]
        results.equal(f"withheld: {indicator} {scope} {period}", value, None)


def vintages(site, results, indicator, wanted):
    """What was published earlier: it ends in what stands now, and each figure follows the one before."""
    text = site.text(f"data/indicators/{indicator}.vintages.csv")
    rows = {}
    for row in csv.DictReader(io.StringIO(text, newline="")):
        key = (row["place"] or None, row["dimension"] or None, row["group"] or None, row["period"])
        rows.setdefault(key, []).append(row)
    now = {
        key: (float(row["value"]) if row["value"] else None, row["status"] or None)
        for key, all in rows.items() for row in all if not row["replaced_on"]
    }
    results.equal(f"what stands in {indicator}.vintages.csv", now, wanted)
    days = [[day for row in all for day in (row["published_on"], row["replaced_on"]) if day] for all in rows.values()]
    results.equal(f"days in {indicator}.vintages.csv", days, [sorted(all) for all in days])
    told = [row for all in rows.values() for row in all if row["withheld_later"] == "true" and row["value"]]
    results.equal(f"values in {indicator}.vintages.csv that were withheld later", told, [])


def assessments(site, commonweal):
    """The rows of `commonweal assess --format json`, by indicator."""
    command = [commonweal, "assess", str(site.folder / "data/feed.json"), "--as-of", site.day, "--format", "json"]
    report = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    rows = {one["id"]: [] for one in site.records("indicators")}
    for row in report["rows"]:
        rows[row["indicator"]].append(row)
    return rows
