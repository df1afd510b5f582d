#!/usr/bin/env python3
"""Marks a run of the profiler on Grafana's time line.

usage: annotate.py RUN_FOLDER --url URL [--token-file FILE] [--dry-run]

Reads the run's journal (docs/dataset-format.md) and posts one region a measurement, one a session,
and a line a note, tagged edgewatt, run:ID and the verdict. What Grafana already has of the run is
left alone, so it can be called again while the run goes on. The token (a service account's, role
Editor) is read from FILE, or from the file named by EDGEWATT_GRAFANA_TOKEN_FILE; never from the
command line, which everybody on the machine can read.
Exit 0: all posted; 1: Grafana refused or did not answer; 2: a mistake in the arguments or the run.
"""

import argparse
import datetime
import json
import os
import sys
import urllib.error
import urllib.parse
import urllib.request

TIMEOUT_SECONDS = 10
# Asked for in one answer; a run has fewer measurements than that.
MOST_KNOWN = 5000


class Stop(Exception):
    """Ends the program with one line for the user."""

    def __init__(self, message, code):
        super().__init__(message)
        self.code = code


def millis(text, plus_seconds=0.0):
    # Nanoseconds are more than datetime takes.
    whole, _, rest = text.rstrip("Z").partition(".")
    fraction = float("0." + rest) if rest else 0.0
    start = datetime.datetime.fromisoformat(whole).replace(tzinfo=datetime.timezone.utc)
    return round((start.timestamp() + fraction + plus_seconds) * 1000)


def events(journal):
    """The journal's events; a torn last line is a run that is being written."""
    with open(journal, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                yield json.loads(line)
            except ValueError as broken:
                if line.endswith("\n"):
                    raise Stop(f"{journal}, line {number}: {broken}", 2) from broken


def measured(row):
    functions = ", ".join(f"{one['function']} {one['rate']}/s" for one in row["functions"])
    verdict = row["verdict"]
    reasons = "".join("; " + reason for reason in verdict["reasons"])
    return {
        "key": row["id"],
        "time": millis(row["startedAt"]),
        "timeEnd": millis(row["startedAt"], row["node"]["detail"]["windowSeconds"]),
        "tags": [verdict["kind"], row["kind"], *(one["function"] for one in row["functions"])],
        "text": f"{row['id']}: {functions}: {verdict['kind']}{reasons}",
    }


def annotations(journal):
    session = started = None
    for event in events(journal):
        kind = event["event"]
        if kind == "session-started":
            started = event["at"]
            session = " ".join(event["arguments"])
        elif kind == "session-ended" and started:
            yield {
                "key": "session " + started,
                "time": millis(started),
                "timeEnd": millis(event["at"]),
                "tags": ["session"],
                "text": f"{session}: {event['exitReason']}",
            }
        elif kind == "note":
            yield {"key": "note " + event["at"], "time": millis(event["at"]), "tags": ["session"], "text": event["text"]}
        elif kind == "measured":
            yield measured(event["row"])


class Grafana:
    def __init__(self, url, token):
        self.url = url.rstrip("/")
        self.token = token

    def call(self, path, body=None):
        request = urllib.request.Request(self.url + path, data=None if body is None else json.dumps(body).encode())
        request.add_header("Content-Type", "application/json")
        if self.token:
            request.add_header("Authorization", "Bearer " + self.token)
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as refused:
            if refused.code in (401, 403):
                raise Stop(f"{self.url} refuses the token ({refused.code}): it needs the role Editor", 1) from refused
            raise Stop(f"{self.url}{path} answered {refused.code}", 1) from refused
        except (OSError, ValueError) as failed:
            raise Stop(f"no answer of Grafana from {self.url}: {getattr(failed, 'reason', failed)}", 1) from failed

    def known(self, run):
        query = urllib.parse.urlencode([("tags", "edgewatt"), ("tags", "run:" + run), ("limit", MOST_KNOWN)])
        found = self.call("/api/annotations?" + query)
        return {tag for one in found for tag in one["tags"]}

    def post(self, annotation):
        self.call("/api/annotations", annotation)


def token(path):
    path = path or os.environ.get("EDGEWATT_GRAFANA_TOKEN_FILE")
    if not path:
        return None
    try:
        with open(path, encoding="ascii") as file:
            return file.read().strip()
    except (OSError, ValueError) as failed:
        raise Stop(f"cannot read the token: {failed}", 2) from failed


def main():
    parser = argparse.ArgumentParser(description="Marks a run of the profiler on Grafana's time line.")
    parser.add_argument("run", help="folder of a run, for example output/latest")
    parser.add_argument("--url", required=True, help="Grafana, for example http://127.0.0.1:3000")
    parser.add_argument("--token-file", help="file with a service account's token")
    parser.add_argument("--dry-run", action="store_true", help="print what would be posted")
    asked = parser.parse_args()
    journal = os.path.join(asked.run, "journal.jsonl")
    if not os.path.isfile(journal):
        raise Stop(f"{asked.run} is not the folder of a run: it has no journal.jsonl", 2)
    run = os.path.basename(os.path.realpath(asked.run))
    grafana = Grafana(asked.url, token(asked.token_file))
    known = set() if asked.dry_run else grafana.known(run)
    posted = there = 0
    for one in annotations(journal):
        key = "at:" + one.pop("key")
        if key in known:
            there += 1
            continue
        one["tags"] = ["edgewatt", "run:" + run, key, *one["tags"]]
        if asked.dry_run:
            print(json.dumps(one))
        else:
            grafana.post(one)
        posted += 1
    print(f"{posted} {'to post' if asked.dry_run else 'posted'}, {there} already there", file=sys.stderr)


try:
    main()
except Stop as stop:
    print(f"annotate.py: {stop}", file=sys.stderr)
    sys.exit(stop.code)
