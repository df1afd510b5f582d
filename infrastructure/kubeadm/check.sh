#!/usr/bin/env bash
# The cluster scripts with stand-ins for the programs they call: what they do to fresh machines and in which
# order, that a second time does nothing, that a dry run and a question change nothing, and that the token
# and the password are nowhere they must not be. Exit as ../check.sh.
# shellcheck disable=SC2317 # functions are called by name
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 2
here=$PWD
work=$(mktemp -d) || exit 2
failed=0
secret=0123456789abcdef

finish() {
  local file pid
  # What keeps the stand-ins for port-forward and ssh alive.
  for file in "$work"/home/edgewatt/expose/*.pid; do
    [ ! -f "$file" ] || { read -r pid _ <"$file" && kill "$pid" 2>/dev/null; }
  done
  rm -rf "$work"
}
trap finish EXIT

mkdir "$work/bin"
for program in apt-get apt-mark containerd curl dpkg dpkg-query helm hostname install ip ip6tables-restore ip6tables-save iptables-restore \
  iptables-save kubeadm kubectl modprobe ssh swapoff swapon sysctl systemctl timedatectl; do
  ln -s "$here/test/stub" "$work/bin/$program"
done

# fresh: a master and workers on which nothing was done yet.
fresh() {
  local host
  rm -rf "${work:?}"/{state,root,home}
  mkdir -p "$work/state" "$work/root/etc" "$work/home"
  printf '%s\n' '/dev/sda1 / ext4 defaults 0 1' '/swap.img none swap sw 0 0' >"$work/root/etc/fstab"
  for host in w1 w2; do
    mkdir -p "$work/state/$host/root/etc"
    cp "$work/root/etc/fstab" "$work/state/$host/root/etc/fstab"
  done
}

as_stub() {
  find "$work/state" -name changes -delete
  rm -f "$work/state/ssh"
  touch "$work/state/changes" "$work/state"/w{1,2}/changes
  PATH=$work/bin:$PATH STUB_STATE=$work/state EDGEWATT_ROOT=$work/root EDGEWATT_TRIES="${tries:-30}" HOME=$work/home \
    XDG_STATE_HOME=$work/home KUBECONFIG='' CLOUD='' "$@"
}

# expect CODE COMMAND...: with that exit code. What is said is in said.
expect() {
  local wanted=$1 code=0
  shift
  as_stub "$@" >"$work/said" 2>&1 </dev/null || code=$?
  cat "$work/said"
  [ ! -e "$work/state/unknown" ] || { echo "called what nobody expected"; return 1; }
  [ "$code" -eq "$wanted" ] || { echo "exit $code, not $wanted: $*"; return 1; }
}

all_changes() { find "$work/state" -name changes -exec cat {} +; }
unchanged() { [ -z "$(all_changes)" ] || { echo "changed a machine:"; all_changes; return 1; }; }
changed() { grep -q -- "$2" "$work/state/$1changes" || { echo "never called: $2"; cat "$work/state/$1changes"; return 1; }; }
said() { grep -q -- "$1" "$work/said" || { echo "never said: $1"; return 1; }; }
in_order() {
  local file=$work/state/$1changes word line last=0
  shift
  for word in "$@"; do
    line=$(grep -n -m 1 -- "$word" "$file" | cut -d: -f1)
    [ "${line:-0}" -gt "$last" ] || { echo "not in its place: $word"; cat "$file"; return 1; }
    last=$line
  done
}

# none PATTERN: a pattern that found no file is passed on as it is.
none() { [ ! -e "$1" ] || { echo "still there: $*"; return 1; }; }

# The token was where it must be and nowhere else: no argument (the stand-in notes all of them), no output.
kept_secret() {
  ! grep -rl "$secret" "$work/state" --include=changes --include=ssh && ! grep -q "$secret" "$work/said" &&
    ! grep -rl "$secret" "$work/state" "$work/root" "$work/home" | grep -v '/joined-with-'
}

node_life() {
  fresh
  expect 1 ./node.sh status && unchanged && expect 0 ./node.sh install --dry-run && unchanged &&
    expect 0 ./node.sh install &&
    in_order "" "apt-get update" "apt-get install.*containerd" swapoff "modprobe -a overlay br_netfilter" "sysctl -p" "restart containerd" \
      Release.key "apt-get install.*kubeadm" "apt-mark hold" "enable kubelet" "enable --now chrony" &&
    grep -q 'SystemdCgroup = true' "$work/root/etc/containerd/config.toml" && grep -q '"/opt/cni/bin"' "$work/root/etc/containerd/config.toml" &&
    grep -q '^# edgewatt: /swap.img' "$work/root/etc/fstab" && grep -q '^/dev/sda1 / ext4' "$work/root/etc/fstab" &&
    grep -q '/v1.33/deb/' "$work/root/etc/apt/sources.list.d/edgewatt-kubernetes.list" &&
    expect 0 ./node.sh status && unchanged && expect 0 ./node.sh install && unchanged &&
    echo 1.28.3-1.1 >"$work/state/kubernetes" && expect 1 ./node.sh status && expect 0 ./node.sh install && changed "" allow-change-held &&
    expect 2 ./node.sh install --force && unchanged
}

master_life() {
  fresh
  expect 1 ./master.sh status && unchanged && expect 0 ./master.sh init --dry-run && unchanged &&
    expect 0 ./master.sh init --cidr 10.99.0.0/16 --address 10.0.0.1 &&
    in_order "" "apt-get install.*kubeadm" "kubeadm init" calico.yaml &&
    changed "" "pod-network-cidr 10.99.0.0/16 --skip-token-print --token-ttl 15m --apiserver-advertise-address 10.0.0.1" &&
    changed "" "--kubernetes-version v1.33.4" &&
    [ "$(stat -c %a "$work/home/.kube/config")" = 600 ] &&
    expect 0 ./master.sh status && unchanged && expect 0 ./master.sh init && unchanged &&
    expect 2 ./master.sh reset && unchanged && expect 0 ./master.sh reset --dry-run && unchanged &&
    expect 0 ./master.sh reset --yes && changed "" "kubeadm reset --force" && [ ! -e "$work/home/.kube/config" ] &&
    grep -q DOCKER-USER "$work/state/restored-iptables-restore" && ! grep -q KUBE "$work/state/restored-iptables-restore" &&
    expect 1 ./master.sh status && expect 0 ./master.sh reset --yes && unchanged &&
    expect 2 ./master.sh init --cidr everything && unchanged
}

# Another cluster's configuration is not written over.
master_keeps_config() {
  fresh
  mkdir -p "$work/home/.kube"
  echo "current-context: work" >"$work/home/.kube/config"
  expect 2 ./master.sh init && said "is of another cluster" && [ "$(cat "$work/home/.kube/config")" = "current-context: work" ]
}

worker_life() {
  fresh
  echo "w2   # the second" >"$work/home/hosts"
  expect 0 ./master.sh init >/dev/null || return
  expect 1 ./worker.sh status w1 --hosts "$work/home/hosts" && unchanged && said 'w2 .*not in the cluster' &&
    expect 0 ./worker.sh join w1 w2 --dry-run && unchanged &&
    expect 0 ./worker.sh join w1 --hosts "$work/home/hosts" &&
    in_order w1/ "apt-get install.*kubeadm" "kubeadm join --config" && in_order w2/ "apt-get install.*kubeadm" "kubeadm join --config" &&
    in_order "" "token create --ttl 15m" "label --overwrite node w1" "label --overwrite node w2" "token delete abcdef" &&
    [ "$(grep -c 'token create' "$work/state/changes")" = 1 ] &&
    grep -q "token: \"abcdef.$secret\"" "$work/state/joined-with-w2" && grep -q 'apiServerEndpoint: "10.0.0.1:6443"' "$work/state/joined-with-w2" &&
    grep -qE 'caCertHashes: \["sha256:0+7", "sha256:0+8"\]' "$work/state/joined-with-w2" && none "$work"/state/w*/root/run/* &&
    kept_secret && expect 0 ./worker.sh status w1 w2 && unchanged && expect 0 ./worker.sh join w1 w2 && unchanged &&
    expect 2 ./worker.sh reset w1 && unchanged && expect 0 ./worker.sh reset w1 --yes &&
    in_order "" "drain w1" "delete node w1" && changed w1/ "kubeadm reset --force" && [ -z "$(cat "$work/state/w2/changes")" ] &&
    expect 1 ./worker.sh status w1 w2 && expect 0 ./worker.sh join w1 && changed w1/ "kubeadm join"
}

worker_faults() {
  fresh
  expect 0 ./master.sh init >/dev/null || return
  : >"$work/state/unreachable-gone"
  : >"$work/state/stranger-strange"
  : >"$work/state/join-fails-w1"
  expect 1 ./worker.sh join gone strange w1 w2 && said "No route to host" && said "compare its key by hand" && said "join failed: gone strange w1$" &&
    changed w2/ "kubeadm join" && changed "" "token delete abcdef" && kept_secret && none "$work"/state/w*/root/run/* &&
    expect 2 ./worker.sh join && expect 2 ./worker.sh join -oProxyCommand=true && expect 2 ./worker.sh join 'w1;reboot' && unchanged &&
    expect 2 ./worker.sh join -- && unchanged
}

monitoring_life() {
  fresh
  expect 0 ./master.sh init >/dev/null || return
  expect 1 ./monitoring.sh status && unchanged && expect 0 ./monitoring.sh up --dry-run && unchanged &&
    expect 0 ./monitoring.sh up --scrape kafka=10.0.0.9:11001,kafka=10.0.0.8:11001,yolo-tracker=cloud:8000 &&
    in_order "" namespaces.yaml "install -d" "kubernetes/monitoring$" "secret generic grafana-admin" "install kube-prometheus-stack" overlays/monitoring grafana/dashboards "install metrics-server" &&
    grep -q '"kafka", .*targets: \["10.0.0.9:11001", "10.0.0.8:11001"\]' "$work/state/targets" && grep -q '"yolo-tracker".*"cloud:8000"' "$work/state/targets" &&
    ! grep -q -- "$(cat "$work/state/password")" "$work/state/changes" "$work/said" &&
    expect 0 ./monitoring.sh status && unchanged && expect 0 ./monitoring.sh up --scrape yolo-tracker=cloud:8000 && unchanged &&
    expect 0 ./monitoring.sh up --scrape kafka=other:11001 && changed "" "install kube-prometheus-stack" &&
    expect 0 env CLOUD=me@lab ./monitoring.sh up && unchanged && ! grep -q lab "$work/state/targets" &&
    expect 2 ./monitoring.sh up --scrape 'kafka=a:1"' && unchanged &&
    expect 0 ./monitoring.sh down && expect 1 ./monitoring.sh status && expect 0 ./monitoring.sh down && unchanged &&
    expect 0 ./monitoring.sh up && changed "" "patch persistentvolume" && grep -q '\[\]' "$work/state/targets"
}

cluster_life() {
  fresh
  expect 1 ./cluster.sh status w1 w2 && unchanged && expect 0 ./cluster.sh up w1 w2 --dry-run && unchanged &&
    expect 0 ./cluster.sh up w1 w2 && expect 0 ./cluster.sh status w1 w2 && unchanged && expect 0 ./cluster.sh up w1 w2 && unchanged &&
    expect 2 ./cluster.sh reset-and-join w1 w2 && unchanged &&
    expect 0 ./cluster.sh reset-and-join w1 w2 --yes &&
    in_order "" "delete node w1" "delete node w2" "kubeadm reset" "kubeadm init" "token create" "label --overwrite node w2" "install kube-prometheus-stack" &&
    in_order w1/ "kubeadm reset" "kubeadm join" && kept_secret && expect 0 ./cluster.sh status w1 w2 &&
    expect 0 ./cluster.sh down w1 w2 --yes && expect 1 ./cluster.sh status w1 w2 &&
    : >"$work/state/unreachable-w1" && expect 1 ./cluster.sh up w1 w2 && changed w2/ "kubeadm join" && changed "" "install kube-prometheus-stack"
}

# exposed ENVIRONMENT...: up, again, broken, status, down.
exposed() {
  local before
  expect 1 env "$@" ./expose.sh status && expect 0 env "$@" ./expose.sh up --dry-run && [ ! -d "$work/home/edgewatt/expose" ] &&
    tries=1 expect 1 env "$@" ./expose.sh up && said "no answer yet" || return
  : >"$work/state/answers"
  before=$(cat "$work/home/edgewatt/expose"/*.pid)
  expect 0 env "$@" ./expose.sh up && expect 0 env "$@" ./expose.sh status && [ "$(cat "$work/home/edgewatt/expose"/*.pid)" = "$before" ] &&
    expect 0 env "$@" ./expose.sh down && none "$work"/home/edgewatt/expose/*.pid &&
    rm "$work/state/answers" && expect 1 env "$@" ./expose.sh status && expect 0 env "$@" ./expose.sh down || return
  # None of those that were started is left.
  for before in $before; do [ ! -e "/proc/$before" ] || ! grep -q expose.sh "/proc/$before/cmdline" || { echo "$before is left"; return 1; }; done
}

expose_cluster() { fresh && exposed A=B; }
expose_again() {
  fresh
  : >"$work/state/answers"
  : >"$work/state/breaks"
  expect 0 ./expose.sh up || return
  # One of the two breaks at once and is started again a second later.
  for _ in {1..150}; do [ "$(grep -c port-forward "$work/state/changes")" -lt 3 ] || break; sleep 0.1; done
  [ "$(grep -c port-forward "$work/state/changes")" = 3 ] && grep -q 'ended, again in 1 s' "$work"/home/edgewatt/expose/*.log && expect 0 ./expose.sh down
}
expose_tunnel() {
  fresh
  exposed CLOUD=me@lab && expect 2 env CLOUD=-oProxyCommand=x ./expose.sh up
}
tunnel_goes_where_told() {
  fresh
  : >"$work/state/answers"
  expect 0 env CLOUD=me@lab GRAFANA_PORT=3333 ./expose.sh up || return
  # The stand-in for ssh is another process: it has noted its arguments soon.
  for _ in {1..150}; do [ ! -s "$work/state/ssh" ] || break; sleep 0.1; done
  grep -q -- '-N -L 127.0.0.1:3333:127.0.0.1:3000 -L 127.0.0.1:9090:127.0.0.1:9090 -- me@lab' "$work/state/ssh" && expect 0 ./expose.sh down
}

no_hosts_nor_secrets() {
  # Addresses other than loopback, ranges for pods and examples; passwords; tokens.
  ! grep -nE '(password|token)[=:] *[A-Za-z0-9]{6,}' ./*.sh ../kubernetes/values/*.yaml ../overlays/monitoring*/*.yaml | grep -vE '^[^:]+:[0-9]+: *#' &&
    ! grep -nE '\b[0-9]{1,3}(\.[0-9]{1,3}){3}\b' ./*.sh | grep -v '^./check.sh' | grep -vE '127\.0\.0\.1|10\.244\.0\.0/16|192\.168\.0\.0/16'
}

try() {
  if "$2" >"$work/out" 2>&1; then
    echo "ok  kubeadm: $1"
  else
    echo "BAD kubeadm: $1"
    sed 's/^/      /' "$work/out"
    failed=1
  fi
}

try "node.sh: fresh, again, another version, status" node_life
try "master.sh: init, again, dry run, status, reset" master_life
try "master.sh: another cluster's configuration stays" master_keeps_config
try "worker.sh: join, again, dry run, status, reset; the token stays secret" worker_life
try "worker.sh: unreachable, unknown key, refused, odd names" worker_faults
try "monitoring.sh: up, other targets, status, down" monitoring_life
try "cluster.sh: up, reset-and-join, down, a worker missing" cluster_life
try "expose.sh: into the cluster, again, status, down" expose_cluster
try "expose.sh: started again when it breaks" expose_again
try "expose.sh: through an ssh tunnel" expose_tunnel
try "expose.sh: which ports go where" tunnel_goes_where_told
try "no hosts and no secrets" no_hosts_nor_secrets
exit $failed
