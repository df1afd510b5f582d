"""The broker's page: health, latency, throughput, troubleshooting, its JVM."""

from panels import last, panel, row
from pipeline_expressions import LAG, all_topics, by_topic, of_broker, per_second, request_time

FINE = ((1, "red"),)

KAFKA = [
    row("HEALTH"),
    last(
        "Active controllers",
        "none",
        ("controllers", of_broker("kafka_controller_kafkacontroller_activecontrollercount")),
        description="Exactly one.",
    ),
    last(
        "Offline partitions",
        "none",
        ("partitions", of_broker("kafka_controller_kafkacontroller_offlinepartitionscount")),
        steps=FINE,
    ),
    last(
        "Under-replicated partitions",
        "none",
        ("partitions", of_broker("kafka_server_replicamanager_underreplicatedpartitions")),
        steps=FINE,
    ),
    last(
        "Below the least in-sync replicas",
        "none",
        ("partitions", of_broker("kafka_server_replicamanager_underminisrpartitioncount")),
        steps=FINE,
    ),
    last(
        "Partitions, leaders",
        "none",
        ("partitions", of_broker("kafka_server_replicamanager_partitioncount")),
        ("leaders", of_broker("kafka_server_replicamanager_leadercount")),
    ),
    last(
        "Brokers",
        "none",
        ("active", of_broker("kafka_controller_kafkacontroller_activebrokercount", "max")),
        ("fenced", of_broker("kafka_controller_kafkacontroller_fencedbrokercount", "max")),
    ),
    row("LATENCY"),
    panel(
        "Total, p99",
        "s",
        ("{{request}}", request_time("totaltimems", "0.99")),
        description="From a request's last byte in to its answer's last byte out. A fetch waits for messages: its time is not the broker's work.",
    ),
    panel("Waiting for a thread, p99", "s", ("{{request}}", request_time("requestqueuetimems", "0.99"))),
    panel("At the leader, p99", "s", ("{{request}}", request_time("localtimems", "0.99"))),
    row("THROUGHPUT"),
    panel("Bytes in", "Bps", ("{{topic}}", by_topic("bytesin")), stacked=True),
    panel("Bytes out", "Bps", ("{{topic}}", by_topic("bytesout")), stacked=True),
    panel("Messages in", "reqps", ("{{topic}}", by_topic("messagesin")), stacked=True),
    panel("Produce requests", "reqps", ("{{topic}}", by_topic("totalproducerequests"))),
    panel("Fetch requests", "reqps", ("{{topic}}", by_topic("totalfetchrequests"))),
    panel("Log size", "bytes", ("{{topic}}", f'sum by (topic) (kafka_log_log_size{{instance=~"$broker"}})'), stacked=True),
    row("TROUBLESHOOTING"),
    panel(
        "Failed requests", "reqps", ("produce", all_topics("failedproducerequests")), ("fetch", all_topics("failedfetchrequests"))
    ),
    panel(
        "Idle threads",
        "percentunit",
        ("request handlers", of_broker("kafka_server_kafkarequesthandlerpool_requesthandleravgidlepercent", "min")),
        ("network", of_broker("kafka_network_socketserver_networkprocessoravgidlepercent", "min")),
        description="Below 0.3: the broker is the bottleneck.",
    ),
    panel(
        "In-sync replicas",
        "reqps",
        ("shrink", per_second("kafka_server_replicamanager_isrshrinks_total")),
        ("expand", per_second("kafka_server_replicamanager_isrexpands_total")),
        ("unclean elections", per_second("kafka_controller_controllerstats_uncleanleaderelections_total")),
    ),
    panel("Requests waiting", "none", ("requests", of_broker("kafka_network_requestchannel_requestqueuesize"))),
    panel(
        "Groups",
        "none",
        ("stable", of_broker("kafka_coordinator_group_groupmetadatamanager_numgroupsstable")),
        (
            "rebalancing",
            f'{of_broker("kafka_coordinator_group_groupmetadatamanager_numgroupspreparingrebalance")} + {of_broker("kafka_coordinator_group_groupmetadatamanager_numgroupscompletingrebalance")}',
        ),
        ("empty", of_broker("kafka_coordinator_group_groupmetadatamanager_numgroupsempty")),
        description="Of consumers; messages stand still while a group rebalances.",
    ),
    panel(
        "Consumer lag",
        "none",
        ("{{topic}} {{partition}}", LAG),
        description="Messages not yet fetched, where a consumer or an exporter tells.",
    ),
    row("JVM"),
    panel(
        "Heap",
        "bytes",
        ("used", 'sum(jvm_memory_used_bytes{area="heap", instance=~"$broker"})'),
        ("most", 'sum(jvm_memory_max_bytes{area="heap", instance=~"$broker"})'),
    ),
    panel(
        "Collecting garbage",
        "percentunit",
        ("{{gc}}", 'sum by (gc) (rate(jvm_gc_collection_seconds_sum{instance=~"$broker"}[$time_window]))'),
        description="Share of time.",
    ),
    panel(
        "CPU",
        "none",
        ("{{instance}}", 'sum by (instance) (rate(process_cpu_seconds_total{instance=~"$broker"}[$time_window]))'),
        description="Of one core.",
    ),
]
