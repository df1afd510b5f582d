#!/usr/bin/env bash
# Prints where the definitions of ServiceMonitor and its like lie (the operator's own, of the version that
# values/kube-prometheus-stack.yaml brings). Exit 77: not here; with CI=true it fetches them.
set -euo pipefail
version=0.79.2
module=github.com/prometheus-operator/prometheus-operator@v$version

command -v go >/dev/null || { echo "no go, which fetches the operator's definitions" >&2; exit 77; }
folder=$(go env GOMODCACHE)/$module
if [ ! -d "$folder" ]; then
  [ "${CI:-false}" = true ] || { echo "the operator's definitions are not here; try: go mod download $module" >&2; exit 77; }
  # Outside any module: nothing is written but the cache.
  (cd / && timeout 300 go mod download "$module")
fi
echo "$folder/example/prometheus-operator-crd"
