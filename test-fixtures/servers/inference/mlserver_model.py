"""The watt models behind MLServer: Open Inference Protocol."""

from mlserver import MLModel
from mlserver.codecs import NumpyCodec
from mlserver.errors import InferenceError
from mlserver.types import InferenceResponse, ResponseOutput

from watts import watts


class Watts(MLModel):
    async def load(self):
        return True

    async def predict(self, payload):
        """Answers a tensor of rows with a tensor of watts."""
        try:
            rows = NumpyCodec.decode_input(payload.inputs[0]).tolist()
            answer = [watts(self.name, row) for row in rows]
        except (TypeError, ValueError) as problem:
            raise InferenceError(str(problem)) from problem
        output = ResponseOutput(name="outputs", shape=[len(answer), 1], datatype="FP64", data=answer)
        return InferenceResponse(model_name=self.name, outputs=[output])
