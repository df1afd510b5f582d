#!/usr/bin/env bash
# The images that the pipeline runs in a cluster: yolo-consume, profiler (the tracker), jmx-exporter.
#
#   images.sh build|push|status [NAME...] [--dry-run]
#
# build makes them with docker, yolo-consume by the template as faas-cli would; push sends them to their
# registry, with CLOUD ([USER@]HOST) set from that host; status tells which are here, exit 1 unless all are.
# Without a NAME: all three. --dry-run prints the commands.
#
# Environment: REGISTRY (ghcr.io/edgewatt) and TAG (0.1.0), as in stack.yml; CLOUD, KNOWN_HOSTS (ssh's);
# BUILD_IMAGE, RUNTIME_IMAGE, JRE_IMAGE, BASE_IMAGE (other base images than the Dockerfiles name).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=../single-node/steps.sh
. "$here/../single-node/steps.sh"
# shellcheck source-path=SCRIPTDIR source=remote.sh
. "$here/remote.sh"
home=$(cd "$here/../.." && pwd)
known=(yolo-consume profiler jmx-exporter)

usage() {
  sed -n '2,/^set -/{ /^set -/d; s/^# \{0,1\}//; p }' "${BASH_SOURCE[0]}"
  exit 0
}

reference() { echo "${REGISTRY:-ghcr.io/edgewatt}/$1:${TAG:-0.1.0}"; }

# build_argument NAME...: what the environment says of base images.
build_arguments() {
  local name
  arguments=()
  for name in "$@"; do [ -z "${!name:-}" ] || arguments+=(--build-arg "$name=${!name}"); done
}

docker_build() { run timeout 1800 docker build "$@"; }

# As faas-cli build lays it out: the template, and the handler below function/.
build_yolo-consume() {
  local handler=$home/functions/yolo-consume/container
  [ -n "$dry_run" ] || [ -d "$handler" ] || die "no $handler: this checkout cannot build yolo-consume"
  if [ -z "$dry_run" ]; then
    mkdir -p "$context/function"
    cp -rL "$home/template/java-quarkus-funqy/." "$context/"
    cp -rL "$handler/." "$context/function/"
    find "$context" -name target -type d -prune -exec rm -rf {} +
  fi
  build_arguments BUILD_IMAGE RUNTIME_IMAGE
  # No watchdog: the consumer serves its port itself.
  docker_build --build-arg PROJECT=image --build-arg APPLICATION=functions/yolo-consume --build-arg TRAINING=none \
    --build-arg WATCHDOG=none --build-arg ADDITIONAL_PACKAGE= "${arguments[@]}" --tag "$(reference yolo-consume)" "$context"
}

build_profiler() {
  # The launcher builds the jar where it is missing or old.
  run "$home/bin/profiler" --version
  [ -n "$dry_run" ] || cp -r "$home/profiler/target/edgewatt-profiler.jar" "$home/profiler/target/lib" "$context/"
  build_arguments JRE_IMAGE
  docker_build "${arguments[@]}" --file "$here/images/profiler.Dockerfile" --tag "$(reference profiler)" "$context"
}

build_jmx-exporter() {
  if [ -z "$dry_run" ]; then
    # In a shell of its own: what it shares with the single node has names of its own.
    (
      # shellcheck source-path=SCRIPTDIR source=../single-node/processes.sh
      . "$here/../single-node/processes.sh"
      # shellcheck source-path=SCRIPTDIR source=../single-node/pipeline/broker.sh
      . "$here/../single-node/pipeline/broker.sh"
      broker_install
      cp "$lib"/jmx_prometheus_javaagent-*.jar "$context/agent.jar"
    )
  fi
  build_arguments BASE_IMAGE
  docker_build "${arguments[@]}" --file "$here/images/jmx-exporter.Dockerfile" --tag "$(reference jmx-exporter)" "$context"
}

build() {
  local name
  for name in "${names[@]}"; do
    echo "do   build $name"
    context=$scratch/$name
    [ -n "$dry_run" ] || mkdir -p "$context"
    "build_$name" || { echo "images.sh: failed: build $name" >&2; exit 1; }
  done
}

here_is() { timeout 30 docker image inspect "$(reference "$1")" >/dev/null 2>&1; }

push() {
  local name image
  for name in "${names[@]}"; do
    image=$(reference "$name")
    echo "do   push $name"
    [ -n "$dry_run" ] || here_is "$name" || { echo "images.sh: no image $image here: images.sh build $name" >&2; exit 1; }
    if [ -z "$cloud" ]; then
      run timeout 1800 docker push "$image"
    elif [ -n "$dry_run" ]; then
      echo "    docker save $image | ssh $cloud docker load"
      do_there 1800 docker push "$image" </dev/null
    else
      timeout 1800 docker save "$image" | there 1800 docker load
      there 1800 docker push "$image"
    fi || { echo "images.sh: failed: push $name" >&2; exit 1; }
  done
}

status() {
  local name missing=
  for name in "${names[@]}"; do
    if here_is "$name"; then printf '%-14s %s\n' "$name" "$(reference "$name")"; else printf '%-14s not here: images.sh build %s\n' "$name" "$name"; missing=1; fi
  done
  [ -z "$missing" ]
}

command=${1:-}
case $command in
  build | push | status) shift ;;
  -h | --help | help) usage ;;
  *) die "usage: images.sh build|push|status [NAME...] [--dry-run]; see --help" ;;
esac
names=()
for word in "$@"; do
  case " ${known[*]} --dry-run " in
    *" $word "*) if [ "$word" = --dry-run ]; then dry_run=yes; else names+=("$word"); fi ;;
    *) die "unknown image $word: there are ${known[*]}" ;;
  esac
done
[ ${#names[@]} -gt 0 ] || names=("${known[@]}")
[ -n "$dry_run" ] || has docker || die "needs docker on the PATH"
scratch=/tmp/images
if [ -z "$dry_run" ]; then
  scratch=$(mktemp -d)
  trap 'rm -rf "$scratch"' EXIT
fi
"$command"
