#!/bin/sh
# Takes the watchdog's place in an image built with WATCHDOG=none: the function itself listens where
# the watchdog would. `port` is the watchdog's setting, `listen_address` is ours.
export QUARKUS_HTTP_HOST="${listen_address:-0.0.0.0}" QUARKUS_HTTP_PORT="${port:-8080}"
# There is no watchdog to outlive, and health checks by file find theirs.
export EDGE_LINGER=0s
: >/tmp/.lock
exec /home/app/run.sh
