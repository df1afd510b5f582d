#!/usr/bin/env bash
# kwok: nodes without machines. Node objects annotated kwok.x-k8s.io/node=fake become ready, and pods
# bound to them run, on any API server.
#
#   kwok.sh install
#   kwok.sh up STATE KUBECONFIG
#   kwok.sh down STATE
#
# up prints NAME=VALUE lines: kwok_pid. Exit 77: not to be had here, with the reason.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$here/common.sh"
version=0.7.0
kwok=$servers/kwok/$version/kwok

install_kwok() {
  one_builder kwok
  [ ! -x "$kwok" ] || return 0
  may_build kwok
  need go
  CGO_ENABLED=0 GOBIN=${kwok%/*} go install "sigs.k8s.io/kwok/cmd/kwok@v$version" >&2 || skip "go could not build kwok $version"
}

up() {
  local state=$1 config=$2 port
  [ -x "$kwok" ] || skip "no kwok $version; build it with: $here/kwok.sh install"
  need curl
  mkdir -p "$state"
  state=$(cd "$state" && pwd)
  ! alive "$state" kwok || die "$state already holds a running kwok"
  port=$(free_ports 1)
  # Leases and heartbeats of a thousand nodes would be most of what the API server does.
  start "$state" kwok "$kwok" --kubeconfig="$config" --manage-nodes-with-annotation-selector=kwok.x-k8s.io/node=fake \
    --node-lease-duration-seconds=0 --cidr=10.100.0.1/16 --server-address="127.0.0.1:$port"
  await "$state" kwok http_ok "http://127.0.0.1:$port/healthz" || { down "$state"; exit 1; }
  echo "kwok_pid=$(pid_of "$state" kwok)"
}

down() { stop "$1" kwok; }

case ${1:-} in
  install) [ $# -eq 1 ] || die "install takes nothing"; install_kwok ;;
  up) [ $# -eq 3 ] || die "up needs a state folder and a kubeconfig"; up "$2" "$3" ;;
  down) [ $# -eq 2 ] || die "down needs the state folder"; down "$2" ;;
  *) die "usage: kwok.sh install | up STATE KUBECONFIG | down STATE" ;;
esac
