#!/usr/bin/env bash
# A real Kubernetes API server (and, asked for, the scheduler and the controller manager) without
# nodes or containers: etcd and the programs themselves as plain processes on 127.0.0.1.
#
#   kube.sh install [--all]      API server and kubectl; --all: scheduler, controller manager too
#   kube.sh up STATE [--scheduler [CONFIG]] [--controller-manager] [-- API SERVER ARGUMENT...]
#   kube.sh schedule STATE NAME CONFIG   one more scheduler; it uses this API server
#   kube.sh away STATE            stops the API server alone; its cluster stays in etcd
#   kube.sh back STATE            starts it again as it was
#   kube.sh down STATE
#
# up prints NAME=VALUE lines: KUBECONFIG (a cluster administrator's), kubectl (of the same version),
# server and the process ids; schedule prints pid, url (of its /metrics) and token. Every up starts from an empty cluster; several run side by side. The
# first install compiles for some ten minutes. Exit 77: not to be had here, with the reason.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$here/common.sh"
# 1.32 and some others cannot be built from published modules: part of their staging modules is missing.
version=1.33.13
home=$servers/kube/$version

# Kubernetes' go.mod points its own libraries at folders inside its repository, which a module
# download does not honour. A module of our own maps each of them to its published tag instead.
write_module() {
  local upstream library
  upstream=$(go mod download -json "k8s.io/kubernetes@v$version" | sed -n 's/.*"GoMod": "\(.*\)",/\1/p')
  [ -f "$upstream" ] || return 1
  {
    echo "module kube"
    grep -E '^go [0-9]' "$upstream"
    echo "require k8s.io/kubernetes v$version"
    grep -oE '^[[:space:]]*k8s\.io/[a-z0-9-]+ => \./staging' "$upstream" | awk '{ print $1 }' | sort -u |
      while read -r library; do echo "replace $library => $library v0.${version#1.}"; done
  } >go.mod
  {
    printf '//go:build tools\n\npackage kube\n\nimport (\n'
    printf '\t_ "k8s.io/kubernetes/cmd/%s"\n' kube-apiserver kube-controller-manager kube-scheduler kubectl
    echo ')'
  } >tools.go
  go mod tidy
}

