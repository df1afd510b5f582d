#!/usr/bin/env bash
# A real etcd (Debian's), one member, as a plain process on 127.0.0.1.
#
#   etcd.sh install
#   etcd.sh up STATE
#   etcd.sh away STATE         ends it and stays away; its data stay
#   etcd.sh back STATE         starts it again on its ports, with its data
#   etcd.sh down STATE
#
# up prints NAME=VALUE lines: host, port, cluster_id (decimal), pid. Exit 77: not to be had here, with
# the reason.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$here/common.sh"

run() {
  local client peer
  read -r client peer <"$1/ports"
  start "$1" etcd etcd --name local --data-dir "$1/data" --unsafe-no-fsync \
    --listen-client-urls "http://127.0.0.1:$client" --advertise-client-urls "http://127.0.0.1:$client" \
    --listen-peer-urls "http://127.0.0.1:$peer" --initial-advertise-peer-urls "http://127.0.0.1:$peer" \
    --initial-cluster "local=http://127.0.0.1:$peer" --logger zap --log-level error
  await "$1" etcd http_ok "http://127.0.0.1:$client/health" || { stop "$1" etcd; exit 1; }
  echo "host=127.0.0.1"
  echo "port=$client"
  echo "cluster_id=$(ETCDCTL_API=3 etcdctl --endpoints "127.0.0.1:$client" endpoint status -w fields | sed -n 's/^"ClusterID" : //p')"
  echo "pid=$(pid_of "$1" etcd)"
}

up() {
  need etcd etcdctl curl python3
  mkdir -p "$1"
  local state
  state=$(cd "$1" && pwd)
  ! alive "$state" etcd || die "$state already holds a running etcd"
  free_ports 2 >"$state/ports"
  run "$state"
}

case ${1:-} in
  install) need curl python3; packages etcd-server etcd-client ;;
  up) [ $# -eq 2 ] || die "up needs a state folder"; up "$2" ;;
  away | down) [ $# -eq 2 ] || die "$1 needs the state folder"; stop "$2" etcd ;;
  back) [ $# -eq 2 ] || die "back needs the state folder"; run "$(cd "$2" && pwd)" ;;
  *) die "usage: etcd.sh install | up STATE | away STATE | back STATE | down STATE" ;;
esac
