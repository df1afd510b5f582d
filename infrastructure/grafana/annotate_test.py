#!/usr/bin/env python3
"""annotate.py against a stand-in for Grafana, with a run that was really made."""

import http.server
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import unittest
import urllib.parse

HERE = os.path.dirname(os.path.abspath(__file__))
EXAMPLE = os.path.join(HERE, "..", "..", "output", "example")


class StandIn(http.server.BaseHTTPRequestHandler):
    """Keeps what is posted, answers searches by tags, wants the token "secret"."""

    def log_message(self, *_):
        pass

    def answer(self, code, body):
        text = json.dumps(body).encode()
        self.send_response(code)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def authorized(self):
        if self.headers.get("Authorization") == "Bearer secret":
            return True
        self.answer(401, {"message": "Unauthorized"})
        return False

    def do_GET(self):
        if self.authorized():
            wanted = set(urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query)["tags"])
            self.answer(200, [one for one in self.server.posted if wanted <= set(one["tags"])])

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.authorized():
            self.server.posted.append(body)
            self.answer(200, {"message": "Annotation added", "id": len(self.server.posted)})


class AnnotateTest(unittest.TestCase):
    def setUp(self):
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), StandIn)
        self.server.posted = []
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.folder = tempfile.mkdtemp()
        self.run = os.path.join(self.folder, "2026-11-22T19-51-06")
        shutil.copytree(EXAMPLE, self.run)
        self.token = os.path.join(self.folder, "token")
        with open(self.token, "w", encoding="ascii") as file:
            file.write("secret\n")
        with open(os.path.join(self.run, "journal.jsonl"), encoding="utf-8") as lines:
            self.rows = [event["row"] for event in map(json.loads, lines) if event["event"] == "measured"]

    def tearDown(self):
        self.server.shutdown()
        self.server.server_close()
        shutil.rmtree(self.folder)

    def annotate(self, *more, run=None):
        url = f"http://127.0.0.1:{self.server.server_address[1]}"
        return subprocess.run(
            [sys.executable, os.path.join(HERE, "annotate.py"), run or self.run, "--url", url, "--token-file", self.token, *more],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    def test_posts_every_measurement_and_the_session(self):
        self.assertGreater(len(self.rows), 10)
        done = self.annotate()
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(len(self.server.posted), len(self.rows) + 1)
        for row, posted in zip(self.rows, self.server.posted):
            self.assertIn("run:2026-11-22T19-51-06", posted["tags"])
            self.assertIn(row["verdict"]["kind"], posted["tags"])
            self.assertEqual(posted["timeEnd"] - posted["time"], round(row["node"]["detail"]["windowSeconds"] * 1000))
            self.assertIn(row["functions"][0]["function"], posted["text"])
        self.assertIn("session", self.server.posted[-1]["tags"])

    def test_time_is_the_start_of_the_window_in_utc(self):
        self.annotate()
        self.assertEqual(self.rows[0]["startedAt"], "2026-11-22T19:51:17.796285056Z")
        self.assertEqual(self.server.posted[0]["time"], 1795377077796)

    def test_a_second_time_posts_only_what_is_new(self):
        self.annotate()
        before = len(self.server.posted)
        lost = self.server.posted.pop(3)
        done = self.annotate()
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(len(self.server.posted), before)
        self.assertEqual(self.server.posted[-1], lost)

    def test_a_torn_last_line_is_a_run_that_goes_on(self):
        with open(os.path.join(self.run, "journal.jsonl"), "a", encoding="utf-8") as journal:
            journal.write('{"event":"meas')
        self.assertEqual(self.annotate().returncode, 0)
        self.assertEqual(len(self.server.posted), len(self.rows) + 1)

    def test_a_wrong_token_is_told_in_one_line(self):
        with open(self.token, "w", encoding="ascii") as file:
            file.write("guess")
        done = self.annotate()
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stderr.count("\n"), 1)
        self.assertIn("role Editor", done.stderr)
        self.assertEqual(self.server.posted, [])

    def test_what_is_no_run_is_refused(self):
        done = self.annotate(run=self.folder)
        self.assertEqual(done.returncode, 2)
        self.assertIn("journal.jsonl", done.stderr)

    def test_a_dry_run_posts_nothing(self):
        done = self.annotate("--dry-run")
        self.assertEqual(len(done.stdout.splitlines()), len(self.rows) + 1)
        self.assertEqual(self.server.posted, [])


if __name__ == "__main__":
    unittest.main()
