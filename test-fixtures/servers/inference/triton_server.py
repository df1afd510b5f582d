"""The watt models behind Triton: Open Inference Protocol. Arguments: ports of HTTP, gRPC, metrics."""

import sys

import numpy as np
from pytriton.decorators import batch
from pytriton.model_config import DynamicBatcher, ModelConfig, Tensor
from pytriton.triton import Triton, TritonConfig

from watts import FEATURES, MODELS, watts


def serving(name):
    @batch
    def answer(inputs):
        return {"outputs": np.array([[watts(name, row)] for row in inputs], dtype=np.float32)}

    return answer


http, grpc, metrics = (int(port) for port in sys.argv[1:4])
local = "127.0.0.1"
config = TritonConfig(
    http_address=local, http_port=http, grpc_address=local, grpc_port=grpc, metrics_address=local, metrics_port=metrics
)
with Triton(config=config) as triton:
    for model in MODELS:
        triton.bind(
            model_name=model,
            infer_func=serving(model),
            inputs=[Tensor(name="inputs", dtype=np.float32, shape=(FEATURES,))],
            outputs=[Tensor(name="outputs", dtype=np.float32, shape=(1,))],
            config=ModelConfig(max_batch_size=8192, batcher=DynamicBatcher(max_queue_delay_microseconds=500)),
        )
    triton.serve()
