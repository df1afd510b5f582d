#!/usr/bin/env bash
# A real Kafka broker (KRaft, broker and controller in one) from its published jars, on 127.0.0.1.
#
#   kafka.sh install
#   kafka.sh up STATE [--partitions N]    of topics that make themselves; 1
#   kafka.sh away STATE                   stops it: connections break, the log stays
#   kafka.sh back STATE                   starts it again on its port, with its log
#   kafka.sh run STATE CLASS ARGS...      one of its tools, such as org.apache.kafka.tools.TopicCommand;
#                                         BROKER in ARGS is the broker's address
#   kafka.sh down STATE
#
# up prints NAME=VALUE lines: servers, pid. Exit 77: not to be had here, with the reason.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=common.sh
. "$here/common.sh"
root=$(cd "$here/../.." && pwd)

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
version=$(sed -n 's:.*<kafka.version>\(.*\)</kafka.version>.*:\1:p' "$root/pom.xml")
lib=$servers/kafka-$version-$(hash_of "$here/kafka/pom.xml")

install_it() {
  need java python3
  [ ! -d "$lib" ] || return 0
  may_build Kafka
  one_builder kafka
  [ ! -d "$lib" ] || return 0
  rm -rf "$lib.new"
  "$root/mvnw" -B -ntp -q -f "$here/kafka/pom.xml" dependency:copy-dependencies -DoutputDirectory="$lib.new" -DincludeScope=runtime >&2 ||
    skip "Maven could not fetch Kafka's jars"
  mv "$lib.new" "$lib"
  exec 9>&-
}

tool() { "$java" -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -cp "$lib/*" "$@"; }

answers() { grep -q 'Kafka Server started' "$1/kafka.log" 2>/dev/null; }

run() {
  local state=$1
  start "$state" kafka "$java" -Xms128m -Xmx256m -XX:+UseSerialGC -Dorg.slf4j.simpleLogger.defaultLogLevel=info \
    -Dorg.slf4j.simpleLogger.showDateTime=true -cp "$lib/*" kafka.Kafka "$state/server.properties"
  await "$state" kafka answers "$state" || { stop "$state" kafka; exit 1; }
  echo "servers=127.0.0.1:$(cat "$state/port")"
  echo "pid=$(pid_of "$state" kafka)"
}

up() {
  local state=$1 partitions=1 port controller
  shift
  while [ $# -gt 0 ]; do
    case $1 in
      --partitions) partitions=$2; shift 2 ;;
      *) die "unknown option $1" ;;
    esac
  done
  install_it
  mkdir -p "$state"
  state=$(cd "$state" && pwd)
  ! alive "$state" kafka || die "$state already holds a running broker"
  read -r port controller <<<"$(free_ports 2)"
  echo "$port" >"$state/port"
  rm -rf "$state/data"
  cat >"$state/server.properties" <<END
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:$controller
listeners=PLAINTEXT://127.0.0.1:$port,CONTROLLER://127.0.0.1:$controller
advertised.listeners=PLAINTEXT://127.0.0.1:$port
controller.listener.names=CONTROLLER
listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
inter.broker.listener.name=PLAINTEXT
log.dirs=$state/data
num.partitions=$partitions
offsets.topic.num.partitions=1
offsets.topic.replication.factor=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
group.initial.rebalance.delay.ms=0
auto.create.topics.enable=true
END
  tool kafka.tools.StorageTool format -t "$(tool kafka.tools.StorageTool random-uuid 2>/dev/null)" -c "$state/server.properties" >"$state/format.log" 2>&1 ||
    { cat "$state/format.log" >&2; exit 1; }
  run "$state"
}

case ${1:-} in
  install) install_it ;;
  up) [ $# -ge 2 ] || die "up needs a state folder"; shift; up "$@" ;;
  away | down) [ $# -eq 2 ] || die "$1 needs the state folder"; stop "$2" kafka ;;
  back) [ $# -eq 2 ] || die "back needs the state folder"; run "$(cd "$2" && pwd)" ;;
  run)
    [ $# -ge 3 ] || die "run needs the state folder and a class"
    address=127.0.0.1:$(cat "$2/port")
    shift 2
    tool "${@//BROKER/$address}"
    ;;
  *) die "usage: kafka.sh install | up STATE [--partitions N] | away STATE | back STATE | run STATE CLASS ARGS... | down STATE" ;;
esac
