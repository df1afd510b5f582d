#!/usr/bin/env bash
# A real ipmi_exporter (Debian's) that reads a simulated server board (OpenIPMI's ipmi_sim) over the
# real protocol, on 127.0.0.1.
#
#   ipmi.sh install
#   ipmi.sh up STATE [NAME=CELSIUS...]      default: Ambient=22 CPU1=41 CPU2=43 Exhaust=38
#   ipmi.sh down STATE
#
# up prints NAME=VALUE lines: host, port (the exporter's, page /metrics), exporter_pid, board_pid. A
# page takes about a second. Exit 77: not to be had here, with the reason.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$here/common.sh"

install_all() {
  need curl python3
  packages prometheus-ipmi-exporter freeipmi-tools openipmi
}

board() {
  local port=$1 levels='none md2 md5 straight' level
  echo 'name "board"'
  echo 'set_working_mc 0x20'
  echo 'startlan 1'
  echo "addr 127.0.0.1 $port"
  echo 'priv_limit admin'
  for level in callback user operator admin; do echo "allowed_auths_$level $levels"; done
  echo 'guid a123456789abcdefa123456789abcdef'
  echo 'endlan'
  echo "user 2 true \"reader\" \"test\" admin 10 $levels"
}

serves() { curl -sf -m 10 "$1" | grep -q '^ipmi_temperature_celsius{'; }

up() {
  local state=$1 board exporter program
  shift
  [ $# -gt 0 ] || set -- Ambient=22 CPU1=41 CPU2=43 Exhaust=38
  need curl python3
  for program in prometheus-ipmi-exporter ipmimonitoring ipmi_sim; do
    command -v "$program" >/dev/null || skip "no $program; try: apt-get install prometheus-ipmi-exporter freeipmi-tools openipmi"
  done
  mkdir -p "$state/board"
  state=$(cd "$state" && pwd)
  ! alive "$state" exporter || die "$state already holds a running exporter"
  read -r board exporter <<<"$(free_ports 2)"
  board "$board" >"$state/board.conf"
  python3 "$here/ipmi/sensors.py" "$@" >"$state/board.emu"
  cat >"$state/exporter.yml" <<YAML
modules:
  default:
    collectors: [ipmi]
    custom_args: {ipmi: ["-h", "127.0.0.1:$board", "-u", reader, "-p", test, "-D", LAN]}
YAML
  start "$state" board ipmi_sim -n -c "$state/board.conf" -f "$state/board.emu" -s "$state/board"
  # FreeIPMI keeps what it knows of a board under HOME.
  HOME=$state start "$state" exporter prometheus-ipmi-exporter --config.file="$state/exporter.yml" \
    --web.listen-address="127.0.0.1:$exporter"
  if ! await "$state" exporter serves "http://127.0.0.1:$exporter/metrics"; then
    down "$state"
    exit 1
  fi
  echo "host=127.0.0.1"
  echo "port=$exporter"
  echo "exporter_pid=$(pid_of "$state" exporter)"
  echo "board_pid=$(pid_of "$state" board)"
}

down() {
  stop "$1" exporter
  stop "$1" board
}

case ${1:-} in
  install) install_all ;;
  up) [ $# -ge 2 ] || die "up needs a state folder"; shift; up "$@" ;;
  down) [ $# -eq 2 ] || die "down needs the state folder"; down "$2" ;;
  *) die "usage: ipmi.sh install | up STATE [NAME=CELSIUS...] | down STATE" ;;
esac
