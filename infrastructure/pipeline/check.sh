#!/usr/bin/env bash
# The pipeline's scripts with stand-ins for the programs they call: what they do to a fresh cluster, that a
# second time does nothing, that a dry run and a question change nothing; and the broker's start script with
# the real tools of Kafka. Exit as ../check.sh.
# shellcheck disable=SC2015,SC2016,SC2317 # tests end in a word of failure; programs are written; functions are called by name
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 2
here=$PWD
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
failed=0
skipped=

mkdir "$work/bin" "$work/state"
for program in kubectl docker ssh profiler; do ln -s "$here/test/stub" "$work/bin/$program"; done
kubectl=$(command -v kubectl || find "${EDGEWATT_SERVERS:-$HOME/.cache/edgewatt/servers}/kube" -maxdepth 2 -name kubectl 2>/dev/null | tail -n 1)

# fresh: a cluster with the operator's kinds and nothing of ours.
fresh() {
  rm -rf "$work/state"
  mkdir "$work/state"
  : >"$work/state/cluster"
  : >"$work/state/operator"
}

as_stub() {
  : >"$work/state/changes"
  PATH=$work/bin:$PATH STUB_STATE=$work/state STUB_KUBECTL=$kubectl EDGEWATT_PROFILER=$work/bin/profiler EDGEWATT_TRIES=1 \
    CLOUD=${cloud:-} REGISTRY=${registry:-} TAG='' BUILD_IMAGE='' RUNTIME_IMAGE='' JRE_IMAGE='' BASE_IMAGE=${base:-} "$@"
}

# expect CODE COMMAND...: with that exit code; what it said is in $work/said.
expect() {
  local wanted=$1 code=0
  shift
  as_stub "$@" >"$work/said" 2>&1 || code=$?
  cat "$work/said"
  [ "$code" -eq "$wanted" ] || { echo "exit $code, not $wanted: $*"; return 1; }
  [ ! -e "$work/state/unknown" ] || { echo "called what nobody expected"; return 1; }
}

unchanged() { [ ! -s "$work/state/changes" ] || { echo "changed the cluster:"; cat "$work/state/changes"; return 1; }; }
says() { grep -q -- "$1" "$work/said" || { echo "did not say: $1"; return 1; }; }
has() { grep -q -- "$2" "$work/state/$1.yaml" || { echo "no '$2' in the $1"; return 1; }; }
in_order() {
  local word line last=0
  for word in "$@"; do
    line=$(grep -n -m 1 -- "$word" "$work/state/changes" | cut -d: -f1)
    [ "${line:-0}" -gt "$last" ] || { echo "not in its place: $word"; cat "$work/state/changes"; return 1; }
    last=$line
  done
}

deploy_life() {
  fresh
  expect 1 ./deploy.sh status && unchanged &&
    expect 0 ./deploy.sh up 5 --dry-run && unchanged && says 'init -n 5 --kafka NODE:30092' &&
    expect 0 ./deploy.sh up 5 && says kafka=10.1.2.3:30092 &&
    in_order "apply -f" "apply --server-side" "profiler init -n 5 --kafka 10.1.2.3:30092" &&
    [ "$(tail -n 1 "$work/state/changes")" = "kubectl apply --server-side --force-conflicts -f -" ] &&
    has consumers 'maxReplicas: 5$' && has consumers 'minReplicas: 1$' && has consumers 'value: kafka.kafka.svc:9092' && has broker 'nodePort: 30092' &&
    expect 0 ./deploy.sh status && unchanged && says 12% &&
    expect 0 ./deploy.sh up 5 && [ "$(grep -vc 'profiler init' "$work/state/changes")" = 0 ] &&
    expect 0 ./deploy.sh down && [ -e "$work/state/broker" ] && expect 1 ./deploy.sh status &&
    expect 0 ./deploy.sh down --all && [ ! -e "$work/state/broker" ] && expect 0 ./deploy.sh down --all && unchanged
}

