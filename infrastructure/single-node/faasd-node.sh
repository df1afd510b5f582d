#!/usr/bin/env bash
# A node to measure with faasd: faasd, the exporters and the energy meter as services of a Debian or
# Ubuntu machine with systemd.
#
#   faasd-node.sh up|down|status [--dry-run]
#
# up does what is missing and nothing else; status exits 1 while something is missing; down stops and
# removes our services and stops faasd, and keeps programs and functions. --dry-run prints the commands.
#
# The exporters listen on the bridge of faasd's containers only (10.62.0.1): node-exporter 9100,
# cAdvisor 8090, Scaphandre 8091. Gateway 8080; Prometheus 127.0.0.1:9090.
#
# Environment: FAASD_VERSION (0.18.8: the last under the MIT licence; later ones have a licence of
# their own), CADVISOR_VERSION, VM_ENERGY (folder fed by vm-power.sh guest; default /var/scaphandre).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=steps.sh
. "$here/steps.sh"
faasd=${FAASD_VERSION:-0.18.8}
cadvisor=${CADVISOR_VERSION:-v0.49.2}
energy=${VM_ENERGY:-/var/scaphandre}
bridge=10.62.0.1
sources=/usr/local/src/faasd-$faasd

# fetch URL FILE: a program, whole or not at all.
fetch() {
  as_root curl -fsSL --retry 3 -o "$root$2.new" "$1"
  as_root chmod 755 "$root$2.new"
  as_root mv "$root$2.new" "$root$2"
}

architecture() {
  case $(uname -m) in
    x86_64) echo amd64 ;;
    aarch64) echo arm64 ;;
    *) die "no programs for $(uname -m)" ;;
  esac
}

packages_there() { dpkg -s containerd runc containernetworking-plugins bridge-utils iptables prometheus-node-exporter; }
add_packages() {
  as_root apt-get update
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
    containerd runc containernetworking-plugins bridge-utils iptables prometheus-node-exporter ca-certificates curl
}

# faasd looks for the network plugins where their own releases put them.
network_there() { [ -e "$root/opt/cni/bin/bridge" ] && [ "$(sysctl -n net.ipv4.ip_forward)" = 1 ]; }
add_network() {
  as_root mkdir -p "$root/opt/cni/bin"
  as_root cp -a "$root/usr/lib/cni/." "$root/opt/cni/bin/"
  put /etc/sysctl.d/60-edgewatt-faasd.conf <<<"net.ipv4.ip_forward=1"
  as_root sysctl -w net.ipv4.ip_forward=1
}

containerd_there() { active containerd; }
start_containerd() { as_root systemctl enable --now containerd; }

faasd_there() { [ -x "$root/usr/local/bin/faasd" ] && [ -d "$root$sources/hack" ]; }
add_faasd() {
  local name=faasd
  [ "$(architecture)" = amd64 ] || name=faasd-$(architecture)
  fetch "https://github.com/openfaas/faasd/releases/download/$faasd/$name" /usr/local/bin/faasd
  as_root mkdir -p "$root$sources"
  as_root curl -fsSL --retry 3 -o "$root$sources.tar.gz" "https://github.com/openfaas/faasd/archive/refs/tags/$faasd.tar.gz"
  as_root tar -xzf "$root$sources.tar.gz" -C "$root$sources" --strip-components=1
}

faasd_runs() { active faasd && active faasd-provider; }
start_faasd() {
  # Its installer reads its service files from the folder it is started in.
  if [ ! -f "$root/etc/systemd/system/faasd.service" ]; then as_root env -C "$root$sources" faasd install; fi
  as_root systemctl enable --now faasd-provider faasd
}

jobs_there() { cmp "$here/prometheus.yml" "$root/var/lib/faasd/prometheus.yml"; }
add_jobs() {
  put /var/lib/faasd/prometheus.yml <"$here/prometheus.yml"
  as_root systemctl restart faasd
}

# The package's own service listens on every interface.
node_exporter_there() { active edgewatt-node-exporter; }
add_node_exporter() {
  as_root systemctl disable --now prometheus-node-exporter
  service edgewatt-node-exporter "node-exporter on faasd's bridge" \
    "/usr/bin/prometheus-node-exporter --web.listen-address=$bridge:9100 --no-collector.wifi --no-collector.hwmon"
}

cadvisor_there() { active edgewatt-cadvisor; }
add_cadvisor() {
  [ -x "$root/usr/local/bin/cadvisor" ] ||
    fetch "https://github.com/google/cadvisor/releases/download/$cadvisor/cadvisor-$cadvisor-linux-$(architecture)" /usr/local/bin/cadvisor
  # By raw cgroups: containerd's own handler would not see the namespace openfaas-fn.
  service edgewatt-cadvisor "cAdvisor of faasd's functions" \
    "/usr/local/bin/cadvisor -listen_ip=$bridge -port=8090 -docker_only=true -raw_cgroup_prefix_whitelist=/openfaas-fn -housekeeping_interval=2s -allow_dynamic_housekeeping=false -enable_metrics=cpu,memory"
}

meter_there() { active edgewatt-scaphandre; }
add_meter() {
  local inside=''
  if ! has scaphandre; then
    has cargo || [ -n "$dry_run" ] || die "needs scaphandre, or cargo to build it: apt-get install cargo libssl-dev pkg-config"
    as_root cargo install scaphandre --version 1.0.0 --no-default-features --features prometheus,containers,qemu --root "$root/usr/local"
  fi
  if [ -d "$root$energy" ]; then inside="--vm "; fi
  service edgewatt-scaphandre "Scaphandre" \
    "/usr/bin/env SCAPHANDRE_POWERCAP_PATH=$energy $(command -v scaphandre || echo /usr/local/bin/scaphandre) ${inside}prometheus --address $bridge --port 8091 --containers"
}

up() {
  step "packages" packages_there add_packages
  step "container network" network_there add_network
  step "containerd" containerd_there start_containerd
  step "faasd $faasd" faasd_there add_faasd
  step "faasd's services" faasd_runs start_faasd
  step "Prometheus' jobs" jobs_there add_jobs
  step "node-exporter" node_exporter_there add_node_exporter
  step "cAdvisor" cadvisor_there add_cadvisor
  step "energy meter" meter_there add_meter
  [ -z "$dry_run" ] || return 0
  cat <<EOF
gateway     http://127.0.0.1:8080
Prometheus  http://127.0.0.1:9090
password    /var/lib/faasd/secrets/basic-auth-password
EOF
}

status() {
  tell "packages" packages_there
  tell "container network" network_there
  tell "containerd" containerd_there
  tell "faasd $faasd" faasd_there
  tell "faasd's services" faasd_runs
  tell "Prometheus' jobs" jobs_there
  tell "node-exporter" node_exporter_there
  tell "cAdvisor" cadvisor_there
  tell "energy meter" meter_there
}

stop_faasd() { as_root systemctl disable --now faasd faasd-provider; }
remove_meter() { remove_service edgewatt-scaphandre; }
remove_cadvisor() { remove_service edgewatt-cadvisor; }
remove_node_exporter() { remove_service edgewatt-node-exporter; }

down() {
  undo "energy meter" meter_there remove_meter
  undo "cAdvisor" cadvisor_there remove_cadvisor
  undo "node-exporter" node_exporter_there remove_node_exporter
  undo "faasd's services" faasd_runs stop_faasd
}

node_script up down status "$@"
