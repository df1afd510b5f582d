#!/usr/bin/env bash
# Workers, over ssh, from the machine that is the master.
#
#   worker.sh join|reset|status (HOST... | --hosts FILE) [--yes] [--dry-run]
#
# HOST: [USER@]NAME, as ssh knows it; FILE: one a line, # comments. join prepares each machine (node.sh) and
# takes it into the cluster; who is in already and ready is left alone. reset moves the pods away, takes the
# node out and undoes what kubeadm did there. status: exit 1 while one of them is not ready.
#
# A worker's user may use sudo without a password (or is root), and its host key is in known_hosts: compare
# it with what `ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub` says on that machine. The token is made for
# this call, reaches a worker on ssh's standard input, and is withdrawn at the end; it is in no argument, no
# file that stays and no output. One worker's failure does not keep the others waiting: exit 1 at the end.
#
# Environment: KUBECONFIG (~/.kube/config), KNOWN_HOSTS (ssh's), SSH_SECONDS (900, the longest one command takes).
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=../single-node/steps.sh
. "$here/../single-node/steps.sh"
# shellcheck source-path=SCRIPTDIR source=settings.sh
. "$here/settings.sh"
yes=
hosts=()
kubeconfig=${KUBECONFIG:-$HOME/.kube/config}

kube() { timeout 60 kubectl --kubeconfig "$kubeconfig" "$@"; }

# ---- what a worker is asked and told; none of it secret ----

# Programs of root's are run so by whoever is not root.
# shellcheck disable=SC2016 # for the worker's shell
remote_root='if [ "$(id -u)" = 0 ]; then sudo=; else sudo="sudo -n"; fi; $sudo'

# send_node VERB HOST: node.sh and what it sources, in one piece.
send_node() {
  if [ -n "$dry_run" ]; then
    echo "    ssh $2: node.sh $1"
    return
  fi
  cat "$here/../single-node/steps.sh" "$here/settings.sh" "$here/node.sh" | on "$2" "$remote_root bash -s -- $1"
}

# The configuration is kept in memory (/run) for as long as kubeadm reads it, for root only.
# shellcheck disable=SC2016 # for the worker's shell
join_command='umask 077; f=$(mktemp /run/edgewatt-join.XXXXXX) || exit; trap "rm -f \"$f\"" EXIT; cat >"$f"; timeout 300 kubeadm join --config "$f"'

# ---- the token ----

