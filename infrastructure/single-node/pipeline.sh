#!/usr/bin/env bash
# Kafka and what watches it, for experiments on one machine: a broker with its metrics, Prometheus, and
# node-exporter where it is installed. Plain processes of the calling user, on 127.0.0.1 only.
#
#   pipeline.sh up STATE [--partitions N] [--scrape [JOB=]HOST:PORT,...] [--interval SECONDS]
#   pipeline.sh reset STATE     empties the broker's log; topics, messages and offsets are gone
#   pipeline.sh status STATE    a line a part; exit 1 unless all of them run
#   pipeline.sh down STATE      ends all of it; logs and what Prometheus recorded stay in STATE
#
# up starts what does not run, on the ports it had before. up and reset print NAME=VALUE lines:
#   kafka=HOST:PORT        the broker
#   prometheus=URL         it scrapes the broker, itself, node-exporter and what stands in
#   targets=FILE           a file of further targets, read again when it changes:
#                          [{"targets": ["127.0.0.1:9101"], "labels": {"job": "yolo-consumer"}}]
#
# --partitions: of topics that nobody made before their first message (10). --scrape: targets known now,
# of job yolo-consumer unless told. --interval: between two scrapes (5). Options of an up on a stack that
# was there before take effect for the parts it starts.
#
# Needs a JDK, Maven's repository for Kafka's jars (the first time), prometheus, curl and python3 on the
# PATH. Exit 0: done. 1: a part failed or does not run. 2: wrong usage. 77: not to be had here.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=processes.sh
. "$here/processes.sh"
# shellcheck source-path=SCRIPTDIR source=pipeline/broker.sh
. "$here/pipeline/broker.sh"

usage() {
  sed -n '2,/^set -/{ /^set -/d; s/^# \{0,1\}//; p }' "${BASH_SOURCE[0]}"
  exit 0
}

# ---- settings, kept in STATE/settings: what was told or found at the first up ----

partitions=10
interval=5
scrape=
kafka_port='' controller_port='' jmx_port='' prometheus_port='' node_port=''
kept=(partitions interval scrape kafka_port controller_port jmx_port prometheus_port node_port)

read_settings() {
  local name value
  [ -f "$state/settings" ] || return 0
  while IFS='=' read -r name value; do
    # Only names that are known, only as text.
    case " ${kept[*]} " in *" $name "*) printf -v "$name" '%s' "$value" ;; esac
  done <"$state/settings"
}

write_settings() {
  local name
  for name in "${kept[@]}"; do echo "$name=${!name}"; done >"$state/settings.new"
  mv "$state/settings.new" "$state/settings"
}

has_exporter() { command -v prometheus-node-exporter >/dev/null; }

# A port somebody else took meanwhile is told before the part fails on it.
port_is_free() {
  python3 - "$1" <<'PY'
import socket, sys
with socket.socket() as s:
    s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        s.bind(("127.0.0.1", int(sys.argv[1])))
    except OSError:
        sys.exit(1)
PY
}

# fail MESSAGE: for a part that did not start, after it was ended again.
fail() {
  echo "pipeline.sh: $*" >&2
  exit 1
}

# ---- the parts: start_NAME, answers_NAME ----

parts=(kafka node-exporter prometheus)

start_kafka() {
  local port
  for port in "$kafka_port" "$controller_port" "$jmx_port"; do
    port_is_free "$port" || fail "port $port, which the broker had before, is taken: pipeline.sh down $state, remove $state/settings, up again"
  done
  broker_settings "$state" "$kafka_port" "$controller_port" "$partitions"
  # As published: 48 h, 1 GiB a partition and a segment; images of up to 10 MB.
  cat >>"$state/server.properties" <<END
log.retention.hours=48
log.retention.bytes=1073741824
log.segment.bytes=1073741824
message.max.bytes=10500000
END
  [ -d "$state/data" ] || broker_format "$state" || fail "the broker's log could not be made, see $state/format.log"
  broker_start "$state" -Xmx512m "-javaagent:$(agent)=127.0.0.1:$jmx_port:$here/../kubernetes/kafka/jmx-exporter.yml" ||
    fail "the broker did not start, see $state/kafka.log"
}

