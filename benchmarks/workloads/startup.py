"""Start-up, memory, CPU per request and warm-up of the workloads; see startup.sh.

Load is an open loop of one coroutine a request. CPU is the server process's own CPU-time clock (all
its threads, nanoseconds), read at the ends of one-second bins; a bin's figure is CPU over requests
answered in it. CPU-ms/request is the median of the second half of the bins, spread their standard
deviation over it: what the machine itself makes of one cost. "Steady" is the first second from which
the mean of any three bins stays within 5 % of that median, plus two standard errors of such a mean;
"not yet" where that is not before the second half.
"""
import asyncio, json, os, pathlib, re, signal, statistics, subprocess, sys, tempfile, time, urllib.request

JDK17 = os.environ.get("JDK17", "/usr/lib/jvm/java-17-openjdk-amd64")
JDK25 = os.environ.get("JDK25", "/usr/lib/jvm/temurin-25-jdk-amd64")
SECONDS = int(os.environ.get("SECONDS_OF_LOAD", "20"))
STARTS = int(os.environ.get("STARTS", "3"))
SMALL = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xms64m -Xmx64m -XX:MaxDirectMemorySize=600m"
CHOSEN = "17 C1+serial+64m+early"
EARLY = "-XX:CompileThresholdScaling=0.1"
SETS = {  # name: (JDK, flags, flag that writes an archive at exit, flag that uses it)
    "17 default": (JDK17, "", None, None),
    "17 C1": (JDK17, "-XX:TieredStopAtLevel=1", None, None),
    "17 serial": (JDK17, "-XX:+UseSerialGC", None, None),
    "17 C1+serial+64m": (JDK17, SMALL, None, None),
    "17 C1+serial+64m+early": (JDK17, f"{SMALL} {EARLY}", None, None),
    "17 C1+serial+64m+earliest": (JDK17, f"{SMALL} -XX:CompileThresholdScaling=0.02", None, None),
    "17 C1+serial+64m+early+CDS": (JDK17, f"{SMALL} {EARLY}", "-XX:ArchiveClassesAtExit=%s", "-XX:SharedArchiveFile=%s"),
    "17 C1+serial+64m+CDS": (JDK17, SMALL, "-XX:ArchiveClassesAtExit=%s", "-XX:SharedArchiveFile=%s"),
    "25 default": (JDK25, "", None, None),
    "25 C1+serial+64m": (JDK25, SMALL, None, None),
    "25 C1+serial+64m+early+AOT": (JDK25, f"{SMALL} {EARLY}", "-XX:AOTCacheOutput=%s", "-XX:AOTCache=%s"),
    "25 C1+serial+64m+early": (JDK25, f"{SMALL} {EARLY}", None, None),
    "25 C1+serial+64m+AOT": (JDK25, SMALL, "-XX:AOTCacheOutput=%s", "-XX:AOTCache=%s"),
}
RATES = {"nmap": 20, "thumbnail": 50}


class Server:
    def __init__(self, jar, function, jdk, flags):
        self.port = int(os.environ.get("PORT", "18590"))
        env = {"EDGEWATT_FUNCTION": function, "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
        command = [f"{jdk}/bin/java", *flags.split(), f"-Dquarkus.http.port={self.port}", "-jar", jar]
        began = time.monotonic()
        self.process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        while True:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/_/ready", timeout=1).read()
                break
            except OSError:
                if self.process.poll() is not None or time.monotonic() - began > 30:
                    self.stop()
                    raise RuntimeError(f"not ready: {' '.join(command)}")
                time.sleep(0.002)
        self.ready_ms = (time.monotonic() - began) * 1e3
        self.ready_cpu_ms = self.cpu() * 1e3

    def cpu(self):
        return time.clock_gettime((~self.process.pid << 3) | 2)

    def rss_mb(self):
        text = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", text)[1]) / 1024

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stderr.close()

    def __enter__(self):
        return self

    def __exit__(self, *ignored):
        self.stop()


async def load(server, spec, rate, seconds):
    """Bins of (answered, failed, CPU seconds)."""
    body = spec["body"].encode()
    request = (f"{spec['method']} {spec['path']} HTTP/1.1\r\nHost: localhost\r\n"
               f"Content-Type: {spec['contentType']}\r\nContent-Length: {len(body)}\r\n\r\n").encode() + body
    idle, counts = [], [0, 0]

    async def one():
        try:
            reader, writer = idle.pop() if idle else await asyncio.open_connection("127.0.0.1", server.port)
            writer.write(request)
            head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 10)
            await reader.readexactly(int(re.search(rb"(?i)content-length: (\d+)", head)[1]))
            idle.append((reader, writer))
            counts[0 if head.startswith(b"HTTP/1.1 200") else 1] += 1
        except (OSError, asyncio.TimeoutError, asyncio.IncompleteReadError):
            counts[1] += 1

    bins, tasks, began = [], set(), time.monotonic()
    cpu, before = server.cpu(), (0, 0)
    for sent in range(rate * seconds):
        delay = began + sent / rate - time.monotonic()
        if delay > 0:
            await asyncio.sleep(delay)
        task = asyncio.create_task(one())
        tasks.add(task)
        task.add_done_callback(tasks.discard)
        if (sent + 1) % rate == 0:
            now = server.cpu()
            bins.append((counts[0] - before[0], counts[1] - before[1], now - cpu))
            cpu, before = now, tuple(counts)
    await asyncio.gather(*tasks)
    for _, writer in idle:
        writer.close()
    return bins


