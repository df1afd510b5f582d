#!/usr/bin/env bash
# Holds everything in this folder to what will read it: a real API server's dry run for each
# manifest, overlay and the Helm chart; promtool for the scrape configuration, the rules and every
# expression of the dashboards; stub programs for the single-node scripts.
#
#   infrastructure/check.sh
#
# One line a thing. Exit 0: all good. 77: good, but a part could not be tried, with its reason (with
# CI=true what is missing is installed). 1: something is wrong.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 2
here=$PWD
servers=$here/../test-fixtures/servers
cache=${EDGEWATT_SERVERS:-$HOME/.cache/edgewatt/servers}
helm_version=3.19.5
work=$(mktemp -d) || exit 2
failed=0
skipped=()

ok() { echo "ok  $*"; }

bad() {
  echo "BAD $1"
  sed 's/^/      /' "$work/out"
  failed=1
}

skip() {
  echo "--  $1: $2"
  skipped+=("$1: $2")
}

# try NAME COMMAND...: the command's output is shown only where it fails.
try() {
  local name=$1
  shift
  if "$@" >"$work/out" 2>&1; then ok "$name"; else bad "$name"; fi
}

finish() {
  [ ! -d "$work/kube" ] || "$servers/kube.sh" down "$work/kube"
  rm -rf "$work"
}
trap finish EXIT

# ---- what needs no server ----

# Every image is pinned to a version: what ran yesterday must be what runs tomorrow.
pinned() {
  ! grep -rnE '^ *-? *image: ' kubernetes overlays grafana --include='*.yaml' |
    grep -vE 'image: [^ :]+(:[0-9]+)?(/[^ :]+)*:(v|release-)?[0-9]+\.[0-9]+[^ ]*$' | grep -v 'values/'
}

find_promtool() {
  command -v promtool >/dev/null && return 0
  [ "${CI:-false}" = true ] && "$servers/prometheus.sh" install >&2 && command -v promtool >/dev/null
}

# from_config KEY: one file out of the ConfigMap, without a YAML reader.
from_config() {
  awk -v key="  $1: |" '$0 == key { inside = 1; next } inside && /^  ?[^ ]/ { exit } inside { print substr($0, 5) }' \
    kubernetes/prometheus-config.yaml
}

# Debian builds its Prometheus without Kubernetes: a fixed target stands in for what is discovered.
without_discovery() {
  awk 'skipping && match($0, /^ */) && RLENGTH > depth { next }
       { skipping = 0 }
       /kubernetes_sd_configs:/ { match($0, /^ */); depth = RLENGTH; skipping = 1; sub(/kubernetes_sd_configs:.*/, "static_configs: [{targets: [\"localhost:1\"]}]") }
       { print }'
}

prometheus_config() {
  mkdir -p "$work/prometheus"
  : >"$work/prometheus/token"
  from_config alert.rules.yml >"$work/prometheus/alert.rules.yml"
  # promtool wants to see the credentials that only a pod has.
  from_config prometheus.yml | without_discovery | sed "s#/var/run/secrets/kubernetes.io/serviceaccount/#$work/prometheus/#" >"$work/prometheus/prometheus.yml"
  [ -s "$work/prometheus/prometheus.yml" ] && [ -s "$work/prometheus/alert.rules.yml" ] &&
    promtool check config "$work/prometheus/prometheus.yml"
}

