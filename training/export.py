#!/usr/bin/env python3
"""Turns the trained weights into the model files that the program carries, and f32 twins to check them against.

usage: export.py --tagger DIR --version NAME --encoder FILE --out MODELS_DIR [--f32 DIR]

DIR holds the model.safetensors that train.py wrote; FILE is the model.safetensors of
all-MiniLM-L6-v2. The f32 files (90 MB each) are for checking only and stay outside the repository.
"""

import argparse
import hashlib
import json
from pathlib import Path

import onnx
from onnx import ModelProto, TensorProto, external_data_helper

from graph import build
from weights import read_encoder

# Bits of an int8 weight that are used. With eight, processors without a dot-product instruction (AVX2, AVX-512 before
# VNNI) overflow 16-bit sums and read other tags than those that have one; with seven every processor agrees. On PolNeAR
# dev seven bits cost 0.1 points of agreement with f32 (same tag on 97.95 against 98.04 % of the pieces).
WEIGHT_BITS = 7

# Tensors from this size on go to the weights file, where the program maps them instead of copying.
EXTERNAL_FROM = 1024

# Alignment of each tensor in the weights file, in bytes: a cache line, and more than any number type needs.
ALIGNMENT = 64


def write_int8(model: ModelProto, graph_path: Path, weights_path: Path) -> str:
    """Writes graph and weights apart; returns the SHA-256 of both, one after the other."""
    weights = bytearray()
    for tensor in model.graph.initializer:
        if len(tensor.raw_data) < EXTERNAL_FROM:
            continue
        weights.extend(bytes(-len(weights) % ALIGNMENT))
        offset, length = len(weights), len(tensor.raw_data)
        weights.extend(tensor.raw_data)
        external_data_helper.set_external_data(tensor, weights_path.name, offset=offset, length=length)
        tensor.ClearField("raw_data")
        tensor.data_location = TensorProto.EXTERNAL
    graph = model.SerializeToString(deterministic=True)
    graph_path.write_bytes(graph)
    weights_path.write_bytes(weights)
    return hashlib.sha256(graph + bytes(weights)).hexdigest()


def export(name: str, version: str, source: Path, prefix: str, out: Path, f32: Path | None) -> dict:
    """Exports one model and returns its entry of the manifest."""
    encoder = read_encoder(source, prefix)
    if f32:
        onnx.save(build(encoder, int8=False), f32 / f"{name}-f32.onnx")
    graph, weights = out / f"{name}.onnx", out / f"{name}.onnx.data"
    digest = write_int8(build(encoder, int8=True, bits=WEIGHT_BITS), graph, weights)
    return {"name": name, "version": version, "graph": graph.name, "weights": weights.name, "sha256": digest}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--tagger", type=Path, required=True, help="folder of the token tagger")
    arguments.add_argument("--encoder", type=Path, required=True, help="model.safetensors of all-MiniLM-L6-v2")
    arguments.add_argument("--out", type=Path, required=True, help="folder for the files that the program carries")
    arguments.add_argument("--version", required=True, help="name and number of the tagger, for example reader-2")
    arguments.add_argument("--f32", type=Path, help="folder for the f32 files; none are written without it")
    given = arguments.parse_args()
    for folder in filter(None, (given.out, given.f32)):
        folder.mkdir(parents=True, exist_ok=True)
    models = [
        export("attribution", given.version, given.tagger / "model.safetensors", "enc.", given.out, given.f32),
        export("embedding", "all-MiniLM-L6-v2-1", given.encoder, "", given.out, given.f32),
    ]
    (given.out / "manifest.json").write_text(json.dumps({"models": models}, indent=2) + "\n")


if __name__ == "__main__":
    main()
