"""The expressions of the image pipeline's dashboards: the cluster, the consumers, the broker.

Where something comes under several names (two generations of Kepler, consumers that count in seconds
and a tracker that counts in milliseconds), the first that a node or a job has is taken, never their sum.
"""

WINDOW = "$time_window"
WORKERS = 'node=~"$worker"'
MASTER = 'node=~"$master"'
TOPIC = 'topic="$kafka_topic"'
# What keeps the cluster going and watches it; everything else is workload.
NOT_WORKLOAD = 'namespace!~"kube-system|kube-node-lease|kube-public|kepler|monitoring|kafka|calico-.*|tigera-operator"'
# Not the pods' own ends, which count everything a second time.
REAL_DEVICES = 'device!~"lo|veth.*|cali.*|tunl.*|vxlan.*|docker.*|cni.*|flannel.*|br-.*"'
REAL_DISKS = 'device!~"loop.*|ram.*|dm-.*|sr.*"'


def rate(selector):
    return f"rate({selector}[{WINDOW}])"


def topic_rate(what, topic=TOPIC):
    return f"sum({rate(f'kafka_server_brokertopicmetrics_{what}_total{{{topic}}}')})"


BYTES_IN = topic_rate("bytesin")
BYTES_OUT = topic_rate("bytesout")
# Below 0: consumers fall behind. Nothing where nothing comes in.
IO_DELTA = f"({BYTES_OUT} - {BYTES_IN}) / ({BYTES_IN} > 0)"


def cpu(nodes):
    """The busy part of each node's logical processors, 0 to 1."""
    busy = rate(f'node_cpu_seconds_total{{mode!~"idle|iowait|steal", {nodes}}}')
    return f"avg by (node) (sum by (node, cpu) ({busy}))"


WORKERS_CPU = f"avg({cpu(WORKERS)})"


def kepler(nodes, before, since):
    """Package watts of each node: Kepler up to 0.9 or since 0.10, never both of one node."""
    old = f"sum by (node) (irate(kepler_node_package_joules_total{{{before}{nodes}}}[{WINDOW}]))"
    new = f'sum by (node) (irate({since}{{zone=~"package.*", {nodes}}}[{WINDOW}]))'
    return f"{old} or {new}"


def dynamic_watts(nodes):
    return kepler(nodes, 'mode="dynamic", ', "kepler_node_cpu_active_joules_total")


def all_watts(nodes):
    """Idle power too; without Kepler what node-exporter reads of the same counters."""
    rapl = f"sum by (node) (irate(node_rapl_package_joules_total{{{nodes}}}[{WINDOW}]))"
    return f"{kepler(nodes, '', 'kepler_node_cpu_joules_total')} or {rapl}"


WORKERS_JOULES = (
    f'sum(sum by (node) (increase(kepler_node_package_joules_total{{mode="dynamic", {WORKERS}}}[$__range]))'
    f' or sum by (node) (increase(kepler_node_cpu_active_joules_total{{zone=~"package.*", {WORKERS}}}[$__range])))'
)

# A phase is a series of 0 or 1; finished pods do not count.
PODS = f'kube_pod_status_phase{{phase="Running", {NOT_WORKLOAD}}}'
WORKLOAD_PODS = f"sum({PODS})"
PODS_OF_NODE = f"sum({PODS} * on (namespace, pod) group_left (node) kube_pod_info{{{WORKERS}}})"
# container="": a pod's sum beside its containers.
POD_CPU = f'container_cpu_usage_seconds_total{{container!="", container!="POD", {NOT_WORKLOAD}, {WORKERS}}}'
POD_CPU_LATEST = f"sum by (namespace, pod) ({rate(POD_CPU)})"
POD_CPU_TOTAL = f"sum by (namespace, pod) ({POD_CPU})"

