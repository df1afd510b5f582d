#!/usr/bin/env python3
"""prometheus-config.yaml in a real Prometheus: what it finds, and under which labels.

Debian's Prometheus cannot ask a cluster, so each job's discovery is replaced by what it would find:
targets with the labels that discovery gives, served by this test. Everything else is as shipped.
Exit 77 where there is no Prometheus.
"""

import http.server
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
CONFIG = os.path.join(HERE, "..", "prometheus-config.yaml")
PROMETHEUS = os.path.join(HERE, "..", "..", "..", "test-fixtures", "servers", "prometheus.sh")
WHOSE = "container_label_io_kubernetes_"

PAGES = {
    # Stand-alone cAdvisor: its own labels, a pause container, the machine.
    "/cadvisor": f"""
container_cpu_usage_seconds_total{{id="/",cpu="total"}} 100
container_cpu_usage_seconds_total{{id="/kubepods/pod1/a",cpu="total",{WHOSE}container_name="figlet",{WHOSE}pod_name="figlet-1",{WHOSE}pod_namespace="openfaas-fn"}} 12.5
container_cpu_usage_seconds_total{{id="/kubepods/pod1/p",cpu="total",{WHOSE}container_name="POD",{WHOSE}pod_name="figlet-1",{WHOSE}pod_namespace="openfaas-fn"}} 0.25
""",
    # The kubelet of another node: Kubernetes' labels, the pause container, the pod's sum, another family.
    "/metrics/cadvisor": """
container_cpu_usage_seconds_total{id="/",cpu="total",container="",pod="",namespace=""} 50
container_cpu_usage_seconds_total{id="/kubepods/pod2/a",cpu="total",container="figlet",pod="figlet-2",namespace="openfaas-fn"} 7.5
container_cpu_usage_seconds_total{id="/kubepods/pod2/p",cpu="total",container="POD",pod="figlet-2",namespace="openfaas-fn"} 0.25
container_cpu_usage_seconds_total{id="/kubepods/pod2",cpu="total",container="",pod="figlet-2",namespace="openfaas-fn"} 7.75
container_last_seen{id="/kubepods/pod2/a",container="figlet",pod="figlet-2",namespace="openfaas-fn"} 1
container_fs_reads_total{id="/kubepods/pod2/a",container="figlet",pod="figlet-2",namespace="openfaas-fn"} 1
""",
    "/exporter": "node_load1 1\nscaph_host_power_microwatts 2\nkepler_node_cpu_watts 3\nipmi_up 4\n",
    "/gateway": 'gateway_service_count{function_name="figlet.openfaas-fn"} 2\n',
    "/other": "other_metric 1\n",
}


