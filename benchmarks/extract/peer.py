"""The straightforward way: the same queries by as many threads, answers into indented JSON files.

usage: peer.py URL START END STEP THREADS FOLDER
"""

import json
import os
import sys
import urllib.parse
import urllib.request
from concurrent.futures import ThreadPoolExecutor

url, start, end, step, threads, folder = sys.argv[1:]
MOST = 2000


def ask(path):
    with urllib.request.urlopen(url + "/api/v1/" + path, timeout=120) as answer:
        return json.load(answer)


def segments():
    first, last, distance = int(start), int(end), int(step)
    for at in range(first, last + 1, MOST * distance):
        yield at, min(last, at + (MOST - 1) * distance)


def save(metric):
    os.makedirs(f"{folder}/{metric}", exist_ok=True)
    for begin, finish in segments():
        words = {"query": metric, "start": begin, "end": finish, "step": step + "s"}
        answer = ask("query_range?" + urllib.parse.urlencode(words))
        with open(f"{folder}/{metric}/{begin}-{finish}.json", "w") as out:
            json.dump(answer, out, indent=4)


names = ask("label/__name__/values")["data"]
with ThreadPoolExecutor(int(threads)) as pool:
    list(pool.map(save, names))
