#!/usr/bin/env python3
"""Pretends to be a processor's energy counters, with watts that are known.

usage: rapl-writer.py FOLDER PACKAGE_WATTS DRAM_WATTS

FOLDER/powercap gets the kernel's layout (package-0, core, dram; microjoules, wrapping at
max_energy_range_uj). FOLDER/truth.txt gets one line a step: seconds since the epoch, joules of the
package and of the memory since the start, never wrapped: what a meter reading the counters must
find. A line "PACKAGE_WATTS DRAM_WATTS" written to FOLDER/watts changes the load while it runs.
"""

import os
import sys
import time

STEP_SECONDS = 0.05
RANGE_UJ = 262143328850
# Not zero: a reader that takes the counter's value for the energy since its own start must be wrong.
START_UJ = 1000000
CORE_SHARE = 0.8
ZONES = {"intel-rapl:0": "package-0", "intel-rapl:0:0": "core", "intel-rapl:0:1": "dram"}


def put(path, text):
    # Renamed into place, so that no reader ever sees half a number.
    with open(path + ".new", "w", encoding="ascii") as out:
        out.write(f"{text}\n")
    os.rename(path + ".new", path)


def watts(folder, before):
    try:
        with open(os.path.join(folder, "watts"), encoding="ascii") as line:
            package, dram = line.read().split()
            return float(package), float(dram)
    except (OSError, ValueError):
        return before


def main(folder, package_watts, dram_watts):
    root = os.path.join(folder, "powercap")
    for zone, name in ZONES.items():
        os.makedirs(os.path.join(root, zone), exist_ok=True)
        put(os.path.join(root, zone, "name"), name)
        put(os.path.join(root, zone, "max_energy_range_uj"), RANGE_UJ)
    now = (package_watts, dram_watts)
    package = dram = 0.0
    last = time.time()
    with open(os.path.join(folder, "truth.txt"), "a", buffering=1, encoding="ascii") as truth:
        while True:
            for zone, joules in (
                ("intel-rapl:0", package),
                ("intel-rapl:0:0", package * CORE_SHARE),
                ("intel-rapl:0:1", dram),
            ):
                microjoules = START_UJ + round(joules * 1e6)
                put(os.path.join(root, zone, "energy_uj"), microjoules % RANGE_UJ)
            truth.write(f"{last:.6f} {package:.6f} {dram:.6f}\n")
            time.sleep(STEP_SECONDS)
            now = watts(folder, now)
            moment = time.time()
            package += now[0] * (moment - last)
            dram += now[1] * (moment - last)
            last = moment


main(sys.argv[1], float(sys.argv[2]), float(sys.argv[3]))