install_all() {
  local program wanted=(kube-apiserver kubectl) missing=()
  case ${1:-} in
    '') ;;
    --all) wanted+=(kube-scheduler kube-controller-manager) ;;
    *) die "unknown option $1" ;;
  esac
  packages etcd-server
  need curl python3 openssl
  one_builder kube
  for program in "${wanted[@]}"; do [ -x "$home/$program" ] || missing+=("$program"); done
  [ ${#missing[@]} -gt 0 ] || return 0
  may_build kube-apiserver
  need go
  mkdir -p "$home/module"
  cd "$home/module"
  [ -f go.sum ] || write_module >&2 || { rm -f go.sum; skip "the modules of Kubernetes $version could not be had"; }
  local stamp=k8s.io/component-base/version minor=${version#1.}
  for program in "${missing[@]}"; do
    CGO_ENABLED=0 go build -mod=mod -trimpath -o "$home/$program" \
      -ldflags "-s -w -X $stamp.gitVersion=v$version -X $stamp.gitMajor=1 -X $stamp.gitMinor=${minor%%.*}" \
      "k8s.io/kubernetes/cmd/$program" >&2 || skip "go could not build $program $version"
  done
}

# kubeconfig STATE FILE USER: a client's configuration; whoever holds USER's token is that user.
kubeconfig() {
  local token
  token=$(grep ",$3,$3," "$1/tokens.csv" | cut -d, -f1)
  (umask 077 && cat >"$1/$2") <<EOF
apiVersion: v1
kind: Config
clusters: [{name: local, cluster: {server: "$server", certificate-authority: "$1/pki/apiserver.crt"}}]
users: [{name: user, user: {token: "$token"}}]
contexts: [{name: local, context: {cluster: local, user: user}}]
current-context: local
EOF
}

# run_api_server STATE COMMAND...: also keeps the command, for back.
run_api_server() {
  local state=$1
  shift
  printf '%s\0' "$@" >"$state/apiserver.command"
  echo "$server" >"$state/apiserver.url"
  start "$state" apiserver "$@"
  await "$state" apiserver http_ok -k "$server/readyz"
}

back() {
  local state server command
  state=$(cd "$1" && pwd)
  [ -f "$state/apiserver.command" ] || die "$state has no API server"
  ! alive "$state" apiserver || die "$state holds a running API server"
  server=$(<"$state/apiserver.url")
  mapfile -d '' -t command <"$state/apiserver.command"
  run_api_server "$state" "${command[@]}"
}

start_api_server() {
  local state=$1 client=$2 peer=$3 port=$4 user
  # Without a controller manager no namespace gets its default service account, and pods need one.
  local off=TaintNodesByCondition
  [ -n "$controllers" ] || off+=,ServiceAccount
  shift 4
  rm -rf "$state/etcd" "$state/pki"
  mkdir -p "$state/pki"
  openssl genrsa -out "$state/pki/sa.key" 2048 2>/dev/null
  openssl rsa -in "$state/pki/sa.key" -pubout -out "$state/pki/sa.pub" 2>/dev/null
  (umask 077 && : >"$state/tokens.csv")
  for user in admin system:kube-scheduler system:kube-controller-manager; do
    printf '%s,%s,%s,"%s"\n' "$(openssl rand -hex 16)" $user $user \
      "$([ $user = admin ] && echo system:masters || echo $user)" >>"$state/tokens.csv"
  done
  start "$state" etcd etcd --name local --data-dir "$state/etcd" --unsafe-no-fsync \
    --listen-client-urls "http://127.0.0.1:$client" --advertise-client-urls "http://127.0.0.1:$client" \
    --listen-peer-urls "http://127.0.0.1:$peer" --initial-advertise-peer-urls "http://127.0.0.1:$peer" \
    --initial-cluster "local=http://127.0.0.1:$peer"
  await "$state" etcd http_ok "http://127.0.0.1:$client/health" || return 1
  # --cert-dir makes it issue its own certificate, which is all that clients on loopback need.
  run_api_server "$state" "$home/kube-apiserver" --etcd-servers="http://127.0.0.1:$client" \
    --bind-address=127.0.0.1 --advertise-address=127.0.0.1 --secure-port="$port" --cert-dir="$state/pki" \
    --token-auth-file="$state/tokens.csv" --authorization-mode=RBAC --endpoint-reconciler-type=none \
    --service-account-issuer=https://kubernetes.default.svc --service-account-key-file="$state/pki/sa.pub" \
    --service-account-signing-key-file="$state/pki/sa.key" --service-cluster-ip-range=10.0.0.0/16 \
    --disable-admission-plugins="$off" --allow-privileged=true "$@"
}

# start_scheduler STATE NAME PORT CONFIG
start_scheduler() {
  local state=$1 name=$2 port=$3 config=$4 arguments
  arguments=(--kubeconfig="$state/scheduler.kubeconfig" --leader-elect=false)
  kubeconfig "$state" scheduler.kubeconfig system:kube-scheduler
  if [ -n "$config" ]; then arguments=(--config="$config"); fi
  start "$state" "$name" "$home/kube-scheduler" "${arguments[@]}" --bind-address=127.0.0.1 --secure-port="$port" \
    --authentication-kubeconfig="$state/scheduler.kubeconfig" --authorization-kubeconfig="$state/scheduler.kubeconfig" \
    --cert-dir="$state/$name-pki" --v=2
  await "$state" "$name" http_ok -k "https://127.0.0.1:$port/healthz"
}

schedule() {
  local state name=$2 config=$3 server port
  state=$(cd "$1" && pwd)
  [ -x "$home/kube-scheduler" ] || skip "no kube-scheduler $version; build it with: $here/kube.sh install --all"
  alive "$state" apiserver || die "$state holds no running API server"
  ! alive "$state" "$name" || die "$state already holds a running $name"
  [ -r "$config" ] || die "cannot read $config"
  server=$(<"$state/apiserver.url")
  port=$(free_ports 1)
  # A configuration for a cluster says nothing of how to reach it: in a pod that is known. Beyond
  # 50 requests a second the scheduler would wait for itself.
  if grep -q '^clientConnection:' "$config"; then
    cp "$config" "$state/$name.yaml"
  else
    {
      cat "$config"
      printf '\nclientConnection: {kubeconfig: "%s", qps: 500, burst: 1000}\n' "$state/scheduler.kubeconfig"
    } >"$state/$name.yaml"
  fi
  start_scheduler "$state" "$name" "$port" "$state/$name.yaml" || { stop "$state" "$name"; exit 1; }
  echo "$name" >>"$state/schedulers"
  echo "pid=$(pid_of "$state" "$name")"
  echo "url=https://127.0.0.1:$port"
  echo "token=$(grep ',admin,admin,' "$state/tokens.csv" | cut -d, -f1)"
}

start_controllers() {
  local state=$1 port=$2
  kubeconfig "$state" controllers.kubeconfig system:kube-controller-manager
  start "$state" controllers "$home/kube-controller-manager" --kubeconfig="$state/controllers.kubeconfig" --leader-elect=false \
    --bind-address=127.0.0.1 --secure-port="$port" --use-service-account-credentials=true \
    --service-account-private-key-file="$state/pki/sa.key" --root-ca-file="$state/pki/apiserver.crt" \
    --controllers=deployment,replicaset,garbagecollector,namespace,serviceaccount,endpointslice
  await "$state" controllers http_ok -k "https://127.0.0.1:$port/healthz"
}

up() {
  local state=$1 scheduler='' config='' controllers='' server client peer api scheduler_port controllers_port program
  shift
  while [ $# -gt 0 ]; do
    case $1 in
      --scheduler) scheduler=yes; shift; case ${1:-} in '' | -*) ;; *) config=$1; shift ;; esac ;;
      --controller-manager) controllers=yes; shift ;;
      --) shift; break ;;
      *) die "unknown option $1" ;;
    esac
  done
  for program in kube-apiserver kubectl ${scheduler:+kube-scheduler} ${controllers:+kube-controller-manager}; do
    [ -x "$home/$program" ] || skip "no $program $version; build it with: $here/kube.sh install --all"
  done
  need etcd openssl curl
  mkdir -p "$state"
  state=$(cd "$state" && pwd)
  ! alive "$state" apiserver || die "$state already holds a running API server"
  read -r client peer api scheduler_port controllers_port <<<"$(free_ports 5)"
  server=https://127.0.0.1:$api
  if ! { start_api_server "$state" "$client" "$peer" "$api" "$@" &&
    { [ -z "$controllers" ] || start_controllers "$state" "$controllers_port"; } &&
    { [ -z "$scheduler" ] || start_scheduler "$state" scheduler "$scheduler_port" "$config"; }; }; then
    down "$state"
    exit 1
  fi
  kubeconfig "$state" kubeconfig admin
  echo "KUBECONFIG=$state/kubeconfig"
  echo "kubectl=$home/kubectl"
  echo "server=$server"
  for program in etcd apiserver scheduler controllers; do
    if alive "$state" $program; then echo "${program}_pid=$(pid_of "$state" $program)"; fi
  done
}

down() {
  local program
  if [ -f "$1/schedulers" ]; then
    while read -r program; do stop "$1" "$program"; done <"$1/schedulers"
    rm "$1/schedulers"
  fi
  for program in scheduler controllers apiserver etcd; do stop "$1" $program; done
}

case ${1:-} in
  install) [ $# -le 2 ] || die "install takes --all or nothing"; install_all "${2:-}" ;;
  up) [ $# -ge 2 ] || die "up needs a state folder"; shift; up "$@" ;;
  schedule) [ $# -eq 4 ] || die "schedule needs the state folder, a name and a configuration"; shift; schedule "$@" ;;
  away) [ $# -eq 2 ] || die "away needs the state folder"; stop "$2" apiserver ;;
  back) [ $# -eq 2 ] || die "back needs the state folder"; back "$2" ;;
  down) [ $# -eq 2 ] || die "down needs the state folder"; down "$2" ;;
  *) die "usage: kube.sh install [--all] | up STATE [options] | schedule | away | back | down STATE" ;;
esac
