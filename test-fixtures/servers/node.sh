#!/usr/bin/env bash
# A node as faasd makes one, of real parts, on 127.0.0.1: functions as processes in control groups
# /openfaas-fn/NAME behind the stand-in gateway, and a real cAdvisor, node-exporter, Prometheus and,
# where asked for, Scaphandre to watch them.
#
#   node.sh install
#   node.sh up STATE [--interval DURATION] [--port PORT] [--housekeeping DURATION] [--watts PACKAGE]
#   node.sh down STATE
#   node.sh status STATE
#
# up writes STATE/node.env, which a shell can source, and prints it:
#
#   . STATE/node.env && bin/profiler run 50 20s --gateway "$OPENFAAS_URL" --prometheus "$PROMETHEUS_URL"
#
# --interval is Prometheus' scrape interval, 2s unless told. --watts starts Scaphandre over
# synthetic energy counters of so many watts. Wants to be root, for the control groups. Exit 77: not
# to be had here, with the reason.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
home=$(cd "$here/../.." && pwd)
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$here/common.sh"
fixtures=$home/test-fixtures/target/edgewatt-test-fixtures.jar
application=$home/functions/workloads/target/quarkus-app/quarkus-run.jar

# As the local platform starts a function (docs/methodology.md).
function_flags=(-XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=0.1 -XX:+UseSerialGC -Xms64m -Xmx64m
  -XX:MaxDirectMemorySize=600m)

install_all() {
  "$here/prometheus.sh" install
  "$here/cadvisor.sh" install
}

# value NAME FILE: of a line NAME=VALUE.
value() { sed -n "s/^$1=//p" "$2"; }

# part STATE NAME SCRIPT ARGUMENT...: brings one server up; where it fails, everything goes down.
part() {
  local state=$1 name=$2 script=$3 status=0
  shift 3
  "$here/$script" up "$state/$name" "$@" >"$state/$name.env" || status=$?
  [ $status -eq 0 ] && return 0
  down "$state"
  exit $status
}

up() {
  local state=$1 interval=2s port=0 housekeeping=1s watts='' java targets url
  shift
  while [ $# -gt 0 ]; do
    case $1 in
      --interval) interval=$2; shift 2 ;;
      --port) port=$2; shift 2 ;;
      --housekeeping) housekeeping=$2; shift 2 ;;
      --watts) watts=$2; shift 2 ;;
      *) die "unknown option $1" ;;
    esac
  done
  java=${JAVA_HOME:+$JAVA_HOME/bin/}java
  need curl python3 "$java"
  for jar in "$fixtures" "$application"; do
    [ -f "$jar" ] || skip "no $jar; build it with: ./mvnw package -DskipTests -pl test-fixtures,functions/workloads -am"
  done
  [ -w /sys/fs/cgroup ] || skip "control groups are not writable; be root"
  [ -z "$(cat /sys/fs/cgroup/{,cpuacct/}openfaas-fn/*/cgroup.procs 2>/dev/null)" ] ||
    skip "another node's functions run in control groups /openfaas-fn/*; take it down first"
  mkdir -p "$state"
  state=$(cd "$state" && pwd)
  ! alive "$state" gateway || die "$state already holds a running node"
  rm -f "$state/gateway.url" "$state/node.env"
  # Series of an earlier node would be answered with for another five minutes.
  rm -rf "$state/prometheus/data"
  # The functions inherit EDGEWATT_NODE: by it, down knows them where the gateway was killed.
  EDGEWATT_NODE=$state start "$state" gateway "$java" -Xms128m -Xmx128m -XX:+UseSerialGC -Dsun.net.httpserver.nodelay=true \
    -cp "$fixtures" io.github.edgewatt.fixtures.node.NodeMain "$state" "$port" "$java" "${function_flags[@]}" -jar "$application"
  if ! await "$state" gateway test -s "$state/gateway.url"; then
    down "$state"
    exit 1
  fi
  url=$(<"$state/gateway.url")
  part "$state" cadvisor cadvisor.sh --housekeeping "$housekeeping"
  targets=(--target "gateway=${url#http://}" --target "cadvisor=$(target "$state" cadvisor)")
  if [ -n "$watts" ]; then
    part "$state" scaphandre scaphandre.sh --watts "$watts"
    # It renews its figures only where it was not asked for two seconds.
    targets+=(--target "scaphandre=$(target "$state" scaphandre)@5s")
  fi
  part "$state" prometheus prometheus.sh --interval "$interval" "${targets[@]}"
  # A node is up when each of its parts (node-exporter among them) was scraped.
  if ! await "$state/prometheus" prometheus scraped "$(value url "$state/prometheus.env")" $((${#targets[@]} / 2 + 1)); then
    down "$state"
    exit 1
  fi
  {
    echo "export OPENFAAS_URL=$url"
    echo "export OPENFAAS_PASSWORD_FILE=$state/password"
    echo "export PROMETHEUS_URL=$(value url "$state/prometheus.env")"
  } >"$state/node.env"
  cat "$state/node.env"
}

# scraped URL COUNT: whether so many targets were scraped well.
scraped() {
  curl -sf -m 5 "$1/api/v1/query" --data-urlencode 'query=count(up == 1)' | grep -q "\"$2\"\]"
}

# target STATE NAME: host and port of a part that was brought up.
target() { value url "$1/$2.env" | sed 's,http://,,; s,/metrics,,'; }

down() {
  local state=$1 pid
  [ -d "$state" ] || return 0
  state=$(cd "$state" && pwd)
  stop "$state" gateway
  for pid in $(orphans "$state"); do kill -9 "$pid" 2>/dev/null || true; done
  # The kernel refuses where a process is left in one.
  rmdir /sys/fs/cgroup/{,cpu/,cpuacct/,memory/}openfaas-fn{/*,} 2>/dev/null || true
  "$here/prometheus.sh" down "$state/prometheus"
  "$here/scaphandre.sh" down "$state/scaphandre"
  "$here/cadvisor.sh" down "$state/cadvisor"
  rm -f "$state/node.env" "$state/password" "$state/gateway.url"
}

# orphans STATE: functions of this node whose gateway could not end them.
orphans() {
  local pid
  cat /sys/fs/cgroup/{,cpuacct/}openfaas-fn/*/cgroup.procs 2>/dev/null | sort -u | while read -r pid; do
    if tr '\0' '\n' 2>/dev/null <"/proc/$pid/environ" | grep -qxF "EDGEWATT_NODE=$1"; then echo "$pid"; fi
  done
}

status() {
  local state=$1 part up=0
  for part in gateway cadvisor/cadvisor prometheus/node-exporter prometheus/prometheus scaphandre/scaphandre; do
    [ -d "$state/${part%/*}" ] || [ "$part" = gateway ] || continue
    if alive "$state/$(dirname "$part")" "${part##*/}"; then
      echo "${part##*/} runs, process $(pid_of "$state/$(dirname "$part")" "${part##*/}")"
    else
      echo "${part##*/} does not run"
      up=1
    fi
  done
  return $up
}

case ${1:-} in
  install) install_all ;;
  up) [ $# -ge 2 ] || die "up needs a state folder"; shift; up "$@" ;;
  down) [ $# -eq 2 ] || die "down needs the state folder"; down "$2" ;;
  status) [ $# -eq 2 ] || die "status needs the state folder"; status "$2" ;;
  *) die "usage: node.sh install | up STATE [options] | down STATE | status STATE" ;;
esac
