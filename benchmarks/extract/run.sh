#!/usr/bin/env bash
# bin/profiler extract beside a plain Python loop over the same API and beside the server's own time.
# Usage: benchmarks/extract/run.sh [--threads 8] [--rounds 1] [--nodes 20]
# Needs prometheus, promtool (Debian's prometheus), curl and python3. Backfills 1,060 series a node x 2 h
# at 5 s (seeded: series.py), starts a Prometheus on loopback and ends it again; then, in turns and with
# as many threads each: curl into /dev/null (the server's own time), extract, the loop (peer.py), and
# extract into Parquet. The median of the rounds counts. Exit 1 where a bar is missed. 4 minutes.
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
here=$home/benchmarks/extract
threads=8 rounds=1 nodes=20
while [ $# -gt 1 ]; do
  case $1 in
    --threads) threads=$2 ;;
    --rounds) rounds=$2 ;;
    --nodes) nodes=$2 ;;
    *) echo "run.sh: unknown option $1" >&2; exit 2 ;;
  esac
  shift 2
done
[ $# -eq 0 ] || { echo "run.sh: $1 needs a value" >&2; exit 2; }
for program in promtool curl python3; do
  command -v "$program" >/dev/null || { echo "skipped: no $program on the PATH; try: apt-get install prometheus" >&2; exit 77; }
done

work=$(mktemp -d)
cleanup() {
  "$home/test-fixtures/servers/prometheus.sh" down "$work/server" >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap cleanup EXIT

"$home/bin/profiler" --version >/dev/null
step=5 end=$(($(date +%s) / 7200 * 7200 - 7200))
start=$((end - 7200))
mkdir "$work/server"
python3 "$here/series.py" "$start" "$end" "$step" "$nodes" >"$work/metrics"
promtool tsdb create-blocks-from openmetrics "$work/metrics" "$work/server/data" >"$work/promtool.log" 2>&1 ||
  { tail -n 3 "$work/promtool.log" >&2; exit 1; }
rm "$work/metrics"
"$home/test-fixtures/servers/prometheus.sh" up "$work/server" --without-node-exporter -- --storage.tsdb.retention.time=100y >"$work/env"
url=$(sed -n 's/^url=//p' "$work/env")

# The queries that all three send.
curl -sf "$url/api/v1/label/__name__/values" | python3 -c '
import json, sys
url, start, end, step = sys.argv[1:]
for name in json.load(sys.stdin)["data"]:
    print(f"url = \"{url}/api/v1/query_range?query={name}&start={start}&end={end}&step={step}\"")
    print("output = /dev/null")' "$url" "$start" "$end" "$step" >"$work/queries"

server() { curl -sS --no-progress-meter --parallel --parallel-max "$threads" --config "$work/queries"; }
extract() {
  "$home/bin/profiler" extract --utc -s "$(date -u -d "@$start" '+%F %T')" -e "$(date -u -d "@$end" '+%F %T')" -r "$step" \
    -t "$threads" --prometheus "$url" --output "$work/out/$1" --format "$1" >"$work/log" 2>&1 || { cat "$work/log" >&2; return 1; }
}
peer() { python3 "$here/peer.py" "$url" "$start" "$end" "$step" "$threads" "$work/out/python"; }

# seconds NAME COMMAND...: appends the time a command takes to NAME's.
seconds() {
  local name=$1 begun
  shift
  sync
  begun=$(date +%s.%N)
  "$@"
  echo "$begun $(date +%s.%N)" | awk '{ print $2 - $1 }' >>"$work/$name.seconds"
}
measure() {
  local round
  server # the blocks into memory
  for ((round = 0; round < rounds; round++)); do
    rm -rf "$work/out"
    seconds server server
    seconds json extract json
    seconds python peer
    seconds parquet extract parquet
  done
}
# Measurements that share a machine take turns, where EDGEWATT_QUIET names a file for that.
if [ -n "${EDGEWATT_QUIET:-}" ]; then
  exec 8>>"$EDGEWATT_QUIET"
  flock -x 8
fi
measure
[ -z "${EDGEWATT_QUIET:-}" ] || flock -u 8

python3 - "$work" "$threads" "$rounds" <<'PY'
import json, os, pathlib, statistics, sys
work, threads, rounds = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]
def seconds(name):
    return statistics.median(map(float, (work / f"{name}.seconds").read_text().split()))
def size(folder, end):
    return sum(f.stat().st_size for f in folder.rglob("*" + end) if not f.is_symlink() and f.name != "extract.json")
(ours,) = [d for d in (work / "out/json").iterdir() if d.name != "latest"]
(parquet,) = [d for d in (work / "out/parquet").iterdir() if d.name != "latest"]
theirs = work / "out/python"
# The same samples in both, or the times compare nothing.
files = sorted(f.relative_to(ours) for f in ours.glob("*/*.json"))
assert files == sorted(f.relative_to(theirs) for f in theirs.glob("*/*.json")), "not the same files"
series = samples = 0
for file in files:
    one = json.loads((ours / file).read_text())
    if one != json.loads((theirs / file).read_text()):
        sys.exit(f"{file} differs")
    series += len(one["data"]["result"])
    samples += sum(len(s["values"]) for s in one["data"]["result"])
raw, small = size(ours, ".json"), size(parquet, ".parquet")
print(f"{len(files)} metrics, {series:,} series, {samples:,} samples; {threads} threads, median of {rounds}; "
      f"{os.cpu_count()} cores, all shared with the server")
print(f"{'':44}{'seconds':>9}{'MB':>9}{'samples/s':>13}")
def row(name, key, bytes_):
    t = seconds(key)
    print(f"{name:44}{t:9.2f}{bytes_ / 1e6:9.1f}{samples / t:13,.0f}")
    return t
server = row("the server's own (curl to /dev/null)", "server", raw)
json_time = row("profiler extract --format json", "json", raw)
python = row("Python, urllib, json.dump(indent=4)", "python", size(theirs, ".json"))
row("profiler extract --format parquet", "parquet", small)
bars = [("faster than the Python loop", python / json_time, 1),
        ("within 2x of the server's own time", 2 * server / json_time, 1),
        ("Parquet 20x smaller than the JSON", raw / small, 20)]
for name, value, bar in bars:
    print(f"{'met   ' if value >= bar else 'MISSED'}  {name}: " + {
        0: f"{value:.1f}x as fast", 1: f"{json_time / server:.2f}x of it", 2: f"{value:.1f}x"}[[b[0] for b in bars].index(name)])
sys.exit(any(value < bar for _, value, bar in bars))
PY
