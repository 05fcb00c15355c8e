"""Calendars: read by the library icalendar, and byte by byte what RFC 5545 asks of lines."""

from datetime import date, datetime, timedelta, timezone

import icalendar


def check(site, results):
    events = {one["id"]: one for one in site.records("events")}
    for language in site.languages:
        name = site.file("icalendar", language)
        entries = read(site, results, name)
        results.equal(f"events in {name}", len(entries), len(events))
        for uid, entry in entries.items():
            event = events.get(uid.split("@")[0])
            if event is None:
                results.holds(f"{uid} is an event of the feed", False)
                continue
            results.equal(f"title of {uid} in {name}", str(entry["SUMMARY"]), site.says(event["title"], language))
            start, end = event["start"], event.get("end", event["start"])
            # Where one of both is a day, so is the other.
            if "T" not in start or "T" not in end:
                start, end = start[:10], end[:10]
            results.equal(f"begin of {uid}", instant(entry.decoded("DTSTART")), moment(start))
            if "end" in event:
                # The end of a whole day is the beginning of the next.
                later = timedelta(days=0 if "T" in end else 1)
                results.equal(f"end of {uid}", instant(entry.decoded("DTEND")), moment(end) + later)
            results.equal(f"state of {uid}", str(entry["STATUS"]).lower(), event["status"])
            results.equal(f"version of {uid}", int(entry["SEQUENCE"]), event.get("sequence", 0))
            results.holds(f"{uid} says that it is a sample", "DESCRIPTION" in entry and len(entry["DESCRIPTION"]) > 20)
    for file in site.index["files"]:
        if file["form"] == "event":
            entries = read(site, results, file["path"])
            results.equal(f"{file['path']} holds its event", [uid.split("@")[0] for uid in entries], [file["record"]])


def read(site, results, name):
    raw = site.bytes(name)
    results.equal(f"{name} ends its lines with CR LF", raw.count(b"\n"), raw.count(b"\r\n"))
    longest = max(len(line) for line in raw.split(b"\r\n"))
    results.holds(f"lines of {name} have at most 75 bytes", longest <= 75, longest)
    calendar = icalendar.Calendar.from_ical(raw)
    entries = calendar.walk("VEVENT")
    faults = [fault for part in calendar.walk() for fault in part.errors]
    results.equal(f"icalendar finds no fault in {name}", faults, [])
    needed = [(key, part.name) for part in [calendar] for key in ("VERSION", "PRODID") if key not in part]
    needed += [(key, str(one.get("UID"))) for one in entries for key in ("UID", "DTSTAMP", "DTSTART") if key not in one]
    results.equal(f"{name} has what it needs", needed, [])
    found = {str(one["UID"]): one for one in entries}
    results.equal(f"ids in {name} are unique", len(found), len(entries))
    return found


def instant(value):
    if isinstance(value, datetime):
        return value.astimezone(timezone.utc)
    return datetime(value.year, value.month, value.day, tzinfo=timezone.utc) if isinstance(value, date) else value


def moment(text):
    found = datetime.fromisoformat(text)
    return found.astimezone(timezone.utc) if found.tzinfo else found.replace(tzinfo=timezone.utc)
