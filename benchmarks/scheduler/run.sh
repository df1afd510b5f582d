#!/usr/bin/env bash
# How many pods a real kube-scheduler places a second, without and with node-scoring as its extender.
#
#   benchmarks/scheduler/run.sh [--nodes 1000] [--pods 200] [--rounds 3] [--policy power]
#
# Needs what test-fixtures/servers/kube.sh install --all and kwok.sh install have built. All of it
# runs on this one machine, so the API server's and the schedulers' work counts too. About 3 minutes.
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
command -v python3 >/dev/null || { echo "run.sh: python3 is needed" >&2; exit 2; }
exec python3 "$home/benchmarks/scheduler/throughput.py" "$home" "$@"
