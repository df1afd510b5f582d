"""What two kinds of servers draw, as a straight line: the model that every server here serves.

watts = idle + slope * cpu + 10 * ambient + 4 * cpu1 + 4 * cpu2, each input between 0 and 1.
"""

FEATURES = 4
MODELS = {"frugal": (60.0, 80.0), "hungry": (120.0, 200.0)}


def watts(model, row):
    """The watts of one row: cpu, ambient, cpu1, cpu2."""
    if len(row) != FEATURES:
        raise ValueError(f"a row has {FEATURES} numbers, not {len(row)}")
    idle, slope = MODELS[model]
    cpu, ambient, cpu1, cpu2 = (float(one) for one in row)
    return idle + slope * cpu + 10 * ambient + 4 * cpu1 + 4 * cpu2
