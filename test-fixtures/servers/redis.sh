#!/usr/bin/env bash
# A real Redis (Debian's) as a plain process on 127.0.0.1, nothing of it kept on disk.
#
#   redis.sh install
#   redis.sh up STATE [--password TEXT]
#   redis.sh away STATE        ends it and stays away: connections break
#   redis.sh back STATE        starts it again on its port, empty
#   redis.sh down STATE
#
# up prints NAME=VALUE lines: host, port, pid. Exit 77: not to be had here, with the reason.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$here/common.sh"

answers() { [ "$(redis-cli -h 127.0.0.1 -p "$(cat "$1/port")" ping 2>&1 | grep -cE 'PONG|NOAUTH')" = 1 ]; }

run() {
  local password=()
  [ ! -s "$1/password" ] || password=(--requirepass "$(cat "$1/password")")
  start "$1" redis redis-server --bind 127.0.0.1 --port "$(cat "$1/port")" --save '' --appendonly no --dir "$1" "${password[@]}"
  await "$1" redis answers "$1" || { stop "$1" redis; exit 1; }
  echo "host=127.0.0.1"
  echo "port=$(cat "$1/port")"
  echo "pid=$(pid_of "$1" redis)"
}

up() {
  local state=$1
  shift
  need redis-server redis-cli python3
  mkdir -p "$state"
  state=$(cd "$state" && pwd)
  ! alive "$state" redis || die "$state already holds a running Redis"
  : >"$state/password"
  while [ $# -gt 0 ]; do
    case $1 in
      --password) echo "$2" >"$state/password"; shift 2 ;;
      *) die "unknown option $1" ;;
    esac
  done
  free_ports 1 >"$state/port"
  run "$state"
}

case ${1:-} in
  install) need python3; packages redis-server redis-tools ;;
  up) [ $# -ge 2 ] || die "up needs a state folder"; shift; up "$@" ;;
  away | down) [ $# -eq 2 ] || die "$1 needs the state folder"; stop "$2" redis ;;
  back) [ $# -eq 2 ] || die "back needs the state folder"; run "$(cd "$2" && pwd)" ;;
  *) die "usage: redis.sh install | up STATE [--password TEXT] | away STATE | back STATE | down STATE" ;;
esac
