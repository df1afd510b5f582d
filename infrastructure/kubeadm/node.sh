#!/usr/bin/env bash
# Makes this machine (Debian or Ubuntu, systemd) one that kubeadm can take into a cluster, or takes it out.
#
#   node.sh install|reset|status [--dry-run]
#
# install: containerd with systemd's cgroups, kubeadm, kubelet and kubectl of one minor version, held there;
# swap off, kernel modules and settings, a synchronised clock. What is done already is left alone. reset:
# what kubeadm and the network put there is removed; the programs stay. status: exit 1 while something is
# missing (a cluster is not). master.sh and worker.sh call it; worker.sh sends it over ssh together with what it sources.
set -euo pipefail
if ! declare -F step >/dev/null; then
  here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
  # shellcheck source-path=SCRIPTDIR source=../single-node/steps.sh
  . "$here/../single-node/steps.sh"
  # shellcheck source-path=SCRIPTDIR source=settings.sh
  . "$here/settings.sh"
fi

# Where Debian keeps root's programs, which others do not look for.
PATH=$PATH:/usr/sbin:/sbin
repository=${KUBERNETES_REPOSITORY:-https://pkgs.k8s.io/core:/stable:/v$kubernetes_minor/deb/}
keyring=/etc/apt/keyrings/edgewatt-kubernetes.asc
modules=(overlay br_netfilter)
forwarding=(net.bridge.bridge-nf-call-iptables net.bridge.bridge-nf-call-ip6tables net.ipv4.ip_forward)

base_packages=(apt-transport-https ca-certificates chrony containerd curl iptables)
base_there() { dpkg -s "${base_packages[@]}"; }
add_base() {
  as_root apt-get update
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y "${base_packages[@]}"
}

swap_off() { [ -z "$(swapon --noheadings --show)" ] && ! grep -qE '^[^#]+[[:space:]]swap[[:space:]]' "$root/etc/fstab"; }
turn_swap_off() {
  as_root swapoff --all
  # The line stays, as a comment, for whoever wants it back.
  as_root sed -i -E 's|^([^#]+[[:space:]]swap[[:space:]].*)$|# edgewatt: \1|' "$root/etc/fstab"
}

modules_there() {
  local module
  [ -f "$root/etc/modules-load.d/edgewatt-kubernetes.conf" ] || return
  for module in "${modules[@]}"; do [ -d "$root/sys/module/$module" ] || return; done
}
add_modules() {
  printf '%s\n' "${modules[@]}" | put_as_root /etc/modules-load.d/edgewatt-kubernetes.conf
  as_root modprobe -a "${modules[@]}"
}

settings_there() {
  local name
  for name in "${forwarding[@]}"; do [ "$(sysctl -n "$name")" = 1 ] || return; done
  [ -f "$root/etc/sysctl.d/90-edgewatt-kubernetes.conf" ]
}
add_settings() {
  printf '%s = 1\n' "${forwarding[@]}" | put_as_root /etc/sysctl.d/90-edgewatt-kubernetes.conf
  as_root sysctl -p "$root/etc/sysctl.d/90-edgewatt-kubernetes.conf"
}

# Debian's containerd looks for the network's programs where Debian puts them; Calico brings its own.
containerd_there() {
  grep -q 'SystemdCgroup = true' "$root/etc/containerd/config.toml" &&
    grep -qE 'bin_dirs? = .*"/opt/cni/bin"' "$root/etc/containerd/config.toml" && active containerd
}
set_containerd() {
  containerd_settings | put_as_root /etc/containerd/config.toml
  as_root systemctl enable containerd
  as_root systemctl restart containerd
}
containerd_settings() {
  [ -z "$dry_run" ] || return 0
  containerd config default | sed -e 's/SystemdCgroup = false/SystemdCgroup = true/' -e '/bin_dir/s|/usr/lib/cni|/opt/cni/bin|'
}

kubernetes_there() {
  local program
  for program in kubeadm kubelet kubectl; do
    [[ $(dpkg-query -W -f '${Version}' "$program") == "$kubernetes_minor".* ]] || return
  done
}
add_kubernetes() {
  as_root install -d -m 755 "$root/etc/apt/keyrings"
  as_root curl -fsSL --retry 3 --max-time 60 -o "$root$keyring" "${repository}Release.key"
  echo "deb [signed-by=$keyring] $repository /" | put_as_root /etc/apt/sources.list.d/edgewatt-kubernetes.list
  as_root apt-get update
  # A held package of another minor is what install --allow-change-held-packages is for.
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --allow-change-held-packages kubeadm kubelet kubectl
  # A minor more would come with any upgrade, under a running cluster.
  as_root apt-mark hold kubeadm kubelet kubectl
  as_root systemctl enable kubelet
}

# Queue times are differences between two machines' clocks.
clock_there() { [ "$(timedatectl show --property=NTPSynchronized --value)" = yes ]; }
set_clock() { as_root systemctl enable --now chrony; }

in_cluster() { [ -e "$root/etc/kubernetes/kubelet.conf" ] || [ -e "$root$admin_config" ]; }
leave_cluster() {
  as_root timeout 300 kubeadm reset --force --cri-socket "$cri_socket"
  # kubeadm leaves these to whoever made them: the network's settings, its devices and its rules.
  as_root rm -rf "$root/etc/cni/net.d" "$root/var/lib/cni" "$root/var/lib/calico"
  if ip link show vxlan.calico >/dev/null 2>&1; then as_root ip link delete vxlan.calico; fi
  as_root sh -c "$drop_rules"
}
# Others' rules (Docker's, a firewall's) stay.
# shellcheck disable=SC2016 # for the shell that runs it
drop_rules='set -e; for one in iptables ip6tables; do "$one-save" | grep -vE "KUBE-|cali-|CNI-" | "$one-restore"; done'

# put_as_root FILE: standard input, in a folder that is root's.
put_as_root() {
  if [ -n "$dry_run" ]; then
    cat >/dev/null
    echo "    write $1"
  else
    as_root install -D -m 644 /dev/stdin "$root$1"
  fi
}

install_node() {
  step "containerd, chrony and what fetches packages" base_there add_base
  step "swap off" swap_off turn_swap_off
  step "kernel modules" modules_there add_modules
  step "forwarding" settings_there add_settings
  step "containerd's settings" containerd_there set_containerd
  step "kubeadm, kubelet, kubectl $kubernetes_minor" kubernetes_there add_kubernetes
  step "synchronised clock" clock_there set_clock
}

reset_node() {
  undo "cluster on this machine" in_cluster leave_cluster
  ! { [ -z "$dry_run" ] && in_cluster; } || { echo "${0##*/}: kubeadm did not leave the cluster" >&2; exit 1; }
}

status_node() {
  tell "packages" base_there
  tell "swap off" swap_off
  tell "kernel modules" modules_there
  tell "forwarding" settings_there
  tell "containerd's settings" containerd_there
  tell "kubeadm, kubelet, kubectl $kubernetes_minor" kubernetes_there
  tell "synchronised clock" clock_there
  # Either is fine.
  if in_cluster; then echo "in a cluster                       yes"; else echo "in a cluster                       no"; fi
}

node() {
  local verb=${1:-}
  [ $# -eq 0 ] || shift
  if [ "${1:-}" = --dry-run ]; then dry_run=yes; shift; fi
  [ $# -eq 0 ] || die "unknown argument $1"
  case $verb in
    install) install_node ;;
    reset) reset_node ;;
    status) missing=; status_node; [ -z "$missing" ] ;;
    *) die "usage: node.sh install|reset|status [--dry-run]" ;;
  esac
}

# A function, so that all of it is here before the first line runs when it comes over ssh.
node "$@"