agent() { echo "$lib"/jmx_prometheus_javaagent-*.jar; }

answers_kafka() { alive "$state" kafka && http_ok "http://127.0.0.1:$jmx_port/-/healthy"; }
where_kafka() { echo "127.0.0.1:$kafka_port, metrics http://127.0.0.1:$jmx_port/metrics"; }

start_node-exporter() {
  port_is_free "$node_port" || fail "port $node_port, which node-exporter had before, is taken: pipeline.sh down $state, remove $state/settings, up again"
  start "$state" node-exporter prometheus-node-exporter --web.listen-address "127.0.0.1:$node_port" --log.level warn
  await "$state" node-exporter answers_node-exporter || { stop "$state" node-exporter; fail "node-exporter did not start"; }
}
answers_node-exporter() { alive "$state" node-exporter && http_ok "http://127.0.0.1:$node_port/"; }
where_node-exporter() { echo "http://127.0.0.1:$node_port/metrics"; }

write_jobs() {
  local entry entries
  echo "global: {scrape_interval: ${interval}s, scrape_timeout: ${interval}s}"
  echo "scrape_configs:"
  echo "  - {job_name: kafka, static_configs: [{targets: ['127.0.0.1:$jmx_port']}]}"
  echo "  - {job_name: prometheus, static_configs: [{targets: ['127.0.0.1:$prometheus_port']}]}"
  [ -z "$node_port" ] || echo "  - {job_name: node, static_configs: [{targets: ['127.0.0.1:$node_port']}]}"
  echo "  - job_name: targets"
  echo "    file_sd_configs: [{files: ['$state/targets.json'], refresh_interval: 5s}]"
  [ -n "$scrape" ] || return 0
  echo "    static_configs:"
  IFS=, read -ra entries <<<"$scrape"
  for entry in "${entries[@]}"; do
    case $entry in *=*) ;; *) entry=yolo-consumer=$entry ;; esac
    echo "      - {targets: ['${entry#*=}'], labels: {job: ${entry%%=*}}}"
  done
}

start_prometheus() {
  port_is_free "$prometheus_port" || fail "port $prometheus_port, which Prometheus had before, is taken: pipeline.sh down $state, remove $state/settings, up again"
  [ -f "$state/targets.json" ] || echo '[]' >"$state/targets.json"
  write_jobs >"$state/prometheus.yml"
  start "$state" prometheus prometheus --config.file "$state/prometheus.yml" --storage.tsdb.path "$state/prometheus" \
    --storage.tsdb.retention.time 7d --storage.tsdb.retention.size 2GB --web.listen-address "127.0.0.1:$prometheus_port" --log.level warn
  await "$state" prometheus answers_prometheus || { stop "$state" prometheus; fail "Prometheus did not start, see $state/prometheus.log"; }
}
answers_prometheus() { alive "$state" prometheus && http_ok "http://127.0.0.1:$prometheus_port/-/ready"; }
where_prometheus() { echo "http://127.0.0.1:$prometheus_port"; }

# wanted PART: node-exporter only where it is installed.
wanted() { [ "$1" != node-exporter ] || has_exporter; }

# ---- the commands ----

check_options() {
  [[ $partitions =~ ^[1-9][0-9]{0,3}$ ]] || die "--partitions is '$partitions': give 1 to 9999"
  [[ $interval =~ ^[1-9][0-9]{0,2}$ ]] || die "--interval is '$interval': give whole seconds, 1 to 999"
  local one='([A-Za-z_][A-Za-z0-9_-]*=)?[A-Za-z0-9._-]+:[0-9]{1,5}'
  [ -z "$scrape" ] || [[ $scrape =~ ^$one(,$one)*$ ]] || die "--scrape is '$scrape': give [JOB=]HOST:PORT, several with commas"
}

