#!/usr/bin/env bash
# A Docker daemon for checks, apart from any other: own data, socket and PID file, no bridge, no
# firewall rules (builds and containers use the host's network). A daemon that is already reachable
# is used instead and left alone.
#
#   docker.sh install   what is needed, by apt-get; only with CI=true
#   docker.sh up        starts the daemon where none is reachable; prints its DOCKER_HOST
#   docker.sh base      makes the image local/bookworm in it (Debian 12, by debootstrap) if missing
#   docker.sh down      ends the daemon this script started, if any
#
# Exit 77: cannot be had here, the reason is the last line.
set -euo pipefail
state=${EDGEWATT_SERVERS:-$HOME/.cache/edgewatt/servers}/docker
pid_file=$state/dockerd.pid
socket=$state/docker.sock
log=$state/dockerd.log
# What Debian's JDK looks for outside itself; others bring it along.
libraries=libfreetype6,libjpeg62-turbo,liblcms2-2

unavailable() {
  echo "docker.sh: $1" >&2
  exit 77
}

install() {
  if command -v dockerd && command -v docker && command -v debootstrap; then return 0; fi >/dev/null
  [ "${CI:-false}" = true ] || unavailable "no docker.io or debootstrap: apt-get install docker.io debootstrap"
  [ "$(id -u)" = 0 ] || unavailable "docker.io and debootstrap are missing and only root can install them"
  apt-get update -qq >&2
  # The packages' own daemon would come with a bridge and firewall rules: ours is started without.
  printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d
  chmod +x /usr/sbin/policy-rc.d
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends docker.io debootstrap >&2 || true
  rm -f /usr/sbin/policy-rc.d
  if ! { command -v dockerd && command -v debootstrap; } >/dev/null; then
    unavailable "apt-get could not install docker.io and debootstrap"
  fi
}

reachable() { timeout 10 docker --host "$1" version --format '{{.Server.Version}}' >/dev/null 2>&1; }

ours_runs() {
  local pid
  pid=$(cat "$pid_file" 2>/dev/null) || return 1
  [ -n "$pid" ] && [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = dockerd ]
}

# The daemon in use: ours first, so that nothing is built in another one by accident.
host() {
  if ours_runs && reachable "unix://$socket"; then
    echo "unix://$socket"
  elif command -v docker >/dev/null && reachable "${DOCKER_HOST:-unix:///var/run/docker.sock}"; then
    echo "${DOCKER_HOST:-unix:///var/run/docker.sock}"
  else
    return 1
  fi
}

up() {
  host && return 0
  install
  [ "$(id -u)" = 0 ] || unavailable "no Docker daemon is reachable and only root can start one"
  mkdir -p "$state"
  rm -f "$pid_file"
  # setsid: a Ctrl-C meant for the caller must not end the daemon under its containers.
  setsid dockerd --host "unix://$socket" --data-root "$state/data" --exec-root "$state/exec" \
    --pidfile "$pid_file" --bridge none --iptables=false --ip6tables=false --ip-masq=false \
    --storage-driver overlay2 >"$log" 2>&1 </dev/null &
  local attempt
  for attempt in $(seq 1 150); do
    if reachable "unix://$socket"; then
      echo "unix://$socket"
      return 0
    fi
    kill -0 $! 2>/dev/null || break
    sleep 0.2
  done
  down
  tail -n 5 "$log" >&2
  unavailable "dockerd did not start within 30 s (attempt $attempt); see $log"
}

base() {
  local daemon tarball=$state/bookworm.tar
  daemon=$(host) || unavailable "no Docker daemon: docker.sh up"
  docker --host "$daemon" image inspect local/bookworm >/dev/null 2>&1 && return 0
  if [ ! -s "$tarball" ]; then
    install
    local root
    root=$(mktemp -d)
    echo "docker.sh: making a Debian 12 base image (about a minute, once)" >&2
    if ! debootstrap --variant=minbase --include="$libraries" bookworm "$root" >"$state/debootstrap.log" 2>&1; then
      rm -rf "$root"
      tail -n 3 "$state/debootstrap.log" >&2
      unavailable "debootstrap failed; see $state/debootstrap.log"
    fi
    rm -rf "$root"/var/cache/apt/archives/*.deb "$root"/var/lib/apt/lists/*
    tar -C "$root" -cf "$tarball.part" .
    mv "$tarball.part" "$tarball"
    rm -rf "$root"
  fi
  docker --host "$daemon" import "$tarball" local/bookworm >/dev/null
}

down() {
  ours_runs || return 0
  local pid attempt
  pid=$(cat "$pid_file")
  kill -TERM "$pid" 2>/dev/null || return 0
  for attempt in $(seq 1 100); do
    kill -0 "$pid" 2>/dev/null || return 0
    sleep 0.2
  done
  echo "docker.sh: dockerd $pid ignores SIGTERM (waited $attempt times 0.2 s); killing it" >&2
  kill -KILL "$pid"
}

case ${1:-} in
install) install ;;
up) up ;;
base) base ;;
down) down ;;
*)
  sed -n '2,12s/^# \{0,1\}//p' "$0" >&2
  exit 2
  ;;
esac
