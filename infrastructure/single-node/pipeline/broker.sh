# shellcheck shell=bash
# A Kafka broker (KRaft, broker and controller in one) from its published jars, on 127.0.0.1, as a
# plain process of a state folder. Sourced only, after ../processes.sh.

pipeline=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
checkout=$(cd "$pipeline/../../.." && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

# version_of PROPERTY: all versions stand in the root pom.
version_of() { sed -n "s:.*<$1>\(.*\)</$1>.*:\1:p" "$checkout/pom.xml"; }

# What the jars are made of names their folder.
lib=${servers:?}/kafka-$(version_of kafka.version)-$( (cat "$pipeline/pom.xml" && version_of jmx-exporter.version && version_of slf4j.version) | hash_of -)

# Once a machine: Kafka's jars and the JMX exporter's, some 60 MB.
broker_install() {
  need "$java" python3
  [ ! -d "$lib" ] || return 0
  one_builder kafka
  [ ! -d "$lib" ] || { exec 9>&-; return 0; }
  rm -rf "$lib.new"
  "$checkout/mvnw" -B -ntp -q -f "$pipeline/pom.xml" dependency:copy-dependencies -DoutputDirectory="$lib.new" -DincludeScope=runtime >"$servers/kafka.log" 2>&1 ||
    skip "Maven could not fetch Kafka's jars, see $servers/kafka.log"
  mv "$lib.new" "$lib"
  exec 9>&-
}

broker_tool() { "$java" -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -cp "$lib/*" "$@"; }

# broker_settings STATE PORT CONTROLLER PARTITIONS: its server.properties.
broker_settings() {
  cat >"$1/server.properties" <<END
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:$3
listeners=PLAINTEXT://127.0.0.1:$2,CONTROLLER://127.0.0.1:$3
advertised.listeners=PLAINTEXT://127.0.0.1:$2
controller.listener.names=CONTROLLER
listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
inter.broker.listener.name=PLAINTEXT
log.dirs=$1/data
num.partitions=$4
offsets.topic.num.partitions=1
offsets.topic.replication.factor=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
group.initial.rebalance.delay.ms=0
auto.create.topics.enable=true
END
}

# A random name for a log, as Kafka writes them; its own tool would start a JVM for that.
cluster_id() { head -c 16 /dev/urandom | base64 | tr '+/' '-_' | sed 's/^-/A/; s/=*$//'; }

# broker_format STATE: an empty log, whatever was there before.
broker_format() {
  rm -rf "$1/data"
  broker_tool kafka.tools.StorageTool format -t "$(cluster_id)" -c "$1/server.properties" >"$1/format.log" 2>&1 ||
    { tail -n 5 "$1/format.log" >&2; return 1; }
}

broker_answers() { grep -q 'Kafka Server started' "$1/kafka.log" 2>/dev/null; }

# broker_start STATE [JAVA ARGUMENT...]: on its ports, with its log.
broker_start() {
  local state=$1
  shift
  start "$state" kafka "$java" -Xms128m -Xmx256m -XX:+UseSerialGC -Dorg.slf4j.simpleLogger.defaultLogLevel=info \
    -Dorg.slf4j.simpleLogger.showDateTime=true "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss.SSS" "$@" -cp "$lib/*" kafka.Kafka "$state/server.properties"
  await "$state" kafka broker_answers "$state" || { stop "$state" kafka; return 1; }
}
