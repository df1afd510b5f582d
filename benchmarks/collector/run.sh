#!/usr/bin/env bash
# Events a second that one core takes, over loopback, and how long each waits; beside it, in the same
# run, a page of the same server that costs nothing but HTTP, and a collector in Go made as the
# published one is described (peer/main.go; left out where there is no Go).
#
#   benchmarks/collector/run.sh [--seconds 15] [--connections 32]
#
# The server has core 0, wrk core 1; nothing else should run meanwhile. Exit 1 where a bar is missed:
# 20,000 events/s with a p99 below 10 ms, and no errors.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
home=$(cd "$here/../.." && pwd)
seconds=15 connections=32
while [ $# -gt 0 ]; do
  case $1 in
    --seconds) seconds=${2:?}; shift 2 ;;
    --connections) connections=${2:?}; shift 2 ;;
    *) echo "run.sh: unknown option $1" >&2; exit 2 ;;
  esac
done
for program in wrk taskset curl python3; do
  command -v "$program" >/dev/null || { echo "run.sh: no $program on the PATH" >&2; exit 2; }
done
[ "$(nproc)" -ge 2 ] || { echo "run.sh: needs two cores, one for the server and one for wrk" >&2; exit 2; }
work=$(mktemp -d)
pids=()
finish() {
  local pid
  for pid in "${pids[@]}"; do
    kill "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  done
  rm -rf "$work"
}
trap finish EXIT

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

await() {
  local tries
  for ((tries = 0; tries < 150; tries++)); do
    if [ "$(curl -s -o /dev/null -w '%{http_code}' "$1")" != 000 ]; then return 0; fi
    sleep 0.2
  done
  echo "run.sh: nothing answers at $1" >&2
  exit 1
}

cpu_ticks() { sed 's/.*) //' "/proc/$1/stat" | awk '{ print $12 + $13 }'; }

# measure NAME SCRIPT URL PID: one row of the table, after a time to warm up that is not measured.
measure() {
  local before after line
  taskset -c 1 wrk -t1 -c"$connections" -d10s -s "$2" "$3" >/dev/null
  before=$(cpu_ticks "$4")
  taskset -c 1 wrk --latency -t1 -c"$connections" -d"${seconds}s" -s "$2" "$3" >"$work/out"
  after=$(cpu_ticks "$4")
  line=$(grep '^RESULT' "$work/out")
  echo "$line" | awk -v name="$1" -v cpu="$((after - before))" -v hz="$(getconf CLK_TCK)" -v seconds="$seconds" \
    '{ printf "%-34s %9d %9.2f %9.2f %9.2f %9.2f %8.1f %7d\n", name, $2, $3, $4, $5, $6, cpu / hz / ($2 * seconds) * 1e6, $7 }'
}

"$home/bin/collector-ingest" --version >/dev/null
port=$(free_port)
taskset -c 0 "$home/bin/collector-ingest" --node bench --port "$port" --no-k8s >"$work/server.log" 2>&1 &
server=$!
pids+=("$server")
await "http://127.0.0.1:$port/healthz"
printf '%-34s %9s %9s %9s %9s %9s %8s %7s\n' "one core, $connections connections, $seconds s" req/s 'p50 ms' 'p99 ms' 'p99.9 ms' 'max ms' 'CPU us' errors
# The page first: the server is warm then, as a collector is all its life but for the first seconds.
measure 'collector-ingest, empty page' "$here/page.lua" "http://127.0.0.1:$port" "$server"
measure 'collector-ingest, events' "$here/event.lua" "http://127.0.0.1:$port" "$server" | tee "$work/ours"
if command -v go >/dev/null; then
  (cd "$here/peer" && GO111MODULE=off go build -o "$work/peer" main.go)
  peer_port=$(free_port)
  GOMAXPROCS=1 taskset -c 0 "$work/peer" "$peer_port" &
  peer=$!
  pids+=("$peer")
  await "http://127.0.0.1:$peer_port/"
  measure 'Go net/http, events' "$here/event.lua" "http://127.0.0.1:$peer_port" "$peer"
else
  echo 'Go net/http: no go on the PATH'
fi
curl -s "http://127.0.0.1:$port/metrics" | grep '^edgewatt_collector_events_total'
awk '{ rate = $(NF - 6); p99 = $(NF - 4); errors = $NF
       ok = rate >= 20000 && p99 < 10 && errors == 0
       print (ok ? "bar met: " : "BAR MISSED: ") rate " events/s (>= 20000), p99 " p99 " ms (< 10), " errors " errors"
       exit !ok }' "$work/ours"
