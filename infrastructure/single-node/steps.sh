# shellcheck shell=bash
# What the node scripts share: steps that are done once. A step is a title, a question that tells
# whether it is done, and what does it; asking changes nothing. Sourced only.

# Folder below which files are written, other than / for tests only.
root=${EDGEWATT_ROOT:-}
dry_run=

die() {
  echo "${0##*/}: $*" >&2
  exit 2
}

# run COMMAND...: does it, or prints it in a dry run.
run() {
  if [ -n "$dry_run" ]; then
    printf '   '
    printf ' %q' "$@"
    echo
  else
    "$@"
  fi
}

# put FILE: standard input into a file that others may read, in one piece.
put() {
  local text
  text=$(cat)
  if [ -n "$dry_run" ]; then
    echo "    write $1"
  else
    mkdir -p "$(dirname "$root$1")" && printf '%s\n' "$text" >"$root$1.new" && mv "$root$1.new" "$root$1"
  fi
}

# step TITLE QUESTION ACTION: ACTION only where QUESTION says no; the question must then say yes.
step() {
  if "$2" >/dev/null 2>&1; then
    echo "ok   $1"
    return 0
  fi
  echo "do   $1"
  "$3" || { echo "${0##*/}: failed: $1" >&2; exit 1; }
  [ -n "$dry_run" ] || await "$2" || { echo "${0##*/}: done, but without effect: $1" >&2; exit 1; }
}

# await QUESTION: until it says yes, for as long as a node needs to settle.
await() {
  local tries
  for ((tries = 0; tries < ${EDGEWATT_TRIES:-60}; tries++)); do
    "$1" >/dev/null 2>&1 && return 0
    sleep 1
  done
  return 1
}

# tell TITLE QUESTION: one line of status.
tell() {
  if "$2" >/dev/null 2>&1; then printf '%-34s yes\n' "$1"; else printf '%-34s no\n' "$1"; missing=1; fi
}

# undo TITLE QUESTION ACTION: ACTION only where QUESTION says yes.
undo() {
  if "$2" >/dev/null 2>&1; then
    echo "undo $1"
    "$3" || echo "${0##*/}: could not undo: $1" >&2
  else
    echo "ok   no $1"
  fi
}

has() { command -v "$1" >/dev/null; }

# as_root COMMAND...: with sudo where that is needed.
as_root() {
  if [ "$(id -u)" -eq 0 ] || [ -n "$root" ]; then run "$@"; else run sudo "$@"; fi
}

# service NAME DESCRIPTION COMMAND: a systemd unit that is restarted for as long as it is wanted.
service() {
  put "/etc/systemd/system/$1.service" <<EOF
[Unit]
Description=$2
After=network.target

[Service]
ExecStart=$3
Restart=always
RestartSec=2
ProtectHome=true
NoNewPrivileges=true

[Install]
WantedBy=multi-user.target
EOF
  as_root systemctl daemon-reload && as_root systemctl enable --now "$1"
}

active() { systemctl is-active --quiet "$1"; }

# remove_service NAME
remove_service() {
  as_root systemctl disable --now "$1"
  as_root rm -f "$root/etc/systemd/system/$1.service"
  as_root systemctl daemon-reload
}

# node_script UP DOWN STATUS [ARGUMENT...]: what every script's command line is.
node_script() {
  local up=$1 down=$2 status=$3 verb=${4:-}
  shift 3
  [ $# -eq 0 ] || shift
  if [ "${1:-}" = --dry-run ]; then dry_run=yes; shift; fi
  [ $# -eq 0 ] || die "unknown argument $1"
  case $verb in
    up) "$up" ;;
    down) "$down" ;;
    status) missing=; "$status"; [ -z "$missing" ] ;;
    *) die "usage: ${0##*/} up|down|status [--dry-run]" ;;
  esac
}
