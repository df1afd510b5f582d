#!/usr/bin/env bash
# The control plane, on this machine: what kubeadm needs, the cluster, the pods' network.
#
#   master.sh init [--cidr A.B.C.D/N] [--address IP] [--dry-run]
#   master.sh reset [--yes] [--dry-run]
#   master.sh status
#
# init does what is missing and nothing else. --cidr: the pods' addresses (10.244.0.0/16), outside every
# network the machines are in. --address: where the API server is reached, when the machine has several.
# reset ends the cluster and forgets all that is in it; the programs and Prometheus' samples stay.
# status exits 1 while something is missing.
#
# Environment: POD_CIDR as --cidr, CALICO_MANIFEST (file or address), KUBECONFIG (~/.kube/config).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=../single-node/steps.sh
. "$here/../single-node/steps.sh"
# shellcheck source-path=SCRIPTDIR source=settings.sh
. "$here/settings.sh"
yes=
address=
kubeconfig=${KUBECONFIG:-$HOME/.kube/config}

kube() { timeout 60 kubectl --kubeconfig "$kubeconfig" "$@"; }

machine_ready() { "$here/node.sh" status; }
prepare_machine() { "$here/node.sh" install ${dry_run:+--dry-run}; }

control_plane_there() { as_root_quietly test -e "$root$admin_config" && as_root_quietly kubectl --kubeconfig "$root$admin_config" get --raw /readyz; }
# Questions are asked in a dry run too.
as_root_quietly() { if [ "$(id -u)" -eq 0 ] || [ -n "$root" ]; then timeout 60 "$@"; else timeout 60 sudo -n "$@"; fi; }
init_control_plane() {
  local installed=v$kubernetes_minor.0
  [ -n "$dry_run" ] || installed=$(kubeadm version -o short)
  # The token kubeadm makes on its own is neither shown nor kept for long: worker.sh makes one when it needs it.
  as_root timeout 600 kubeadm init --kubernetes-version "$installed" --cri-socket "$cri_socket" \
    --pod-network-cidr "$pod_cidr" --skip-token-print --token-ttl 15m ${address:+--apiserver-advertise-address "$address"}
}

config_there() { [ -f "$kubeconfig" ] && as_root_quietly cmp -s "$root$admin_config" "$kubeconfig"; }
copy_config() {
  if [ -z "$dry_run" ] && [ -e "$kubeconfig" ]; then
    grep -q 'kubernetes-admin@kubernetes' "$kubeconfig" || die "$kubeconfig is of another cluster: set KUBECONFIG to a file of its own"
    # Of the cluster before this one, most likely.
    mv "$kubeconfig" "$kubeconfig.before"
  fi
  run mkdir -p "$(dirname "$kubeconfig")"
  if [ -n "$dry_run" ]; then
    echo "    copy $admin_config to $kubeconfig, readable by its owner only"
  else
    (umask 077 && as_root cat "$root$admin_config" >"$kubeconfig.new" && mv "$kubeconfig.new" "$kubeconfig")
  fi
}

network_there() { kube -n kube-system rollout status daemonset/calico-node --timeout=1s; }
add_network() {
  # Calico takes the pods' addresses from kubeadm's own settings.
  run timeout 300 kubectl --kubeconfig "$kubeconfig" apply --server-side -f "$calico_manifest"
  run timeout 660 kubectl --kubeconfig "$kubeconfig" -n kube-system rollout status daemonset/calico-node --timeout=600s
}

names_there() { kube -n kube-system rollout status deployment/coredns --timeout=1s; }
await_names() { run timeout 360 kubectl --kubeconfig "$kubeconfig" -n kube-system rollout status deployment/coredns --timeout=300s; }

init() {
  step "this machine" machine_ready prepare_machine
  step "control plane" control_plane_there init_control_plane
  step "$kubeconfig" config_there copy_config
  step "pods' network: Calico $calico_version" network_there add_network
  step "names" names_there await_names
}

reset() {
  local ours=
  sure "This ends the cluster on this machine and forgets all that is in it"
  if config_there; then ours=yes; fi
  "$here/node.sh" reset ${dry_run:+--dry-run}
  if [ -n "$ours" ]; then run rm -f "$kubeconfig"; fi
}

status() {
  tell "this machine" machine_ready
  tell "control plane" control_plane_there
  tell "$kubeconfig" config_there
  tell "pods' network" network_there
  tell "names" names_there
}

verb=${1:-}
[ $# -eq 0 ] || shift
while [ $# -gt 0 ]; do
  case $1 in
    --dry-run) dry_run=yes; shift ;;
    --yes) yes=yes; shift ;;
    --cidr) pod_cidr=${2:-}; shift; shift ;;
    --address) address=${2:-}; shift; shift ;;
    *) die "unknown argument $1" ;;
  esac
done
[[ $pod_cidr =~ ^[0-9]{1,3}(\.[0-9]{1,3}){3}/[0-9]{1,2}$ ]] || die "--cidr is '$pod_cidr': give something like 10.244.0.0/16"
[[ $address =~ ^[0-9a-fA-F.:]*$ ]] || die "--address is '$address': give an IP address of this machine"
case $verb in
  init) init ;;
  reset) reset ;;
  status) missing=; status; [ -z "$missing" ] ;;
  *) die "usage: master.sh init [--cidr A.B.C.D/N] [--address IP] | reset [--yes] | status, each with [--dry-run]" ;;
esac
