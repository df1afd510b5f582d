#!/usr/bin/env bash
# kwok: nodes without machines. Node objects annotated kwok.x-k8s.io/node=fake become ready, and pods
# bound to them run, on any API server.
#
#   kwok.sh install
#   kwok.sh up STATE KUBECONFIG [--nodes COUNT [PREFIX]]
#   kwok.sh down STATE
#
# up prints NAME=VALUE lines: kwok_pid. --nodes also makes nodes of 32 cores and 256 GiB, named
# PREFIX1 (kwok-1) and on, in ten zones; it needs the kubectl of kube.sh. The nodes are the API
# server's and outlive kwok. Exit 77: not to be had here, with the reason.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$here/common.sh"
version=0.7.0
kwok=$servers/kwok/$version/kwok
# For the kubectl that kube.sh has built.
kube_version=$(sed -n 's/^version=//p' "$here/kube.sh")
kubectl=$servers/kube/$kube_version/kubectl

install_kwok() {
  one_builder kwok
  [ ! -x "$kwok" ] || return 0
  may_build kwok
  need go
  CGO_ENABLED=0 GOBIN=${kwok%/*} go install "sigs.k8s.io/kwok/cmd/kwok@v$version" >&2 || skip "go could not build kwok $version"
}

nodes() {
  local number
  for ((number = 1; number <= $1; number++)); do
    cat <<EOF
---
apiVersion: v1
kind: Node
metadata:
  name: $2$number
  annotations: {kwok.x-k8s.io/node: fake, node.alpha.kubernetes.io/ttl: "0"}
  labels:
    type: kwok
    kubernetes.io/hostname: $2$number
    kubernetes.io/os: linux
    kubernetes.io/arch: amd64
    topology.kubernetes.io/zone: z$((number % 10))
status:
  allocatable: {cpu: "32", memory: 256Gi, pods: "110"}
  capacity: {cpu: "32", memory: 256Gi, pods: "110"}
EOF
  done
}

up() {
  local state=$1 config=$2 port count=0 prefix=kwok-
  shift 2
  if [ $# -gt 0 ]; then
    [ "$1" = --nodes ] || die "unknown option $1"
    count=${2:?"--nodes needs a count"}
    prefix=${3:-$prefix}
  fi
  [ -x "$kwok" ] || skip "no kwok $version; build it with: $here/kwok.sh install"
  [ "$count" = 0 ] || [ -x "$kubectl" ] || skip "no kubectl; build it with: $here/kube.sh install"
  need curl
  mkdir -p "$state"
  state=$(cd "$state" && pwd)
  ! alive "$state" kwok || die "$state already holds a running kwok"
  port=$(free_ports 1)
  # Leases and heartbeats of a thousand nodes would be most of what the API server does.
  start "$state" kwok "$kwok" --kubeconfig="$config" --manage-nodes-with-annotation-selector=kwok.x-k8s.io/node=fake \
    --node-lease-duration-seconds=0 --cidr=10.100.0.1/16 --server-address="127.0.0.1:$port"
  await "$state" kwok http_ok "http://127.0.0.1:$port/healthz" || { down "$state"; exit 1; }
  if [ "$count" != 0 ]; then
    nodes "$count" "$prefix" | "$kubectl" --kubeconfig "$config" create -f - >"$state/nodes.log" || { down "$state"; exit 1; }
  fi
  echo "kwok_pid=$(pid_of "$state" kwok)"
}

down() { stop "$1" kwok; }

case ${1:-} in
  install) [ $# -eq 1 ] || die "install takes nothing"; install_kwok ;;
  up) [ $# -ge 3 ] || die "up needs a state folder and a kubeconfig"; shift; up "$@" ;;
  down) [ $# -eq 2 ] || die "down needs the state folder"; down "$2" ;;
  *) die "usage: kwok.sh install | up STATE KUBECONFIG [--nodes COUNT [PREFIX]] | down STATE" ;;
esac
