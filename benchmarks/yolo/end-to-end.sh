#!/usr/bin/env bash
# Images through Kafka, as the pipeline has them: how many a second when there are always more, what
# each costs besides the model, and how long one takes from its sending to its detections at half
# that load. A real broker, a packaged consumer and the sender share the machine.
#
#   benchmarks/yolo/end-to-end.sh MODEL PHOTOS [IMAGES]     600 images
#
# Prints a row for one worker and one for two. Exit 77: no broker to be had here.
set -euo pipefail
home=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
[ $# -ge 2 ] || { echo "usage: end-to-end.sh MODEL PHOTOS [IMAGES]" >&2; exit 2; }
model=$1 photos=$2 images=${3:-600}
[ -e "$model" ] || { echo "end-to-end.sh: no model at $model" >&2; exit 2; }
[ -d "$photos" ] || { echo "end-to-end.sh: no folder of photos at $photos" >&2; exit 2; }
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
kafka=$home/test-fixtures/servers/kafka.sh
libraries="$home/functions/yolo-consume/target/quarkus-app/lib/main/*"
state=$(mktemp -d)
consumer=
broker=

finish() {
  local status=$?
  [ -z "$consumer" ] || kill "$consumer" 2>/dev/null || true
  [ -z "$broker" ] || "$kafka" down "$state/kafka" || true
  rm -rf "$state"
  exit $status
}
trap finish EXIT

"$home/bin/yolo-consume" --version >/dev/null
"$kafka" up "$state/kafka" >"$state/told" || exit $?
broker=up
servers=$(sed -n 's/^servers=//p' "$state/told")
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')

printf '%-10s %8s %10s %8s %8s %8s %10s %12s %8s %8s\n' workers images/s 'images/s' pre model post idle 'CPU ms/image' p50 p99
printf '%-10s %8s %10s %8s %8s %8s %10s %12s %8s %8s\n' '' '' '/core' ms ms ms ms 'beside model' 'ms 50 %' 'ms 50 %'
for workers in 1 2; do
  for topic in "in$workers 5" "out$workers 1"; do
    "$kafka" run "$state/kafka" org.apache.kafka.tools.TopicCommand --bootstrap-server BROKER --create --topic "${topic% *}" \
      --partitions "${topic#* }" --config max.message.bytes=12000000 >/dev/null 2>&1
  done
  "$home/bin/yolo-consume" --port "$port" --model "$model" --kafka "$servers" --input-topic "in$workers" \
    --output-topic "out$workers" --workers "$workers" >"$state/consumer.log" 2>&1 &
  consumer=$!
  for ((tries = 0; tries < 600; tries++)); do
    ! curl -sf -m 2 -o /dev/null "http://127.0.0.1:$port/health/ready" || break
    kill -0 "$consumer" 2>/dev/null || { cat "$state/consumer.log" >&2; exit 1; }
    sleep 0.1
  done
  "$java" -Dorg.slf4j.simpleLogger.defaultLogLevel=error -cp "$libraries" "$home/benchmarks/yolo/EndToEnd.java" \
    "$servers" "in$workers" "out$workers" "$photos" "$images" "$consumer" "$workers" 2>"$state/bench.err" ||
    { cat "$state/bench.err" "$state/consumer.log" >&2; exit 1; }
  kill "$consumer"
  wait "$consumer" || true
  consumer=
done
