#!/usr/bin/env python3
"""vm-power.py over synthetic counters of known watts, with a process that looks like QEMU."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
WRITER = os.path.join(HERE, "..", "..", "..", "test-fixtures", "servers", "rapl-writer.py")
SUBJECT = os.path.join(HERE, "..", "vm-power.py")
TICKS = os.sysconf("SC_CLK_TCK")
CORES = os.sysconf("SC_NPROCESSORS_ONLN")


def cpu_seconds(pid):
    with open(f"/proc/{pid}/stat", encoding="ascii") as file:
        fields = file.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


class VmPowerTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.output = os.path.join(self.folder, "out")
        self.powercap = os.path.join(self.folder, "powercap")
        self.started = []

    def tearDown(self):
        for one in self.started:
            one.kill()
            one.communicate()
        shutil.rmtree(self.folder)

    def start(self, *command, executable=None):
        one = subprocess.Popen(command, executable=executable, stderr=subprocess.PIPE, text=True)
        self.started.append(one)
        return one

    def machine(self, name):
        """Burns a core under QEMU's name and arguments."""
        return self.start("qemu-system-x86_64", "-c", "while :; do :; done", "x", "-name", name, executable="/bin/bash")

    def subject(self):
        return self.start(sys.executable, SUBJECT, "--powercap", self.powercap, "--output", self.output, "--step", "0.2")

    def energy(self, name):
        with open(os.path.join(self.output, name, "intel-rapl:0", "energy_uj"), encoding="ascii") as file:
            return int(file.read())

    def await_file(self, *parts):
        path = os.path.join(self.folder, *parts)
        for _ in range(100):
            if os.path.exists(path):
                return path
            time.sleep(0.1)
        self.fail(f"no {path}")

    def truth(self):
        with open(os.path.join(self.folder, "truth.txt"), encoding="ascii") as lines:
            _, package, dram = lines.read().splitlines()[-1].split()
            return float(package) + float(dram)

    def test_a_machine_gets_its_share_of_the_hosts_energy(self):
        self.start(sys.executable, WRITER, self.folder, "40", "5")
        self.await_file("truth.txt")
        burner = self.machine("guest=one,debug-threads=on")
        self.subject()
        self.await_file("out", "one", "intel-rapl:0", "energy_uj")
        before, used, host, moment = self.energy("one"), cpu_seconds(burner.pid), self.truth(), time.monotonic()
        time.sleep(6)
        seconds = time.monotonic() - moment
        share = (cpu_seconds(burner.pid) - used) / (seconds * CORES)
        expected = (self.truth() - host) * share
        measured = (self.energy("one") - before) / 1e6
        # A fifth of it is what Scaphandre's own exporter would give. A step more or less at each end.
        self.assertAlmostEqual(measured / expected, 1.0, delta=0.1)
        with open(os.path.join(self.output, "one", "intel-rapl:0", "name"), encoding="ascii") as file:
            self.assertEqual(file.read(), "package-0\n")

    def counter(self, zone, name, microjoules):
        folder = os.path.join(self.powercap, zone)
        os.makedirs(folder, exist_ok=True)
        for file, text in (("name", name), ("max_energy_range_uj", "1000000000"), ("energy_uj", microjoules)):
            with open(os.path.join(folder, file + ".new"), "w", encoding="ascii") as out:
                out.write(f"{text}\n")
            os.rename(os.path.join(folder, file + ".new"), os.path.join(folder, file))

    def test_a_counter_that_wraps_adds_what_it_counted(self):
        self.counter("intel-rapl:0", "package-0", 999000000)
        self.counter("intel-rapl:0:0", "core", 1)
        self.machine("guest=two")
        self.subject()
        self.await_file("out", "two", "intel-rapl:0", "energy_uj")
        before = self.energy("two")
        self.counter("intel-rapl:0", "package-0", 9000000)
        time.sleep(1)
        # 10 J went by; the machine had at most one of the cores, and some of that one.
        self.assertGreater(self.energy("two") - before, 10e6 / CORES * 0.1)
        self.assertLess(self.energy("two") - before, 10e6 / CORES * 1.5)

    def test_a_name_never_leads_out_of_the_folder(self):
        self.counter("intel-rapl:0", "package-0", 1)
        self.machine("guest=../escaped")
        self.machine("guest=three")
        self.subject()
        self.await_file("out", "three", "intel-rapl:0", "energy_uj")
        self.assertEqual(os.listdir(self.output), ["three"])
        self.assertFalse(os.path.exists(os.path.join(self.folder, "escaped")))

    def test_a_host_without_counters_is_told_in_one_line(self):
        os.makedirs(self.powercap)
        done = self.subject()
        _, error = done.communicate(timeout=20)
        self.assertEqual(done.returncode, 1)
        self.assertIn("no energy counters", error)
        self.assertEqual(error.count("\n"), 1)


if __name__ == "__main__":
    unittest.main()
