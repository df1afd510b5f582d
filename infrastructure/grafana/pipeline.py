"""The image pipeline's pages: the whole project at a glance, the consumers, and kafka_page.py's."""

from kafka_page import KAFKA
from panels import choice, last, panel, row, variable
from pipeline_expressions import (
    BYTES_IN,
    BYTES_OUT,
    DEAD_LETTERS,
    DETECTIONS,
    DISK_READ,
    DISK_WRITTEN,
    IMAGES_IN,
    IMAGES_OUT,
    IO_DELTA,
    LAG,
    LATENCIES,
    MASTER,
    MEMORY_TOTAL,
    MEMORY_USED,
    POD_CPU_LATEST,
    POD_CPU_TOTAL,
    PODS_OF_NODE,
    RECEIVED,
    REQUESTS,
    SENT,
    SOURCES,
    TOTAL_BY_SOURCE,
    WORKERS,
    WORKERS_CPU,
    WORKERS_JOULES,
    WORKLOAD_PODS,
    all_watts,
    cpu,
    dynamic_watts,
    seconds,
)

IN_AND_OUT = (("in", "green", False), ("out", "yellow", True))
DYNAMIC = "Package joules above the idle ones a second: Kepler's mode=dynamic, or since its 0.10 what it calls active."

ENSURE = [
    row("WORKLOAD"),
    last(
        "I/O delta",
        "percentunit",
        ("delta", IO_DELTA),
        description="(out - in) / in of the topic's bytes a second. Below 0: consumers fall behind.",
    ),
    panel("I/O delta, history", "percentunit", ("delta", IO_DELTA), floor=None),
    panel(
        "Bytes in and out",
        "Bps",
        ("in", BYTES_IN),
        ("out", BYTES_OUT),
        description="Of the topic; out is drawn downwards.",
        floor=None,
        looks=IN_AND_OUT,
        width=12,
    ),
    last(
        "Workers' CPU",
        "percentunit",
        ("CPU", WORKERS_CPU),
        description="Mean over the workers, of all their logical processors.",
        steps=((0.8, "orange"), (0.95, "red")),
    ),
    panel("Workers' CPU, history", "percentunit", ("mean", WORKERS_CPU), ("{{node}}", cpu(WORKERS))),
    last("Workers' watts", "watt", ("above idle", f"sum({dynamic_watts(WORKERS)})"), description=DYNAMIC),
    panel(
        "Workers' watts, history",
        "watt",
        ("above idle", f"sum({dynamic_watts(WORKERS)})"),
        ("with idle", f"sum({all_watts(WORKERS)})"),
        description=DYNAMIC,
    ),
    last(
        "Workload pods",
        "none",
        ("pods", WORKLOAD_PODS),
        description="Running, in all namespaces but the cluster's own, Kepler's, the monitoring's and Kafka's.",
    ),
    last("Joules in the time shown", "joule", ("joules", WORKERS_JOULES), description="The workers', above idle."),
    panel("Pods' CPU, latest", "none", ("{{pod}}", POD_CPU_LATEST), description="CPU seconds a second.", stacked=True),
    panel("Pods' CPU, total", "s", ("{{pod}}", POD_CPU_TOTAL), description="CPU seconds since each pod's start."),
    row("MASTER"),
    panel("CPU", "percentunit", ("{{node}}", cpu(MASTER)), width=6),
    panel(
        "Disk",
        "Bps",
        ("in", DISK_READ),
        ("out", DISK_WRITTEN),
        description="Read, and written downwards.",
        floor=None,
        looks=IN_AND_OUT,
        width=6,
    ),
    panel("RAM", "bytes", ("used", MEMORY_USED), ("there", MEMORY_TOTAL), description="Total less available.", width=6),
    panel(
        "Network",
        "Bps",
        ("in", RECEIVED),
        ("out", SENT),
        description="Devices of the machine only; sent is drawn downwards.",
        floor=None,
        looks=IN_AND_OUT,
        width=6,
    ),
    row("WORKER $worker", repeat="worker"),
    panel("CPU", "percentunit", ("{{node}}", cpu(WORKERS)), width=6),
    panel(
        "Watts", "watt", ("above idle", dynamic_watts(WORKERS)), ("with idle", all_watts(WORKERS)), description=DYNAMIC, width=6
    ),
    panel(
        "Pods' CPU",
        "none",
        ("{{pod}}", POD_CPU_LATEST),
        ("all", f"sum({POD_CPU_LATEST})"),
        description="CPU seconds a second.",
        width=6,
    ),
    last("Pods' CPU seconds", "s", ("all", f"sum({POD_CPU_TOTAL})"), width=3),
    last("Pods", "none", ("pods", PODS_OF_NODE), width=3),
]

