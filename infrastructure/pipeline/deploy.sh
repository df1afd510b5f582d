#!/usr/bin/env bash
# The image pipeline in a cluster: broker, topics, consumers, in that order, each waited for.
#
#   deploy.sh up PARTITIONS [--consumers OVERLAY] [--brokers 1|3] [--kafka HOST:PORT] [--model M] [--resolution R]
#                           [--tracker] [--dry-run]
#   deploy.sh down [--all] [--dry-run]
#   deploy.sh status
#
# up does what is missing: it makes and tries the topics (bin/profiler init) with that many partitions and
# lets the autoscaler go no further, because a consumer without a partition stands idle. --consumers is yolo
# (1 to 34, by load), yolo-fixed (six) or yolo-synthetic (a load instead of a model). --kafka is how the
# broker is reached from here; left out, the node of the first broker, port 30092. A broker of one's own
# outside the cluster: --brokers 0 with --kafka. --tracker runs the tracker in the cluster too.
#
# down removes consumers and tracker and keeps broker and topics; --all removes the broker too, and keeps
# its volumes and the tracker's. status exits 1 while something is missing. --dry-run prints the commands.
#
# Environment: CLOUD ([USER@]HOST where kubectl works; without, kubectl here), KNOWN_HOSTS (ssh's), REGISTRY
# and TAG of the images (as in images.sh), KUBECONFIG.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=../single-node/steps.sh
. "$here/../single-node/steps.sh"
# shellcheck source-path=SCRIPTDIR source=remote.sh
. "$here/remote.sh"
infrastructure=$(dirname "$here")
profiler=${EDGEWATT_PROFILER:-$(dirname "$infrastructure")/bin/profiler}
partitions='' consumers=yolo brokers=1 kafka='' model='' resolution='' tracker='' all=

usage() {
  sed -n '2,/^set -/{ /^set -/d; s/^# \{0,1\}//; p }' "${BASH_SOURCE[0]}"
  exit 0
}

kube() { there 60 kubectl "$@"; }

# render FOLDER: its manifests as text, made here, with the images of REGISTRY and TAG.
render() {
  timeout 60 kubectl kustomize "$infrastructure/$1" |
    sed -E "s#image: ghcr.io/edgewatt/([a-z-]+):[^ ]+#image: ${REGISTRY:-ghcr.io/edgewatt}/\1:${TAG:-0.1.0}#"
}

# with_setting NAME VALUE: the environment variable NAME in manifests on standard input.
with_setting() {
  awk -v name="$1" -v value="$2" '
    after { sub(/value:.*/, "value: \"" value "\""); after = 0; found = 1 }
    $0 ~ "- name: " name "$" { after = 1 }
    { print }
    END { exit !found }'
}

folder_of_consumers() { case $consumers in yolo) echo kubernetes/yolo ;; *) echo "overlays/$consumers" ;; esac; }

render_consumers() {
  local text most
  text=$(render "$(folder_of_consumers)")
  most=$(sed -n 's/^  maxReplicas: //p' <<<"$text")
  if [ "$most" -gt "$partitions" ]; then
    text=$(sed -E "s/^  maxReplicas: .*/  maxReplicas: $partitions/" <<<"$text")
    # Always so many: fewer too.
    if [ "$(sed -n 's/^  minReplicas: //p' <<<"$text")" -gt "$partitions" ]; then text=$(sed -E "s/^  minReplicas: .*/  minReplicas: $partitions/" <<<"$text"); fi
  fi
  if [ "$brokers" = 0 ]; then text=$(with_setting KAFKA_SERVERS "$kafka" <<<"$text"); fi
  if [ -n "$model" ]; then text=$(with_setting YOLO_MODEL "$model" <<<"$text"); fi
  if [ -n "$resolution" ]; then text=$(with_setting RESOLUTION "$resolution" <<<"$text"); fi
  printf '%s\n' "$text"
}

