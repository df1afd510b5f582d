"""Scheduling throughput and latency with and without the extender; see run.sh.

Two schedulers run side by side with the shipped configuration, one of them without its extender, and
take turns. In a round the scheduler is stopped (SIGSTOP), the pods are made, and it goes on: pods/s
is pods over the time from there to the last binding in its log. Attempt and wait come from its own
histograms (scheduler_scheduling_attempt_duration_seconds: one decision and its binding;
scheduler_pod_scheduling_sli_duration_seconds: from the queue to bound, so mostly the pods before),
a percentile by a straight line inside its bucket, as histogram_quantile does.
"""
import argparse, contextlib, datetime, json, os, pathlib, re, signal, ssl, statistics, subprocess, sys, tempfile, time, urllib.request

ATTEMPT = "scheduler_scheduling_attempt_duration_seconds"
WAIT = "scheduler_pod_scheduling_sli_duration_seconds"
WARM_UP = 50
PATIENCE_SECONDS = 300
FRESH_SECONDS, POLL_SECONDS = 90, 16
TRUSTING = ssl._create_unverified_context()  # A certificate that a scheduler made for itself, on loopback.


def told(command):
    """The NAME=VALUE lines of a server script; its skips end this program too."""
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        sys.exit(done.returncode)
    return dict(line.split("=", 1) for line in done.stdout.splitlines() if "=" in line)


class Bench:
    def __init__(self, home, options, folder, stack):
        self.home, self.options, self.folder = home, options, folder
        self.servers = home / "test-fixtures/servers"
        self.state = folder / "kube"
        stack.callback(subprocess.run, [self.servers / "kube.sh", "down", self.state])
        self.kube = told([self.servers / "kube.sh", "up", self.state])
        stack.callback(subprocess.run, [self.servers / "kwok.sh", "down", folder / "kwok"])
        told([self.servers / "kwok.sh", "up", folder / "kwok", self.kube["KUBECONFIG"]])
        self.create([node(number) for number in range(options.nodes)])
        self.kubectl("create", "-f", str(self.servers / "metrics-api.yaml"))
        self.kubectl("wait", "--for=condition=Established", "crd/nodes.metrics.k8s.io")
        self.measure("create")
        self.scoring = self.start_scoring(stack)
        self.schedulers = {name: self.schedule(name) for name in ("without", "with")}

    def kubectl(self, *arguments, text=None):
        command = [self.kube["kubectl"], "--kubeconfig", self.kube["KUBECONFIG"], *arguments]
        return subprocess.run(command, input=text, stdout=subprocess.PIPE, text=True, check=True).stdout

    def create(self, objects):
        text = json.dumps({"apiVersion": "v1", "kind": "List", "items": objects})
        self.kubectl("create", "-f", "-", text=text)

    def measure(self, how):
        """Figures of use that are not old yet: old ones would not be scored by."""
        items = [measured(number) for number in range(self.options.nodes)]
        text = json.dumps({"apiVersion": "v1", "kind": "List", "items": items})
        self.kubectl(how, "-f", "-", text=text)
        self.measured_at = time.monotonic()

    def start_scoring(self, stack):
        port = told_port()
        command = [self.home / "bin/node-scoring", "serve", "--port", str(port),
                   "--kubeconfig", self.kube["KUBECONFIG"], "--policy", self.options.policy]
        log = open(self.folder / "scoring.log", "w")
        process = subprocess.Popen(command, stdout=log, stderr=log)
        stack.callback(end, process)
        until = time.monotonic() + PATIENCE_SECONDS
        while True:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/_/ready", timeout=1).read()
                break
            except OSError:
                if process.poll() is not None or time.monotonic() > until:
                    sys.exit("node-scoring is not ready: " + (self.folder / "scoring.log").read_text()[-2000:])
                time.sleep(0.1)
        return process, f"http://127.0.0.1:{port}"

    def schedule(self, name):
        shipped = (self.home / "infrastructure/kubernetes/scheduler/scheduler-config.yaml").read_text()
        text = re.sub(r"(?m)^    ", "", shipped.split("config.yaml: |\n", 1)[1])
        text = text.replace("schedulerName: edgewatt-scheduler", f"schedulerName: {name}")
        text = re.sub(r"urlPrefix: .*", f"urlPrefix: {self.scoring[1]}", text)
        if name == "without":
            text = text.split("extenders:")[0]
        config = self.folder / f"{name}.yaml"
        config.write_text(text)
        return told([self.servers / "kube.sh", "schedule", self.state, name, config])

    def histograms(self, name):
        request = urllib.request.Request(
            self.schedulers[name]["url"] + "/metrics",
            headers={"Authorization": "Bearer " + self.schedulers[name]["token"]})
        page = urllib.request.urlopen(request, timeout=10, context=TRUSTING).read().decode()
        found = {ATTEMPT: {}, WAIT: {}}
        for metric, labels, value in re.findall(r"(?m)^(\w+)_bucket\{(.*)\} (\S+)$", page):
            if metric in found and ('result="scheduled"' in labels or metric == WAIT):
                bound = float(re.search(r'\ble="([^"]+)"', labels)[1])
                found[metric][bound] = found[metric].get(bound, 0) + float(value)
        return found

    def bound(self, name):
        """When pods were bound, seconds since the epoch, in order."""
        log = (self.state / f"{name}.log").read_text()
        year = datetime.datetime.now().year
        return [
            datetime.datetime.strptime(f"{year}{stamp}", "%Y%m%d %H:%M:%S.%f").timestamp()
            for stamp in re.findall(r'(?m)^I(\d{4} [\d:.]+) .*"Successfully bound pod to node"', log)]

    def await_bound(self, name, count):
        until = time.monotonic() + PATIENCE_SECONDS
        while len(times := self.bound(name)) < count:
            if time.monotonic() > until:
                sys.exit(f"{name}: {len(times)} of {count} pods bound")
            time.sleep(0.1)
        return times

    def round(self, name, pods):
        """pods/s, histograms of the round and CPU seconds of node-scoring."""
        if time.monotonic() - self.measured_at > FRESH_SECONDS:
            self.measure("replace")
            time.sleep(POLL_SECONDS)
        before, already = self.histograms(name), len(self.bound(name))
        pid, cpu = int(self.schedulers[name]["pid"]), self.scoring_cpu()
        os.kill(pid, signal.SIGSTOP)
        try:
            self.create([pod(name, number) for number in range(pods)])
        finally:
            os.kill(pid, signal.SIGCONT)
        began = time.time()
        last = self.await_bound(name, already + pods)[-1]
        after = self.histograms(name)
        failed = self.kubectl("get", "events", "-A", "--field-selector=reason=FailedScheduling", "-o", "name").split()
        self.kubectl("delete", "pods", "--all", "--now", "--wait=true")
        if failed:
            sys.exit(f"{name}: {len(failed)} failed attempts")
        grown = {metric: {bound: count - before[metric].get(bound, 0) for bound, count in buckets.items()}
                 for metric, buckets in after.items()}
        return pods / (last - began), grown, self.scoring_cpu() - cpu

    def scoring_cpu(self):
        return time.clock_gettime((~self.scoring[0].pid << 3) | 2)

    def answers(self):
        page = urllib.request.urlopen(self.scoring[1] + "/metrics", timeout=10).read().decode()
        return [line for line in page.splitlines() if re.match(r"edgewatt\w*(_seconds_(count|max)|_total)\b", line)]


