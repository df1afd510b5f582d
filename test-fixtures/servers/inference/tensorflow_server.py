"""The watt models behind TF Serving's PredictionService.Predict, by its published message stubs.

Arguments: port, and how outputs are written: float_val, double_val or tensor_content. A model has the
versions 1 and 2, a signature of its own name beside the default one.
"""

import struct
import sys
from concurrent import futures

import grpc
from tensorflow.core.framework import tensor_pb2
from tensorflow_serving.apis import predict_pb2

from watts import FEATURES, MODELS, watts

form = sys.argv[2] if len(sys.argv) > 2 else "float_val"


def rows_of(tensor):
    shape = [dim.size for dim in tensor.tensor_shape.dim]
    if tensor.dtype != tensor_pb2.DT_FLOAT or len(shape) != 2 or shape[1] != FEATURES:
        raise ValueError(f"inputs is not a float tensor of shape [n,{FEATURES}]: {shape}")
    values = list(tensor.float_val)
    if tensor.tensor_content:
        values = list(struct.unpack(f"<{len(tensor.tensor_content) // 4}f", tensor.tensor_content))
    if len(values) != shape[0] * FEATURES:
        raise ValueError(f"{len(values)} numbers do not fill {shape}")
    return [values[i : i + FEATURES] for i in range(0, len(values), FEATURES)]


def tensor_of(values):
    tensor = tensor_pb2.TensorProto(dtype=tensor_pb2.DT_FLOAT)
    tensor.tensor_shape.dim.add(size=len(values))
    tensor.tensor_shape.dim.add(size=1)
    if form == "double_val":
        tensor.dtype = tensor_pb2.DT_DOUBLE
        tensor.double_val.extend(values)
    elif form == "tensor_content":
        tensor.tensor_content = struct.pack(f"<{len(values)}f", *values)
    else:
        tensor.float_val.extend(values)
    return tensor


def predict(request, context):
    spec = request.model_spec
    if spec.name not in MODELS or (spec.HasField("version") and spec.version.value not in (1, 2)):
        context.abort(grpc.StatusCode.NOT_FOUND, f"Servable not found for request: {spec.name}")
    if spec.signature_name not in ("", "serving_default", spec.name):
        context.abort(grpc.StatusCode.FAILED_PRECONDITION, f'Serving signature key "{spec.signature_name}" not found.')
    try:
        values = [watts(spec.name, row) for row in rows_of(request.inputs["inputs"])]
    except ValueError as problem:
        context.abort(grpc.StatusCode.INVALID_ARGUMENT, str(problem))
    response = predict_pb2.PredictResponse(model_spec=spec)
    response.outputs["outputs"].CopyFrom(tensor_of(values))
    return response


handler = grpc.unary_unary_rpc_method_handler(
    predict,
    request_deserializer=predict_pb2.PredictRequest.FromString,
    response_serializer=predict_pb2.PredictResponse.SerializeToString,
)
server = grpc.server(futures.ThreadPoolExecutor(max_workers=4))
service = grpc.method_handlers_generic_handler("tensorflow.serving.PredictionService", {"Predict": handler})
server.add_generic_rpc_handlers((service,))
server.add_insecure_port(f"127.0.0.1:{sys.argv[1]}")
server.start()
print("serving", flush=True)
server.wait_for_termination()
