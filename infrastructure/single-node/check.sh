#!/usr/bin/env bash
# The node scripts with stand-ins for the programs they call: what they do to a fresh machine, that a
# second time does nothing, that a dry run and a question change nothing. Exit as ../check.sh.
# shellcheck disable=SC2317 # functions are called by name
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 2
here=$PWD
work=$(mktemp -d) || exit 2
failed=0
skipped=

finish() {
  # The stand-in for "minikube mount" stays, as the real one does.
  [ ! -f "$work/state-home/edgewatt/minikube-mount.pid" ] || kill "$(cat "$work/state-home/edgewatt/minikube-mount.pid")" 2>/dev/null
  rm -rf "$work"
}
trap finish EXIT

mkdir "$work/bin"
for program in apt-get cargo curl dpkg faasd helm kubectl minikube modprobe mount mountpoint scaphandre sudo sysctl systemctl tar umount virsh virt-xml; do
  ln -s "$here/test/stub" "$work/bin/$program"
done

# fresh: a machine on which nothing was done yet.
fresh() {
  rm -rf "$work/state" "$work/root"
  mkdir -p "$work/state" "$work/root/usr/lib/cni" "$work/root/usr/local/bin" "$work/root/var/lib" "$work/root/etc"
  : >"$work/root/usr/lib/cni/bridge"
}

as_stub() {
  : >"$work/state/changes"
  PATH=$work/bin:$PATH STUB_STATE=$work/state EDGEWATT_ROOT=$work/root EDGEWATT_TRIES=3 EDGEWATT_COUNT_SECONDS=1 \
    XDG_STATE_HOME=$work/state-home "$@"
}

# expect CODE COMMAND...: with that exit code.
expect() {
  local wanted=$1 code=0
  shift
  as_stub "$@" || code=$?
  [ "$code" -eq "$wanted" ] || { echo "exit $code, not $wanted: $*"; return 1; }
  [ ! -e "$work/state/unknown" ] || { echo "called what nobody expected"; return 1; }
}

unchanged() { [ ! -s "$work/state/changes" ] || { echo "changed the machine:"; cat "$work/state/changes"; return 1; }; }
changed() { grep -q -- "$1" "$work/state/changes" || { echo "never called: $1"; cat "$work/state/changes"; return 1; }; }

# The order in which things are done, as far as the given words tell it.
in_order() {
  local word line last=0
  for word in "$@"; do
    line=$(grep -n -m 1 -- "$word" "$work/state/changes" | cut -d: -f1)
    [ "${line:-0}" -gt "$last" ] || { echo "not in its place: $word"; cat "$work/state/changes"; return 1; }
    last=$line
  done
}

# A whole life: nothing there, dry run, up, up again, status, down, down again.
life() {
  expect 1 "$@" status && unchanged &&
    expect 0 "$@" up --dry-run && unchanged &&
    expect 0 "$@" up && cp "$work/state/changes" "$work/first" &&
    expect 0 "$@" status && unchanged &&
    expect 0 "$@" up && unchanged && cp "$work/first" "$work/state/changes"
}

end_of_life() {
  expect 0 "$@" down && [ -s "$work/state/changes" ] &&
    expect 1 "$@" status && expect 0 "$@" down && unchanged
}

minikube_alone() {
  fresh
  life ./minikube-node.sh &&
    in_order "minikube start" namespaces.yaml "install openfaas" "apply --server-side" "restart deployment/prometheus" "install scaphandre" &&
    changed "vm.enabled=false" && end_of_life ./minikube-node.sh
}

minikube_fed() {
  fresh
  mkdir -p "$work/root/var/scaphandre"
  life ./minikube-node.sh && changed "minikube mount" && changed "vm.enabled=true" && end_of_life ./minikube-node.sh
}

minikube_resumes() {
  fresh
  expect 0 ./minikube-node.sh up && rm "$work/state/meter" && expect 0 ./minikube-node.sh up &&
    changed "install scaphandre" && ! changed "install openfaas" >/dev/null
}