shell_scripts() {
  shellcheck -x ./*.sh ./*/*.sh ./*/test/*.sh ./*/test/stub single-node/pipeline/*.sh kubernetes/kafka/start.sh \
    "$servers"/{cadvisor,common,etcd,kafka,kube,kwok,prometheus,redis,scaphandre}.sh
}

try "images are pinned" pinned
command -v shellcheck >/dev/null || { [ "${CI:-false}" = true ] && apt-get -qq install -y shellcheck >"$work/install" 2>&1; }
if command -v shellcheck >/dev/null; then
  try "shell scripts" shell_scripts
else
  skip "shell scripts" "no shellcheck; try: apt-get install shellcheck"
fi
if find_promtool; then
  try "prometheus: kubernetes/prometheus-config.yaml, its jobs and alerts" prometheus_config
  try "prometheus: what it finds, in both label dialects" kubernetes/test/relabelling_test.py
else
  skip "prometheus" "no promtool; try: apt-get install prometheus"
fi
for part in grafana single-node kubeadm pipeline; do
  if [ -x "$part/check.sh" ]; then
    "$part/check.sh"
    case $? in
      0) ;;
      77) skip "$part" "see above" ;;
      *) failed=1 ;;
    esac
  fi
done

# ---- what a real API server says ----

start_kube() {
  local line
  [ "${CI:-false}" != true ] || "$servers/kube.sh" install >"$work/install" 2>&1 || { tail -n 3 "$work/install"; return 77; }
  "$servers/kube.sh" up "$work/kube" >"$work/up" || return
  while read -r line; do
    case $line in
      KUBECONFIG=*) export KUBECONFIG=${line#*=} ;;
      kubectl=*) kubectl=${line#*=} ;;
    esac
  done <"$work/up"
}

dry_run() { "$kubectl" apply --dry-run=server --validate=strict "$@"; }
rendered() { "$kubectl" kustomize "$1" >"$work/rendered.yaml" && dry_run -f "$work/rendered.yaml"; }

# What the check is worth: a misspelt field, a wrong type and a cpu request above its limit must fail.
refuses_broken() {
  local edit
  for edit in 's/containerPort:/containerPrt:/' 's/path: \/host.*/path: [1]/;s/readOnly: true/readOnly: maybe/' 's/cpu: 102m/cpu: 900m/'; do
    sed "$edit" kubernetes/node-exporter-daemonset.yaml >"$work/broken.yaml"
    if cmp -s kubernetes/node-exporter-daemonset.yaml "$work/broken.yaml" || dry_run -f "$work/broken.yaml"; then
      echo "not refused: $edit"
      return 1
    fi
  done
}

# OpenFaaS' chart has made a service and a configuration of these names before: ours take their place,
# and a second time there is nothing to change (that is how minikube-node.sh tells).
takes_over() {
  "$kubectl" apply -f - <<EOF || return
apiVersion: v1
kind: Service
metadata: {name: prometheus, namespace: openfaas}
spec: {type: ClusterIP, selector: {app: prometheus}, ports: [{port: 9090, protocol: TCP}]}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: prometheus-config, namespace: openfaas}
data: {prometheus.yml: 'scrape_configs: []', alert.rules.yml: 'groups: []'}
EOF
  "$kubectl" apply --server-side --force-conflicts -k overlays/minikube &&
    [ "$("$kubectl" -n openfaas get service prometheus -o jsonpath='{.spec.type} {.spec.ports[*].nodePort}')" = "NodePort 30411" ] &&
    "$kubectl" diff --server-side --force-conflicts -k overlays/minikube
}

