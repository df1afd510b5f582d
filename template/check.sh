#!/usr/bin/env bash
# Builds every image of stack.yml as faas-cli would, starts it as a platform would (not root, nothing
# writable but /tmp, little memory), calls it, and ends it with a call in flight. Needs a Docker
# daemon; test-fixtures/servers/docker.sh starts one where it may. Loopback only.
#
# of-watchdog's image cannot be had everywhere, so the images are built with WATCHDOG=none: the
# function serves port 8080 itself.
#
# Exit 0: passed. 77: skipped, the reason is the last line. Else: failed.
set -euo pipefail
home=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
cd "$home"
servers=test-fixtures/servers/docker.sh
scratch=$(mktemp -d)
container=
started=false

finish() {
  local status=$?
  [ -z "$container" ] || docker rm -f "$container" >/dev/null 2>&1 || true
  [ $started = false ] || "$servers" down || true
  rm -rf "$scratch"
  exit $status
}
trap finish EXIT

die() {
  echo "template/check.sh: $*" >&2
  exit 1
}

now() { date +%s%3N; }

# quietly LOG COMMAND...: the command's output only if it fails.
quietly() {
  local log=$1
  shift
  "$@" >"$log" 2>&1 || {
    tail -n 40 "$log" >&2
    die "failed: $*"
  }
}

# --- a daemon, and images that stand in for those of a hub -------------------------------------------
if ! pgrep -F "${EDGEWATT_SERVERS:-$HOME/.cache/edgewatt/servers}/docker/dockerd.pid" >/dev/null 2>&1; then
  started=true
fi
DOCKER_HOST=$("$servers" up) || exit $?
export DOCKER_HOST
"$servers" base || exit $?

# The JDK and the Maven this repository is built with, what they have fetched so far, and the
# certificates they trust: image builds then need the network only for what is missing.
build_image() {
  local jdk maven key root
  jdk=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")}
  [ -x "$jdk/bin/jlink" ] || die "the JDK at $jdk has no jlink: install the full JDK"
  maven=$(./mvnw -v 2>/dev/null | sed -n 's/^Maven home: //p')
  key=$(cat "$jdk/release" .mvn/wrapper/maven-wrapper.properties pom.xml ./*/pom.xml functions/*/pom.xml \
    functions/workloads/shasum-maven/pom.xml template/*/*/pom.xml | sha256sum | cut -c1-12)
  build=local/edgewatt-build:$key
  docker image inspect "$build" >/dev/null 2>&1 && return 0
  root=$scratch/build-image
  mkdir -p "$root/opt" "$root/root/.m2" "$root/usr/local/bin"
  # -L: Debian keeps parts of its JDK elsewhere; what it points to and is not installed (the source
  # archive) makes cp fail after it has copied the rest.
  cp -rL "$jdk" "$root/opt/jdk" 2>/dev/null || [ -f "$root/opt/jdk/lib/modules" ] || die "the JDK at $jdk cannot be copied"
  cp -r "$maven" "$root/opt/maven"
  ln -s /opt/jdk/bin/java /opt/jdk/bin/javac /opt/jdk/bin/jlink /opt/maven/bin/mvn "$root/usr/local/bin/"
  if [ -f "$HOME/.m2/settings.xml" ]; then cp "$HOME/.m2/settings.xml" "$root/root/.m2/"; fi
  cp -r "$HOME/.m2/repository" "$root/root/.m2/"
  rm -rf "$root/root/.m2/repository/io/github/edgewatt"
  printf 'FROM local/bookworm\nENV JAVA_HOME=/opt/jdk\nCOPY . /\n' >"$scratch/Dockerfile"
  quietly "$scratch/build-image.log" docker build --force-rm -f "$scratch/Dockerfile" -t "$build" "$root"
  rm -rf "$root"
}

# --- the projects, as faas-cli new makes them -----------------------------------------------------------
project() {
  local name=$1 from=$2 began
  began=$(now)
  mkdir -p "$scratch/projects"
  cp -rL "$from" "$scratch/projects/$name"
  rm -rf "$scratch/projects/$name/target"
  quietly "$scratch/$name.log" ./mvnw -B -ntp -q -f "$scratch/projects/$name" package
  printf 'project %-22s built and tested in %d s\n' "$name" $((($(now) - began + 500) / 1000))
}

# --- images, as faas-cli build makes them ----------------------------------------------------------------
# image NAME LANG HANDLER BUILD-ARG...
image() {
  local name=$1 lang=$2 handler=$3 context=$scratch/build/$1
  local -a arguments=()
  shift 3
  local argument
  for argument in "$@"; do arguments+=(--build-arg "$argument"); done
  mkdir -p "$context/function"
  cp -rL "template/$lang/." "$context/"
  cp -rL "$handler/." "$context/function/"
  find "$context" -name target -type d -prune -exec rm -rf {} +
  local began
  began=$(now)
  # The host's network: the daemon may have no other.
  (cd "$context" && quietly "$scratch/$name.log" docker build --force-rm --network host \
    --build-arg ADDITIONAL_PACKAGE= --build-arg BUILD_IMAGE="$build" --build-arg RUNTIME_IMAGE=local/bookworm \
    --build-arg WATCHDOG=none "${arguments[@]}" --tag "local/edgewatt-$name" .)
  build_millis=$(($(now) - began))
  size=$(docker image inspect -f '{{.Size}}' "local/edgewatt-$name")
}

