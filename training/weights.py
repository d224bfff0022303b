"""Reads the two sets of MiniLM weights and gives them one shape: f32, one name per part, type-0 embedding and attention scale folded in."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file

HEADS = 12


@dataclass
class Dense:
    """One linear layer as `x @ weight + bias`, weight [in, out]."""

    weight: np.ndarray
    bias: np.ndarray


@dataclass
class Norm:
    """One layer normalisation."""

    weight: np.ndarray
    bias: np.ndarray


@dataclass
class Layer:
    """One encoder layer."""

    query: Dense
    key: Dense
    value: Dense
    attended: Dense
    attended_norm: Norm
    inner: Dense
    outer: Dense
    outer_norm: Norm


@dataclass
class Encoder:
    """MiniLM: word table [piece id, 384], position table [position, 384], layers, and the tag layer where there is one."""

    words: np.ndarray
    positions: np.ndarray
    norm: Norm
    layers: list[Layer]
    tags: Dense | None


def read_encoder(path: Path, prefix: str) -> Encoder:
    """Reads a safetensors file in Hugging Face's BertModel naming; `prefix` stands before every name ("enc." or "")."""
    raw = {name: value.astype(np.float32) for name, value in load_file(path).items() if "position_ids" not in name}

    def dense(name: str, scale: float = 1.0) -> Dense:
        return Dense(np.ascontiguousarray(raw[name + ".weight"].T) * np.float32(scale), raw[name + ".bias"] * np.float32(scale))

    def norm(name: str) -> Norm:
        return Norm(raw[name + ".weight"], raw[name + ".bias"])

    def layer(number: int) -> Layer:
        at = f"{prefix}encoder.layer.{number}."
        width = raw[at + "attention.self.query.weight"].shape[0]
        return Layer(
            # The attention scale 1/sqrt(head width) goes into the query layer: one multiplication less per run.
            query=dense(at + "attention.self.query", (width / HEADS) ** -0.5),
            key=dense(at + "attention.self.key"),
            value=dense(at + "attention.self.value"),
            attended=dense(at + "attention.output.dense"),
            attended_norm=norm(at + "attention.output.LayerNorm"),
            inner=dense(at + "intermediate.dense"),
            outer=dense(at + "output.dense"),
            outer_norm=norm(at + "output.LayerNorm"),
        )

    tables = prefix + "embeddings."
    count = 1 + max(int(name.split("layer.")[1].split(".")[0]) for name in raw if "layer." in name)
    return Encoder(
        words=raw[tables + "word_embeddings.weight"],
        # Every piece is of token type 0, so its embedding is a constant that the position table can carry.
        positions=raw[tables + "position_embeddings.weight"] + raw[tables + "token_type_embeddings.weight"][0],
        norm=norm(tables + "LayerNorm"),
        layers=[layer(number) for number in range(count)],
        tags=dense("out") if "out.weight" in raw else None,
    )
