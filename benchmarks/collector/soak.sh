#!/usr/bin/env bash
# Ten million events leave the heap as it was.
#
#   benchmarks/collector/soak.sh            through parser and windows in one process, half a minute
#   benchmarks/collector/soak.sh --http     over loopback into a collector, some minutes
#
# The heap is printed after a full collection every million. Exit 1 where it grows.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
home=$(cd "$here/../.." && pwd)
java_home=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")}
"$home/bin/collector-ingest" --version >/dev/null
app=$home/functions/collector-ingest/target
if [ "${1:-}" != --http ]; then
  exec "$java_home/bin/java" -XX:+UseSerialGC -Xmx96m -cp "$app/classes:$app/quarkus-app/lib/main/*" "$here/Soak.java"
fi
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
JAVA_HOME=$java_home "$home/bin/collector-ingest" --node soak --port "$port" --no-k8s &
server=$!
trap 'kill $server 2>/dev/null; wait $server 2>/dev/null || true' EXIT
until curl -sf -o /dev/null "http://127.0.0.1:$port/_/ready"; do sleep 0.2; done
accepted() { curl -s "http://127.0.0.1:$port/metrics" | awk '/events_total.*accepted/ { printf "%d", $2 }'; }
heap() {
  "$java_home/bin/jcmd" $server GC.run >/dev/null
  "$java_home/bin/jcmd" $server GC.heap_info | grep -oE 'used [0-9]+K' | head -2 | awk '{ sum += $2 } END { print sum }'
}
first=''
last=0
printf '%10s %14s %12s\n' events 'heap KiB' 'RSS KiB'
for ((million = 1; million <= 10; million++)); do
  while [ "$(accepted)" -lt $((million * 1000000)) ]; do
    wrk -t1 -c32 -d4s -s "$here/event.lua" "http://127.0.0.1:$port" >/dev/null
  done
  last=$(heap)
  first=${first:-$last}
  printf '%10d %14d %12d\n' "$(accepted)" "$last" "$(awk '/VmRSS/ { print $2 }' /proc/$server/status)"
done
if [ "$last" -lt "$first" ]; then
  echo "the heap has fallen by $((first - last)) KiB since the first million"
else
  echo "the heap has grown by $((last - first)) KiB since the first million"
fi
[ $((last - first)) -le 1024 ]
