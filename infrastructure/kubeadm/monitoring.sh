#!/usr/bin/env bash
# What watches the cluster: kube-prometheus-stack, Kepler every 5 s, the metrics server, our dashboards.
#
#   monitoring.sh up [--scrape JOB=HOST:PORT,...] [--dry-run]
#   monitoring.sh down [--dry-run]
#   monitoring.sh status
#
# --scrape: what is outside the cluster, every 5 s: yolo-tracker=HOST:8000 for a tracker that listens there
# (bin/profiler track --host says where); kafka=HOST:PORT for the JMX exporter of a broker outside the cluster only,
# as the one of kubernetes/kafka brings a ServiceMonitor. Grafana's password is made at the first up:
#   kubectl -n monitoring get secret grafana-admin -o jsonpath='{.data.admin-password}' | base64 -d
# down keeps the samples (/var/lib/edgewatt/prometheus on the master) and the password.
#
# Environment: KUBECONFIG (~/.kube/config), KEPLER (current, or 0.7 for the metrics of the published data sets).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=../single-node/steps.sh
. "$here/../single-node/steps.sh"
# shellcheck source-path=SCRIPTDIR source=settings.sh
. "$here/settings.sh"
infrastructure=$(dirname "$here")
kubeconfig=${KUBECONFIG:-$HOME/.kube/config}
scrape=
stack_version=67.8.0
metrics_version=3.12.2
case ${KEPLER:-current} in
  current) overlay=$infrastructure/overlays/monitoring ;;
  0.7) overlay=$infrastructure/overlays/monitoring-kepler-0.7 ;;
  *) die "KEPLER is '$KEPLER': current or 0.7" ;;
esac

kube() { timeout 60 kubectl --kubeconfig "$kubeconfig" "$@"; }
do_kube() { run timeout 360 kubectl --kubeconfig "$kubeconfig" "$@"; }
do_helm() { run timeout 960 helm --kubeconfig "$kubeconfig" "$@"; }

tools_there() { has kubectl && has helm; }
tell_tools() { [ -n "$dry_run" ] || die "needs kubectl and helm on the PATH"; }

namespaces_there() { kube get namespace monitoring kepler; }
add_namespaces() { do_kube apply -f "$infrastructure/kubernetes/monitoring/namespaces.yaml"; }

folder_there() { [ -d "$root/var/lib/edgewatt/prometheus" ]; }
# As the chart's Prometheus runs.
add_folder() { as_root install -d -m 750 -o 1000 -g 2000 "$root/var/lib/edgewatt/prometheus"; }

password_there() { kube -n monitoring get secret grafana-admin; }
add_password() {
  if [ -n "$dry_run" ]; then
    echo "    make the secret grafana-admin, with a password nobody has seen"
    return
  fi
  # Through a pipe: it is in no argument and no file.
  head -c 24 /dev/urandom | base64 | tr -d '\n' |
    kube -n monitoring create secret generic grafana-admin --from-file=admin-password=/dev/stdin --from-file=admin-user=<(printf admin)
}

repositories_there() {
  local there
  there=$(helm repo list -o yaml) && [[ $there == *prometheus-community* && $there == *metrics-server* ]]
}
add_repositories() {
  do_helm repo add prometheus-community https://prometheus-community.github.io/helm-charts --force-update
  do_helm repo add metrics-server https://kubernetes-sigs.github.io/metrics-server/ --force-update
}

