#!/usr/bin/env bash
# Stands in for kubectl: FAKE_LOG gets a line a call; answers for a Deployment and its autoscaler.
set -euo pipefail
echo "$*" >>"$FAKE_LOG"
case "$*" in
  *"get deployment/"*) echo '{"spec":{"replicas":3,"template":{"spec":{"containers":[{"env":[{"name":"KAFKA_SERVERS","value":"inside:9092"},{"name":"KAFKA_INPUT_TOPIC","value":"yolo_input"},{"name":"YOLO_MODEL","value":"old.onnx"}]}]}}}}' ;;
  *"get hpa/"*) echo '{"spec":{"minReplicas":1,"maxReplicas":34}}' ;;
esac