def told_port():
    import socket
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return held.getsockname()[1]


def end(process):
    process.terminate()
    try:
        process.wait(15)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def node(number):
    size = {"cpu": "32", "memory": "256Gi", "pods": "110"}
    labels = {"kubernetes.io/hostname": f"kwok-{number}", "kubernetes.io/os": "linux", "type": "kwok",
              "topology.kubernetes.io/zone": f"z{number % 10}",
              # Straight lines, all different, so that there is always one cheapest node.
              "edgewatt.io/idle-watts": "100", "edgewatt.io/full-watts": f"{300 + (number * 7919) % 1000 * 0.1:.1f}"}
    return {"apiVersion": "v1", "kind": "Node",
            "metadata": {"name": f"kwok-{number}", "labels": labels, "annotations": {"kwok.x-k8s.io/node": "fake"}},
            "status": {"allocatable": size, "capacity": size}}


def measured(number):
    now = datetime.datetime.now(datetime.timezone.utc)
    return {"apiVersion": "metrics.k8s.io/v1beta1", "kind": "NodeMetrics", "metadata": {"name": f"kwok-{number}"},
            "timestamp": now.strftime("%Y-%m-%dT%H:%M:%SZ"), "window": "15s",
            "usage": {"cpu": f"{1000 + number * 13 % 9000}m", "memory": "8Gi"}}


def pod(scheduler, number):
    resources = {"requests": {"cpu": "500m", "memory": "64Mi"}, "limits": {"cpu": "1", "memory": "128Mi"}}
    return {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": f"{scheduler}-{number}", "namespace": "default"},
            "spec": {"schedulerName": scheduler, "terminationGracePeriodSeconds": 0,
                     "containers": [{"name": "work", "image": "registry.example/work:1.0", "resources": resources}]}}


def percentile(buckets, share):
    """By a straight line inside the bucket; milliseconds."""
    total = buckets.get(float("inf"), 0)
    below, lower = 0.0, 0.0
    for bound in sorted(buckets):
        if buckets[bound] >= share * total:
            if bound == float("inf"):
                return lower * 1e3
            inside = buckets[bound] - below
            return (lower + (bound - lower) * (share * total - below) / max(inside, 1e-9)) * 1e3
        below, lower = buckets[bound], bound
    return float("nan")


def main():
    parser = argparse.ArgumentParser(prog="run.sh")
    parser.add_argument("home", type=pathlib.Path, help=argparse.SUPPRESS)
    for name, default in (("nodes", 1000), ("pods", 200), ("rounds", 3)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--policy", default="power")
    options = parser.parse_args()
    with contextlib.ExitStack() as stack:
        folder = pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory()))
        bench = Bench(options.home, options, folder, stack)
        print(f"{options.nodes} kwok nodes, {options.pods} pods a round, policy {options.policy}, {os.cpu_count()} cores for all of it")
        for name in bench.schedulers:
            bench.round(name, WARM_UP)
        print("| extender | round | pods/s | attempt p50 ms | p99 ms | wait p50 ms | p99 ms | node-scoring CPU ms/pod |\n|---|--:|--:|--:|--:|--:|--:|--:|")
        rates = {name: [] for name in bench.schedulers}
        for turn in range(1, options.rounds + 1):
            for name in bench.schedulers:
                rate, grown, cpu = bench.round(name, options.pods)
                rates[name].append(rate)
                figures = [percentile(grown[metric], share) for metric in (ATTEMPT, WAIT) for share in (0.5, 0.99)]
                print(f"| {name} | {turn} | {rate:.0f} | " + " | ".join(f"{figure:.1f}" for figure in figures)
                      + f" | {cpu * 1e3 / options.pods if name == 'with' else 0:.1f} |", flush=True)
        medians = {name: statistics.median(values) for name, values in rates.items()}
        print(f"median pods/s: {medians['without']:.0f} without, {medians['with']:.0f} with ({medians['with'] / medians['without']:.0%})")
        print("\n".join(bench.answers()))


main()
