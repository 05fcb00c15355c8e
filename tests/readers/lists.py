"""What lists other things: index, catalogue, places, sitemap, robots and the summary for language models."""

import json
import re
import xml.etree.ElementTree as tree
from pathlib import Path
from urllib.robotparser import RobotFileParser

import frictionless
from jsonschema import Draft202012Validator, validators

from support import schema


def check(site, results):
    index(site, results)
    catalog(site, results)
    places(site, results)
    sitemap(site, results)
    summary(site, results)


def index(site, results):
    listed = [file["path"] for file in site.index["files"]]
    results.equal("the index lists each file once", len(set(listed)), len(listed))
    results.equal("files of the index are there", [one for one in listed if not (site.folder / one).is_file()], [])
    there = {str(one.relative_to(site.folder)) for one in (site.folder / "data").rglob("*") if one.is_file()}
    pages = {one for one in there if one.endswith(".html")}
    # Pictures are listed by whoever draws them.
    pictures = {one for one in there if one.endswith((".svg", ".png"))}
    results.equal("every file below data/ is listed", there - pages - pictures - set(listed), set())
    forms = {form["form"] for form in site.index["forms"]}
    results.equal("every form is described", {file["form"] for file in site.index["files"]}, forms)
    results.equal("the index says that it is a sample", site.index["sample"], True)
    page = site.text("data/index.html")
    lost = [
        file["path"] for file in site.index["files"]
        if file["form"] != "event" and file.get("language") in (None, site.default) and f'/{file["path"]}"' not in page
    ]
    results.equal("the page of the data lists what the index lists", lost, [])


def catalog(site, results):
    found = site.json("data.json")
    faults = [fault.message for fault in Draft202012Validator(schema("dcat-us-1.1.json")).iter_errors(found)]
    results.equal("DCAT-US against its schema", faults, [])
    with_figures = {one["indicator"] for one in site.records("series")}
    results.equal("datasets: the whole, and each indicator with figures", len(found["dataset"]), len(with_figures) + 1)
    files = [one["downloadURL"] for data in found["dataset"] for one in data["distribution"]]
    results.equal("files of the catalogue are there", [one for one in files if not site.path(one).is_file()], [])
    names = [data["identifier"] for data in found["dataset"]]
    results.equal("datasets have names of their own", len(set(names)), len(names))


def places(site, results):
    found = site.json(site.file("geojson"))
    own = Path(frictionless.__file__).parent / "assets/profiles/geojson.json"
    rules = json.loads(own.read_text("utf-8"))
    faults = [fault.message for fault in validators.validator_for(rules)(rules).iter_errors(found)]
    results.equal("GeoJSON against the schema that Frictionless carries", faults, [])
    ids = [one["id"] for one in found["features"]]
    results.equal("features have ids of their own", len(set(ids)), len(ids))
    areas = [one["id"] for one in site.records("geographies")]
    results.equal("every place is a feature", [one for one in areas if one not in ids], [])
    points = {
        f"{one['id']}/{n + 1}": where["point"]
        for one in site.records("activities") for n, where in enumerate(one.get("locations", [])) if "point" in where
    }
    points |= {one["id"]: one["location"] for one in site.records("budget_proposals") if "location" in one}
    wanted = {key: [point["longitude"], point["latitude"]] for key, point in points.items()}
    drawn = {one["id"]: one["geometry"]["coordinates"] for one in found["features"] if one["geometry"]}
    results.equal("points are the feed's, longitude first", drawn, wanted)
    results.equal("places say that they are a sample", found["sample"], True)


def sitemap(site, results):
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    root = tree.fromstring(site.bytes("sitemap.xml"))
    addresses = [one.text for one in root.findall("s:url/s:loc", names)]
    results.holds("the sitemap has at most 50,000 addresses", 0 < len(addresses) <= 50_000, len(addresses))
    results.equal("each once", len(set(addresses)), len(addresses))
    results.equal("all lead to pages", [one for one in addresses if not site.path(one).is_file()], [])
    others = {one.get("href") for one in root.findall("s:url/x:link", names)}
    results.equal("languages of a page are pages of the sitemap", others - set(addresses), set())
    robots = RobotFileParser()
    robots.parse(site.text("robots.txt").splitlines())
    results.equal("robots.txt names the sitemap", robots.site_maps(), [f"{site.home}sitemap.xml"])
    results.holds("everybody may read everything", robots.can_fetch("anybody", f"{site.home}data/feed.json"))


def summary(site, results):
    lines = site.text("llms.txt").splitlines()
    results.equal("llms.txt begins with the name", lines[0], f"# {site.says(site.feed['coalition']['name'])}")
    results.equal("it has one title", sum(line.startswith("# ") for line in lines), 1)
    results.holds("then a quote", lines[2].startswith("> "), lines[2])
    links = [re.fullmatch(r"- \[((?:[^\]\\]|\\.)+)\]\(([^ )]+)\)(: .+)?", line) for line in lines if line.startswith("- ")]
    results.holds("every item is a link", links and all(links), lines)
    lost = [one[2] for one in links if one and not site.path(one[2]).is_file()]
    results.equal("all lead to pages or files", lost, [])
    goals = {site.says(one["title"]) for one in site.records("goals") if one["status"] == "active"}
    results.equal("all goals are there", goals - {one[1] for one in links if one}, set())
    results.holds("it says that it is a sample", "invented" in site.text("llms.txt"))
