#!/usr/bin/env bash
# A real Kafka broker (KRaft, broker and controller in one) from its published jars, on 127.0.0.1:
# the one of infrastructure/single-node/pipeline.sh, without what watches it.
#
#   kafka.sh install
#   kafka.sh up STATE [--partitions N]    of topics that make themselves; 1
#   kafka.sh away STATE                   stops it: connections break, the log stays
#   kafka.sh back STATE                   starts it again on its port, with its log
#   kafka.sh run STATE CLASS ARGS...      one of its tools, such as org.apache.kafka.tools.TopicCommand;
#                                         BROKER in ARGS is the broker's address
#   kafka.sh down STATE
#
# up prints NAME=VALUE lines: servers, pid. Exit 77: not to be had here, with the reason.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$here/common.sh"
# shellcheck source-path=SCRIPTDIR source=../../infrastructure/single-node/pipeline/broker.sh
. "$here/../../infrastructure/single-node/pipeline/broker.sh"

install_it() {
  [ -d "$lib" ] || may_build Kafka
  broker_install
}

run() {
  broker_start "$1" || exit 1
  echo "servers=127.0.0.1:$(cat "$1/port")"
  echo "pid=$(pid_of "$1" kafka)"
}

up() {
  local state=$1 partitions=1 port controller
  shift
  while [ $# -gt 0 ]; do
    case $1 in
      --partitions) partitions=$2; shift 2 ;;
      *) die "unknown option $1" ;;
    esac
  done
  install_it
  mkdir -p "$state"
  state=$(cd "$state" && pwd)
  ! alive "$state" kafka || die "$state already holds a running broker"
  read -r port controller <<<"$(free_ports 2)"
  echo "$port" >"$state/port"
  broker_settings "$state" "$port" "$controller" "$partitions"
  broker_format "$state" || exit 1
  run "$state"
}

case ${1:-} in
  install) install_it ;;
  up) [ $# -ge 2 ] || die "up needs a state folder"; shift; up "$@" ;;
  away | down) [ $# -eq 2 ] || die "$1 needs the state folder"; stop "$2" kafka ;;
  back) [ $# -eq 2 ] || die "back needs the state folder"; run "$(cd "$2" && pwd)" ;;
  run)
    [ $# -ge 3 ] || die "run needs the state folder and a class"
    address=127.0.0.1:$(cat "$2/port")
    shift 2
    broker_tool "${@//BROKER/$address}"
    ;;
  *) die "usage: kafka.sh install | up STATE [--partitions N] | away STATE | back STATE | run STATE CLASS ARGS... | down STATE" ;;
esac