free_port() {
  local candidate
  while true; do
    candidate=$(shuf -i 20000-32000 -n 1)
    if ! (exec 9<>"/dev/tcp/127.0.0.1/$candidate") 2>/dev/null; then
      echo "$candidate"
      return 0
    fi
  done
}

# ask METHOD PATH [BODY]: status line and body of one call; nothing where the connection is refused.
ask() {
  { exec 8<>"/dev/tcp/127.0.0.1/$port"; } 2>/dev/null || return 0
  printf '%s %s HTTP/1.1\r\nHost: f\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s' \
    "$1" "$2" "${#3}" "$3" >&8
  timeout 10 cat <&8 || true
  exec 8<&-
}

status_of() { ask "$@" | sed -n '1s/^HTTP[^ ]* \([0-9]*\).*/\1/p'; }

expect() {
  [ "$3" = "$2" ] || {
    docker logs "$container" >&2 || true
    die "$name: $1: expected $2, got '$3'"
  }
}

# serve NAME BODY EXPECTED-PART SETTING...: the whole life of one container.
serve() {
  local name=$1 body=$2 part=$3 began start_millis stop_millis first
  local -a settings=()
  shift 3
  local setting
  for setting in "$@"; do settings+=(-e "$setting"); done
  port=$(free_port)
  began=$(now)
  container=$(docker run -d --network host --read-only --tmpfs /tmp --memory 256m --cap-drop ALL \
    --security-opt no-new-privileges -e listen_address=127.0.0.1 -e port="$port" -e healthcheck_interval=2s \
    "${settings[@]}" "local/edgewatt-${name%%:*}")
  until [ "$(status_of GET /_/ready '')" = 200 ]; do
    if [ "$(docker inspect -f '{{.State.Running}}' "$container")" = false ] || [ $(($(now) - began)) -gt 60000 ]; then
      docker logs "$container" >&2
      die "$name is not ready after $(($(now) - began)) ms"
    fi
    sleep 0.02
  done
  start_millis=$(($(now) - began))

  expect "/_/health" 200 "$(status_of GET /_/health '')"
  expect "GET with a text body" 200 "$(status_of GET / "$body")"
  expect "POST with a text body" 200 "$(status_of POST / "$body")"
  ask GET / "$body" >"$scratch/answer"
  grep -qF "$part" "$scratch/answer" || die "$name: the answer lacks '$part': $(tail -n 1 "$scratch/answer")"
  expect "user" 10001 "$(docker exec "$container" id -u)"
  expect "read-only root" refused "$(docker exec "$container" sh -c 'touch /home/app/x 2>/dev/null && echo written || echo refused')"

  # A call whose body is half sent when SIGTERM comes, and complete only after the time in which new
  # calls are still taken.
  exec 7<>"/dev/tcp/127.0.0.1/$port"
  printf 'POST / HTTP/1.1\r\nHost: f\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s' "${#body}" "${body::1}" >&7
  sleep 0.2
  began=$(now)
  docker kill -s TERM "$container" >/dev/null
  until [ "$(status_of GET /_/ready '')" = 503 ]; do
    [ $(($(now) - began)) -lt 1500 ] || die "$name: /_/ready is not 503 within 1.5 s of SIGTERM"
  done
  expect "a call while it drains" 200 "$(status_of POST / "$body")"
  sleep 2
  printf '%s' "${body:1}" >&7
  first=$(timeout 10 head -n 1 <&7 | cut -d' ' -f2) || true
  exec 7<&-
  expect "the call in flight" 200 "$first"
  # 128 + SIGTERM; the grace period is healthcheck_interval + write_timeout.
  expect "exit code" 143 "$(timeout 14 docker wait "$container" || echo 'none within its grace period')"
  stop_millis=$(($(now) - began))
  docker rm "$container" >/dev/null
  container=
  printf 'image   %-22s build %5.1f s   %3d MB   start %4d ms   stop %4d ms (2000 of them by setting)\n' \
    "$name" "$((build_millis / 100))e-1" $((size / 1000000)) $start_millis $stop_millis
}

