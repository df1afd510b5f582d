#!/usr/bin/env bash
# How fast node-scoring answers /prioritize over HTTP, as a scheduler asks it: wrk on one connection
# and on several, for clusters of several sizes.
#
#   benchmarks/scoring/run.sh [NODES...]        1000 5000 unless given
#
# Settings: POLICY (power), SECONDS_OF_LOAD (15), CONNECTIONS ("1 4"). Needs wrk and python3. The nodes
# (ten pods each, power as a straight line) come from a file, so nothing else runs beside it.
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
here=$home/benchmarks/scoring
for program in wrk python3 curl; do
  command -v "$program" >/dev/null || { echo "run.sh: $program is needed" >&2; exit 2; }
done
work=$(mktemp -d)
scoring=
finish() {
  if [ -n "$scoring" ]; then kill "$scoring" 2>/dev/null || true; wait "$scoring" 2>/dev/null || true; fi
  scoring=
}
trap 'finish; rm -rf "$work"' EXIT

[ $# -gt 0 ] || set -- 1000 5000
for nodes in "$@"; do
  python3 "$here/cluster.py" "$nodes" >"$work/cluster.json"
  port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
  "$home/bin/node-scoring" serve --port "$port" --replay "$work/cluster.json" --policy "${POLICY:-power}" --ipmi-port 0 >"$work/log" 2>&1 &
  scoring=$!
  until curl -sf -o "$work/ready" "http://127.0.0.1:$port/_/ready"; do
    kill -0 "$scoring" 2>/dev/null || { cat "$work/log" >&2; exit 1; }
    sleep 0.2
  done
  export COUNT=$nodes
  # The first calls run in the interpreter.
  wrk -t1 -c2 -d10s -s "$here/prioritize.lua" "http://127.0.0.1:$port/prioritize" >"$work/warm"
  for connections in ${CONNECTIONS:-1 4}; do
    echo "== $nodes nodes, policy ${POLICY:-power}, $connections connection(s)"
    wrk -t1 -c"$connections" -d"${SECONDS_OF_LOAD:-15}s" --latency -s "$here/prioritize.lua" "http://127.0.0.1:$port/prioritize"
  done
  echo "resident: $(awk '/VmRSS/ { print int($2 / 1024) " MiB" }' "/proc/$scoring/status")"
  finish
done
