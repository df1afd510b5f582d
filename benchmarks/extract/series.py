"""Writes two hours of a small cluster's metrics as OpenMetrics, for promtool to backfill.

usage: series.py START END STEP [NODES] > FILE

265 metrics of 1,060 series a node, five nodes unless told. Four in five never change (the testbed that this follows found about
1,000 of its 72,000 series worth analysing); of the rest half are counters of whole numbers, a
quarter counters of seconds, a quarter gauges. Seeded: the same file every time.
"""

import random
import sys

START, END, STEP, COUNT = (int(word) for word in (*sys.argv[1:], 5)[:4])
NODES = [f"node{i}:9100" for i in range(COUNT)]


def static(rng):
    value = rng.choice([0, 0, 0, 1, 1, rng.randrange(1, 10**6), round(rng.random(), 3), rng.randrange(10**12)])
    return lambda: value


def counter(rng):
    state = [rng.randrange(10**6)]
    mean = 10 ** rng.uniform(-1, 3) * STEP

    def step():
        state[0] += int(rng.expovariate(1 / mean))
        return state[0]

    return step


def seconds(rng):
    state = [rng.uniform(0, 1e5)]
    share = rng.uniform(0.01, 0.9)

    def step():
        state[0] += STEP * share * rng.uniform(0.5, 1.5)
        return round(state[0], 2)

    return step


def gauge(rng):
    if rng.random() < 0.6:
        state = [rng.randrange(10**8, 10**10) // 4096 * 4096]

        def step():
            if rng.random() < 0.4:
                state[0] += rng.randrange(-500, 500) * 4096
            return abs(state[0])

        return step
    centre = rng.uniform(1, 100)
    return lambda: round(centre * rng.uniform(0.8, 1.2), rng.choice([2, 3, 6]))


def metric(number):
    rng = random.Random(number)
    place = number % 20
    if place < 16:
        return f"kube_setting_{number}", "gauge", static, rng
    if place < 18:
        return f"node_events_{number}_total", "counter", counter, rng
    if place == 18:
        return f"node_busy_seconds_{number}_total", "counter", seconds, rng
    return f"node_level_{number}", "gauge", gauge, rng


def main():
    out = sys.stdout
    for number in range(265):
        name, kind, make, rng = metric(number)
        # OpenMetrics names a counter's family without its ending.
        out.write(f"# TYPE {name.removesuffix('_total') if kind == 'counter' else name} {kind}\n")
        for one in range(4 * COUNT):
            labels = (
                f'container="app-{one % 4}",instance="{NODES[one % COUNT]}",job="node",'
                f'namespace="workload",pod="yolo-consumer-7d9f8b6c5-{number:03d}{one:02d}"'
            )
            value = make(rng)
            lines = [f"{name}{{{labels}}} {value()} {at}\n" for at in range(START, END + 1, STEP)]
            out.write("".join(lines))
    out.write("# EOF\n")


main()