def judge(bins, rate):
    cost = [cpu * 1e3 / max(1, answered) for answered, _, cpu in bins]
    late = cost[len(cost) // 2:]
    final, spread = statistics.median(late), statistics.stdev(late) / statistics.median(late)
    near = 0.05 + 2 * spread / 3 ** 0.5
    smooth = [statistics.mean(cost[i:i + 3]) for i in range(len(cost) - 2)]
    steady = next(i for i in range(len(smooth) + 1) if all(abs(x / final - 1) <= near for x in smooth[i:]))
    return {"cpuMsPerRequest": round(final, 3), "spreadPercent": round(100 * spread, 1),
            "firstSecondCpuMsPerRequest": round(cost[0], 3),
            "steadyAfterSeconds": steady, "steadyAfterRequests": steady * rate,
            "reachedSteady": steady <= len(cost) // 2,
            "failed": sum(b[1] for b in bins), "bins": [round(c, 3) for c in cost]}


def measure(jar, spec, name, starts):
    jdk, flags, write, use = SETS[name]
    with tempfile.TemporaryDirectory() as folder:
        if write:
            archive = f"{folder}/archive"
            with Server(jar, spec["name"], jdk, f"{flags} {write % archive}") as server:
                asyncio.run(load(server, spec, 20, 3))
            flags = f"{flags} {use % archive}"
        ready, cpu = [], []
        for _ in range(starts - 1):
            with Server(jar, spec["name"], jdk, flags) as server:
                ready.append(server.ready_ms)
                cpu.append(server.ready_cpu_ms)
        rate = int(os.environ.get("RATE", RATES.get(spec["name"], 100)))
        with Server(jar, spec["name"], jdk, flags) as server:
            ready.append(server.ready_ms)
            cpu.append(server.ready_cpu_ms)
            row = {"function": spec["name"], "set": name, "flags": flags.replace(folder, "…"), "rate": rate,
                   "rssReadyMb": round(server.rss_mb())}
            row |= judge(asyncio.run(load(server, spec, rate, SECONDS)), rate)
            row["rssAfterMb"] = round(server.rss_mb())
    return row | {"readyMs": round(statistics.median(ready)), "readyCpuMs": round(statistics.median(cpu))}


def main(jar, catalogue, mode="flags", *rest):
    specs = {spec["name"]: spec for spec in json.loads(pathlib.Path(catalogue).read_text())}
    if mode == "flags":
        todo = [(rest[0] if rest else "shasum", name) for name in (rest[1:] or SETS)]
    else:
        todo = [(function, rest[0] if rest else CHOSEN) for function in (rest[1:] or specs)]
    print("| function | flags | ready ms | CPU to ready ms | RSS MB ready → after | rate/s | CPU-ms/request"
          " ± spread | first second | steady after s (requests) |\n|---|---|--:|--:|--:|--:|--:|--:|--:|")
    rows = []
    for function, name in todo:
        row = measure(jar, specs[function], name, STARTS if mode == "flags" else 1)
        rows.append(row)
        steady = f"{row['steadyAfterSeconds']} ({row['steadyAfterRequests']})" if row["reachedSteady"] else "not yet"
        print(f"| {function} | {name} | {row['readyMs']} | {row['readyCpuMs']} | {row['rssReadyMb']} → {row['rssAfterMb']}"
              f" | {row['rate']} | {row['cpuMsPerRequest']} ± {row['spreadPercent']} % | {row['firstSecondCpuMsPerRequest']} | {steady} |"
              + (f" {row['failed']} failed" if row["failed"] else ""), flush=True)
    print(json.dumps({"secondsOfLoad": SECONDS, "rows": rows}))


main(*sys.argv[1:])
