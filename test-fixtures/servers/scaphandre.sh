#!/usr/bin/env bash
# A real Scaphandre over synthetic energy counters of known watts.
#
#   scaphandre.sh install
#   scaphandre.sh up STATE [--watts PACKAGE] [--dram WATTS] [--port PORT] [-- SCAPHANDRE ARGUMENT...]
#   scaphandre.sh down STATE
#
# up prints NAME=VALUE lines: url, powercap (also fit for a reader of the host's own counters),
# truth (see rapl-writer.py), watts (write "PACKAGE DRAM" there to change the load), and the two
# process ids. Ask it no more often than every 3 s: an answer within 2 s of the one before repeats
# its figures, and asked at that pace Scaphandre 1.0.0 stands still. STATE is a folder of this one instance; several run side by side. Exit 77: not to be
# had here, with the reason.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$here/common.sh"
version=1.0.0
home=$servers/scaphandre/$version
program=$home/bin/scaphandre
shim=$home/proc-modules-$(hash_of "$here/proc-modules.c").so

install_all() {
  need python3 curl
  one_builder scaphandre
  if [ ! -x "$program" ]; then
    may_build Scaphandre
    need cargo
    # The default features do not compile with current compilers; these are all that is used here.
    cargo install scaphandre --version "$version" --no-default-features \
      --features prometheus,json,containers,qemu --root "$home" >&2 || skip "cargo could not build scaphandre $version"
  fi
  if [ ! -e /proc/modules ] && [ ! -f "$shim" ]; then
    need cc
    cc -O2 -shared -fPIC -o "$shim" "$here/proc-modules.c" -ldl
  fi
}

up() {
  local state=$1 watts=42 dram=5 port=''
  shift
  while [ $# -gt 0 ]; do
    case $1 in
      --watts) watts=$2; shift 2 ;;
      --dram) dram=$2; shift 2 ;;
      --port) port=$2; shift 2 ;;
      --) shift; break ;;
      *) die "unknown option $1" ;;
    esac
  done
  [ -x "$program" ] || skip "no scaphandre $version; build it with: $here/scaphandre.sh install"
  mkdir -p "$state"
  state=$(cd "$state" && pwd)
  ! alive "$state" scaphandre || die "$state already holds a running scaphandre"
  rm -f "$state/truth.txt" "$state/watts"
  [ -n "$port" ] || port=$(free_ports 1)
  start "$state" writer python3 "$here/rapl-writer.py" "$state" "$watts" "$dram"
  await "$state" writer test -s "$state/truth.txt"
  # --vm makes it read the folder below instead of the kernel's own.
  local environment=(SCAPHANDRE_POWERCAP_PATH="$state/powercap")
  [ -e /proc/modules ] || environment+=(LD_PRELOAD="$shim")
  start "$state" scaphandre env "${environment[@]}" "$program" --vm prometheus --address 127.0.0.1 --port "$port" "$@"
  if ! await "$state" scaphandre http_ok "http://127.0.0.1:$port/metrics"; then
    down "$state"
    exit 1
  fi
  echo "url=http://127.0.0.1:$port/metrics"
  echo "powercap=$state/powercap"
  echo "truth=$state/truth.txt"
  echo "watts=$state/watts"
  echo "scaphandre_pid=$(pid_of "$state" scaphandre)"
  echo "writer_pid=$(pid_of "$state" writer)"
}

down() {
  stop "$1" scaphandre
  stop "$1" writer
}

case ${1:-} in
  install) install_all ;;
  up) [ $# -ge 2 ] || die "up needs a state folder"; shift; up "$@" ;;
  down) [ $# -eq 2 ] || die "down needs the state folder"; down "$2" ;;
  *) die "usage: scaphandre.sh install | up STATE [options] | down STATE" ;;
esac
