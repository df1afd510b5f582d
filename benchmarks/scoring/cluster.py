#!/usr/bin/env python3
"""Writes a cluster's objects as `kubectl get -o json` prints them, and a scheduler's questions about it.

Usage: cluster.py NODES FOLDER
Leaves cluster-NODES.json (nodes, ten pods each, what both use) and names-NODES.json (an ExtenderArgs
with the nodes' names) and whole-NODES.json (with the nodes themselves, some 350 B each).
"""
import json
import random
import sys

PODS_PER_NODE = 10
CORES = (4, 8, 16, 32)


def node(number, cores):
    name = f"edge-{number:05d}"
    return {
        "apiVersion": "v1",
        "kind": "Node",
        "metadata": {
            "name": name,
            "uid": f"node-{number}",
            "labels": {
                "kubernetes.io/hostname": name,
                "topology.kubernetes.io/zone": f"zone-{number % 7}",
                "edgewatt.io/idle-watts": str(20 + 5 * cores),
                "edgewatt.io/full-watts": str(40 + random.randint(9, 13) * cores),
            },
        },
        "status": {
            "capacity": {"cpu": str(cores), "memory": f"{4 * cores}Gi", "pods": "110"},
            "addresses": [{"type": "InternalIP", "address": f"10.{number >> 16}.{(number >> 8) & 255}.{number & 255}"}],
        },
    }


def pod(node_name, number, share):
    return {
        "apiVersion": "v1",
        "kind": "Pod",
        "metadata": {
            "name": f"{node_name}-pod-{number}",
            "namespace": "default",
            "uid": f"{node_name}-{number}",
            "creationTimestamp": "2026-01-01T00:00:00Z",
        },
        "spec": {"nodeName": node_name, "containers": [{"name": "c", "resources": {"requests": {"cpu": f"{share}m"}}}]},
        "status": {"phase": "Running"},
    }


def usage(kind, name, cores, namespace=None):
    used = {"cpu": f"{int(cores * 1e9)}n", "memory": "512Mi"}
    metrics = {"apiVersion": "metrics.k8s.io/v1beta1", "kind": kind, "metadata": {"name": name}}
    if namespace:
        return {**metrics, "metadata": {"name": name, "namespace": namespace}, "containers": [{"name": "c", "usage": used}]}
    return {**metrics, "usage": used}


def main():
    count, folder = int(sys.argv[1]), sys.argv[2]
    random.seed(6)
    items, nodes = [], []
    for number in range(count):
        cores = random.choice(CORES)
        one = node(number, cores)
        name = one["metadata"]["name"]
        nodes.append(one)
        items.append(one)
        items.append(usage("NodeMetrics", name, cores * random.uniform(0.05, 0.8)))
        for index in range(PODS_PER_NODE):
            items.append(pod(name, index, 1000 * cores // (2 * PODS_PER_NODE)))
            items.append(usage("PodMetrics", f"{name}-pod-{index}", cores * 0.02, "default"))
    with open(f"{folder}/cluster-{count}.json", "w") as out:
        json.dump({"apiVersion": "v1", "kind": "List", "items": items}, out)
    asked = {
        "metadata": {"name": "wanted-1", "namespace": "default", "uid": "wanted-1", "labels": {"app": "wanted"}},
        "spec": {"containers": [{"name": "c", "image": "wanted:1", "resources": {"requests": {"cpu": "500m"}}}]},
        "status": {"phase": "Pending"},
    }
    names = [one["metadata"]["name"] for one in nodes]
    with open(f"{folder}/names-{count}.json", "w") as out:
        json.dump({"Pod": asked, "Nodes": None, "NodeNames": names}, out, separators=(",", ":"))
    with open(f"{folder}/whole-{count}.json", "w") as out:
        json.dump({"Pod": asked, "Nodes": {"metadata": {}, "items": nodes}, "NodeNames": None}, out, separators=(",", ":"))


if __name__ == "__main__":
    main()
