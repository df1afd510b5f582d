#!/bin/sh
# Starts the broker of this pod: number and name come from the pod's ordinal, the quorum from how many
# brokers there are (KAFKA_BROKERS). An empty volume is formatted, a used one left as it is.
set -eu
home=${KAFKA_HOME:-/opt/kafka}
from=${KAFKA_SETTINGS:-/etc/edgewatt/kafka}
settings=${KAFKA_SCRATCH:-/tmp}/server.properties
ordinal=${POD_NAME##*-}
factor=$((KAFKA_BROKERS < 3 ? KAFKA_BROKERS : 3))
voters=
broker=0
while [ "$broker" -lt "$KAFKA_BROKERS" ]; do
  voters=$voters${voters:+,}$((broker + 1))@kafka-$broker.$KAFKA_DOMAIN:9093
  broker=$((broker + 1))
done
{
  cat "$from/server.properties"
  echo "node.id=$((ordinal + 1))"
  echo "controller.quorum.voters=$voters"
  # From outside, every broker has a port of its own on every node.
  echo "advertised.listeners=PLAINTEXT://$POD_NAME.$KAFKA_DOMAIN:9092,EXTERNAL://$KAFKA_EXTERNAL_HOST:$((30092 + ordinal))"
  echo "default.replication.factor=$factor"
  echo "min.insync.replicas=$(((factor + 1) / 2))"
  for topic in offsets.topic transaction.state.log share.coordinator.state.topic; do
    echo "$topic.replication.factor=$factor"
  done
  echo "transaction.state.log.min.isr=$(((factor + 1) / 2))"
  echo "share.coordinator.state.topic.min.isr=$(((factor + 1) / 2))"
} >"$settings"
export KAFKA_LOG4J_OPTS="-Dlog4j2.configurationFile=$from/log4j2.properties"
export LOG_DIR="${KAFKA_SCRATCH:-/tmp}/logs"
"$home/bin/kafka-storage.sh" format --ignore-formatted --cluster-id "$KAFKA_CLUSTER_ID" --config "$settings"
# Only the broker is watched, and no log of its garbage collection fills the volume.
export KAFKA_OPTS="${KAFKA_BROKER_OPTS:-}"
exec "$home/bin/kafka-run-class.sh" kafka.Kafka "$settings"