# steer NAME METHOD PATH BODY EXPECTED-PART DOCKER-ARGUMENT...: the life of a function that is a server.
steer() {
  local name=$1 method=$2 path=$3 body=$4 part=$5 began start_millis
  shift 5
  port=$(free_port)
  began=$(now)
  container=$(docker run -d --network host --read-only --tmpfs /tmp --memory 512m --cap-drop ALL \
    --security-opt no-new-privileges -e listen_address=127.0.0.1 -e port="$port" -e healthcheck_interval=2s \
    "$@" "local/edgewatt-$name")
  until [ "$(status_of GET /_/ready '')" = 200 ]; do
    if [ "$(docker inspect -f '{{.State.Running}}' "$container")" = false ] || [ $(($(now) - began)) -gt 60000 ]; then
      docker logs "$container" >&2
      die "$name is not ready after $(($(now) - began)) ms"
    fi
    sleep 0.02
  done
  start_millis=$(($(now) - began))
  expect "/_/health" 200 "$(status_of GET /_/health '')"
  ask "$method" "$path" "$body" >"$scratch/answer"
  grep -qF "$part" "$scratch/answer" || die "$name: the answer lacks '$part': $(cat "$scratch/answer")"
  expect "user" 10001 "$(docker exec "$container" id -u)"
  began=$(now)
  docker kill -s TERM "$container" >/dev/null
  until [ "$(status_of GET /_/ready '')" = 503 ]; do
    [ $(($(now) - began)) -lt 1500 ] || die "$name: /_/ready is not 503 within 1.5 s of SIGTERM"
  done
  expect "exit code" 143 "$(timeout 14 docker wait "$container" || echo 'none within its grace period')"
  docker rm "$container" >/dev/null
  container=
  printf 'image   %-22s build %5.1f s   %3d MB   start %4d ms   stop %4d ms (2000 of them by setting)\n' \
    "$name" "$((build_millis / 100))e-1" $((size / 1000000)) $start_millis $(($(now) - began))
}

echo "of-watchdog is NOT in these images (WATCHDOG=none): the functions serve port 8080 themselves."
project hello-java-quarkus-funqy template/java-quarkus-funqy/function
project hello-java-maven template/java-maven/function
project entrypoint template/java-maven/entrypoint
project shasum-maven functions/workloads/shasum-maven
build_image
image hello-java-quarkus-funqy java-quarkus-funqy "$scratch/projects/hello-java-quarkus-funqy"
serve hello-java-quarkus-funqy World '{"text":"Hello, World"}'
image hello-java-maven java-maven "$scratch/projects/hello-java-maven"
serve hello-java-maven World 'Hello, World'
image shasum-maven java-maven functions/workloads/shasum-maven
serve shasum-maven abcde 36bbe50ed96841d10443bcb670d6554f0a34b761be67ec9c4a8ad2c0c44ca42c
image workloads java-quarkus-funqy functions/workloads/container PROJECT=functions/workloads TRAINING=EDGEWATT_FUNCTION=shasum
serve workloads:shasum abcde 36bbe50ed96841d10443bcb670d6554f0a34b761be67ec9c4a8ad2c0c44ca42c EDGEWATT_FUNCTION=shasum
serve workloads:thumbnail 64 '"height":48' EDGEWATT_FUNCTION=thumbnail

# Functions that steer: each of several modules, built as one.
several() {
  image "$1" java-quarkus-funqy "functions/$1/container" PROJECT=image APPLICATION="functions/$1" TRAINING="$2"
}

several collector-ingest EDGEWATT_COLLECTOR_KUBERNETES=false
steer collector-ingest POST "/?node=n1&timestamp_ms=$(now)&duration_ms=5" '' ok -e EDGEWATT_COLLECTOR_KUBERNETES=false
several node-forecast EDGEWATT_FORECAST_MODELS=/tmp
chmod 755 "$scratch"
cp forecaster/src/test/resources/golden/model/tiny.json "$scratch/tiny.json"
steer node-forecast GET /v1/models/tiny '' AVAILABLE -v "$scratch/tiny.json:/models/tiny.json:ro" -e EDGEWATT_FORECAST_MODELS=/models
several node-scoring none
printf '{"items":[{"kind":"Node","metadata":{"name":"n1"},"status":{"capacity":{"cpu":"4"}}}]}' >"$scratch/cluster.json"
steer node-scoring POST /prioritize '{"Pod":{"metadata":{"name":"p"}},"NodeNames":["n1"]}' '"Host":"n1"' \
  -v "$scratch/cluster.json:/cluster.json:ro" -e EDGE_ARGUMENTS=serve -e EDGEWATT_SCORING_REPLAY=/cluster.json -e EDGEWATT_SCORING_IPMI_PORT=0
several weight-calc none
steer weight-calc POST /weightCalc "$(cat docs/examples/two-zones.json)" '[49,74,70]' -e EDGE_ARGUMENTS=serve -e osmotic_lb_opt_daemon=false
several scale-place none
steer scale-place POST /scalePlace "$(cat docs/examples/two-zones.json)" 'clients in zone-b press' -e EDGE_ARGUMENTS=serve \
  -e schedule_scale_opt_daemon=false -e schedule_scale_opt_min_threshold=0.1 -e schedule_scale_opt_max_threshold=0.3
several yolo-consume YOLO_MODEL=synthetic:0.1
steer yolo-consume POST /yoloDetect '{"image":""}' 'image is missing' -e YOLO_MODEL=synthetic:0.1
