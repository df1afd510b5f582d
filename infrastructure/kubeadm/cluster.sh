#!/usr/bin/env bash
# A whole cluster from its master: master.sh, worker.sh and monitoring.sh in their order.
#
#   cluster.sh up              (HOST... | --hosts FILE) [--scrape JOB=HOST:PORT,...] [--dry-run]
#   cluster.sh reset-and-join  (HOST... | --hosts FILE) [--scrape JOB=HOST:PORT,...] [--yes] [--dry-run]
#   cluster.sh down            (HOST... | --hosts FILE) [--yes] [--dry-run]
#   cluster.sh status          (HOST... | --hosts FILE)
#
# reset-and-join is down and up: everything anew, the state an experiment is to begin with. Prometheus'
# samples stay on the master's disk. Exit 1 while something is missing.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
usage="usage: cluster.sh up|reset-and-join|down|status (HOST... | --hosts FILE) [--scrape JOB=HOST:PORT,...] [--yes] [--dry-run]"
verb=${1:-}
[ $# -eq 0 ] || shift
workers=() dry=() yes=() scrape=()
while [ $# -gt 0 ]; do
  case $1 in
    --dry-run) dry=(--dry-run); shift ;;
    --yes) yes=(--yes); shift ;;
    --hosts | --scrape)
      [ $# -ge 2 ] || { echo "cluster.sh: $1 needs a value" >&2; exit 2; }
      if [ "$1" = --hosts ]; then workers+=("$1" "$2"); else scrape=("$1" "$2"); fi
      shift 2
      ;;
    -*) echo "cluster.sh: unknown option $1" >&2; exit 2 ;;
    *) workers+=("$1"); shift ;;
  esac
done
case $verb in up | reset-and-join | down | status) ;; *) echo "cluster.sh: $usage" >&2; exit 2 ;; esac
[ ${#workers[@]} -gt 0 ] || { echo "cluster.sh: which workers? $usage" >&2; exit 2; }

up() {
  "$here/master.sh" init "${dry[@]}"
  # The cluster is of use without the workers that could not join; exit 1 tells of them.
  "$here/worker.sh" join "${workers[@]}" "${dry[@]}" || code=1
  "$here/monitoring.sh" up "${scrape[@]}" "${dry[@]}"
}

# Asked once, for all of it, before anything ends. A worker that cannot be reached does not keep the rest.
down() {
  if [ ${#yes[@]} -eq 0 ] && [ ${#dry[@]} -eq 0 ]; then
    local answer
    [ -t 0 ] || { echo "cluster.sh: this ends the cluster: say --yes" >&2; exit 2; }
    read -r -p "This ends the cluster and forgets all that is in it. Type yes: " answer
    [ "$answer" = yes ] || { echo "cluster.sh: nothing was done" >&2; exit 2; }
  fi
  "$here/worker.sh" reset "${workers[@]}" --yes "${dry[@]}" || code=1
  "$here/master.sh" reset --yes "${dry[@]}"
}

code=0
case $verb in
  up) up ;;
  down) down ;;
  reset-and-join)
    down
    # Whoever could not be reset is tried again by joining.
    code=0
    up
    ;;
  status)
    "$here/master.sh" status || code=1
    "$here/worker.sh" status "${workers[@]}" || code=1
    "$here/monitoring.sh" status || code=1
    ;;
esac
exit "$code"
