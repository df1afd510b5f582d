#!/usr/bin/env bash
# Grafana and Prometheus on this machine's loopback: 3000 and 9090.
#
#   expose.sh up|down|status [--dry-run]
#
# Without CLOUD: kubectl port-forward into the cluster. With CLOUD ([USER@]HOST, from your .bashrc): an ssh
# tunnel to the ports of that host's loopback, where expose.sh runs without it. Each runs in the background
# and is started again when it breaks, after 1 to 30 s. status: exit 1 unless both answer.
#
# Environment: CLOUD, KUBECONFIG, KNOWN_HOSTS (ssh's), EXPOSE_ADDRESS (127.0.0.1; anything else lets the
# network in, to a Prometheus without a password), GRAFANA_PORT (3000), PROMETHEUS_PORT (9090).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=../single-node/steps.sh
. "$here/../single-node/steps.sh"
# shellcheck source-path=SCRIPTDIR source=settings.sh
. "$here/settings.sh"
address=${EXPOSE_ADDRESS:-127.0.0.1}
grafana_port=${GRAFANA_PORT:-3000}
prometheus_port=${PROMETHEUS_PORT:-9090}
state=${XDG_STATE_HOME:-$HOME/.local/state}/edgewatt/expose

[[ $address =~ ^[0-9a-fA-F.:]+$ ]] || die "EXPOSE_ADDRESS is '$address': give an IP address"
[[ $grafana_port$prometheus_port =~ ^[0-9]+$ ]] || die "GRAFANA_PORT and PROMETHEUS_PORT are numbers"
[ -z "${CLOUD:-}" ] || host_name "$CLOUD" || die "CLOUD is '$CLOUD': give [USER@]HOST"

# command NAME: into the array forward.
command_of() {
  case ${CLOUD:+tunnel}-$1 in
    -grafana) forward=(kubectl -n monitoring port-forward --address "$address" service/kube-prometheus-stack-grafana "$grafana_port:80") ;;
    -prometheus) forward=(kubectl -n monitoring port-forward --address "$address" service/kube-prometheus-stack-prometheus "$prometheus_port:9090") ;;
    tunnel-tunnel)
      forward=(ssh "${ssh_options[@]}" -o ExitOnForwardFailure=yes -N -L "$address:$grafana_port:127.0.0.1:3000"
        -L "$address:$prometheus_port:127.0.0.1:9090" -- "$CLOUD")
      ;;
  esac
}
parts() { if [ -n "${CLOUD:-}" ]; then echo tunnel; else echo grafana prometheus; fi; }

# The process is ours: its number and the time it began, so that a later process of that number is left alone.
began() { [ -r "/proc/$1/stat" ] && sed 's/.*) //' "/proc/$1/stat" | cut -d' ' -f20; }
alive() {
  local pid start
  [ -f "$state/$1.pid" ] && read -r pid start <"$state/$1.pid" && [ "$(began "$pid")" = "$start" ]
}

# keep COMMAND...: again and again; ends its child with itself.
keep() {
  local child='' pause=1 since
  trap '[ -z "$child" ] || kill "$child" 2>/dev/null; exit 0' TERM INT
  while :; do
    since=$SECONDS
    "$@" &
    child=$!
    wait "$child" || true
    # What held for a minute had worked.
    if [ $((SECONDS - since)) -ge 60 ]; then pause=1; fi
    echo "$(date -u +%FT%TZ) ended, again in $pause s"
    sleep "$pause" &
    child=$!
    wait "$child" || true
    pause=$((pause * 2 > 30 ? 30 : pause * 2))
  done
}

part=
part_runs() { alive "$part"; }
begin_part() {
  local forward=()
  command_of "$part"
  if [ -n "$dry_run" ]; then
    run "${forward[@]}"
    return
  fi
  mkdir -p "$state"
  # In a process group of its own, away from this terminal's signals.
  setsid bash "${BASH_SOURCE[0]}" keep "${forward[@]}" >"$state/$part.log" 2>&1 </dev/null &
  echo "$! $(began $!)" >"$state/$part.pid"
}
end_part() {
  local pid start
  read -r pid start <"$state/$part.pid"
  run kill "$pid"
  [ -n "$dry_run" ] || { await part_ended && rm -f "$state/$part.pid"; }
}
part_ended() { ! alive "$part"; }

reached() { curl -fsS --max-time 5 -o /dev/null "$1"; }
grafana_answers() { reached "http://$address:$grafana_port/api/health"; }
prometheus_answers() { reached "http://$address:$prometheus_port/-/ready"; }

up() {
  for part in $(parts); do step "$part" part_runs begin_part; done
  [ -z "$dry_run" ] || return 0
  if await grafana_answers && await prometheus_answers; then
    echo "Grafana     http://$address:$grafana_port"
    echo "Prometheus  http://$address:$prometheus_port"
  else
    echo "expose.sh: no answer yet; it goes on trying, see $state" >&2
    exit 1
  fi
}

# Of either way, whatever CLOUD is now.
down() { for part in grafana prometheus tunnel; do undo "$part" part_runs end_part; done; }

status() {
  for part in $(parts); do tell "$part runs" part_runs; done
  tell "Grafana on $address:$grafana_port" grafana_answers
  tell "Prometheus on $address:$prometheus_port" prometheus_answers
}

if [ "${1:-}" = keep ]; then
  shift
  keep "$@"
fi
verb=${1:-}
[ $# -eq 0 ] || shift
if [ "${1:-}" = --dry-run ]; then dry_run=yes; shift; fi
[ $# -eq 0 ] || die "unknown argument $1"
case $verb in
  up) up ;;
  down) down ;;
  status) missing=; status; [ -z "$missing" ] ;;
  *) die "usage: expose.sh up|down|status [--dry-run]" ;;
esac