faasd_life() {
  fresh
  life ./faasd-node.sh &&
    in_order "apt-get install" "enable --now containerd" "faasd install" "enable --now faasd-provider" edgewatt-node-exporter edgewatt-cadvisor edgewatt-scaphandre &&
    cmp prometheus.yml "$work/root/var/lib/faasd/prometheus.yml" &&
    grep -q '10.62.0.1:9100' "$work/root/etc/systemd/system/edgewatt-node-exporter.service" &&
    end_of_life ./faasd-node.sh
}

power_host() { expect "$1" ./vm-power.sh host "$2" light "${@:3}"; }
vm_power_host() {
  fresh
  power_host 1 status && unchanged && power_host 0 up --dry-run && unchanged && power_host 0 up &&
    in_order modprobe "mount -t tmpfs" edgewatt-vm-power memorybacking add-device &&
    cmp vm-power.py "$work/root/usr/local/bin/edgewatt-vm-power" &&
    power_host 0 up && unchanged && power_host 0 status && unchanged &&
    power_host 0 down && in_order remove-device umount edgewatt-vm-power && power_host 0 down && unchanged &&
    expect 2 ./vm-power.sh host up ../escape && unchanged
}

count_up() { local n=0; while sleep 0.1; do n=$((n + 1)); echo "$n" >"$work/root/var/scaphandre/intel-rapl:0/energy_uj"; done; }
vm_power_guest() {
  local code=0 counter
  fresh
  mkdir -p "$work/root/var/scaphandre/intel-rapl:0"
  echo 5 >"$work/root/var/scaphandre/intel-rapl:0/energy_uj"
  echo "/dev/vda1 / ext4 defaults 0 1" >"$work/root/etc/fstab"
  # Mounted, but nothing feeds it.
  expect 2 ./vm-power.sh guest up || return 1
  count_up &
  counter=$!
  rm "$work/state"/mounted* && life ./vm-power.sh guest && changed virtiofs && [ "$(grep -c . "$work/root/etc/fstab")" = 2 ] &&
    end_of_life ./vm-power.sh guest && [ "$(cat "$work/root/etc/fstab")" = "/dev/vda1 / ext4 defaults 0 1" ] || code=1
  kill "$counter"
  return "$code"
}

without_tools() {
  rm -rf "$work/bare"
  mkdir "$work/bare"
  for program in bash dirname id; do ln -s "$(command -v "$program")" "$work/bare/$program"; done
  PATH=$work/bare ./minikube-node.sh up >"$work/said" 2>&1 && return 1
  cat "$work/said"
  grep -q 'needs minikube, kubectl and helm' "$work/said"
}

job_file() {
  # promtool follows no names, so any is good.
  promtool check config prometheus.yml
}

try() {
  if "$2" >"$work/out" 2>&1; then
    echo "ok  single-node: $1"
  else
    echo "BAD single-node: $1"
    sed 's/^/      /' "$work/out"
    failed=1
  fi
}

try "minikube-node.sh: fresh, again, dry run, status, down" minikube_alone
try "minikube-node.sh: power from the hypervisor" minikube_fed
try "minikube-node.sh: does only what is missing" minikube_resumes
try "minikube-node.sh: without its tools" without_tools
try "faasd-node.sh: fresh, again, dry run, status, down" faasd_life
try "vm-power.sh host" vm_power_host
try "vm-power.sh guest" vm_power_guest
try "vm-power.py: a machine's joules against known watts" test/vm_power_test.py
test/pipeline_test.sh >"$work/out" 2>&1
case $? in
  0) echo "ok  single-node: pipeline.sh: a broker and what watches it, for real" ;;
  77) echo "--  single-node: pipeline.sh: $(tail -n 1 "$work/out")"; skipped=yes ;;
  *) echo "BAD single-node: pipeline.sh"; sed 's/^/      /' "$work/out"; failed=1 ;;
esac
if command -v promtool >/dev/null; then
  try "prometheus.yml" job_file
else
  echo "--  single-node: prometheus.yml: no promtool"
  skipped=yes
fi
[ $failed -eq 0 ] || exit 1
[ -z "$skipped" ] || exit 77
