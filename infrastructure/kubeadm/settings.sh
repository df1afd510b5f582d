# shellcheck shell=bash
# shellcheck disable=SC2034 # read by those who source it
# What the scripts of this folder agree on: versions, and how a worker is spoken to. Sourced only.

kubernetes_minor=1.33
calico_version=v3.30.3
calico_manifest=${CALICO_MANIFEST:-https://raw.githubusercontent.com/projectcalico/calico/$calico_version/manifests/calico.yaml}
cri_socket=unix:///run/containerd/containerd.sock
# Not 192.168.0.0/16, Calico's own default: laboratories have it.
pod_cidr=${POD_CIDR:-10.244.0.0/16}
admin_config=/etc/kubernetes/admin.conf

# Nobody is asked anything, and a host whose key is not known is not spoken to.
ssh_options=(-o BatchMode=yes -o StrictHostKeyChecking=yes -o ConnectTimeout=10 -o ServerAliveInterval=10 -o ServerAliveCountMax=3)
[ -z "${KNOWN_HOSTS:-}" ] || ssh_options+=(-o "UserKnownHostsFile=$KNOWN_HOSTS")

# on HOST COMMAND: COMMAND is one text for the host's shell; never a secret in it.
on() { timeout "${SSH_SECONDS:-900}" ssh "${ssh_options[@]}" -- "$1" "$2"; }

# host_name TEXT: [USER@]NAME, and nothing that ssh would take for an option.
host_name() { [[ $1 =~ ^([A-Za-z_][A-Za-z0-9_.-]*@)?[A-Za-z0-9]([A-Za-z0-9.:-]*[A-Za-z0-9])?$ ]]; }

# sure WHAT: what cannot be undone is asked for, unless --yes or a dry run.
sure() {
  local answer
  [ -z "$dry_run$yes" ] || return 0
  [ -t 0 ] || die "$1: say --yes"
  read -r -p "$1. Type yes: " answer
  [ "$answer" = yes ] || die "nothing was done"
}
