"""JSON-LD by PyLD: what stands in the pages (schema.org), and the file of the Common Impact Data Standard.

Nothing is fetched. The two contexts are short ones of our own, with the terms that our files use: what they cannot show is
that a term exists in the vocabulary, so the terms are listed here again.
"""

import json
import re
from collections import Counter

from pyld import jsonld

from support import context

SCHEMA = "https://schema.org/"
CIDS = "https://ontology.commonapproach.org/cids#"
CONTEXTS = {
    "https://schema.org": context("schema-org.jsonld"),
    "https://schema.org/": context("schema-org.jsonld"),
    "https://ontology.commonapproach.org/contexts/cidsContext.jsonld": context("cids.jsonld"),
}
PARTNERS = {"Organization", "GovernmentOrganization", "NGO", "EducationalOrganization", "CollegeOrUniversity",
            "NewsMediaOrganization", "MedicalOrganization"}
DATASET = {"name", "description", "url", "license", "isAccessibleForFree", "creator", "spatialCoverage",
           "variableMeasured", "distribution", "includedInDataCatalog"}


def load(address, _options):
    return {"contextUrl": None, "documentUrl": address, "document": CONTEXTS[address]}


def expanded(document, base=None):
    return jsonld.expand(document, {"documentLoader": load, "base": base})


def of_page(site, path):
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', site.text(f"{path}index.html"), re.S)
    if len(found) != 1:
        raise ValueError(f"{path} has {len(found)} scripts of JSON-LD")
    return expanded(json.loads(found[0]), site.home + path)


def types(nodes):
    return Counter(kind.removeprefix(SCHEMA) for node in nodes for kind in node.get("@type", []))


def check(site, results):
    for language in site.languages:
        below = "" if language == site.default else f"{language}/"
        found = types(of_page(site, below))
        results.equal(f"the overview in {language}", dict(found), {"Organization": 1, "DataCatalog": 1})
        if site.records("events"):
            found = of_page(site, f"{below}events/")
            results.equal(f"events in {language}", dict(types(found)), {"Event": len(site.records("events"))})
            names = {node[SCHEMA + "name"][0]["@value"] for node in found}
            wanted = {site.says(one["title"], language) for one in site.records("events")}
            results.equal(f"names of events in {language}", names, wanted)
            whole = all(SCHEMA + key in node for node in found for key in ("startDate", "location", "eventStatus"))
            results.holds(f"events in {language} say when, where and whether", whole)
        for partner in site.records("partners"):
            found = of_page(site, f"{below}partners/{partner['id']}/")
            results.holds(f"{partner['id']} in {language}", set(types(found)) <= PARTNERS and len(found) == 1, found)
        for indicator in site.records("indicators"):
            dataset(site, results, indicator, language, of_page(site, f"{below}indicators/{indicator['id']}/"))
    impact(site, results)


def dataset(site, results, indicator, language, found):
    what = f"dataset {indicator['id']} in {language}"
    results.equal(f"{what}: one", dict(types(found)), {"Dataset": 1})
    node = found[0]
    results.equal(f"{what}: fields", {key for key in DATASET if SCHEMA + key not in node}, set())
    length = len(node[SCHEMA + "description"][0]["@value"])
    results.holds(f"{what}: 50 to 5000 characters", 50 <= length <= 5000, length)
    results.holds(f"{what}: licence", node[SCHEMA + "license"][0]["@id"].startswith("https://"))
    files = [one[SCHEMA + "contentUrl"][0]["@id"] for one in node[SCHEMA + "distribution"]]
    results.equal(f"{what}: files", [one for one in files if not site.path(one).is_file()], [])
    has_figures = any(one["indicator"] == indicator["id"] for one in site.records("series"))
    results.equal(f"{what}: number of files", len(files), 2 if has_figures else 1)
    results.equal(f"{what}: times", SCHEMA + "temporalCoverage" in node, has_figures)


def impact(site, results):
    document = site.json(site.file("cids"))
    nodes = expanded(document)
    results.holds("CIDS becomes triples", len(jsonld.to_rdf(document, {"documentLoader": load})["@default"]) > 100)
    kinds = Counter(kind.removeprefix(CIDS) for node in nodes for kind in node["@type"])
    results.equal("CIDS outcomes", kinds["Outcome"], len(site.records("goals")))
    results.equal("CIDS indicators", kinds["Indicator"], len(site.records("indicators")))
    results.equal("CIDS organizations", kinds["Organization"], len(site.records("partners")) + 1)
    ids = {node["@id"] for node in nodes}
    results.equal("CIDS ids are unique", len(ids), len(nodes))
    results.holds("CIDS ids are addresses", all(one.startswith("https://") for one in ids))
    links = ("forIndicator", "forOrganization", "forOutcome", "forTheme", "hasIndicator", "hasIndicatorReport", "hasOutcome")
    lost = {one["@id"] for node in nodes for link in links for one in node.get(CIDS + link, [])} - ids
    results.equal("CIDS links lead to something", lost, set())
    wanted = {}
    for (indicator, *scope, period), value, status in site.observations():
        expected = set((status or "").split()) & {"forecast", "not_due"}
        if scope == [None, None, None] and value is not None and not expected:
            wanted[(indicator, period)] = float(value)
    found = {}
    for node in nodes:
        if node["@type"] == [CIDS + "IndicatorReport"]:
            address, period = node["@id"].split("#")
            measure = node["http://ontology.eil.utoronto.ca/ISO21972/iso21972#value"][0]
            value = measure["http://ontology.eil.utoronto.ca/ISO21972/iso21972#hasNumericalValue"][0]["@value"]
            found[(address.rstrip("/").rsplit("/", 1)[1], period)] = float(value)
    # An indicator without a line for everybody speaks through its first one.
    spoken = {indicator for indicator, _ in wanted}
    results.equal("CIDS reports are the feed's values for everybody", {k: v for k, v in found.items() if k[0] in spoken}, wanted)
    withheld = {(key[0], key[4]) for key in site.withheld() if key[1:4] == (None, None, None)}
    results.equal("CIDS has no report of what is withheld", withheld & set(found), set())
