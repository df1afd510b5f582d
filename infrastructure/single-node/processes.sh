# shellcheck shell=bash
# Plain processes of one user on 127.0.0.1: started in a state folder, known by id and start time,
# ended again. Sourced only.

# Programs and jars are fetched or built once and kept here, one folder per version.
servers=${EDGEWATT_SERVERS:-$HOME/.cache/edgewatt/servers}

# skip REASON: it cannot be had on this machine; the caller tells so and goes on.
skip() {
  echo "skipped: $*" >&2
  exit 77
}

die() {
  echo "${0##*/}: $*" >&2
  exit 2
}

# hash_of FILE...: a short name for what is built from these sources.
hash_of() { cat "$@" | sha256sum | cut -c1-12; }

need() {
  local program
  for program in "$@"; do
    command -v "$program" >/dev/null || skip "no $program on the PATH"
  done
}

# one_builder NAME: one build of a program at a time, however many checkouts ask for it.
one_builder() {
  mkdir -p "$servers"
  exec 9>"$servers/.$1.lock"
  flock 9
}

# free_ports COUNT: that many loopback ports nobody uses now, all different.
free_ports() {
  python3 - "$1" <<'PY'
import socket, sys
held = [socket.socket() for _ in range(int(sys.argv[1]))]
for one in held:
    one.bind(("127.0.0.1", 0))
print(*(one.getsockname()[1] for one in held))
PY
}

# A process's start time (clock ticks since boot): with it a recycled process id is told apart. One
# that has ended and that nobody has asked after (Z) has none.
started_at() { sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | awk '$1 != "Z" { print $20 }'; }

# start STATE NAME COMMAND...: runs COMMAND in the background, its output in NAME.log, its id in NAME.pid.
start() {
  local state=$1 name=$2
  shift 2
  # 8 and 9 are locks: a server that inherited one would keep the next to come waiting.
  setsid "$@" >"$state/$name.log" 2>&1 </dev/null 8>&- 9>&- &
  echo "$! $(started_at $!)" >"$state/$name.pid"
}

alive() {
  local pid since
  read -r pid since 2>/dev/null <"$1/$2.pid" || return 1
  [ -n "$since" ] && [ "$(started_at "$pid")" = "$since" ]
}

pid_of() { cut -d' ' -f1 "$1/$2.pid"; }

# stop STATE NAME: asks, waits up to 15 s, then kills. Says nothing where nothing runs.
stop() {
  local pid since waited
  if alive "$1" "$2"; then
    read -r pid since <"$1/$2.pid"
    kill "$pid" 2>/dev/null || true
    for ((waited = 0; waited < 150; waited++)); do
      [ "$(started_at "$pid")" = "$since" ] || break
      sleep 0.1
    done
    [ "$(started_at "$pid")" != "$since" ] || kill -9 "$pid" 2>/dev/null || true
  fi
  rm -f "$1/$2.pid"
}

# await STATE NAME COMMAND...: until COMMAND succeeds; fails with the log when NAME dies or after 60 s.
await() {
  local state=$1 name=$2 tries
  shift 2
  for ((tries = 0; tries < 600; tries++)); do
    "$@" >/dev/null 2>&1 && return 0
    alive "$state" "$name" || break
    sleep 0.1
  done
  echo "${0##*/}: $name did not come up; the end of $state/$name.log:" >&2
  tail -n 20 "$state/$name.log" >&2
  return 1
}

http_ok() { curl -sf -m 5 -o /dev/null "$@"; }
