"""The same work as ours by onnxruntime in Python: decode, letterbox, infer, decode the head, suppress.

Usage: peer.py MODEL IMAGE... --decoder pillow|opencv [--seconds 10]
Prints one line: decode, pre, inference, post and total in milliseconds an image, and detections.
"""
import argparse
import io
import time

import numpy as np
import onnxruntime

SIZE, THRESHOLD, OVERLAP = 416, 0.3, 0.45


def pillow():
    from PIL import Image

    def decode(data):
        image = Image.open(io.BytesIO(data))
        return image.convert("RGB")

    def pre(image):
        width, height = image.size
        r = min(SIZE / width, SIZE / height)
        # reducing_gap would blur; BILINEAR of Pillow filters already when shrinking.
        small = image.resize((round(width * r), round(height * r)), Image.BILINEAR)
        canvas = np.full((SIZE, SIZE, 3), 114, dtype=np.uint8)
        canvas[: small.height, : small.width] = np.asarray(small)[:, :, ::-1]
        return np.ascontiguousarray(canvas.transpose(2, 0, 1), dtype=np.float32)[None], r

    return decode, pre


def opencv():
    import cv2

    cv2.setNumThreads(1)

    def decode(data):
        return cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR | cv2.IMREAD_IGNORE_ORIENTATION)

    def pre(image):
        height, width = image.shape[:2]
        r = min(SIZE / width, SIZE / height)
        small = cv2.resize(image, (round(width * r), round(height * r)), interpolation=cv2.INTER_LINEAR)
        canvas = np.full((SIZE, SIZE, 3), 114, dtype=np.uint8)
        canvas[: small.shape[0], : small.shape[1]] = small
        return np.ascontiguousarray(canvas.transpose(2, 0, 1), dtype=np.float32)[None], r

    return decode, pre


def grids():
    cells, strides = [], []
    for s in (8, 16, 32):
        y, x = np.mgrid[: SIZE // s, : SIZE // s]
        cells.append(np.stack((x, y), 2).reshape(-1, 2))
        strides.append(np.full((cells[-1].shape[0], 1), s))
    return np.concatenate(cells).astype(np.float32), np.concatenate(strides).astype(np.float32)


CELLS, STRIDES = grids()


def post(output, r):
    output = output[0]
    keep = output[:, 4] >= THRESHOLD
    output, cells, strides = output[keep], CELLS[keep], STRIDES[keep]
    classes = output[:, 5:].argmax(1)
    scores = output[:, 4] * output[np.arange(len(output)), 5 + classes]
    middle = (output[:, :2] + cells) * strides
    half = np.exp(output[:, 2:4]) * strides / 2
    boxes = np.concatenate((middle - half, middle + half), 1) / r
    found = scores >= THRESHOLD
    boxes, scores, classes = boxes[found], scores[found], classes[found]
    # One pass for all classes: boxes of different ones are moved apart.
    apart = boxes + classes[:, None] * 1e5
    area = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    order, kept = scores.argsort()[::-1], []
    while order.size:
        best, rest = order[0], order[1:]
        kept.append(best)
        size = np.minimum(apart[best, 2:], apart[rest, 2:]) - np.maximum(apart[best, :2], apart[rest, :2])
        common = np.clip(size, 0, None).prod(1)
        order = rest[common / (area[best] + area[rest] - common) <= OVERLAP]
    return [(int(classes[i]), float(scores[i]), boxes[i].tolist()) for i in kept]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("model")
    parser.add_argument("images", nargs="+")
    parser.add_argument("--decoder", choices=("pillow", "opencv"), default="pillow")
    parser.add_argument("--seconds", type=float, default=10)
    arguments = parser.parse_args()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    session = onnxruntime.InferenceSession(arguments.model, options, providers=["CPUExecutionProvider"])
    name = session.get_inputs()[0].name
    decode, pre = pillow() if arguments.decoder == "pillow" else opencv()
    images = [open(image, "rb").read() for image in arguments.images]
    spent, count, found = np.zeros(4), 0, 0

    def once(data):
        begin = time.perf_counter()
        image = decode(data)
        decoded = time.perf_counter()
        tensor, r = pre(image)
        filled = time.perf_counter()
        output = session.run(None, {name: tensor})[0]
        inferred = time.perf_counter()
        detections = post(output, r)
        done = time.perf_counter()
        return np.array((decoded - begin, filled - decoded, inferred - filled, done - inferred)), len(detections)

    for data in images * 2:
        once(data)
    end = time.perf_counter() + arguments.seconds
    while time.perf_counter() < end:
        found = 0
        for data in images:
            took, detections = once(data)
            spent += took
            count += 1
            found += detections
    milliseconds = 1000 * spent / count
    print(
        f"onnxruntime {onnxruntime.__version__} + {arguments.decoder},"
        + ",".join(f"{value:.2f}" for value in (*milliseconds, milliseconds.sum()))
        + f",{1000 / milliseconds.sum():.2f},{found}"
    )


main()
