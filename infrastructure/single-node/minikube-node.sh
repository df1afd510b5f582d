#!/usr/bin/env bash
# A node to measure in Minikube: the cluster, OpenFaaS, the exporters, the energy meter, in that order.
#
#   minikube-node.sh up|down|status [--dry-run]
#
# up does what is missing and nothing else; status exits 1 while something is missing; down stops the
# cluster and keeps it (remove it with: minikube delete -p edgewatt). --dry-run prints the commands.
#
# Power: with /var/scaphandre on this machine (a virtual machine fed by vm-power.sh) it is mounted
# into Minikube and Scaphandre reads it; without, Scaphandre reads this machine's own counters.
#
# Environment: MINIKUBE_PROFILE (edgewatt), MINIKUBE_DRIVER (docker), KUBERNETES_VERSION, NODE_CPUS
# and NODE_MEMORY (all; what is free less 400 MB), OPENFAAS_CHART (chart version; newest when empty).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=steps.sh
. "$here/steps.sh"
infrastructure=$(dirname "$here")
profile=${MINIKUBE_PROFILE:-edgewatt}
energy=/var/scaphandre
state=${XDG_STATE_HOME:-$HOME/.local/state}/edgewatt
mount_pid=$state/minikube-mount.pid

kube() { kubectl --context "$profile" "$@"; }

# A command that helm and kubectl must run in this cluster, whichever is the current one.
do_kube() { run kubectl --context "$profile" "$@"; }
do_helm() { run helm --kube-context "$profile" "$@"; }

tools_there() { has minikube && has kubectl && has helm; }
tell_tools() { [ -n "$dry_run" ] || die "needs minikube, kubectl and helm on the PATH"; }

cluster_there() { minikube status -p "$profile"; }
start_cluster() {
  local memory=${NODE_MEMORY:-$(awk '/MemAvailable/ { print int($2 / 1024) - 400 }' /proc/meminfo)mb}
  run minikube start -p "$profile" --driver="${MINIKUBE_DRIVER:-docker}" \
    --kubernetes-version="${KUBERNETES_VERSION:-v1.33.1}" --cpus="${NODE_CPUS:-max}" --memory="$memory"
}

metrics_there() { minikube addons list -p "$profile" -o json | grep -A3 '"metrics-server"' | grep enabled; }
add_metrics() { run minikube addons enable metrics-server -p "$profile"; }

namespaces_there() { kube get namespace openfaas openfaas-fn; }
add_namespaces() { do_kube apply -f "$infrastructure/kubernetes/namespaces.yaml"; }

openfaas_there() { kube -n openfaas rollout status deployment/gateway --timeout=1s; }
add_openfaas() {
  run helm repo add openfaas https://openfaas.github.io/faas-netes/ --force-update
  do_helm upgrade --install openfaas openfaas/openfaas --namespace openfaas \
    ${OPENFAAS_CHART:+--version "$OPENFAAS_CHART"} --values "$infrastructure/kubernetes/values/openfaas.yaml"
  do_kube -n openfaas rollout status deployment/gateway --timeout=300s
}

# The cluster's state, not a file, tells whether the manifests are in: 0 means nothing to change.
exporters_there() { kube diff --server-side --force-conflicts -k "$infrastructure/overlays/minikube"; }
add_exporters() {
  # The chart's own configuration and service are taken over.
  do_kube apply --server-side --force-conflicts -k "$infrastructure/overlays/minikube"
  # Prometheus reads its configuration at its start only.
  do_kube -n openfaas rollout restart deployment/prometheus
  do_kube -n openfaas rollout status deployment/prometheus --timeout=300s
}

fed_by_hypervisor() { [ -d "$root$energy" ]; }
mounted() {
  ! fed_by_hypervisor ||
    { [ -f "$mount_pid" ] && kill -0 "$(cat "$mount_pid")" && minikube ssh -p "$profile" -- mountpoint -q "$energy"; }
}
mount_energy() {
  if [ -n "$dry_run" ]; then
    run minikube mount -p "$profile" "$root$energy:$energy"
    return
  fi
  mkdir -p "$state"
  nohup minikube mount -p "$profile" "$root$energy:$energy" >"$state/minikube-mount.log" 2>&1 </dev/null &
  echo $! >"$mount_pid"
}
mount_running() { fed_by_hypervisor && mounted; }
unmount_energy() {
  run kill "$(cat "$mount_pid")"
  run rm -f "$mount_pid"
}

meter_there() { kube -n openfaas rollout status daemonset/scaphandre --timeout=1s; }
add_meter() {
  local inside=false
  if fed_by_hypervisor; then inside=true; fi
  do_helm upgrade --install scaphandre "$infrastructure/helm/scaphandre" --namespace openfaas --set vm.enabled=$inside
}

stop_cluster() { run minikube stop -p "$profile"; }

up() {
  local address
  step "programs" tools_there tell_tools
  step "Minikube" cluster_there start_cluster
  step "metrics server" metrics_there add_metrics
  step "namespaces" namespaces_there add_namespaces
  step "OpenFaaS" openfaas_there add_openfaas
  step "exporters and Prometheus' jobs" exporters_there add_exporters
  step "power from the hypervisor" mounted mount_energy
  step "energy meter" meter_there add_meter
  [ -z "$dry_run" ] || return 0
  address=$(minikube ip -p "$profile")
  cat <<EOF
gateway     http://$address:31112
Prometheus  http://$address:30411
password    (umask 077; kubectl --context $profile -n openfaas get secret basic-auth \\
              -o jsonpath='{.data.basic-auth-password}' | base64 -d >FILE)
EOF
}

status() {
  tell "programs" tools_there
  tell "Minikube" cluster_there
  tell "metrics server" metrics_there
  tell "namespaces" namespaces_there
  tell "OpenFaaS" openfaas_there
  tell "exporters and Prometheus' jobs" exporters_there
  if fed_by_hypervisor; then tell "power from the hypervisor" mounted; fi
  tell "energy meter" meter_there
}

down() {
  undo "power from the hypervisor" mount_running unmount_energy
  undo "Minikube" cluster_there stop_cluster
}

node_script up down status "$@"
