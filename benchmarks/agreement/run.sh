#!/bin/sh
# The machine's own counters beside a real Prometheus, over the same windows of steady load.
# Usage: benchmarks/agreement/run.sh [--function gzip] [--rates 20,50,100] [--window SECONDS] [--intervals 2s,5s]
# Needs Debian's Prometheus and node-exporter, Go for cAdvisor, and root for the control groups
# (test-fixtures/servers/node.sh install). Three windows of 20 s a rate: about 5 minutes an interval.
set -eu
cd "$(dirname "$0")/../.."
function=gzip
rates=20,20,20,50,50,50,100,100,100
window=20
intervals=2s,5s
while [ $# -gt 1 ]; do
  case $1 in
    --function) function=$2 ;;
    --rates) rates=$2 ;;
    --window) window=$2 ;;
    --intervals) intervals=$2 ;;
    *) echo "run.sh: unknown option $1" >&2; exit 2 ;;
  esac
  shift 2
done
[ $# -eq 0 ] || { echo "run.sh: $1 needs a value" >&2; exit 2; }
if [ -z "${EDGEWATT_BUILT:-}" ]; then
  ./mvnw -B -q -ntp -pl profiler,functions/workloads -am package -DskipTests -Dspotless.check.skip -Djacoco.skip
fi
export EDGEWATT_AGREEMENT_FUNCTION="$function" EDGEWATT_AGREEMENT_RATES="$rates" EDGEWATT_AGREEMENT_WINDOW_SECONDS="$window"
for interval in $(echo "$intervals" | tr , ' '); do
  EDGEWATT_AGREEMENT_INTERVAL=$interval ./mvnw -B -q -ntp -pl profiler -am verify -DskipTests=false -Dtest=None \
    -Dit.test=NodeAgreementIT -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false \
    -Dspotless.check.skip -Djacoco.skip
done
