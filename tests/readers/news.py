"""What is new: Atom by feedparser, JSON Feed against its schema, and both the same list."""

from collections import Counter

import feedparser
from jsonschema import Draft202012Validator

from support import schema

SETTLED = {"kept", "partly_kept", "broken", "withdrawn"}


def check(site, results):
    validator = Draft202012Validator(schema("json-feed-1.1.json"))
    until = lambda day: day <= site.day[: len(day)]
    expected = {
        "news": sum(until(one["on"]) for one in site.records("updates")),
        "decision": sum(until(one["on"]) for one in site.records("decisions")),
        "answer": sum("response" in one and until(one["response"]["on"]) for one in site.records("feedback")),
        "promise": sum(
            one["state"] in SETTLED and "settled_on" in one and until(one["settled_on"])
            for one in site.records("commitments")
        ),
    }
    # The newest hundred; the samples have fewer.
    results.holds("the samples have fewer than a hundred items", sum(expected.values()) < 90)
    for language in site.languages:
        name = site.file("atom", language)
        atom = feedparser.parse(site.bytes(name))
        results.holds(f"feedparser reads {name}", not atom.bozo, atom.get("bozo_exception"))
        results.equal(f"{name} is Atom", atom.version, "atom10")
        results.equal(f"language of {name}", atom.feed.language, language)
        results.holds(f"{name} says that it is a sample", bool(atom.feed.get("subtitle")))
        kinds = Counter(tag.term for entry in atom.entries for tag in entry.tags)
        kinds.pop("version", None)
        results.equal(f"items in {name}", dict(kinds), {kind: n for kind, n in expected.items() if n})
        ids = [entry.id for entry in atom.entries]
        results.equal(f"ids in {name} are unique", len(set(ids)), len(ids))
        days = [entry.updated[:10] for entry in atom.entries]
        results.equal(f"{name} begins with the newest", days, sorted(days, reverse=True))
        results.holds(f"nothing in {name} lies ahead", all(day <= site.day for day in days))
        lost = [entry.link for entry in atom.entries if not site.path(entry.link).is_file()]
        results.equal(f"links of {name} lead to pages", lost, [])
        own = site.json(site.file("jsonfeed", language))
        faults = [fault.message for fault in validator.iter_errors(own)]
        results.equal(f"JSON Feed in {language} against its schema", faults, [])
        pairs = lambda items: [(one["id"], one["title"]) for one in items]
        results.equal(f"Atom and JSON Feed in {language} say the same", pairs(own["items"]), pairs(atom.entries))
        told = {one["title"]: one["content_text"] for one in own["items"] if "news" in one["tags"]}
        for update in site.records("updates"):
            if until(update["on"]):
                title, body = site.says(update["title"], language), site.says(update["body"], language)
                results.equal(f"news in {language}: {update['id']}", told.get(title), body)
