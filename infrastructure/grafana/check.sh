#!/usr/bin/env bash
# The dashboards are what dashboards.py writes, every expression is one that Prometheus can read, those of
# the image pipeline find what they should, and annotations reach (a stand-in for) Grafana. Exit as ../check.sh.
# shellcheck disable=SC2317 # functions are called by name
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
failed=0

try() {
  local name=$1
  shift
  if "$@" >"$work/out" 2>&1; then
    echo "ok  grafana: $name"
  else
    echo "BAD grafana: $name"
    sed 's/^/      /' "$work/out"
    failed=1
  fi
}

as_generated() {
  mkdir "$work/dashboards" && python3 dashboards.py "$work/dashboards" && diff -r -x kustomization.yaml dashboards "$work/dashboards"
}

# promtool counts the rules it could read: all of them, or it fails.
expressions() {
  python3 dashboards.py --rules >"$work/rules.yml" && grep -q 'expr:' "$work/rules.yml" && promtool check rules "$work/rules.yml"
}

try "dashboards/ is what dashboards.py writes" as_generated
try "annotate.py" python3 annotate_test.py
if command -v promtool >/dev/null; then
  try "$(python3 dashboards.py --rules | grep -c expr:) expressions" expressions
else
  echo "--  grafana: expressions: no promtool"
  [ $failed -ne 0 ] || exit 77
fi
if command -v prometheus >/dev/null; then
  try "the image pipeline's queries against a cluster of known figures" python3 pipeline_test.py
else
  echo "--  grafana: the image pipeline's queries: no prometheus"
  [ $failed -ne 0 ] || exit 77
fi
exit $failed
