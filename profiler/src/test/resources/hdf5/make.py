"""Makes frames.hdf5: drawn pictures of two sensors, laid out as the testbed's data sets are.

    pip install h5py numpy && python3 make.py

front: 5 frames in one piece, frame 1 switched off. rear: 4 of 6 frames in compressed chunks of 2,
frame 2 never written. n_frames is 5.
"""
import json
import pathlib
import struct
import zlib

import h5py
import numpy as np


def png(side, red, green, blue):
    """A square of one colour with a black diagonal."""
    rows = b""
    for y in range(side):
        rows += b"\0" + b"".join(
            bytes((0, 0, 0) if x == y else (red, green, blue)) for x in range(side))

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(
            ">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head)
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


file = pathlib.Path(__file__).with_name("frames.hdf5")
images = h5py.vlen_dtype(np.dtype("uint8"))
with h5py.File(file, "w") as out:
    front = out.create_dataset("sensors/front", (5,), dtype=images)
    for k in range(5):
        front[k] = np.frombuffer(png(10 + k, 255, 0, 10 * k), dtype="uint8")
    rear = out.create_dataset(
        "sensors/rear", (6,), dtype=images, chunks=(2,), maxshape=(None,), compression="gzip")
    for k in (0, 1, 3, 4, 5):
        rear[k] = np.frombuffer(png(20 + k, 0, 255, 10 * k), dtype="uint8")
    out.create_dataset("is_enabled/front", data=np.array([True, False, True, True, True]))
    out.create_dataset("is_enabled/rear", data=np.array([1, 1, 1, 1, 1, 1], dtype="uint8"))
    out.create_dataset("metadata", data=json.dumps({"n_frames": 5}))
