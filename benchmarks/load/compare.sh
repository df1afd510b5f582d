#!/bin/sh
# Edgewatt's load generator beside hey, k6, oha and wrk, judged by the server's clock.
# Usage: benchmarks/load/compare.sh [--quick] [--no-max] [--rates 50,500,2000] [--tools hey,k6,oha] [--json FILE]
# Needs two cores to itself, taskset, JDK 17; tools that are not installed are named and left out.
set -eu
cd "$(dirname "$0")/../.."
command -v taskset >/dev/null || { echo "compare.sh: taskset is missing (package util-linux)" >&2; exit 2; }
[ "$(nproc)" -ge 2 ] || { echo "compare.sh: needs two cores, one for the server and one for the generator" >&2; exit 2; }
if [ -z "${EDGEWATT_BUILT:-}" ]; then
  ./mvnw -B -q -Pbenchmarks package -pl benchmarks -am -DskipTests
fi
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" ${EDGEWATT_COMPARE_OPTS:-} \
  -cp "benchmarks/target/edgewatt-benchmarks.jar:benchmarks/target/lib/*" \
  io.github.edgewatt.benchmarks.load.Compare "$@"
