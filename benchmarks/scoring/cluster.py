"""A cluster of COUNT nodes with ten pods each, as kubectl get -o json prints it; see run.sh."""
import json, sys


def node(number):
    # Straight lines, all different, so that there is always one cheapest node.
    labels = {"edgewatt.io/idle-watts": "100", "edgewatt.io/full-watts": f"{300 + number * 7919 % 1000 * 0.1:.1f}"}
    return {"apiVersion": "v1", "kind": "Node", "metadata": {"name": f"kwok-{number}", "labels": labels},
            "status": {"capacity": {"cpu": "32", "memory": "256Gi"}}}


def measured(number):
    return {"apiVersion": "metrics.k8s.io/v1beta1", "kind": "NodeMetrics", "metadata": {"name": f"kwok-{number}"},
            "usage": {"cpu": f"{1000 + number * 13 % 9000}m", "memory": "8Gi"}}


def pod(number, of):
    name = f"pod-{number}-{of}"
    return {"apiVersion": "v1", "kind": "Pod",
            "metadata": {"name": name, "namespace": "default", "uid": name, "creationTimestamp": "2026-01-01T00:00:00Z"},
            "spec": {"nodeName": f"kwok-{number}", "containers": [{"name": "c", "resources": {"requests": {"cpu": "250m"}}}]},
            "status": {"phase": "Running"}}


def pod_measured(number, of):
    return {"apiVersion": "metrics.k8s.io/v1beta1", "kind": "PodMetrics",
            "metadata": {"name": f"pod-{number}-{of}", "namespace": "default"},
            "containers": [{"name": "c", "usage": {"cpu": "200m", "memory": "64Mi"}}]}


count = int(sys.argv[1])
items = []
for number in range(count):
    items += [node(number), measured(number)]
    for of in range(10):
        items += [pod(number, of), pod_measured(number, of)]
json.dump({"apiVersion": "v1", "kind": "List", "items": items}, sys.stdout)
