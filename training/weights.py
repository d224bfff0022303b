"""Reads the two sets of MiniLM weights and gives them one shape: f32, one name per part, type-0 embedding, attention scale and the scale of
linking scores folded in."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file

from network import LINK_VECTORS, LINK_WIDTH, PAIRINGS, bucket_of

HEADS = 12
# Pieces between two mentions that a linking score tells apart: the length of a window.
REACH = 254


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
class Heads:
    """What the reader has above the encoder.

    `marks` gives the attribution tags, the name tags and, per pairing, what "none" scores, `links` the linking vectors. To the product
    of two vectors comes, per pairing, `distances` [pairing, REACH + signed distance] and `layouts` [pairing, layout].
    """

    marks: Dense
    links: Dense
    distances: np.ndarray
    layouts: np.ndarray


@dataclass
class Encoder:
    """MiniLM: word table [piece id, 384], position table [position, 384], layers; shape table [shape, 384] and heads of the reader."""

    words: np.ndarray
    positions: np.ndarray
    norm: Norm
    layers: list[Layer]
    shapes: np.ndarray | None
    heads: Heads | None


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

    def heads() -> Heads:
        links = dense("links")
        # A score is a product of two vectors over the root of their width: half of that factor goes into each.
        factor = np.float32(LINK_WIDTH**-0.25)
        none = none_columns(links, raw["none.weight"], raw["none.bias"])
        marks = [dense("out"), dense("names"), none]
        together = Dense(np.concatenate([m.weight for m in marks], 1), np.concatenate([m.bias for m in marks]))
        places = [bucket_of(distance) for distance in range(-REACH, REACH + 1)]
        return Heads(together, Dense(links.weight * factor, links.bias * factor), raw["distance"][:, places], raw["layout"])

    tables = prefix + "embeddings."
    count = 1 + max(int(name.split("layer.")[1].split(".")[0]) for name in raw if "layer." in name)
    return Encoder(
        words=raw[tables + "word_embeddings.weight"],
        # Every piece is of token type 0, so its embedding is a constant that the position table can carry.
        positions=raw[tables + "position_embeddings.weight"] + raw[tables + "token_type_embeddings.weight"][0],
        norm=norm(tables + "LayerNorm"),
        layers=[layer(number) for number in range(count)],
        shapes=raw.get(tables + "shape_embeddings.weight"),
        heads=heads() if "out.weight" in raw else None,
    )


def none_columns(links: Dense, weight: np.ndarray, bias: np.ndarray) -> Dense:
    """What "none" scores for every pairing, a linear function of the asking mention's vector, as one layer straight from the encoder: [384, pairing]."""
    columns = []
    for kind, (asking, _) in enumerate(PAIRINGS.values()):
        first = LINK_WIDTH * LINK_VECTORS.index(asking)
        part = slice(first, first + LINK_WIDTH)
        columns.append((links.weight[:, part] @ weight[kind], links.bias[part] @ weight[kind] + bias[kind]))
    return Dense(np.stack([c for c, _ in columns], 1).astype(np.float32), np.array([b for _, b in columns], np.float32))