# The chart's further jobs, each with its targets.
targets() {
  local entry entries job
  local -A jobs=()
  IFS=, read -ra entries <<<"$scrape"
  for entry in "${entries[@]}"; do
    job=${entry%%=*}
    jobs[$job]+="${jobs[$job]:+, }\"${entry#*=}\""
  done
  echo "prometheus:"
  echo "  prometheusSpec:"
  echo "    additionalScrapeConfigs:"
  [ ${#entries[@]} -gt 0 ] || echo "      []"
  for job in "${!jobs[@]}"; do
    echo "      - {job_name: \"$job\", scrape_interval: 5s, scrape_timeout: 4s, static_configs: [{targets: [${jobs[$job]}]}]}"
  done
}

operator_there() { kube get crd servicemonitors.monitoring.coreos.com; }
stack_there() {
  operator_there && kube -n monitoring rollout status statefulset/prometheus-kube-prometheus-stack-prometheus --timeout=1s &&
    kube -n monitoring rollout status deployment/kube-prometheus-stack-grafana --timeout=1s && same_targets
}
# The chart keeps them in a secret, so spelled; where nothing is said, whatever is there is good.
same_targets() {
  local entry entries there
  [ -n "$scrape" ] || return 0
  there=$(kube -n monitoring get secret kube-prometheus-stack-prometheus-scrape-confg -o 'jsonpath={.data.additional-scrape-configs\.yaml}' | base64 -d) || return
  IFS=, read -ra entries <<<"$scrape"
  for entry in "${entries[@]}"; do [[ $there == *"${entry#*=}"* ]] || return; done
}
add_stack() {
  do_helm upgrade --install kube-prometheus-stack prometheus-community/kube-prometheus-stack --version "$stack_version" \
    --namespace monitoring --values "$infrastructure/kubernetes/values/kube-prometheus-stack.yaml" --values - --wait --timeout 15m < <(targets)
}

# Prometheus' claim is bound to this volume, so it comes first.
volume_there() { kube get persistentvolume edgewatt-prometheus; }
add_volume() { do_kube apply --server-side --force-conflicts -k "$infrastructure/kubernetes/monitoring"; }
# A volume that had another claim before is free again only when told.
free_volume() { run timeout 60 kubectl --kubeconfig "$kubeconfig" patch persistentvolume edgewatt-prometheus --type json -p '[{"op": "remove", "path": "/spec/claimRef"}]'; }
volume_held() { [ "$(kube get persistentvolume edgewatt-prometheus -o 'jsonpath={.status.phase}')" = Released ]; }

kepler_there() { kube diff --server-side --force-conflicts -k "$overlay" && kube -n kepler rollout status daemonset/kepler --timeout=1s; }
add_kepler() {
  do_kube apply --server-side --force-conflicts -k "$overlay"
  do_kube -n kepler rollout status daemonset/kepler --timeout=300s
}

dashboards_there() { kube diff --server-side --force-conflicts -k "$infrastructure/grafana/dashboards"; }
add_dashboards() { do_kube apply --server-side --force-conflicts -k "$infrastructure/grafana/dashboards"; }

metrics_there() { kube -n kube-system rollout status deployment/metrics-server --timeout=1s; }
add_metrics() {
  do_helm upgrade --install metrics-server metrics-server/metrics-server --version "$metrics_version" \
    --namespace kube-system --values "$infrastructure/kubernetes/values/metrics-server.yaml" --wait --timeout 5m
}

up() {
  step "programs" tools_there tell_tools
  step "namespaces" namespaces_there add_namespaces
  step "folder of Prometheus' samples" folder_there add_folder
  step "volume of Prometheus' samples" volume_there add_volume
  undo "volume kept for a Prometheus that is gone" volume_held free_volume
  step "Grafana's password" password_there add_password
  step "charts' repositories" repositories_there add_repositories
  step "Prometheus and Grafana" stack_there add_stack
  step "Kepler" kepler_there add_kepler
  step "dashboards" dashboards_there add_dashboards
  step "metrics server" metrics_there add_metrics
}

remove_kepler() { do_kube delete --ignore-not-found --wait --timeout=120s -n kepler daemonset/kepler service/kepler configmap/kepler servicemonitor.monitoring.coreos.com/kepler; }
kepler_runs() { kube -n kepler get daemonset kepler; }
stack_installed() { helm --kubeconfig "$kubeconfig" -n monitoring status kube-prometheus-stack; }
remove_stack() {
  do_helm -n monitoring uninstall kube-prometheus-stack --wait --timeout 5m
  # The chart leaves the claim behind.
  do_kube -n monitoring delete persistentvolumeclaim --selector app.kubernetes.io/name=prometheus --wait --timeout=60s
}
metrics_installed() { helm --kubeconfig "$kubeconfig" -n kube-system status metrics-server; }
remove_metrics() { do_helm -n kube-system uninstall metrics-server --wait --timeout 5m; }

down() {
  undo "metrics server" metrics_installed remove_metrics
  undo "Kepler" kepler_runs remove_kepler
  undo "Prometheus and Grafana" stack_installed remove_stack
}

status() {
  tell "programs" tools_there
  tell "namespaces" namespaces_there
  tell "Grafana's password" password_there
  tell "Prometheus and Grafana" stack_there
  tell "Kepler" kepler_there
  tell "dashboards" dashboards_there
  tell "metrics server" metrics_there
}

verb=${1:-}
[ $# -eq 0 ] || shift
while [ $# -gt 0 ]; do
  case $1 in
    --dry-run) dry_run=yes; shift ;;
    --scrape) [ $# -ge 2 ] || die "--scrape needs JOB=HOST:PORT,..."; scrape=$2; shift 2 ;;
    *) die "unknown argument $1" ;;
  esac
done
one='[A-Za-z_][A-Za-z0-9_-]*=[A-Za-z0-9.-]+:[0-9]{1,5}'
[ -z "$scrape" ] || [[ $scrape =~ ^$one(,$one)*$ ]] || die "--scrape is '$scrape': give JOB=HOST:PORT, several with commas"
case $verb in
  up) up ;;
  down) down ;;
  status) missing=; status; [ -z "$missing" ] ;;
  *) die "usage: monitoring.sh up [--scrape JOB=HOST:PORT,...] | down | status, each with [--dry-run]" ;;
esac
