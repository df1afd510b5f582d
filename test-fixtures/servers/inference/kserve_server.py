"""The watt models behind KServe's own model server: TF Serving's REST bodies and the Open Inference Protocol."""

import sys
import uuid

import uvicorn
from kserve import InferOutput, InferRequest, InferResponse, Model, ModelServer
from kserve.errors import InvalidInput

from watts import MODELS, watts


class LoopbackConfig(uvicorn.Config):
    """KServe listens on all interfaces and has no option for another address."""

    def __init__(self, app, host="", **options):
        super().__init__(app, host="127.0.0.1", **options)


class Watts(Model):
    def __init__(self, name):
        super().__init__(name)
        self.ready = True

    def predict(self, payload, headers=None, response_headers=None):
        """Answers instances with predictions, and a tensor with a tensor."""
        try:
            if isinstance(payload, InferRequest):
                rows = payload.inputs[0].as_numpy().tolist()
                answer = [[watts(self.name, row)] for row in rows]
                output = InferOutput(name="outputs", shape=[len(answer), 1], datatype="FP64")
                output.data = [one for row in answer for one in row]
                return InferResponse(response_id=payload.id or str(uuid.uuid4()), model_name=self.name, infer_outputs=[output])
            return {"predictions": [[watts(self.name, row)] for row in payload["instances"]]}
        except (KeyError, TypeError, ValueError) as problem:
            raise InvalidInput(str(problem)) from problem


if __name__ == "__main__":
    uvicorn.Config = LoopbackConfig
    ModelServer(http_port=int(sys.argv[1]), workers=1, enable_grpc=False).start([Watts(name) for name in MODELS])