deploy_options() {
  fresh
  registry=127.0.0.1:5000/x
  expect 0 ./deploy.sh up 40 --consumers yolo-fixed --model synthetic:2.5 --resolution 640 --brokers 3 --tracker &&
    has consumers 'maxReplicas: 6$' && has consumers 'value: "synthetic:2.5"' && has consumers 'value: "640"' &&
    has consumers 'image: 127.0.0.1:5000/x/yolo-consume:0.1.0' && has broker 'nodePort: 30094' && has broker 'image: apache/kafka:' &&
    has tracker 'image: 127.0.0.1:5000/x/profiler:0.1.0' &&
    expect 0 ./deploy.sh up 4 --consumers yolo-fixed && has consumers 'maxReplicas: 4$' && has consumers 'minReplicas: 4$' &&
    expect 0 ./deploy.sh up 3 --brokers 0 --kafka broker:9092 --tracker --consumers yolo-synthetic &&
    has consumers 'value: "broker:9092"' && has tracker '--kafka=broker:9092' && has consumers 'value: synthetic:' && says kafka=broker:9092
}

deploy_stops() {
  fresh
  : >"$work/state/refused"
  expect 1 ./deploy.sh up 5 && says 'yolo_input has 10 partitions' && says 'no consumers were started' && [ ! -e "$work/state/consumers" ] || return 1
  rm "$work/state/refused"
  : >"$work/state/broken"
  expect 1 ./deploy.sh up 5 && says 'failed: consumers' || return 1
  rm "$work/state/operator"
  expect 2 ./deploy.sh up 5 && unchanged && says 'install kube-prometheus first' || return 1
  rm "$work/state/cluster"
  expect 2 ./deploy.sh up 5 && unchanged && says 'no cluster answers'
}

deploy_remote() {
  fresh
  cloud=me@lab
  expect 0 ./deploy.sh up 5 && in_order "apply -f" "apply --server-side" "profiler init" && [ "$(grep -c . "$work/state/hosts")" -gt 5 ] &&
    expect 0 ./deploy.sh down --all || return 1
  cloud=-oProxyCommand=x
  expect 2 ./deploy.sh status && unchanged && says "give \[USER@\]HOST"
}

refuses() {
  local words
  fresh
  for words in "" "fly" "up" "up 0" "up x" "up 5 --consumers all" "up 5 --brokers 2" "up 5 --brokers 0" "up 5 --kafka here" "up 5 --model model.onnx" \
    "up 5 --model" "up 5 --resolution big" "up 5 --all" "down 5" "status now"; do
    # shellcheck disable=SC2086 # several words
    expect 2 ./deploy.sh $words && unchanged && [ "$(grep -c . "$work/said")" = 1 ] || { echo "at: $words"; return 1; }
  done
  for words in "" "fly" "build other" "push --all"; do
    # shellcheck disable=SC2086
    expect 2 ./images.sh $words && unchanged && [ "$(grep -c . "$work/said")" = 1 ] || { echo "at: $words"; return 1; }
  done
  expect 0 ./deploy.sh --help && says 'deploy.sh up PARTITIONS' && expect 0 ./images.sh --help && says 'images.sh build'
}

images_life() {
  fresh
  expect 1 ./images.sh status && unchanged && expect 0 ./images.sh build --dry-run && unchanged &&
    expect 1 ./images.sh push jmx-exporter && unchanged && says 'images.sh build jmx-exporter' || return 1
  base=local/bookworm
  if [ -n "$jars" ]; then
    expect 0 ./images.sh build jmx-exporter && in_order 'BASE_IMAGE=local/bookworm' && grep -qx agent.jar "$work/state/context" &&
      expect 0 ./images.sh status jmx-exporter && expect 0 ./images.sh push jmx-exporter && in_order 'docker push ghcr.io/edgewatt/jmx-exporter:0.1.0' || return 1
    cloud=me@lab
    expect 0 ./images.sh push jmx-exporter && in_order 'docker load' 'docker push' || return 1
  fi
}

