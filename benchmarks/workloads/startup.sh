#!/usr/bin/env bash
# Measures what JVM flags do to a function's start, memory, CPU per request and warm-up.
# Usage: startup.sh flags [function [flag-set…]] | functions [flag-set [function…]]   (settings: see startup.py)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
jar=${JAR:-$here/../../functions/workloads/target/quarkus-app/quarkus-run.jar}
[ -f "$jar" ] || { echo "startup.sh: $jar is missing; run ./mvnw -q -pl functions/workloads package -DskipTests" >&2; exit 2; }
command -v python3 >/dev/null || { echo "startup.sh: python3 is needed" >&2; exit 2; }
exec python3 "$here/startup.py" "$jar" "$here/../../functions/workloads/functions.json" "$@"