# One command on a state folder at a time.
lock() {
  exec 8>"$state/.lock"
  flock -w 300 8 || fail "another pipeline.sh is busy with $state for more than 300 s"
}

tell_where() {
  echo "kafka=127.0.0.1:$kafka_port"
  echo "prometheus=http://127.0.0.1:$prometheus_port"
  echo "targets=$state/targets.json"
}

choose_ports() {
  local found
  [ -z "$kafka_port" ] || { [ -n "$node_port" ] || ! has_exporter; } || node_port=$(free_ports 1)
  [ -z "$kafka_port" ] || return 0
  read -ra found <<<"$(free_ports 5)"
  kafka_port=${found[0]} controller_port=${found[1]} jmx_port=${found[2]} prometheus_port=${found[3]}
  if has_exporter; then node_port=${found[4]}; fi
}

up() {
  local part
  command -v prometheus >/dev/null || skip "no prometheus on the PATH; try: apt-get install prometheus"
  need curl python3 flock setsid
  broker_install
  mkdir -p "$state" 2>/dev/null || fail "cannot make the folder $state"
  state=$(cd "$state" && pwd)
  lock
  read_settings
  parse_options "$@"
  has_exporter || node_port=
  choose_ports
  write_settings
  # What a start that fails or is interrupted has begun, it ends.
  started=()
  trap 'for part in "${started[@]}"; do stop "$state" "$part"; done' EXIT
  trap 'exit 130' INT TERM
  for part in "${parts[@]}"; do
    wanted "$part" || continue
    alive "$state" "$part" && continue
    started+=("$part")
    "start_$part"
  done
  trap - EXIT INT TERM
  tell_where
}

reset() {
  running_folder
  lock
  alive "$state" prometheus || fail "Prometheus of $state does not run: pipeline.sh up $state"
  broker_install
  stop "$state" kafka
  rm -rf "$state/data"
  start_kafka
  tell_where
}

status() {
  local part missing=
  running_folder
  for part in "${parts[@]}"; do
    if ! wanted "$part"; then
      printf '%-14s not installed\n' "$part"
    elif "answers_$part"; then
      printf '%-14s runs, pid %s, %s\n' "$part" "$(pid_of "$state" "$part")" "$("where_$part")"
    else
      missing=yes
      if alive "$state" "$part"; then
        printf '%-14s runs, pid %s, but does not answer\n' "$part" "$(pid_of "$state" "$part")"
      elif [ -f "$state/$part.pid" ]; then
        printf '%-14s was killed or died, see %s\n' "$part" "$state/$part.log"
      else
        printf '%-14s does not run\n' "$part"
      fi
    fi
  done
  [ -z "$missing" ]
}

down() {
  local part
  [ -f "$state/settings" ] || return 0
  running_folder
  lock
  for part in prometheus node-exporter kafka; do stop "$state" "$part"; done
}

running_folder() {
  [ -f "$state/settings" ] || fail "$state was never brought up: pipeline.sh up $state"
  state=$(cd "$state" && pwd)
  read_settings
}

parse_options() {
  while [ $# -gt 0 ]; do
    case $1 in
      --partitions | --scrape | --interval)
        [ $# -ge 2 ] || die "$1 needs a value"
        printf -v "${1#--}" '%s' "$2"
        shift 2
        ;;
      *) die "unknown option $1; see pipeline.sh --help" ;;
    esac
  done
  check_options
}

command=${1:-}
case $command in
  -h | --help | help) usage ;;
  up | reset | status | down) ;;
  '') die "usage: pipeline.sh up|reset|status|down STATE; see pipeline.sh --help" ;;
  *) die "unknown command $command; see pipeline.sh --help" ;;
esac
state=${2:-}
case $state in '' | -*) die "$command needs the state folder: pipeline.sh $command STATE" ;; esac
shift 2
# Wrong options are told before anything is fetched.
if [ "$command" = up ]; then (parse_options "$@"); else [ $# -eq 0 ] || die "$command takes nothing but the state folder"; fi
"$command" "$@"