endpoint='' token='' authorities=''
withdraw() {
  # Its name, which is no secret; it would end on its own after 15 minutes.
  [ -z "$token" ] || as_root timeout 60 kubeadm token delete "${token%%.*}" >/dev/null || true
}
make_token() {
  local words word previous=
  [ -z "$token" ] || return 0
  read -ra words <<<"$(as_root timeout 60 kubeadm token create --ttl 15m --print-join-command)"
  endpoint=${words[2]:-}
  for word in "${words[@]}"; do
    case $previous in
      --token) token=$word ;;
      # One for each authority the cluster has; any of them will do.
      --discovery-token-ca-cert-hash) authorities+="${authorities:+, }\"$word\"" ;;
    esac
    previous=$word
  done
  [[ $endpoint =~ ^[][A-Za-z0-9.:-]+:[0-9]+$ && $token =~ ^[a-z0-9]{6}\.[a-z0-9]{16}$ && $authorities =~ ^(, )?(\"sha256:[0-9a-f]{64}\"(, )?)+$ ]] ||
    { echo "worker.sh: kubeadm's join command is not what it used to be" >&2; token=; return 1; }
}

# printf is the shell's own: no process has the token among its arguments.
join_configuration() {
  printf '%s\n' "apiVersion: kubeadm.k8s.io/v1beta4" "kind: JoinConfiguration" "discovery:" "  bootstrapToken:" \
    "    apiServerEndpoint: \"$endpoint\"" "    token: \"$token\"" "    caCertHashes: [$authorities]" \
    "nodeRegistration:" "  criSocket: $cri_socket"
}

# ---- one worker ----

name_of() { on "$1" 'hostname | tr "[:upper:]" "[:lower:]"'; }
ready() { [ "$(kube get node "$1" -o 'jsonpath={.status.conditions[?(@.type=="Ready")].status}')" = True ]; }

reachable() {
  local why
  why=$(on "$1" true 2>&1) && return
  echo "worker.sh: $1: ${why:-no answer in time}" >&2
  case $why in *[Hh]ost\ key*) echo "worker.sh: $1: compare its key by hand, then add it to known_hosts (see worker.sh's head)" >&2 ;; esac
  return 1
}

join_one() {
  local host=$1 name
  reachable "$host" || return
  name=$(name_of "$host") || return
  if ready "$name" 2>/dev/null; then
    echo "ok   $host is in the cluster as $name"
    return 0
  fi
  echo "do   $host"
  send_node install "$host" || return
  if [ -n "$dry_run" ]; then
    echo "    ssh $host: kubeadm join, with a token of 15 minutes on standard input"
    return 0
  fi
  if on "$host" "$remote_root test -e /etc/kubernetes/kubelet.conf"; then
    # Joined another cluster, or this one before its reset.
    kube get node "$name" >/dev/null 2>&1 || { send_node reset "$host" || return; }
  fi
  if ! on "$host" "$remote_root test -e /etc/kubernetes/kubelet.conf"; then
    make_token || return
    join_configuration | on "$host" "$remote_root sh -c '$join_command'" || return
  fi
  timeout 320 kubectl --kubeconfig "$kubeconfig" wait --for=condition=Ready "node/$name" --timeout=300s || return
  kube label --overwrite node "$name" node-role.kubernetes.io/worker= || return
}

reset_one() {
  local host=$1 name
  reachable "$host" || return
  name=$(name_of "$host") || return
  echo "undo $host"
  # The cluster may be gone already; then only the machine is left to clean.
  if kube get node "$name" >/dev/null 2>&1; then
    run timeout 150 kubectl --kubeconfig "$kubeconfig" drain "$name" --ignore-daemonsets --delete-emptydir-data --force --timeout=120s ||
      echo "worker.sh: $name still had pods; they end with it" >&2
    run timeout 60 kubectl --kubeconfig "$kubeconfig" delete node "$name" || return
  fi
  send_node reset "$host"
}

status_one() {
  local host=$1 name state=unreachable
  if reachable "$host" && name=$(name_of "$host"); then
    state="not in the cluster"
    if kube get node "$name" >/dev/null 2>&1; then state="not ready"; fi
    if ready "$name" 2>/dev/null; then state=ready; fi
  fi
  printf '%-34s %s\n' "$host" "$state"
  [ "$state" = ready ]
}

# ---- all of them ----

read_hosts() {
  local line
  [ -r "$1" ] || die "cannot read $1"
  while read -r line || [ -n "$line" ]; do
    line=${line%%#*}
    line=${line//[[:space:]]/}
    [ -z "$line" ] || hosts+=("$line")
  done <"$1"
}

verb=${1:-}
[ $# -eq 0 ] || shift
while [ $# -gt 0 ]; do
  case $1 in
    --dry-run) dry_run=yes; shift ;;
    --yes) yes=yes; shift ;;
    --hosts) [ $# -ge 2 ] || die "--hosts needs a file"; read_hosts "$2"; shift 2 ;;
    -*) die "unknown option $1" ;;
    *) hosts+=("$1"); shift ;;
  esac
done
case $verb in join | reset | status) ;; *) die "usage: worker.sh join|reset|status (HOST... | --hosts FILE) [--yes] [--dry-run]" ;; esac
[ ${#hosts[@]} -gt 0 ] || die "which workers? give HOST... or --hosts FILE"
for host in "${hosts[@]}"; do host_name "$host" || die "'$host' is no host: give [USER@]NAME"; done
[ "$verb" != reset ] || sure "This takes ${hosts[*]} out of the cluster"

failed=()
trap withdraw EXIT
for host in "${hosts[@]}"; do "${verb}_one" "$host" </dev/null || failed+=("$host"); done
[ ${#failed[@]} -eq 0 ] || { [ "$verb" = status ] || echo "worker.sh: $verb failed: ${failed[*]}" >&2; exit 1; }