class Pages(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def do_GET(self):
        page = PAGES.get(self.path)
        self.send_response(404 if page is None else 200)
        self.send_header("Content-Type", "text/plain; version=0.0.4")
        self.end_headers()
        self.wfile.write((page or "").encode())


def pod(app, port_name, node, **annotations):
    labels = {"__meta_kubernetes_pod_label_app": app, "__meta_kubernetes_pod_node_name": node}
    labels["__meta_kubernetes_pod_container_port_name"] = port_name
    labels["__meta_kubernetes_namespace"] = "openfaas"
    labels.update({"__meta_kubernetes_pod_annotation_prometheus_io_" + key: value for key, value in annotations.items()})
    return labels


def exporter(app, path="/exporter"):
    """What discovery finds for one exporter: its port, another port, and another pod."""
    return [
        dict(pod(app, "metrics", "n1"), __metrics_path__=path),
        dict(pod(app, "debug", "n1"), __metrics_path__="/other"),
        dict(pod("something-else", "metrics", "n1"), __metrics_path__="/other"),
    ]


ours = {"__meta_kubernetes_pod_label_app_kubernetes_io_part_of": "edgewatt"}
FOUND = {
    "openfaas-pods": [
        pod("gateway", "http", "n1", scrape="true", path="/gateway", port="PORT"),
        pod("nats", "http", "n1", path="/other"),
        dict(pod("cadvisor", "metrics", "n1", scrape="true", path="/other"), **ours),
    ],
    "cadvisor": exporter("cadvisor", "/cadvisor"),
    "node": exporter("node-exporter"),
    "scaphandre": exporter("scaphandre"),
    "kepler": exporter("kepler"),
    "ipmi": exporter("ipmi-exporter"),
    "kubelet-cadvisor": [
        {"__meta_kubernetes_node_name": "n2", "__meta_kubernetes_node_label_edgewatt_io_cadvisor": "kubelet"},
        # A node with our own cAdvisor: its kubelet must be left alone.
        {"__meta_kubernetes_node_name": "n1"},
    ],
}


def configuration(port):
    with open(CONFIG, encoding="utf-8") as file:
        text = file.read()
    text = re.search(r"^  prometheus\.yml: \|\n((?:    .*\n|\n)+)", text, re.M).group(1)
    text = re.sub(r"^    ", "", text, flags=re.M)
    jobs = re.split(r"(?m)^(?=  - job_name: )", text)
    out = jobs[0].replace("- alert.rules.yml", "[]").replace("rule_files:\n  []", "rule_files: []")
    for job in jobs[1:]:
        name = re.search(r"job_name: (.*)", job).group(1)
        if name == "prometheus":
            continue
        targets = []
        for labels in FOUND[name]:
            # The gateway's address comes without a port, as a pod's does.
            address = "127.0.0.1" if "PORT" in labels.values() else f"127.0.0.1:{port}"
            filled = {key: value.replace("PORT", str(port)) for key, value in labels.items()}
            targets.append({"targets": [address], "labels": filled})
        job = re.sub(r"    kubernetes_sd_configs:\n(?:      .*\n)+", f"    static_configs: {json.dumps(targets)}\n", job)
        # The test's pages are plain.
        job = job.replace("scheme: https", "scheme: http").replace("scrape_interval: 15s", "scrape_interval: 5s").replace("scrape_timeout: 14s", "scrape_timeout: 5s")
        job = re.sub(r"    authorization:\n.*\n", "", job)
        out += job
    return out


def query(url, expression):
    data = urllib.parse.urlencode({"query": expression}).encode()
    with urllib.request.urlopen(url + "/api/v1/query", data=data, timeout=10) as answer:
        return [float(one["value"][1]) for one in json.load(answer)["data"]["result"]]


# Upstream's and Kubernetes' way of asking; both see both nodes, and every replica once.
EXPECTED = {
    'sum(container_cpu_usage_seconds_total{namespace="openfaas-fn",container="figlet"})': [20.0],
    f'sum(container_cpu_usage_seconds_total{{id=~"^/kubepods.*",{WHOSE}container_name="figlet"}})': [20.0],
    'count(container_cpu_usage_seconds_total{id=~"/kubepods.*"})': [2.0],
    'count(count by (pod) (container_cpu_usage_seconds_total{pod=~"figlet-[12]"}))': [2.0],
    'sum(container_cpu_usage_seconds_total{id="/",node="n1"})': [100.0],
    'sum(container_cpu_usage_seconds_total{id="/",node="n2"})': [50.0],
    "count(container_last_seen)": [1.0],
    "container_fs_reads_total": [],
    'node_load1{job="node",node="n1"}': [1.0],
    'scaph_host_power_microwatts{job="scaphandre",node="n1"}': [2.0],
    'kepler_node_cpu_watts{job="kepler",node="n1"}': [3.0],
    'ipmi_up{job="ipmi",node="n1"}': [4.0],
    'gateway_service_count{job="openfaas-pods",app="gateway"}': [2.0],
    "other_metric": [],
    "count(up)": [7.0],
    "sum(up)": [7.0],
}


def settled(url):
    """The answers, as soon as every target was asked once, or after 30 s."""
    answers = {}
    for _ in range(60):
        answers = {expression: query(url, expression) for expression in EXPECTED}
        if answers == EXPECTED:
            break
        time.sleep(0.5)
    return answers


def main():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as folder:
        config = os.path.join(folder, "wanted.yml")
        with open(config, "w", encoding="utf-8") as out:
            out.write(configuration(server.server_address[1]))
        started = subprocess.run(
            [PROMETHEUS, "up", folder, "--without-node-exporter", "--config", config], stdout=subprocess.PIPE, text=True, check=False
        )
        if started.returncode:
            return started.returncode
        try:
            url = dict(line.split("=", 1) for line in started.stdout.splitlines())["url"]
            answers = settled(url)
        finally:
            subprocess.run([PROMETHEUS, "down", folder], check=True)
    wrong = {key: (answers[key], EXPECTED[key]) for key in EXPECTED if answers[key] != EXPECTED[key]}
    for expression, (was, wanted) in wrong.items():
        print(f"{expression}: {was}, not {wanted}")
    return 1 if wrong else 0


sys.exit(main())
