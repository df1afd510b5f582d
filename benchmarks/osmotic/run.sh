#!/bin/sh
# Replays a day over zones with the osmotic edgebench's policies, the baselines and ours, in simulated time.
# Usage: benchmarks/osmotic/run.sh [--zones 3,30,300] [--seeds 10] [--tuning] [--resume] [--contenders NAME,NAME] [--set VARIABLE=VALUE]...
#   --tuning: the tuning seeds instead of the reported ones; keeps nothing    --set: a variable for the policies watt; likewise
#   --resume: days that days.csv has already are not lived again
# The whole replay takes about 15 minutes on two idle cores and writes results.md, days.csv and zones-*.svg here.
# EDGEWATT_BUILT=1: nothing is built.
set -eu
cd "$(dirname "$0")/../.."
if [ -z "${EDGEWATT_BUILT:-}" ]; then
  ./mvnw -B -q -Pbenchmarks package -pl benchmarks -am -DskipTests
fi
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx1g -Djava.awt.headless=true \
  -cp "benchmarks/target/edgewatt-benchmarks.jar:benchmarks/target/lib/*" \
  io.github.edgewatt.benchmarks.osmotic.Replay benchmarks/osmotic "$@"
