#!/usr/bin/env bash
# cAdvisor as it sees faasd's functions: raw cgroups, the id label alone.
#
#   cadvisor.sh install
#   cadvisor.sh up STATE [--cgroups PREFIX,PREFIX...] [--housekeeping DURATION] [--port PORT]
#   cadvisor.sh down STATE
#
# up prints NAME=VALUE lines: url and the process id. Default: /openfaas-fn, every second. A sample
# carries cAdvisor's own time stamp and is up to two housekeeping intervals old. Exit 77: not to be
# had here, with the reason.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$here/common.sh"
version=0.49.2
program=$servers/cadvisor/$version-$(hash_of "$here"/cadvisor/*)/cadvisor

install_all() {
  need curl python3
  one_builder cadvisor
  [ ! -x "$program" ] || return 0
  may_build cAdvisor
  need go
  mkdir -p "${program%/*}"
  (cd "$here/cadvisor" && CGO_ENABLED=0 go build -trimpath -ldflags '-s -w' -o "$program" .) >&2 ||
    skip "go could not build cAdvisor $version"
}

up() {
  local state=$1 cgroups=/openfaas-fn housekeeping=1s port=''
  shift
  while [ $# -gt 0 ]; do
    case $1 in
      --cgroups) cgroups=$2; shift 2 ;;
      --housekeeping) housekeeping=$2; shift 2 ;;
      --port) port=$2; shift 2 ;;
      *) die "unknown option $1" ;;
    esac
  done
  [ -x "$program" ] || skip "no cAdvisor $version; build it with: $here/cadvisor.sh install"
  mkdir -p "$state"
  state=$(cd "$state" && pwd)
  ! alive "$state" cadvisor || die "$state already holds a running cAdvisor"
  [ -n "$port" ] || port=$(free_ports 1)
  # New groups are noticed by inotify; the global round is for those it missed.
  start "$state" cadvisor "$program" -listen "127.0.0.1:$port" -raw_cgroup_prefix_whitelist "$cgroups" \
    -housekeeping_interval "$housekeeping" -allow_dynamic_housekeeping=false -global_housekeeping_interval 10s
  if ! await "$state" cadvisor http_ok "http://127.0.0.1:$port/metrics"; then
    down "$state"
    exit 1
  fi
  echo "url=http://127.0.0.1:$port/metrics"
  echo "cadvisor_pid=$(pid_of "$state" cadvisor)"
}

down() { stop "$1" cadvisor; }

case ${1:-} in
  install) install_all ;;
  up) [ $# -ge 2 ] || die "up needs a state folder"; shift; up "$@" ;;
  down) [ $# -eq 2 ] || die "down needs the state folder"; down "$2" ;;
  *) die "usage: cadvisor.sh install | up STATE [options] | down STATE" ;;
esac
