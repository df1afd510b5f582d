#!/usr/bin/env bash
# Milliseconds an image, step by step: ours beside onnxruntime in Python with Pillow and with OpenCV,
# one after the other on the same model, pictures and one thread. Prints a table.
# Usage: benchmarks/yolo/run.sh [--seconds 10] [--rounds 2]
# Needs python3 with venv, and ../shared/models and ../shared/images beside this checkout; without
# them it ends with 77. Exit 1 where ours takes longer than either. A round takes about four times the seconds.
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
here="$home/benchmarks/yolo"
seconds=10 rounds=2
while [ $# -gt 1 ]; do
  case $1 in
    --seconds) seconds=$2 ;;
    --rounds) rounds=$2 ;;
    *) echo "run.sh: unknown option $1" >&2; exit 2 ;;
  esac
  shift 2
done
[ $# -eq 0 ] || { echo "run.sh: $1 needs a value" >&2; exit 2; }

at=$home shared=
while [ "$at" != / ]; do
  at=$(dirname "$at")
  if [ -d "$at/shared/models/yolox-nano" ] && [ -d "$at/shared/images" ]; then shared="$at/shared"; break; fi
done
[ -n "$shared" ] || { echo "skipped: no ../shared/models and ../shared/images beside this checkout" >&2; exit 77; }
python3 -c 'import venv' 2>/dev/null || { echo "skipped: no python3 with venv" >&2; exit 77; }
model="$shared/models/yolox-nano/yolox_nano.onnx"
images=("$shared"/images/*.jpg)

python="${YOLO_PEER_VENV:-$home/benchmarks/target/yolo-venv}/bin/python"
if [ ! -x "$python" ]; then
  python3 -m venv "$(dirname "$(dirname "$python")")"
  "$python" -m pip install -q --disable-pip-version-check onnxruntime numpy pillow opencv-python-headless
fi
jar="$home/benchmarks/target/edgewatt-benchmarks.jar"
[ -f "$jar" ] || { echo "run.sh: no $jar; build it with ./mvnw -Pbenchmarks -pl benchmarks -am package -DskipTests" >&2; exit 2; }

decoders=(pillow)
if "$python" -c 'import cv2' 2>/dev/null; then decoders+=(opencv); fi
rows=$(mktemp)
# Newer runtimes report what they run to their makers; that is not what is measured.
export ORT_DISABLE_TELEMETRY=1
trap 'rm -f "$rows"' EXIT
for _ in $(seq "$rounds"); do
  for decoder in "${decoders[@]}"; do
    "$python" "$here/peer.py" "$model" "${images[@]}" --decoder "$decoder" --seconds "$seconds" >>"$rows"
  done
  java -XX:+UseSerialGC -Xmx512m -cp "$jar" io.github.edgewatt.benchmarks.yolo.YoloRun "$model" "$seconds" "${images[@]}" >>"$rows"
done
awk -F, '
  BEGIN { printf "%-30s %8s %8s %8s %8s %8s %10s %6s\n", "ms an image, 1 thread", "decode", "pre", "infer", "post", "total", "images/s", "found" }
  { if (!($1 in n)) order[++names] = $1; n[$1]++; for (i = 2; i <= 8; i++) sum[$1, i] += $i }
  END {
    for (k = 1; k <= names; k++) {
      name = order[k]; printf "%-30s", name
      for (i = 2; i <= 6; i++) printf " %8.2f", sum[name, i] / n[name]
      printf " %10.2f %6d\n", sum[name, 7] / n[name], sum[name, 8] / n[name]
    }
    ours = sum["ours", 6] / n["ours"]
    for (k = 1; k <= names; k++) {
      name = order[k]; if (name == "ours") continue
      theirs = sum[name, 6] / n[name]
      printf "%-7s not slower than %s: %.2f of its time\n", ours <= theirs ? "met" : "MISSED", name, ours / theirs
      missed += ours > theirs
    }
    exit missed > 0
  }' "$rows"
