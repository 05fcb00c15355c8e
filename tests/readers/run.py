"""Gives the files of built sites to other people's readers: run.py COMMONWEAL SITE...

Each check compares what the reader found with the feed of that site. Nothing is fetched.
"""

import socket
import sys

import calendars
import linked
import lists
import news
import package
import pictures
import tables
from support import Results, Site


def refuse(*_):
    raise OSError("a reader asked for the network")


def main(commonweal, folders):
    socket.getaddrinfo = refuse
    total = Results()
    for folder in folders:
        site = Site(folder)
        for part in (package, tables, calendars, news, linked, lists, pictures):
            results = Results()
            try:
                part.check(site, results, *([commonweal] if part is tables else []))
            except Exception as why:  # A reader that gives up has not read the file.
                results.holds(f"{part.__name__} reads {folder}", False, f"{type(why).__name__}: {why}")
            print(f"{site.folder.name}, {part.__name__}: {results.passed} passed, {results.failed} failed")
            total.passed += results.passed
            total.failed += results.failed
    if not any(Site(folder).withheld() for folder in folders):
        total.holds("one of the sites withholds something", False)
    state = "FAILED" if total.failed else "ok"
    print(f"test result: {state}. {total.passed} passed; {total.failed} failed; files read by other people's readers")
    return 1 if total.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
