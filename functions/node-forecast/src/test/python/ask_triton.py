"""Asks a server with Triton's own client and prints what it answered as JSON.

Usage: ask_triton.py HOST:PORT MODEL NODE_TYPE RATES   (RATES: rows of numbers, as JSON)
"""
import json
import sys

import numpy
import tritonclient.http as triton
from tritonclient.utils import InferenceServerException


def asked(client, model, rates, node_type, binary, numpy_type, outputs=None, **more):
    datatype = {numpy.float32: "FP32", numpy.float64: "FP64"}[numpy_type]
    rows = triton.InferInput("rates", list(rates.shape), datatype)
    rows.set_data_from_numpy(rates.astype(numpy_type), binary_data=binary)
    node = triton.InferInput("node_type", [1], "BYTES")
    node.set_data_from_numpy(numpy.array([node_type], dtype=numpy.object_), binary_data=binary)
    wanted = outputs and [triton.InferRequestedOutput(name, binary_data=binary) for name in outputs]
    result = client.infer(model, [rows, node], outputs=wanted, **more)
    response = result.get_response()
    return {
        "id": response.get("id"),
        "version": response["model_version"],
        "outputs": {o["name"]: result.as_numpy(o["name"]).tolist() for o in response["outputs"]},
    }


def watts(client, model, shares):
    rows = numpy.array([[share, 0.1, 0.2, 0.3] for share in shares], dtype=numpy.float32)
    inputs = triton.InferInput("inputs", list(rows.shape), "FP32")
    inputs.set_data_from_numpy(rows)
    return client.infer(model, [inputs]).as_numpy("outputs").tolist()


def refusal(call):
    try:
        call()
    except InferenceServerException as e:
        return {"status": e.status(), "message": e.message()}
    return None


def main(address, model, node_type, rates):
    rates = numpy.array(json.loads(rates))
    client = triton.InferenceServerClient(address)
    metadata = client.get_model_metadata(model)
    version = metadata["versions"][0]
    some = ["cpu_usage_node_high", "novel"]
    print(json.dumps({
        "live": client.is_server_live(),
        "ready": client.is_server_ready(),
        "server": client.get_server_metadata(),
        "model_ready": client.is_model_ready(model),
        "version_ready": client.is_model_ready(model, version),
        "other_version_ready": client.is_model_ready(model, "1"),
        "unknown_ready": client.is_model_ready("none"),
        "metadata": metadata,
        "binary": asked(client, model, rates, node_type, True, numpy.float64, request_id="b"),
        "binary32": asked(client, model, rates, node_type, True, numpy.float32),
        "json": asked(client, model, rates, node_type, False, numpy.float64, some),
        "some": asked(client, model, rates, node_type, True, numpy.float64, some,
                      model_version=version),
        "watts": watts(client, model + "-power-" + node_type, [0, 0.25, 0.5, 1])
        if client.is_model_ready(model + "-power-" + node_type) else None,
        "unknown": refusal(lambda: client.get_model_metadata("none")),
        "negative": refusal(lambda: asked(client, model, -1 - rates, node_type, True, numpy.float64)),
        "nan": refusal(lambda: asked(client, model, rates * numpy.nan, node_type, True, numpy.float64)),
        "columns": refusal(lambda: asked(client, model, rates[:, 1:], node_type, True, numpy.float64)),
        "node": refusal(lambda: asked(client, model, rates, "NODE77", True, numpy.float64)),
        "compressed": refusal(lambda: asked(client, model, rates, node_type, True, numpy.float64,
                                            request_compression_algorithm="gzip")),
    }))


main(*sys.argv[1:])