render_tracker() {
  local text
  text=$(render kubernetes/yolo-validator)
  if [ "$brokers" = 0 ]; then text=${text//--kafka=kafka.kafka.svc:9092/--kafka=$kafka}; fi
  printf '%s\n' "$text"
}

# same RENDERER...: nothing to change in the cluster.
same() { "$@" | kube diff --server-side --force-conflicts -f -; }
apply() { "$@" | do_there 120 kubectl apply --server-side --force-conflicts -f -; }
ready() { kube -n "$1" rollout status "$2" --timeout=1s; }
wait_for() { do_there $(($3 + 30)) kubectl -n "$1" rollout status "$2" "--timeout=${3}s" </dev/null; }

cluster_there() { kube version --request-timeout=10s; }
tell_cluster() { [ -n "$dry_run" ] || die "no cluster answers kubectl${cloud:+ on $cloud}"; }

operator_there() { kube get crd servicemonitors.monitoring.coreos.com; }
tell_operator() { [ -n "$dry_run" ] || die "the cluster does not know ServiceMonitors: install kube-prometheus first (docs/cluster-from-scratch.md)"; }

namespaces_there() { kube get namespace kafka workload; }
add_namespaces() { do_there 60 kubectl apply -f - <"$infrastructure/kubernetes/pipeline-namespaces.yaml"; }

render_broker() { render "overlays/kafka-$brokers"; }
broker_there() { same render_broker && ready kafka statefulset/kafka; }
add_broker() {
  apply render_broker
  wait_for kafka statefulset/kafka 300
}

# How the broker is reached from here.
broker_address() {
  local node
  if [ -n "$kafka" ]; then echo "$kafka"; return; fi
  if [ -n "$dry_run" ]; then echo NODE:30092; return; fi
  node=$(kube -n kafka get pod kafka-0 -o "jsonpath={.status.hostIP}")
  [ -n "$node" ] || { echo "deploy.sh: the broker is on no node yet" >&2; return 1; }
  echo "$node:30092"
}

add_topics() {
  local address
  address=$(broker_address) || return
  run timeout 180 "$profiler" init -n "$partitions" --kafka "$address" --timeout 60s
}

consumers_there() { same render_consumers && ready workload deployment/yolo-consumer; }
add_consumers() {
  apply render_consumers
  # As many as the autoscaler wants at least, each with its model loaded.
  wait_for workload deployment/yolo-consumer 300
}

tracker_there() { same render_tracker && ready workload deployment/yolo-validator; }
add_tracker() {
  apply render_tracker
  wait_for workload deployment/yolo-validator 180
}

up() {
  [ -n "$dry_run" ] || { has kubectl && { [ -z "$cloud" ] || has ssh; }; } || die "needs kubectl${cloud:+ and ssh} on the PATH"
  step "cluster" cluster_there tell_cluster
  step "kube-prometheus' kinds" operator_there tell_operator
  step "namespaces" namespaces_there add_namespaces
  [ "$brokers" = 0 ] || step "broker" broker_there add_broker
  # Always: it tells in seconds what a consumer would not.
  echo "do   topics, $partitions partitions"
  add_topics || { echo "deploy.sh: failed: topics; no consumers were started" >&2; exit 1; }
  step "consumers, at most $(render_consumers | sed -n 's/^  maxReplicas: //p')" consumers_there add_consumers
  [ -z "$tracker" ] || step "tracker" tracker_there add_tracker
  [ -n "$dry_run" ] || echo "kafka=$(broker_address)"
}

consumer_deployed() { kube -n workload get deployment yolo-consumer; }
tracker_deployed() { kube -n workload get deployment yolo-validator; }
broker_deployed() { kube -n kafka get statefulset kafka; }
remove() { do_there 180 kubectl -n "$1" delete --ignore-not-found --timeout=120s "${@:2}" </dev/null; }
remove_consumers() { remove workload horizontalpodautoscaler/yolo-consumer deployment/yolo-consumer service/yolo-consumer servicemonitor/yolo-consumer; }
remove_tracker() { remove workload deployment/yolo-validator service/yolo-validator servicemonitor/yolo-validator; }
remove_broker() {
  remove kafka statefulset/kafka poddisruptionbudget/kafka servicemonitor/kafka service/kafka service/kafka-headless \
    service/kafka-0-external service/kafka-1-external service/kafka-2-external
}

down() {
  cluster_there >/dev/null 2>&1 || tell_cluster
  undo "consumers" consumer_deployed remove_consumers
  undo "tracker" tracker_deployed remove_tracker
  [ -z "$all" ] || undo "broker" broker_deployed remove_broker
}

broker_ready() { ready kafka statefulset/kafka; }
consumers_ready() { ready workload deployment/yolo-consumer; }
tracker_ready() { ready workload deployment/yolo-validator; }

status() {
  missing=
  tell "cluster" cluster_there
  tell "kube-prometheus' kinds" operator_there
  tell "broker" broker_ready
  tell "consumers" consumers_ready
  # The tracker may as well run outside.
  if tracker_deployed >/dev/null 2>&1; then tell "tracker" tracker_ready; fi
  if consumer_deployed >/dev/null 2>&1; then kube -n workload get horizontalpodautoscaler/yolo-consumer || true; fi
  [ -z "$missing" ]
}

value() { [ $# -ge 2 ] || die "$1 needs a value"; }

parse() {
  while [ $# -gt 0 ]; do
    case $command:$1 in
      *:--dry-run) dry_run=yes ;;
      down:--all) all=yes ;;
      up:--tracker) tracker=yes ;;
      up:--consumers | up:--brokers | up:--kafka | up:--model | up:--resolution)
        value "$@"
        printf -v "${1#--}" '%s' "$2"
        shift
        ;;
      up:[0-9]*) partitions=$1 ;;
      *) die "unknown argument $1; see deploy.sh --help" ;;
    esac
    shift
  done
}

check() {
  [[ $partitions =~ ^[1-9][0-9]{0,3}$ ]] || die "how many partitions? deploy.sh up PARTITIONS, as many as there will be consumers at most"
  case $consumers in yolo | yolo-fixed | yolo-synthetic) ;; *) die "--consumers is '$consumers': give yolo, yolo-fixed or yolo-synthetic" ;; esac
  case $brokers in 0 | 1 | 3) ;; *) die "--brokers is '$brokers': give 1 or 3, or 0 with --kafka" ;; esac
  [ -z "$kafka" ] || [[ $kafka =~ ^[^,:[:space:]\"]+:[0-9]{1,5}(,[^,:[:space:]\"]+:[0-9]{1,5})*$ ]] || die "--kafka is '$kafka': give HOST:PORT, several with commas"
  [ "$brokers" != 0 ] || [ -n "$kafka" ] || die "--brokers 0 needs --kafka HOST:PORT"
  [ -z "$model" ] || [[ $model =~ ^(/[A-Za-z0-9._/-]+|synthetic:[0-9.]+)$ ]] || die "--model is '$model': give a path in the pods, such as /models/yolox_nano.onnx, or synthetic:GFLOPS"
  [ -z "$resolution" ] || [[ $resolution =~ ^[1-9][0-9]{1,3}$ ]] || die "--resolution is '$resolution': give pixels, such as 416"
}

command=${1:-}
case $command in
  up | down | status) shift ;;
  -h | --help | help) usage ;;
  *) die "usage: deploy.sh up PARTITIONS [options] | down [--all] | status; see --help" ;;
esac
parse "$@"
[ "$command" != up ] || check
"$command"