# The real StorageTool reads what start.sh wrote for one broker and for the last of three.
start_script() {
  local broker file=$work/run/server.properties
  mkdir -p "$work/kafka/bin" "$work/settings" "$work/run"
  printf '#!/bin/sh\nexec java -cp "%s/*" -Dorg.slf4j.simpleLogger.defaultLogLevel=warn kafka.tools.StorageTool "$@"\n' "$jars" >"$work/kafka/bin/kafka-storage.sh"
  printf '#!/bin/sh\necho "runs $* with $KAFKA_OPTS"\n' >"$work/kafka/bin/kafka-run-class.sh"
  chmod +x "$work"/kafka/bin/*
  cp ../kubernetes/kafka/* "$work/settings"
  sed -i "s#^log.dirs=.*#log.dirs=$work/log#" "$work/settings/server.properties"
  for broker in 1 3; do
    rm -rf "$work/log"
    # Twice: the second finds a used volume.
    for _ in first again; do
      POD_NAME=kafka-$((broker - 1)) KAFKA_HOME=$work/kafka KAFKA_SETTINGS=$work/settings KAFKA_SCRATCH=$work/run KAFKA_BROKERS=$broker \
        KAFKA_DOMAIN=kafka-headless.kafka.svc KAFKA_CLUSTER_ID="$(sed -n '/KAFKA_CLUSTER_ID/{n; s/.*value: //p}' ../kubernetes/kafka/kafka-statefulset.yaml)" \
        KAFKA_EXTERNAL_HOST=10.0.0.7 KAFKA_BROKER_OPTS=-watched sh ../kubernetes/kafka/start.sh || return 1
    done
    grep -q "node.id=$broker" "$work/log/meta.properties" && grep -q "^controller.quorum.voters=1@kafka-0.*:9093" "$file" || return 1
  done
  grep -qF "advertised.listeners=PLAINTEXT://kafka-2.kafka-headless.kafka.svc:9092,EXTERNAL://10.0.0.7:30094" "$file" &&
    grep -qx "default.replication.factor=3" "$file" && grep -qx "min.insync.replicas=2" "$file"
}

try() {
  cloud='' registry='' base=''
  if "$2" >"$work/out" 2>&1; then
    echo "ok  pipeline: $1"
  else
    echo "BAD pipeline: $1"
    sed 's/^/      /' "$work/out"
    failed=1
  fi
}

# Kafka's jars: those of the single node.
find_jars() {
  # shellcheck source-path=SCRIPTDIR source=../single-node/processes.sh
  . "$here/../single-node/processes.sh"
  # shellcheck source-path=SCRIPTDIR source=../single-node/pipeline/broker.sh
  . "$here/../single-node/pipeline/broker.sh"
  [ -d "$lib" ] || [ "${EDGEWATT_BUILD:-yes}" = yes ] || skip "Kafka's jars are not here; single-node/pipeline.sh up fetches them"
  broker_install && echo "$lib"
}

jars=$(find_jars 2>"$work/out") || { echo "--  pipeline: start.sh: $(tail -n 1 "$work/out")"; skipped=yes; jars=; }
if [ -n "$kubectl" ]; then
  try "deploy.sh: fresh, again, dry run, status, down" deploy_life
  try "deploy.sh: consumers, brokers, model, registry, tracker" deploy_options
  try "deploy.sh: stops where a step fails" deploy_stops
  try "deploy.sh: on another host" deploy_remote
else
  echo "--  pipeline: deploy.sh: no kubectl to render manifests"
  skipped=yes
fi
try "deploy.sh, images.sh: wrong words" refuses
try "images.sh: build, push, status" images_life
[ -z "$jars" ] || try "kubernetes/kafka/start.sh: one broker and three, with Kafka's own tools" start_script
[ $failed -eq 0 ] || exit 1
[ -z "$skipped" ] || exit 77
