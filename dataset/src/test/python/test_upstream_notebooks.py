#!/usr/bin/env python3
"""Replays how DFaaS' notebooks select and reshape measurements, on our files.

    python3 test_upstream_notebooks.py <exported folder> [<run folder>]

The exported folder holds generator/ and output-energy/<node type>/. A run folder is checked too:
its tables hold more columns than upstream's, and none of them may be selected by mistake.
Without arguments the sample that the Java tests write under dataset/target/ is read.
Needs pandas and numpy; nothing else.
"""
import sys
import unittest
from pathlib import Path

import numpy as np
import pandas as pd

SAMPLE = Path(__file__).resolve().parents[3] / "target" / "python-sample"
EXPORTED = SAMPLE / "export"
RUN = None

SOLO_COLUMNS = ["name", "rate", "success_rate", "cpu_usage", "ram_usage", "power_usage",
                "overloaded", "medium_latency"]
PROFILE = ["success_rate", "cpu_usage", "ram_usage", "power_usage", "overloaded", "medium_latency"]
TARGETS = ("power_usage_", "cpu_usage_", "ram_usage_", "medium_latency", "overloaded_node")
NODE_COLUMNS = ["cpu_usage_idle_node", "cpu_usage_node", "ram_usage_idle_node", "ram_usage_node",
                "ram_usage_idle_node_percentage", "ram_usage_node_percentage",
                "power_usage_idle_node", "power_usage_node", "rest_seconds", "overloaded_node"]


def function_columns(function):
    return [f"function_{function}", f"rate_function_{function}",
            f"success_rate_function_{function}", f"cpu_usage_function_{function}",
            f"ram_usage_function_{function}", f"power_usage_function_{function}",
            f"replica_{function}", f"overloaded_function_{function}",
            f"medium_latency_function_{function}"]


def min_max(frame):
    """What a min-max scaler does: a constant column becomes 0."""
    span = (frame.max() - frame.min()).replace(0, 1)
    return (frame - frame.min()) / span


def csvs(folder):
    return sorted(folder.glob("results-*.csv"))


def read_mixes(folders):
    """Every CSV of every node type, without the columns of names, with the node type as a number."""
    frames = []
    for number, folder in enumerate(folders):
        for path in csvs(folder):
            frame = pd.read_csv(path)
            frame = frame.drop(columns=[c for c in frame.columns if c.startswith("function_")])
            frame = frame.assign(node_type=number)
            frames.append(frame)
    return pd.concat(frames, ignore_index=True)


def fill(data):
    for column in data.columns:
        if data[column].isna().any():
            data[column] = data[column].fillna(1 if column.startswith("success_rate_") else 0)
    return data


class FunctionProfiler(unittest.TestCase):
    """The clustering notebook: one scaling over all functions, 18 numbers a rate."""

    def setUp(self):
        self.files = csvs(EXPORTED / "generator")
        if not self.files:
            self.skipTest("no solo profiles in " + str(EXPORTED))

    def test_columns_are_upstreams_alone(self):
        for path in self.files:
            frame = pd.read_csv(path)
            self.assertEqual(list(frame.columns), SOLO_COLUMNS, path)
            self.assertEqual(frame["name"].nunique(), 1, path)
            self.assertTrue(path.stem.endswith("-" + frame["name"].iloc[0]), path)

    def test_vectors_of_eighteen_numbers_a_rate(self):
        data = pd.concat([pd.read_csv(path) for path in self.files], ignore_index=True)
        names = data["name"]
        numbers = data.drop(columns="name")
        for column in numbers.columns:
            self.assertTrue(pd.api.types.is_numeric_dtype(numbers[column]), column)
        scaled = min_max(numbers)
        self.assertGreaterEqual(scaled.min().min(), 0)
        self.assertLessEqual(scaled.max().max(), 1 + 1e-12)

        vectors = []
        for name in names.unique():
            by_rate = scaled[names == name].groupby("rate")[PROFILE]
            table = pd.concat([by_rate.mean(), by_rate.max(), by_rate.min()], axis=1)
            self.assertEqual(table.shape[1], 18)
            vectors.append(table.to_numpy().flatten())
        stacked = pd.DataFrame(vectors).fillna(1).to_numpy(dtype=float)
        self.assertEqual(stacked.shape[0], len(self.files))
        self.assertEqual(stacked.shape[1] % 18, 0)
        self.assertTrue(np.isfinite(stacked).all())


