#!/usr/bin/env bash
# Requests a second and latency of node-forecast, beside a route of the same server that forecasts
# nothing, and where it can be had beside KServe's model server with a model of a single line.
# Usage: benchmarks/node-forecast/run.sh [--seconds 10] [--model FILE] [--connections 8]
# Needs wrk and python3. Without --model a model is trained on output/example. The server and wrk
# share the machine's cores, so the figures are of half a machine. About a minute.
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
seconds=10 model='' connections=8
while [ $# -gt 1 ]; do
  case $1 in
    --seconds) seconds=$2 ;;
    --model) model=$2 ;;
    --connections) connections=$2 ;;
    *) echo "run.sh: unknown option $1" >&2; exit 2 ;;
  esac
  shift 2
done
[ $# -eq 0 ] || { echo "run.sh: $1 needs a value" >&2; exit 2; }
for program in wrk python3 curl; do
  command -v "$program" >/dev/null || { echo "skipped: no $program on the PATH" >&2; exit 77; }
done

work=$(mktemp -d)
server=
cleanup() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  [ ! -d "$work/kserve" ] || "$home/test-fixtures/servers/inference.sh" down "$work/kserve" >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap cleanup EXIT

mkdir "$work/models"
if [ -n "$model" ]; then
  case $model in *.gz) cp "$model" "$work/models/bench.json.gz" ;; *) cp "$model" "$work/models/bench.json" ;; esac
else
  "$home/bin/forecaster" train "$home/output/example" -o "$work/models/bench.json" >/dev/null
fi
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
"$home/bin/node-forecast" --models "$work/models" --port "$port" >"$work/log" 2>&1 &
server=$!
for _ in $(seq 300); do curl -sf -o /dev/null "http://127.0.0.1:$port/_/ready" && break; sleep 0.1; done
curl -sf -o /dev/null "http://127.0.0.1:$port/_/ready" || { cat "$work/log" >&2; exit 1; }

# One body for each protocol, of one row: a fifth of the highest rate of each function.
python3 - "http://127.0.0.1:$port" "$work" <<'PY'
import json, struct, sys, urllib.request
url, work = sys.argv[1:]
state = json.load(urllib.request.urlopen(url + "/state"))["models"][0]["loaded"]
rates = {name: highest / 5 for name, highest in state["functions"].items()}
node = state["node_types"][0]
row = [rates[name] for name in sorted(rates)]
def script(name, body, headers):
    escaped = "".join("\\%03d" % b for b in body)
    with open(f"{work}/{name}.lua", "w") as out:
        out.write('wrk.method = "POST"\n')
        out.write(f'wrk.body = "{escaped}"\n')
        for key, value in headers.items():
            out.write(f'wrk.headers["{key}"] = "{value}"\n')
j = {"Content-Type": "application/json"}
rows = {"name": "rates", "datatype": "FP64", "shape": [1, len(row)]}
parameters = {"node_type": node}
script("v2", json.dumps({"parameters": parameters, "inputs": [{**rows, "data": row}]}).encode(), j)
head = json.dumps({"parameters": {**parameters, "binary_data_output": True},
                   "inputs": [{**rows, "parameters": {"binary_data_size": 8 * len(row)}}]}).encode()
script("binary", head + struct.pack(f"<{len(row)}d", *row),
       {"Content-Type": "application/octet-stream", "Inference-Header-Content-Length": len(head)})
many = {**rows, "shape": [100, len(row)], "data": row * 100}
script("rows", json.dumps({"parameters": parameters, "inputs": [many]}).encode(), j)
script("function", json.dumps({"nodeType": node, "rates": rates}).encode(), j)
power = {"name": "inputs", "datatype": "FP32", "shape": [1, 4], "data": [0.5, 0.2, 0.2, 0.2]}
script("power", json.dumps({"parameters": parameters, "inputs": [power]}).encode(), j)
open(f"{work}/power", "w").write(str("bench-power" in state["asked_as"]))
PY

# measure NAME URL [SCRIPT]: warms up, measures, prints a line.
measure() {
  local name=$1 url=$2 options=()
  [ $# -lt 3 ] || options=(-s "$work/$3.lua")
  wrk -t1 -c"$connections" -d3s "${options[@]}" "$url" >/dev/null
  wrk -t1 -c"$connections" -d"${seconds}s" --latency "${options[@]}" "$url" >"$work/out"
  awk -v name="$name" '
    /50%/ { p50 = $2 } /99%/ { p99 = $2 } /Requests\/sec/ { rate = $2 } /Non-2xx/ { bad = " " $0 }
    END { printf "%-46s %10.0f %10s %10s%s\n", name, rate, p50, p99, bad }' "$work/out"
}

printf '%-46s %10s %10s %10s\n' "$connections connections, ${seconds} s each" requests/s p50 p99
measure "a route that forecasts nothing" "http://127.0.0.1:$port/v2/health/live"
measure "/v2 infer, JSON, a row" "http://127.0.0.1:$port/v2/models/bench/infer" v2
measure "/v2 infer, bytes, a row" "http://127.0.0.1:$port/v2/models/bench/infer" binary
measure "/v2 infer, JSON, 100 rows" "http://127.0.0.1:$port/v2/models/bench/infer" rows
measure "nodeForecast (functions' figures too)" "http://127.0.0.1:$port/nodeForecast" function
if [ "$(cat "$work/power")" = True ]; then
  measure "/v2 infer, NAME-power, a row" "http://127.0.0.1:$port/v2/models/bench-power/infer" power
fi
peer="$home/test-fixtures/servers/inference.sh"
if [ -x "$peer" ] && "$peer" up kserve "$work/kserve" >"$work/kserve.env" 2>"$work/kserve.err"; then
  host=$(sed -n 's/^host=//p' "$work/kserve.env") peer_port=$(sed -n 's/^port=//p' "$work/kserve.env")
  input=$(sed -n 's/^input=//p' "$work/kserve.env")
  python3 - "$work/peer.lua" "$input" <<'PY'
import json, sys
body = json.dumps({"inputs": [{"name": sys.argv[2], "datatype": "FP32", "shape": [1, 4], "data": [0.5, 0.2, 0.2, 0.2]}]})
escaped = "".join("\\%03d" % b for b in body.encode())
open(sys.argv[1], "w").write(f'wrk.method = "POST"\nwrk.body = "{escaped}"\nwrk.headers["Content-Type"] = "application/json"\n')
PY
  measure "KServe /v2 infer, a straight line, a row" "http://$host:$peer_port/v2/models/frugal/infer" peer
else
  echo "KServe's model server cannot be had here: $(tail -n 1 "$work/kserve.err" 2>/dev/null || echo "no ${peer##*/}")"
fi
