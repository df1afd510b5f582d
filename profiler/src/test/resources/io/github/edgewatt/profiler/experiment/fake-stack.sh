#!/usr/bin/env bash
# Stands in for a stack script: tells addresses, remembers in STATE/calls what it was asked.
set -euo pipefail
mkdir -p "$2"
echo "$1" >>"$2/calls"
case $1 in
  up | reset)
    [ -f "$2/targets.json" ] || echo '[]' >"$2/targets.json"
    printf 'kafka=127.0.0.1:1\nprometheus=http://127.0.0.1:2\ntargets=%s\n' "$2/targets.json"
    ;;
esac
