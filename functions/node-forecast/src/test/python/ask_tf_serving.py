"""Asks a server as TF Serving's REST callers do, with nothing but Python's own library.

Usage: ask_tf_serving.py HOST:PORT MODEL NODE_TYPE RATES   (RATES: rows of numbers, as JSON)
"""
import json
import sys
import urllib.error
import urllib.request


def main(address, model, node_type, rates):
    rates = json.loads(rates)

    def call(path, body=None):
        data = None if body is None else json.dumps(body).encode()
        try:
            with urllib.request.urlopen(f"http://{address}/v1/models/{path}", data, 20) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as e:
            return {"status": e.code, **json.load(e)}

    status = call(model)
    version = status["model_version_status"][0]["version"]
    rows = [[share, 0.1, 0.2, 0.3] for share in (0, 0.25, 0.5, 1)]
    print(json.dumps({
        "status": status,
        "metadata": call(f"{model}/metadata"),
        "rows": call(f"{model}/versions/{version}:predict",
                     {"instances": rates, "signature_name": node_type}),
        "columns": call(f"{model}:predict",
                        {"inputs": {"rates": rates, "node_type": [node_type]}}),
        "watts": call(f"{model}-power:predict", {"inputs": rows, "signature_name": node_type}),
        "unknown": call("none:predict", {"instances": rates}),
        "wrong": call(f"{model}:predict", {"instances": [["a"]]}),
    }))


main(*sys.argv[1:])