class SystemForecaster(unittest.TestCase):
    """The forecasting notebooks: columns chosen by the beginnings of their names."""

    def folders(self):
        folders = sorted(f for f in (EXPORTED / "output-energy").glob("*") if f.is_dir())
        if not folders:
            self.skipTest("no mixes in " + str(EXPORTED))
        return folders

    def raw_folders(self):
        if RUN is None or not csvs(RUN):
            self.skipTest("no run folder with mixes given")
        return [RUN]

    def test_exported_columns_are_upstreams_alone(self):
        for folder in self.folders():
            for path in csvs(folder):
                columns = list(pd.read_csv(path).columns)
                functions = [c[len("function_"):] for c in columns if c.startswith("function_")]
                expected = sum((function_columns(f) for f in functions), []) + NODE_COLUMNS
                self.assertEqual(columns, expected, path)

    def test_exported_mixes(self):
        self.replay(self.folders())

    def test_raw_mixes_of_a_run(self):
        self.replay(self.raw_folders())

    def test_raw_and_exported_select_the_same(self):
        raw = read_mixes(self.raw_folders())
        exported = read_mixes(self.folders())
        self.assertEqual(self.selected(raw), self.selected(exported))
        self.assertGreater(len(raw.columns), len(exported.columns), "ours stand in the raw files")

    def selected(self, data):
        targets = [c for c in data.columns if c.startswith(TARGETS) and "idle" not in c]
        features = [c for c in data.columns if c.startswith("rate_function_")]
        others = [c for c in data.columns if c.startswith(("success_rate_", "replica_",
                                                           "overloaded_"))]
        return sorted(targets), sorted(features), sorted(others)

    def replay(self, folders):
        data = fill(read_mixes(folders))
        rows = sum(len(pd.read_csv(path)) for folder in folders for path in csvs(folder))
        self.assertEqual(len(data), rows)
        targets, features, others = self.selected(data)
        functions = [c[len("rate_function_"):] for c in features]

        upstreams = set(sum((function_columns(f) for f in functions), []) + NODE_COLUMNS)
        for column in targets + features + others:
            self.assertIn(column, upstreams, "a column of ours was selected")
            self.assertTrue(pd.api.types.is_numeric_dtype(data[column]), column)
            self.assertFalse(data[column].isna().any(), column)
        # Four figures a function; CPU, RAM, RAM % and power of the node; its overload.
        self.assertEqual(len(targets), 4 * len(functions) + 5)

        for function in functions:
            idle = data[f"rate_function_{function}"] == 0
            for figure in (f"cpu_usage_function_{function}", f"ram_usage_function_{function}",
                           f"power_usage_function_{function}", f"replica_{function}"):
                data.loc[idle, figure] = 0

        keys = features + ["node_type"]
        groups = data.groupby(keys)
        for target in (t for t in targets if t != "overloaded_node"):
            mean, std = groups[target].transform("mean"), groups[target].transform("std").fillna(0)
            outside = (data[target] - mean).abs() > std
            data[target] = data[target].astype(float).where(~outside, mean)
            self.assertFalse(data[target].isna().any(), target)
        data["overloaded_node"] = groups["overloaded_node"].transform("min")
        self.assertTrue(set(data["overloaded_node"].unique()) <= {0, 1})

        x, y = min_max(data[keys]), min_max(data[targets])
        self.assertEqual(x.shape, (rows, len(functions) + 1))
        self.assertEqual(y.shape, (rows, len(targets)))
        self.assertTrue(np.isfinite(x.to_numpy(dtype=float)).all())
        self.assertTrue(np.isfinite(y.to_numpy(dtype=float)).all())


class Index(unittest.TestCase):
    """index.csv as the newer samples generator reads it back."""

    def test_lists_and_truth_values_are_pythons(self):
        if RUN is None or not (RUN / "index.csv").exists():
            self.skipTest("no run folder given")
        import ast

        index = pd.read_csv(RUN / "index.csv", sep=";")
        self.assertEqual(list(index.columns[:5]), ["functions", "rates", "overloaded",
                                                   "overload_predicted", "results_file"])
        for row in index.itertuples():
            functions, rates = ast.literal_eval(row.functions), ast.literal_eval(row.rates)
            self.assertEqual(len(functions), len(rates))
            self.assertTrue(all(isinstance(rate, int) for rate in rates))
            self.assertTrue((RUN / row.results_file).exists())
        self.assertEqual(index["overloaded"].dtype, bool)
        self.assertEqual(index["overload_predicted"].dtype, bool)


if __name__ == "__main__":
    arguments = [a for a in sys.argv[1:] if not a.startswith("-")]
    options = [a for a in sys.argv[1:] if a.startswith("-")]
    if arguments:
        EXPORTED = Path(arguments[0])
        RUN = Path(arguments[1]) if len(arguments) > 1 else None
    elif (SAMPLE / "latest").exists():
        RUN = SAMPLE / "latest"
    if not EXPORTED.is_dir():
        sys.exit(f"{EXPORTED} is no folder: give an exported folder, or run the Java tests first")
    unittest.main(argv=[sys.argv[0]] + options)
