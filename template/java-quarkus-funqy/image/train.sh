#!/bin/bash
# Starts the function once while the image is built and keeps what the JVM loaded, so that a start
# needs not parse and verify it again. Called with NAME=VALUE settings for that one start, or with
# "none" for a function that cannot start without what it works on.
set -euo pipefail
cd /home/app
: >archive.flags
[ "${1:-}" != none ] || exit 0
settings=(QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_HTTP_PORT=8082 healthcheck_interval=0s EDGE_LINGER=0s "$@")
major=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/.*java.specification.version = //p')
if [ "$major" -ge 25 ]; then
  archive=-XX:AOTCache=/home/app/app.aot training=-XX:AOTCacheOutput=/home/app/app.aot
else
  archive=-XX:SharedArchiveFile=/home/app/app.jsa training=-XX:ArchiveClassesAtExit=/home/app/app.jsa
fi

# ask METHOD PATH [BODY]: prints the status of one call; nothing when it is refused.
ask() {
  { exec 3<>/dev/tcp/127.0.0.1/8082; } 2>/dev/null || return 0
  printf '%s %s HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s' \
    "$1" "$2" "${#3}" "$3" >&3
  head -n 1 <&3 | cut -d' ' -f2
  exec 3<&-
}

# Without the warnings: one for every class that was loaded, never used and so cannot be kept.
env "${settings[@]}" JAVA_OPTS="$training -Xlog:disable -Xlog:all=error" ./run.sh &
function=$!
for _ in $(seq 1 300); do
  # Healthy, not ready: what a function waits for may not exist while its image is built.
  [ "$(ask GET /_/health '')" = 200 ] && break
  kill -0 $function
  sleep 0.1
done
for _ in 1 2 3; do
  ask GET / '' >/dev/null
  ask POST / text >/dev/null
done
kill -TERM $function
wait $function || [ $? -eq 143 ]
echo "$archive" >archive.flags
ls -l app.jsa app.aot 2>/dev/null || true
