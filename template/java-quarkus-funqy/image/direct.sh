#!/bin/sh
# Takes the watchdog's place in an image built with WATCHDOG=none: the function itself listens where
# the watchdog would. `port` is the watchdog's setting, `listen_address` is ours.
EDGE_HOST="${listen_address:-0.0.0.0}" EDGE_PORT="${port:-8080}"
export EDGE_HOST EDGE_PORT QUARKUS_HTTP_HOST="$EDGE_HOST" QUARKUS_HTTP_PORT="$EDGE_PORT"
# There is no watchdog to outlive, and health checks by file find theirs.
export EDGE_LINGER=0s
: >/tmp/.lock
exec /home/app/run.sh
