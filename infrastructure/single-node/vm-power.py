#!/usr/bin/env python3
"""Gives every virtual machine of this host an energy counter of its own.

usage: vm-power.py [--powercap FOLDER] [--output FOLDER] [--step SECONDS]

Reads the host's counters (packages and memory below --powercap, /sys/class/powercap) and the CPU time
of each QEMU process, and keeps OUTPUT/DOMAIN/intel-rapl:0/energy_uj (/var/lib/libvirt/scaphandre):
the host's energy of each step times the machine's share of the host's CPU capacity in it. That is
the rule of "scaphandre qemu", with the energy of whole steps: Scaphandre 1.0.0 adds its watts once
every 5 s as if that were joules, so that a guest sees a fifth. Needs root.
"""

import argparse
import os
import re
import signal
import sys
import time

TICKS = os.sysconf("SC_CLK_TCK")
CORES = os.sysconf("SC_NPROCESSORS_ONLN")
# package-N and dram of each socket; core and uncore are parts of a package.
COUNTED = re.compile(r"package-\d+|dram")
# What a guest's reader may take for the counter's end: the largest that processors have.
RANGE_UJ = 262143328850


def read(path):
    with open(path, encoding="ascii", errors="replace") as file:
        return file.read().strip()


class Counter:
    """A counter of the kernel that starts again at its range."""

    def __init__(self, folder):
        self.path = os.path.join(folder, "energy_uj")
        self.range = int(read(os.path.join(folder, "max_energy_range_uj")))
        self.last = int(read(self.path))

    def step(self):
        now = int(read(self.path))
        grown, self.last = (now - self.last) % (self.range + 1), now
        return grown


def counters(powercap):
    found = []
    for name in sorted(os.listdir(powercap)):
        folder = os.path.join(powercap, name)
        # intel-rapl-mmio shows the same energy a second time.
        if name.startswith("intel-rapl:") and COUNTED.fullmatch(read(os.path.join(folder, "name"))):
            found.append(Counter(folder))
    return found


def machines():
    """QEMU processes by their machine's name."""
    found = {}
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            arguments = read(f"/proc/{pid}/cmdline").split("\0")
        except OSError:
            continue
        if "qemu" not in os.path.basename(arguments[0]):
            continue
        for flag, value in zip(arguments, arguments[1:]):
            if flag == "-name":
                name = value.split(",")[0].removeprefix("guest=")
                # A name is a folder's name below the output, and nothing else.
                if name and "/" not in name and name not in (".", ".."):
                    found[name] = pid
    return found


def cpu_seconds(pid):
    """User and system time of all its threads, and the start that tells a recycled id apart."""
    fields = read(f"/proc/{pid}/stat").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS, fields[19]


def put(path, text):
    with open(path + ".new", "w", encoding="ascii") as out:
        out.write(f"{text}\n")
    os.rename(path + ".new", path)


class Machine:
    def __init__(self, output, name, pid):
        self.pid = pid
        self.folder = os.path.join(output, name, "intel-rapl:0")
        os.makedirs(self.folder, exist_ok=True)
        put(os.path.join(self.folder, "name"), "package-0")
        put(os.path.join(self.folder, "max_energy_range_uj"), RANGE_UJ)
        path = os.path.join(self.folder, "energy_uj")
        # Goes on where it was: a guest must not see its counter fall.
        self.microjoules = float(read(path)) if os.path.exists(path) else 0.0
        self.used, self.since = cpu_seconds(pid)

    def step(self, host_microjoules, seconds):
        used, since = cpu_seconds(self.pid)
        if since != self.since:
            raise ProcessLookupError(self.pid)
        share = min(1.0, (used - self.used) / (seconds * CORES))
        self.used = used
        self.microjoules += host_microjoules * share
        put(os.path.join(self.folder, "energy_uj"), round(self.microjoules) % RANGE_UJ)


def main():
    parser = argparse.ArgumentParser(description="Gives every virtual machine of this host an energy counter of its own.")
    parser.add_argument("--powercap", default="/sys/class/powercap")
    parser.add_argument("--output", default="/var/lib/libvirt/scaphandre")
    parser.add_argument("--step", type=float, default=1.0, help="seconds")
    asked = parser.parse_args()
    try:
        host = counters(asked.powercap)
    except OSError as failed:
        sys.exit(f"vm-power.py: cannot read the host's energy: {failed}")
    if not host:
        sys.exit(f"vm-power.py: no energy counters below {asked.powercap}: load intel_rapl_common, and run it on the host itself")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    known = {}
    last = time.monotonic()
    while True:
        time.sleep(asked.step)
        now = time.monotonic()
        energy = sum(one.step() for one in host)
        running = machines()
        for name, machine in list(known.items()):
            try:
                machine.step(energy, now - last)
            except OSError:
                del known[name]
        for name in running.keys() - known.keys():
            try:
                known[name] = Machine(asked.output, name, running[name])
            except OSError as failed:
                print(f"vm-power.py: {name}: {failed}", file=sys.stderr)
        last = now


main()
