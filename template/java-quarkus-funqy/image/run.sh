#!/bin/sh
# The function's process: started by the watchdog or, without one, the container's own.
# JAVA_OPTS adds to the flags; the last one of a kind wins. EDGE_ARGUMENTS are the function's own.
# The watchdog has 8080, a function behind it 8082; without a watchdog direct.sh has said otherwise.
export QUARKUS_HTTP_PORT="${QUARKUS_HTTP_PORT:-8082}"
# shellcheck disable=SC2046,SC2086 # all hold several words
exec java $(cat /home/app/archive.flags) -XX:+UseSerialGC -XX:MaxRAMPercentage=60 \
  -XX:+ExitOnOutOfMemoryError -XX:-UsePerfData ${JAVA_OPTS:-} $(cat /home/app/start.args) ${EDGE_ARGUMENTS:-}
