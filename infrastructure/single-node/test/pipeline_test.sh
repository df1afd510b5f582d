#!/usr/bin/env bash
# pipeline.sh for real: a broker, Prometheus and node-exporter started, watched, killed, emptied, ended.
# Exit 77: no Prometheus or no jars here. What went wrong is the last line.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 2
# shellcheck source-path=SCRIPTDIR source=../processes.sh
. ./processes.sh
# shellcheck source-path=SCRIPTDIR source=../pipeline/broker.sh
. ./pipeline/broker.sh
work=$(mktemp -d) || exit 2
state=$work/state
trap './pipeline.sh down "$state" >/dev/null; rm -rf "$work"' EXIT

wrong() {
  echo "pipeline_test.sh: $*"
  exit 1
}

# says CODE WORDS COMMAND...: that exit code, one line, and those words in it.
says() {
  local code=$1 words=$2 got=0 said
  shift 2
  said=$("$@" 2>&1) || got=$?
  [ "$got" = "$code" ] || wrong "exit $got, not $code: $*: $said"
  [[ $said == *"$words"* ]] || wrong "'$words' is not in: $said"
  [ "$(grep -c . <<<"$said")" = 1 ] || wrong "more than one line: $said"
}

# within SECONDS COMMAND...: it succeeds by then.
within() {
  local until=$((SECONDS + $1))
  shift
  until "$@"; do
    [ "$SECONDS" -lt "$until" ] || wrong "not in time: $*"
    sleep 0.3
  done
}

pids() { cat "$state"/*.pid; }
prometheus_has() { curl -sf -m 5 "$url/api/v1/query" --data-urlencode "query=$1" | grep -q "\"$2\""; }
knows_target() { curl -sf -m 5 "$url/api/v1/targets" | grep -q "\"instance\":\"$1\",\"job\":\"$2\""; }
topics() { broker_tool org.apache.kafka.tools.TopicCommand --bootstrap-server "$kafka" --list 2>/dev/null; }
dead() { ! alive "$state" "$1"; }
# ended: every process that pids told of into $work/pids.
ended() {
  local pid since
  while read -r pid since; do
    [ "$(started_at "$pid")" != "$since" ] || return 1
  done <"$work/pids"
}

# ---- what it refuses, before anything is started ----
says 2 "usage:" ./pipeline.sh
says 2 "unknown command" ./pipeline.sh fly "$state"
says 2 "needs the state folder" ./pipeline.sh up --partitions 3
says 2 "give 1 to 9999" ./pipeline.sh up "$state" --partitions none
says 2 "give [JOB=]HOST:PORT" ./pipeline.sh up "$state" --scrape here
says 2 "needs a value" ./pipeline.sh up "$state" --interval
says 1 "was never brought up" ./pipeline.sh status "$state"
says 1 "was never brought up" ./pipeline.sh reset "$state"
./pipeline.sh down "$state" || wrong "down of nothing fails"
mkdir "$work/bare"
for program in bash dirname sed sha256sum cut cat; do ln -s "$(command -v "$program")" "$work/bare/"; done
says 77 "no prometheus on the PATH" env PATH="$work/bare" ./pipeline.sh up "$state"
[ ! -e "$state" ] || wrong "a refused up leaves files"

# ---- a life ----
[ -d "$lib" ] || [ "${EDGEWATT_BUILD:-yes}" = yes ] || skip "Kafka's jars are not here; pipeline.sh up fetches them"
./pipeline.sh up "$state" --interval 1 --partitions 3 --scrape 127.0.0.1:1,tracker=127.0.0.1:2 >"$work/told" || exit
kafka=$(sed -n 's/^kafka=//p' "$work/told")
url=$(sed -n 's/^prometheus=//p' "$work/told")
targets=$(sed -n 's/^targets=//p' "$work/told")
[[ $kafka == 127.0.0.1:* && $url == http://127.0.0.1:* && -f $targets ]] || wrong "told: $(cat "$work/told")"
./pipeline.sh status "$state" >"$work/status" || wrong "status after up: $(cat "$work/status")"
pids >"$work/pids"
./pipeline.sh up "$state" | cmp - "$work/told" || wrong "a second up tells something else"
pids | cmp - "$work/pids" || wrong "a second up starts something"

seq 1 40 | broker_tool org.apache.kafka.tools.ConsoleProducer --bootstrap-server "$kafka" --topic yolo_input 2>"$work/produced" || wrong "$(cat "$work/produced")"
within 60 prometheus_has 'kafka_server_brokertopicmetrics_messagesin_total{topic="yolo_input"}' 40
within 60 prometheus_has 'count(kafka_log_log_size{topic="yolo_input"})' 3
within 60 prometheus_has 'count(kafka_network_requestmetrics_totaltimems{request="Produce",quantile="0.99"})' 1
for name in bytesin bytesout totalproducerequests totalfetchrequests failedproducerequests failedfetchrequests; do
  within 30 prometheus_has "count(count(kafka_server_brokertopicmetrics_${name}_total))" 1
done
for name in kafka_server_replicamanager_partitioncount kafka_controller_kafkacontroller_activecontrollercount jvm_memory_used_bytes process_cpu_seconds_total; do
  within 30 prometheus_has "count(count({__name__=\"$name\",job=\"kafka\"}))" 1
done
[ ! -f "$state/node-exporter.pid" ] || within 30 prometheus_has 'up{job="node"}' 1
within 30 knows_target 127.0.0.1:1 yolo-consumer
within 30 knows_target 127.0.0.1:2 tracker
echo '[{"targets": ["127.0.0.1:9101"], "labels": {"job": "yolo-consumer"}}]' >"$work/new" && mv "$work/new" "$targets"
within 60 knows_target 127.0.0.1:9101 yolo-consumer

# Killed: told, and the next up brings it back with its log on its port.
kill -9 "$(pid_of "$state" kafka)"
within 10 dead kafka
./pipeline.sh status "$state" >"$work/status" && wrong "status is good without a broker"
grep -q '^kafka .*was killed or died' "$work/status" || wrong "status: $(cat "$work/status")"
./pipeline.sh up "$state" | cmp - "$work/told" || wrong "another address after a kill"
[ "$(topics)" = yolo_input ] || wrong "the log is lost with its broker"

./pipeline.sh reset "$state" | cmp - "$work/told" || wrong "another address after a reset"
[ -z "$(topics)" ] || wrong "topics after a reset: $(topics)"
prometheus_has 'count(max_over_time(kafka_server_brokertopicmetrics_messagesin_total{topic="yolo_input"}[1h]))' 1 || wrong "a reset loses what was recorded"

pids >"$work/pids"
./pipeline.sh down "$state" || wrong "down fails"
./pipeline.sh down "$state" || wrong "a second down fails"
ended || wrong "processes are left"
./pipeline.sh status "$state" >"$work/status" && wrong "status is good after down"

# Interrupted in the middle: what was begun is ended.
setsid ./pipeline.sh up "$state" >"$work/told" 2>&1 &
upping=$!
within 60 test -s "$state/kafka.pid"
pids >"$work/pids"
kill -TERM "$upping"
wait "$upping" && wrong "an interrupted up says it is up"
ended || wrong "an interrupted up leaves processes"
echo "one life, $SECONDS s"
