#!/usr/bin/env bash
# Real inference servers from Python packages, with two small watt models of our own, on 127.0.0.1.
#
#   inference.sh install kserve|mlserver|triton|tensorflow-grpc...
#   inference.sh up NAME STATE [--outputs float_val|double_val|tensor_content]
#   inference.sh down STATE
#
# kserve: KServe's model server (TF Serving's REST bodies and the Open Inference Protocol); mlserver,
# triton: the Open Inference Protocol; tensorflow-grpc: PredictionService.Predict by the published
# message stubs of TF Serving, whose own server is in no package index. --outputs (tensorflow-grpc
# only): how its answers carry their numbers.
#
# up prints NAME=VALUE lines: host, port (gRPC's with tensorflow-grpc, HTTP's else), source (what a
# node's edgewatt.io/power-source says of it), models, input (the input tensor's name), pid. The
# models are "frugal" (60 W + 80 W at full CPU) and "hungry" (120 W + 200 W); inference/watts.py has
# the formula, inputs are rows of cpu, ambient, cpu1, cpu2. tensorflow-grpc knows versions 1 and 2 of
# both. Exit 77: not to be had here, with the reason.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$here/common.sh"
own=$here/inference

# home NAME: where its virtual environment is, by what goes into it.
home() {
  case $1 in
    kserve) echo "$servers/inference/kserve-0.21.0" ;;
    mlserver) echo "$servers/inference/mlserver-1.7.1" ;;
    triton) echo "$servers/inference/pytriton-0.7.0" ;;
    tensorflow-grpc) echo "$servers/inference/tensorflow-serving-api-2.19.1-$(hash_of "$own/tensor.proto")" ;;
    *) die "unknown server $1: kserve, mlserver, triton or tensorflow-grpc" ;;
  esac
}

pip() {
  local home=$1
  shift
  "$home/bin/python" -m pip install -q --disable-pip-version-check "$@" >&2 || skip "pip could not install $*"
}

install_one() {
  local name=$1 home stubs
  home=$(home "$name")
  [ ! -e "$home/complete" ] || return 0
  may_build "$name"
  rm -rf "$home"
  mkdir -p "${home%/*}"
  python3 -m venv "$home" >&2 || skip "python3 cannot make a virtual environment; try: apt-get install python3-venv"
  case $name in
    kserve) pip "$home" kserve==0.21.0 ;;
    mlserver) pip "$home" mlserver==1.7.1 ;;
    triton) pip "$home" nvidia-pytriton==0.7.0 'numpy<2' ;;
    tensorflow-grpc)
      pip "$home" 'grpcio==1.76.*' 'grpcio-tools==1.76.*'
      pip "$home" --no-deps tensorflow-serving-api==2.19.1
      # The stubs name TensorFlow's messages by this path.
      stubs=$home/stubs/tensorflow/core/framework
      mkdir -p "$stubs"
      cp "$own/tensor.proto" "$stubs/tensor.proto"
      "$home/bin/python" -m grpc_tools.protoc -I "$home/stubs" --python_out="$home/stubs" "$stubs/tensor.proto" >&2 ||
        skip "protoc could not compile TensorFlow's messages"
      ;;
  esac
  touch "$home/complete"
}

install_all() {
  local name
  [ $# -gt 0 ] || die "install needs the servers' names"
  need curl python3
  one_builder inference
  for name in "$@"; do install_one "$name"; done
}

# mlserver_folder STATE HTTP GRPC METRICS: what MLServer serves, as files.
mlserver_folder() {
  local state=$1 model
  mkdir -p "$state/models"
  printf '{"host":"127.0.0.1","http_port":%s,"grpc_port":%s,"metrics_port":%s,"debug":false,"parallel_workers":0}\n' \
    "$2" "$3" "$4" >"$state/models/settings.json"
  for model in frugal hungry; do
    mkdir -p "$state/models/$model"
    printf '{"name":"%s","implementation":"mlserver_model.Watts"}\n' $model >"$state/models/$model/model-settings.json"
  done
}

listens() { python3 -c 'import socket, sys; socket.create_connection(("127.0.0.1", int(sys.argv[1])), 1)' "$1"; }

up() {
  local name=$1 state=$2 outputs=float_val home port grpc metrics source=open-inference library model
  shift 2
  while [ $# -gt 0 ]; do
    case $1 in
      --outputs) outputs=$2; shift 2 ;;
      *) die "unknown option $1" ;;
    esac
  done
  home=$(home "$name")
  [ -e "$home/complete" ] || skip "no $name; install it with: $here/inference.sh install $name"
  need curl
  mkdir -p "$state"
  state=$(cd "$state" && pwd)
  ! alive "$state" inference || die "$state already holds a running server"
  read -r port grpc metrics <<<"$(free_ports 3)"
  export PYTHONPATH=$own PYTHONDONTWRITEBYTECODE=1
  case $name in
    kserve) start "$state" inference "$home/bin/python" "$own/kserve_server.py" "$port" ;;
    mlserver)
      mlserver_folder "$state" "$port" "$grpc" "$metrics"
      start "$state" inference "$home/bin/mlserver" start "$state/models"
      ;;
    triton)
      library=$("$home/bin/python" -c 'import sysconfig; print(sysconfig.get_config_var("LIBDIR"))')
      LD_LIBRARY_PATH=$library start "$state" inference "$home/bin/python" "$own/triton_server.py" "$port" "$grpc" "$metrics"
      ;;
    tensorflow-grpc)
      source=tensorflow-grpc
      PYTHONPATH=$own:$home/stubs start "$state" inference "$home/bin/python" "$own/tensorflow_server.py" "$port" "$outputs"
      ;;
  esac
  if [ "$name" = tensorflow-grpc ]; then
    await "$state" inference listens "$port" || { down "$state"; exit 1; }
  else
    for model in frugal hungry; do
      # A server's own readiness comes before its models'.
      await "$state" inference http_ok "http://127.0.0.1:$port/v2/models/$model/ready" || { down "$state"; exit 1; }
    done
  fi
  echo "host=127.0.0.1"
  echo "port=$port"
  echo "source=$source"
  echo "models=frugal,hungry"
  echo "input=inputs"
  echo "pid=$(pid_of "$state" inference)"
}

down() { stop "$1" inference; }

case ${1:-} in
  install) shift; install_all "$@" ;;
  up) [ $# -ge 3 ] || die "up needs a server's name and a state folder"; shift; up "$@" ;;
  down) [ $# -eq 2 ] || die "down needs the state folder"; down "$2" ;;
  *) die "usage: inference.sh install NAME... | up NAME STATE [options] | down STATE" ;;
esac
