#!/usr/bin/env bash
# Latency of /prioritize with 100, 1,000 and 5,000 names, one scheduler asking (wrk, one connection),
# against a node-scoring that holds a cluster of that many nodes and ten times as many pods, whose
# use is told anew every 15 s. Beside it peers that read the question and score nothing.
# Usage: benchmarks/scoring/run.sh [SECONDS]      (10 by default; after as long a warm-up)
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
home=$(cd "$here/../.." && pwd)
seconds=${1:-10}
# shellcheck source-path=SCRIPTDIR/../../bin/lib source=launch.sh
. "$home/bin/lib/launch.sh"
for program in wrk python3 curl; do command -v "$program" >/dev/null || fail "no $program on the PATH"; done
require_java
app="$home/functions/node-scoring/target/quarkus-app/quarkus-run.jar"
sources=(charts dataset forecaster functions/cluster functions/service functions/node-scoring)
build_if_needed functions/node-scoring "$app"
work=$(mktemp -d)
server=
stop() {
  if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; fi
  server=
}
trap 'stop; rm -rf "$work"' EXIT

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# await URL [CURL ARGUMENT...]: until it answers 2xx; 60 s at most.
await() {
  local tries
  for ((tries = 0; tries < 600; tries++)); do
    if curl -sf -m 5 -o /dev/null "$@"; then return 0; fi
    kill -0 "$server" 2>/dev/null || { cat "$work/log" >&2; fail "the server ended"; }
    sleep 0.1
  done
  fail "no answer from $1"
}

# measure NAME NODES URL [scored]: one row of the table; scored: the answers must tell nodes apart.
measure() {
  local report="$work/report" load=(wrk -t1 -c1 -s "$here/post.lua" --latency)
  env ${4:+SCORED=yes} BODY="$work/names-$2.json" "${load[@]}" -d"${seconds}s" "$3" >"$report"
  if grep 'not scored' "$report" >&2; then fail "$1 did not score"; fi
  BODY="$work/names-$2.json" "${load[@]}" -d"${seconds}s" "$3" >"$report"
  if grep -E 'Non-2xx|Socket errors' "$report" >&2; then fail "$1 failed calls"; fi
  awk -v name="$1" -v nodes="$2" '
    $1 == "50%" { p50 = $2 } $1 == "90%" { p90 = $2 } $1 == "99%" { p99 = $2 }
    $1 == "Latency" && $4 != "Stdev" { most = $4 } $1 == "Requests/sec:" { rate = $2 }
    END { printf "%-34s %6d %10s %10s %10s %10s %10.0f\n", name, nodes, p50, p90, p99, most, rate }' "$report"
}

echo "load before: $(cut -d' ' -f1-3 /proc/loadavg); $(nproc) cores; $("$java" -version 2>&1 | sed -n 1p)"
printf '%-34s %6s %10s %10s %10s %10s %10s\n' server nodes p50 p90 p99 max 'answers/s'
if command -v go >/dev/null; then GO111MODULE=off go build -o "$work/peer" "$here/peer.go"; fi
for nodes in 100 1000 5000; do
  python3 "$here/cluster.py" "$nodes" "$work"
  port=$(free_port)
  "$home/bin/node-scoring" serve --port "$port" --replay "$work/cluster-$nodes.json" >"$work/log" 2>&1 &
  server=$!
  await "http://127.0.0.1:$port/_/ready"
  measure "node-scoring" "$nodes" "http://127.0.0.1:$port/prioritize" scored
  stop
  if [ -x "$work/peer" ]; then
    "$work/peer" "$port" >"$work/log" 2>&1 &
    server=$!
    await "http://127.0.0.1:$port/prioritize" --data-binary "@$work/names-$nodes.json"
    measure "Go, scores nothing" "$nodes" "http://127.0.0.1:$port/prioritize"
    stop
  fi
  python3 "$here/peer.py" "$port" >"$work/log" 2>&1 &
  server=$!
  await "http://127.0.0.1:$port/prioritize" --data-binary "@$work/names-$nodes.json"
  measure "Python http.server, scores nothing" "$nodes" "http://127.0.0.1:$port/prioritize"
  stop
done
