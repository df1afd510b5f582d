#!/usr/bin/env python3
"""The image pipeline's dashboards against a real Prometheus that holds a small cluster of known figures:
every query finds something, and those that add up or choose find the right thing. Exit as ../check.sh.
"""

import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
START = 1_767_225_600
SECONDS = 900
STEP = 5
ASKED_AT = START + SECONDS - 30

# Names with their meaning fixed: ("counter", per second) grows, ("gauge", value) stands.
SERIES = []


def counter(name, per_second, **labels):
    SERIES.append((name, labels, lambda seconds: per_second * seconds))


def gauge(name, value, **labels):
    SERIES.append((name, labels, lambda seconds: value))


def histogram(name, per_second, below, above, **labels):
    """All of it between two bounds: any quantile lies there."""
    for bound in (below, above, "+Inf"):
        counter(f"{name}_bucket", 0 if bound == below else per_second, le=str(bound), **labels)
    counter(f"{name}_count", per_second, **labels)
    counter(f"{name}_sum", per_second * above, **labels)


def machine(node, busy):
    instance = f"{node}:9100"
    gauge("node_uname_info", 1, node=node, instance=instance, nodename=node)
    for cpu in "01":
        counter("node_cpu_seconds_total", busy, node=node, instance=instance, cpu=cpu, mode="user")
        counter("node_cpu_seconds_total", 1 - busy - 0.05, node=node, instance=instance, cpu=cpu, mode="idle")
        counter("node_cpu_seconds_total", 0.05, node=node, instance=instance, cpu=cpu, mode="iowait")
    gauge("node_memory_MemTotal_bytes", 16e9, node=node, instance=instance)
    gauge("node_memory_MemAvailable_bytes", 12e9, node=node, instance=instance)
    for device in ("nvme0n1", "dm-0"):
        counter("node_disk_read_bytes_total", 1e6, node=node, instance=instance, device=device)
        counter("node_disk_written_bytes_total", 2e6, node=node, instance=instance, device=device)
    for device in ("eno1", "cali1234", "vxlan.calico", "lo"):
        counter("node_network_receive_bytes_total", 3e6, node=node, instance=instance, device=device)
        counter("node_network_transmit_bytes_total", 4e6, node=node, instance=instance, device=device)


def pod(namespace, name, node, cpu, phase="Running"):
    gauge("kube_pod_info", 1, namespace=namespace, pod=name, node=node)
    for one in ("Running", "Succeeded"):
        gauge("kube_pod_status_phase", int(one == phase), namespace=namespace, pod=name, phase=one)
    for container in ("main", "POD", ""):
        counter("container_cpu_usage_seconds_total", cpu, namespace=namespace, pod=name, node=node, container=container)


def cluster():
    machine("master", 0.1)
    machine("worker-1", 0.5)
    machine("worker-2", 0.3)
    gauge("kube_node_role", 1, node="master", role="control-plane")
    # One node of each generation: 12 W and 8 W above idle, 17 W and 14 W in all.
    for mode, watts in (("dynamic", 12), ("idle", 5)):
        counter("kepler_node_package_joules_total", watts, node="worker-1", mode=mode, instance="worker-1")
    for zone, share in (("package", 1), ("core", 0.5), ("dram", 0.25)):
        counter("kepler_node_cpu_joules_total", 14 * share, node="worker-2", zone=zone, path="/sys/0")
        counter("kepler_node_cpu_active_joules_total", 8 * share, node="worker-2", zone=zone, path="/sys/0")
    # The kernel's counters of the same packages are not added.
    counter("node_rapl_package_joules_total", 17, node="worker-1", instance="worker-1:9100", index="0")
    counter("node_rapl_package_joules_total", 14, node="worker-2", instance="worker-2:9100", index="0")
    pod("workload", "yolo-consumer-a", "worker-1", 0.5)
    pod("workload", "yolo-consumer-b", "worker-2", 0.25)
    pod("workload", "yolo-consumer-c", "worker-2", 0.125)
    pod("workload", "finished", "worker-2", 0, phase="Succeeded")
    for namespace in ("kube-system", "kepler", "monitoring", "kafka", "calico-system"):
        pod(namespace, f"{namespace}-pod", "worker-1", 0.01)


