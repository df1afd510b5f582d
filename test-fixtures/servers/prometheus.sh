#!/usr/bin/env bash
# A real Prometheus scraping a real node-exporter (Debian's), as plain processes on 127.0.0.1.
#
#   prometheus.sh install
#   prometheus.sh up STATE [--interval DURATION] [--target JOB=HOST:PORT[@INTERVAL]]... [--config FILE]
#                    [--port PORT] [--without-node-exporter] [-- PROMETHEUS ARGUMENT...]
#   prometheus.sh down STATE
#
# up prints NAME=VALUE lines: url, config, node_exporter (its metrics), and the process ids. The
# configuration is made from --interval (default 1s) and the targets, node-exporter's job being
# "node"; --config takes a whole one instead. After a change to the printed config file, HUP to the
# process loads it. Exit 77: not to be had here, with the reason.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$here/common.sh"

install_all() {
  need curl python3
  packages prometheus prometheus-node-exporter
}

# job NAME HOST:PORT[@INTERVAL]
job() {
  echo "  - job_name: $1"
  case $2 in *@*) echo "    scrape_interval: ${2#*@}" ;; esac
  echo "    static_configs: [{targets: ['${2%@*}']}]"
}

up() {
  local state=$1 interval=1s config='' port='' exporter=yes exporter_port other_port target targets=()
  shift
  while [ $# -gt 0 ]; do
    case $1 in
      --interval) interval=$2; shift 2 ;;
      --target) targets+=("$2"); shift 2 ;;
      --config) config=$2; shift 2 ;;
      --port) port=$2; shift 2 ;;
      --without-node-exporter) exporter=; shift ;;
      --) shift; break ;;
      *) die "unknown option $1" ;;
    esac
  done
  command -v prometheus >/dev/null || skip "no prometheus; try: apt-get install prometheus"
  [ -z "$exporter" ] || command -v prometheus-node-exporter >/dev/null ||
    skip "no prometheus-node-exporter; try: apt-get install prometheus-node-exporter"
  mkdir -p "$state"
  state=$(cd "$state" && pwd)
  ! alive "$state" prometheus || die "$state already holds a running Prometheus"
  read -r exporter_port other_port <<<"$(free_ports 2)"
  port=${port:-$other_port}
  if [ -n "$exporter" ]; then
    start "$state" node-exporter prometheus-node-exporter --web.listen-address "127.0.0.1:$exporter_port"
    targets=("node=127.0.0.1:$exporter_port" "${targets[@]}")
  fi
  if [ -n "$config" ]; then
    cp "$config" "$state/prometheus.yml"
  else
    {
      echo "global: {scrape_interval: $interval, scrape_timeout: $interval}"
      echo "scrape_configs:"
      for target in "${targets[@]}"; do job "${target%%=*}" "${target#*=}"; done
    } >"$state/prometheus.yml"
  fi
  start "$state" prometheus prometheus --config.file "$state/prometheus.yml" --storage.tsdb.path "$state/data" \
    --web.listen-address "127.0.0.1:$port" --log.level warn "$@"
  if ! await "$state" prometheus http_ok "http://127.0.0.1:$port/-/ready" ||
    ! { [ -z "$exporter" ] || await "$state" node-exporter http_ok "http://127.0.0.1:$exporter_port/metrics"; }; then
    down "$state"
    exit 1
  fi
  echo "url=http://127.0.0.1:$port"
  echo "config=$state/prometheus.yml"
  echo "prometheus_pid=$(pid_of "$state" prometheus)"
  if [ -n "$exporter" ]; then
    echo "node_exporter=http://127.0.0.1:$exporter_port/metrics"
    echo "node_exporter_pid=$(pid_of "$state" node-exporter)"
  fi
}

down() {
  stop "$1" prometheus
  stop "$1" node-exporter
}

case ${1:-} in
  install) install_all ;;
  up) [ $# -ge 2 ] || die "up needs a state folder"; shift; up "$@" ;;
  down) [ $# -eq 2 ] || die "down needs the state folder"; down "$2" ;;
  *) die "usage: prometheus.sh install | up STATE [options] | down STATE" ;;
esac