YOLO = [
    panel("Requests", "reqps", ("requests", REQUESTS), description="Images seen by the job chosen above."),
    panel(
        "Images in and out",
        "reqps",
        ("in", IMAGES_IN),
        ("out", IMAGES_OUT),
        description="Messages a second of the input and the output topic; out is drawn downwards.",
        floor=None,
        looks=IN_AND_OUT,
    ),
    panel("Dead letters", "reqps", ("dead letters", DEAD_LETTERS), description="Images nobody could decode."),
    *(
        panel(title, "s", *((f"p{round(share * 100)}", seconds(share, *names)) for share in (0.5, 0.95, 0.99)))
        for title, names in LATENCIES.items()
    ),
    panel("Images by source", "reqps", ("{{source}}", SOURCES), stacked=True),
    panel("Total by source, p95", "s", ("{{source}}", TOTAL_BY_SOURCE)),
    panel("Detections", "reqps", ("{{class}}", DETECTIONS), stacked=True),
    panel(
        "Lag",
        "none",
        ("{{topic}} {{partition}}", LAG),
        description="Messages not yet fetched, where a consumer or an exporter tells.",
        width=12,
    ),
    panel(
        "Before and after inference, p95",
        "s",
        ("pre", seconds(0.95, "pre", "yolo_pre_time")),
        ("post", seconds(0.95, "post", "yolo_post_time")),
        width=12,
    ),
]

TIME_WINDOW = choice("time_window", "1m", "30s", "2m", "5m", "10m")


def chosen(value):
    return {"text": value, "value": value}


KAFKA_TOPIC = variable(
    "kafka_topic",
    'label_values(kafka_server_brokertopicmetrics_messagesin_total{topic!~"__.*"}, topic)',
    value=chosen("yolo_input"),
)
OUTPUT_TOPIC = variable(
    "output_topic",
    'label_values(kafka_server_brokertopicmetrics_messagesin_total{topic!~"__.*"}, topic)',
    value=chosen("yolo_output"),
)
NODE = '/node="([^"]+)"/'
# Every machine but the control plane's; where nobody knows of one (a single machine), every machine.
WORKER = variable(
    "worker",
    'query_result(group by (node) (node_uname_info) unless on (node) kube_node_role{role="control-plane"})',
    regex=NODE,
    multi=True,
    all_value=None,
)
THE_MASTER = variable(
    "master",
    'query_result(group by (node) (kube_node_role{role="control-plane"}))',
    regex=NODE,
    multi=True,
    all_value=None,
    hide=2,
)
JOB = variable("job", "label_values(yolo_requests_received_total, job)", value=chosen("yolo-consumer"))
BROKER = variable("broker", "label_values(kafka_server_replicamanager_leadercount, instance)", multi=True, all_value=".+")

# uid: (title, panels, variables)
PAGES = {
    "ensure": ("Ensure project", ENSURE, [TIME_WINDOW, KAFKA_TOPIC, WORKER, THE_MASTER]),
    "yolo": ("Edgewatt: yolo", YOLO, [TIME_WINDOW, JOB, KAFKA_TOPIC, OUTPUT_TOPIC]),
    "kafka": ("Edgewatt: Kafka", KAFKA, [TIME_WINDOW, BROKER]),
}
