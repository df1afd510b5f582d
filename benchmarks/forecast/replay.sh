#!/bin/sh
# Replays published measurements in the order of `forecaster suggest`, in random orders and in the grid's.
# Usage: benchmarks/forecast/replay.sh DATA [SEEDS] [LIGHT MID HEAVY]    DATA holds solo/ and mixes/{LIGHT,MID,HEAVY}/
# Takes about five minutes a kind of node with ten seeds.
set -eu
cd "$(dirname "$0")/../.."
[ $# -ge 1 ] || { echo "usage: benchmarks/forecast/replay.sh DATA [SEEDS] [LIGHT MID HEAVY]" >&2; exit 2; }
data=$1
shift
seeds=${1:-10}
[ $# -eq 0 ] || shift
if [ -z "${EDGEWATT_BUILT:-}" ]; then
  ./mvnw -B -q -Pbenchmarks package -pl benchmarks -am -DskipTests
fi
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" \
  -cp "benchmarks/target/edgewatt-benchmarks.jar:benchmarks/target/lib/*" \
  io.github.edgewatt.benchmarks.forecast.Replay "$data" "$seeds" "$@"