def consumers():
    for letter in "ab":
        labels = {"job": "yolo-consumer", "instance": f"10.244.1.{ord(letter)}:8080"}
        counter("yolo_requests_received_total", 5, **labels)
        counter("yolo_dead_letters_total", 0.1, **labels)
        counter("yolo_detections_total", 7, **{"class": "dog"}, **labels)
        for what in ("pre", "inference", "post", "queue", "total"):
            histogram(f"yolo_{what}_seconds", 5, 0.1, 0.25, **labels)
            # If anybody took these first they would be told apart.
            if what != "total":
                histogram(f"yolo_{what}_time", 5, 500, 1000, **labels)
        histogram("yolo_total_time_by_source", 5, 100, 250, source=labels["instance"], **labels)
        gauge("kafka_consumer_fetch_manager_records_lag", 3, topic="yolo_input", partition=letter, **labels)
    tracker = {"job": "yolo-tracker", "instance": "127.0.0.1:8000"}
    counter("yolo_requests_received_total", 10, **tracker)
    for what in ("pre", "inference", "post", "queue"):
        histogram(f"yolo_{what}_time", 10, 100, 250, **tracker)
    for source in ("10.0.0.1", "10.0.0.2"):
        histogram("yolo_total_time_by_source", 5, 100, 250, source=source, **tracker)


PER_SECOND = {
    ("bytesin", "yolo_input"): 1e6,
    ("bytesout", "yolo_input"): 9e5,
    ("messagesin", "yolo_input"): 10,
    ("messagesin", "yolo_output"): 9,
}


def broker():
    """The recorded series; what they count grows as PER_SECOND says, else by one."""
    with open(os.path.join(HERE, "test", "broker.txt"), encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#"):
                continue
            name, inner, value = re.fullmatch(r"([a-z_]+)(?:\{(.*)\})? (\S+)\n", line).groups()
            labels = dict(re.findall(r'(\w+)="([^"]*)"', inner or ""), job="kafka", instance="10.0.0.9:11001")
            if name.endswith(("_total", "_sum")):
                what = name.removeprefix("kafka_server_brokertopicmetrics_").removesuffix("_total")
                counter(name, PER_SECOND.get((what, labels.get("topic")), 1), **labels)
            else:
                gauge(name, float(value), **labels)
    # A JVM that is no broker.
    gauge("jvm_memory_used_bytes", 1e12, area="heap", id="Eden", job="yolo-consumer", instance="10.244.1.97:8080")


def exposition():
    for name, labels, value in SERIES:
        inner = ",".join(f'{key}="{text}"' for key, text in labels.items())
        for seconds in range(0, SECONDS + 1, STEP):
            yield f"{name}{{{inner}}} {value(seconds)} {START + seconds}\n"
    yield "# EOF\n"


class Prometheus:
    def __init__(self, folder):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        text = os.path.join(folder, "metrics.txt")
        with open(text, "w", encoding="utf-8") as out:
            out.writelines(exposition())
        data = os.path.join(folder, "data")
        subprocess.run(
            ["promtool", "tsdb", "create-blocks-from", "openmetrics", text, data], check=True, stdout=subprocess.DEVNULL
        )
        config = os.path.join(folder, "prometheus.yml")
        with open(config, "w", encoding="utf-8") as out:
            out.write("global: {}\n")
        self.process = subprocess.Popen(
            [
                "prometheus",
                "--config.file",
                config,
                "--storage.tsdb.path",
                data,
                "--storage.tsdb.retention.time",
                "100y",
                "--web.listen-address",
                f"127.0.0.1:{port}",
                "--log.level",
                "error",
            ]
        )
        self.await_ready()

    def await_ready(self):
        for _ in range(300):
            try:
                with urllib.request.urlopen(self.url + "/-/ready", timeout=5):
                    return
            except OSError:
                time.sleep(0.1)
            if self.process.poll() is not None:
                break
        self.stop()
        raise SystemExit("prometheus did not start")

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=30)

    def ask(self, expression):
        """Each series as its labels and its value."""
        form = urllib.parse.urlencode({"query": expression, "time": ASKED_AT}).encode()
        try:
            with urllib.request.urlopen(self.url + "/api/v1/query", form, timeout=30) as answer:
                found = json.load(answer)["data"]["result"]
        except urllib.error.HTTPError as refused:
            raise SystemExit(f"{expression}: {refused.read().decode()}") from refused
        return [(one["metric"], float(one["value"][1])) for one in found]