# pipeline/deploy.sh against this API server: no node runs anything, so that a rollout is said to be done;
# what was applied is found unchanged the second time.
deploys() {
  mkdir -p "$work/bin"
  printf '#!/bin/sh\ncase "$*" in *"rollout status"*) exit 0 ;; *) exec "%s" "$@" ;; esac\n' "$kubectl" >"$work/bin/kubectl"
  printf '#!/bin/sh\necho "profiler $*"\n' >"$work/bin/profiler"
  chmod +x "$work"/bin/*
  PATH=$work/bin:$PATH CLOUD='' REGISTRY='' TAG='' EDGEWATT_TRIES=5 EDGEWATT_PROFILER=$work/bin/profiler \
    pipeline/deploy.sh "$@" >"$work/deployed" 2>&1 || { cat "$work/deployed"; return 1; }
}

deploys_twice() {
  deploys up 5 --kafka 127.0.0.1:9 --tracker &&
    deploys up 5 --kafka 127.0.0.1:9 --tracker && ! grep '^do' "$work/deployed" | grep -v topics &&
    [ "$("$kubectl" -n workload get hpa yolo-consumer -o jsonpath='{.spec.minReplicas} {.spec.maxReplicas}')" = "1 5" ] &&
    deploys down --all && [ -z "$("$kubectl" -n workload get deployments,hpa,services -o name)$("$kubectl" -n kafka get statefulsets,services,pdb -o name)" ]
}

find_helm() {
  helm=$(command -v helm) && return 0
  helm=$cache/helm/$helm_version/helm
  [ -x "$helm" ] && return 0
  [ "${CI:-false}" = true ] && command -v go >/dev/null &&
    GOBIN=${helm%/*} go install "helm.sh/helm/v3/cmd/helm@v$helm_version" >"$work/install" 2>&1
}

chart() {
  "$helm" template scaphandre helm/scaphandre --namespace openfaas --kube-version 1.33 "$@" >"$work/chart.yaml" && dry_run -f "$work/chart.yaml"
}

# The kinds of the Prometheus operator, without which nothing that names them can be tried.
monitoring_crds() {
  local folder kind
  folder=$(kubernetes/test/monitoring-crds.sh) || return
  for kind in servicemonitors podmonitors; do
    "$kubectl" apply --server-side -f "$folder/monitoring.coreos.com_$kind.yaml" || return
  done
  "$kubectl" wait --for=condition=Established --timeout=60s crd/servicemonitors.monitoring.coreos.com crd/podmonitors.monitoring.coreos.com
}

# needs_operator FILE...: whether anything in them is of the operator's kinds.
needs_operator() { grep -qrE '^kind: (ServiceMonitor|PodMonitor)$' "$@"; }

manifests() {
  local file folder operator=yes
  "$kubectl" apply -f kubernetes/namespaces.yaml -f kubernetes/pipeline-namespaces.yaml -f kubernetes/monitoring/namespaces.yaml >"$work/out" 2>&1 || { bad "the namespaces"; return; }
  monitoring_crds >"$work/out" 2>&1 || { operator=; skip "what has a ServiceMonitor" "$(tail -n 1 "$work/out")"; }
  for file in kubernetes/*.yaml kubernetes/*/*.yaml; do
    [ -n "$operator" ] || ! needs_operator "$file" || continue
    case $file in */kustomization.yaml | */values/*) ;; *) try "$file" dry_run -f "$file" ;; esac
  done
  for folder in kubernetes kubernetes/{scheduler,weight-calc,scale-place,kafka,yolo,yolo-validator} overlays/* grafana grafana/dashboards; do
    "$kubectl" kustomize "$folder" >"$work/needs.yaml" 2>/dev/null
    [ -n "$operator" ] || ! needs_operator "$work/needs.yaml" || continue
    try "kustomize $folder" rendered "$folder"
  done
  try "a broken manifest is refused" refuses_broken
  try "overlays/minikube over OpenFaaS' own, twice" takes_over
  [ -z "$operator" ] || try "pipeline/deploy.sh: up, up again, down" deploys_twice
}

start_kube
case $? in
  0)
    manifests
    if find_helm; then
      try "helm lint helm/scaphandre" "$helm" lint --strict helm/scaphandre
      try "helm/scaphandre, bare metal" chart
      try "helm/scaphandre, in a virtual machine" chart --set vm.enabled=true
      try "helm/scaphandre, without container labels" chart --set containers=false
    else
      skip "helm/scaphandre" "no helm"
    fi
    ;;
  77) skip "manifests" "no API server here (see above)" ;;
  *) echo "BAD the API server did not start"; failed=1 ;;
esac

[ $failed -eq 0 ] || exit 1
[ ${#skipped[@]} -eq 0 ] || exit 77