MEMORY_USED = f"sum by (node) (node_memory_MemTotal_bytes{{{MASTER}}} - node_memory_MemAvailable_bytes{{{MASTER}}})"
MEMORY_TOTAL = f"sum by (node) (node_memory_MemTotal_bytes{{{MASTER}}})"
DISK_READ = f"sum by (node) ({rate(f'node_disk_read_bytes_total{{{MASTER}, {REAL_DISKS}}}')})"
DISK_WRITTEN = f"sum by (node) ({rate(f'node_disk_written_bytes_total{{{MASTER}, {REAL_DISKS}}}')})"
RECEIVED = f"sum by (node) ({rate(f'node_network_receive_bytes_total{{{MASTER}, {REAL_DEVICES}}}')})"
SENT = f"sum by (node) ({rate(f'node_network_transmit_bytes_total{{{MASTER}, {REAL_DEVICES}}}')})"

# ---- consumers ----

# Consumers and the tracker count the same images under the same names: one of them at a time.
COUNTED_BY = 'job="$job"'
REQUESTS = f"sum({rate(f'yolo_requests_received_total{{{COUNTED_BY}}}')})"
DEAD_LETTERS = f"sum({rate(f'yolo_dead_letters_total{{{COUNTED_BY}}}')})"
DETECTIONS = f"sum by (class) ({rate(f'yolo_detections_total{{{COUNTED_BY}}}')})"
IMAGES_IN = topic_rate("messagesin")
IMAGES_OUT = topic_rate("messagesin", 'topic="$output_topic"')
SOURCES = f"sum by (source) ({rate(f'yolo_total_time_by_source_count{{{COUNTED_BY}}}')})"


def quantile(share, metric, by="le"):
    return f"histogram_quantile({share}, sum by ({by}) ({rate(f'{metric}_bucket{{{COUNTED_BY}}}')}))"


def seconds(share, what, milliseconds):
    """By the histogram in seconds; of a job that has none, by the one in milliseconds."""
    return f"{quantile(share, f'yolo_{what}_seconds')} or {quantile(share, milliseconds)} / 1000"


# Without the source: a tracker's histogram has one a source.
LATENCIES = {
    "Inference": ("inference", "yolo_inference_time"),
    "Queue": ("queue", "yolo_queue_time"),
    "Total": ("total", "yolo_total_time_by_source"),
}
TOTAL_BY_SOURCE = quantile(0.95, "yolo_total_time_by_source", "source, le") + " / 1000"
# Kafka's own client counts it, consumer by consumer; an exporter of group offsets would too.
LAG = (
    "sum by (topic, partition) (kafka_consumer_fetch_manager_records_lag) "
    "or sum by (topic, partition) (kafka_consumergroup_lag)"
)

# ---- broker ----

# The JVM's names are everybody's: only those of the instances that are brokers.
BROKER = 'instance=~"$broker"'
# Without the label: all topics together.
A_TOPIC = 'topic!=""'
NO_TOPIC = 'topic=""'


def by_topic(what):
    return f"sum by (topic) ({rate(f'kafka_server_brokertopicmetrics_{what}_total{{{BROKER}, {A_TOPIC}}}')})"


def all_topics(what):
    """The broker's own sum, which is there before a topic has its first failure."""
    return f"sum({rate(f'kafka_server_brokertopicmetrics_{what}_total{{{BROKER}, {NO_TOPIC}}}')})"


def of_broker(metric, function="sum"):
    return f"{function}({metric}{{{BROKER}}})"


def per_second(metric):
    return f"sum({rate(f'{metric}{{{BROKER}}}')})"


def request_time(part, quantile_label, requests="Produce|FetchConsumer|OffsetCommit|JoinGroup|Heartbeat"):
    """Kafka's own quantiles of the recent past, in ms: they cannot be added up, so the worst broker's."""
    return (
        f"max by (request) (kafka_network_requestmetrics_{part}"
        f'{{{BROKER}, request=~"{requests}", quantile="{quantile_label}"}}) / 1000'
    )