# (page, panel, legend): the sum of all series found.
EXPECTED = {
    ("ensure", "I/O delta", "delta"): -0.1,
    ("ensure", "Bytes in and out", "in"): 1e6,
    ("ensure", "Bytes in and out", "out"): 9e5,
    ("ensure", "Workers' CPU", "CPU"): 0.4,
    ("ensure", "Workers' CPU, history", "{{node}}"): 0.8,
    ("ensure", "Workers' watts", "above idle"): 20,
    ("ensure", "Workers' watts, history", "with idle"): 31,
    ("ensure", "Joules in the time shown", "joules"): 6000,
    ("ensure", "Workload pods", "pods"): 3,
    ("ensure", "Pods' CPU, latest", "{{pod}}"): 0.875,
    ("ensure", "Disk", "in"): 1e6,
    ("ensure", "Network", "out"): 4e6,
    ("ensure", "RAM", "used"): 4e9,
    ("ensure", "Pods", "pods"): 3,
    ("yolo", "Requests", "requests"): 10,
    ("yolo", "Images in and out", "in"): 10,
    ("yolo", "Images in and out", "out"): 9,
    ("yolo", "Dead letters", "dead letters"): 0.2,
    ("yolo", "Inference", "p50"): 0.175,
    ("yolo", "Total", "p99"): 0.2485,
    ("yolo", "Images by source", "{{source}}"): 10,
    ("yolo", "Lag", "{{topic}} {{partition}}"): 6,
    ("kafka", "Bytes in", "{{topic}}"): 1e6 + 1,
    ("kafka", "Active controllers", "controllers"): 1,
}


def main():
    cluster()
    consumers()
    broker()
    queries = json.loads(
        subprocess.run([sys.executable, os.path.join(HERE, "dashboards.py"), "--queries"], check=True, capture_output=True).stdout
    )
    queries = [one for one in queries if one[0] in ("ensure", "yolo", "kafka")]
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        prometheus = Prometheus(folder)
        try:
            seen = set()
            for page, _, title, legend, expression in queries:
                found = prometheus.ask(expression)
                key = (page, title, legend)
                seen.add(key)
                if not found:
                    wrong.append(f"{key} finds nothing: {expression}")
                elif key in EXPECTED and abs(sum(value for _, value in found) - EXPECTED[key]) > 1e-6 + 0.002 * abs(
                    EXPECTED[key]
                ):
                    wrong.append(f"{key} is {found}, not {EXPECTED[key]}: {expression}")
                # As of the tracker, which counts in milliseconds only.
                if page == "yolo" and title in ("Inference", "Queue", "Total") and legend == "p50":
                    of_tracker = prometheus.ask(expression.replace("yolo-consumer", "yolo-tracker"))
                    if [round(value, 4) for _, value in of_tracker] != [0.175]:
                        wrong.append(f"{key} of the tracker is {of_tracker}, not 0.175")
            wrong += [f"no panel {key}" for key in EXPECTED.keys() - seen]
        finally:
            prometheus.stop()
    print("\n".join(wrong) or f"{len(queries)} queries")
    return 1 if wrong else 0


sys.exit(main())
