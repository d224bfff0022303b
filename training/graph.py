"""Builds the ONNX graph of an encoder, in f32 or with int8 weights, from operators that the Rust runtime runs fused."""

import numpy as np
from onnx import ModelProto, TensorProto, checker, helper, numpy_helper

from network import NAME_TAGS, PAIRINGS, TAGS
from weights import HEADS, Dense, Encoder, Heads, Layer, Norm

# Opset 20 is the first with Gelu as one operator; 17 brought LayerNormalization.
OPSET = 20
NORM_EPSILON = 1e-12


class Graph:
    """Collects nodes and constants; every method returns the name of the value that it made."""

    def __init__(self, int8: bool, bits: int):
        self.int8, self.top = int8, 2 ** (bits - 1) - 1
        self.nodes, self.constants, self.quantised = [], {}, {}

    def constant(self, name: str, value: np.ndarray) -> str:
        if name not in self.constants:
            self.constants[name] = numpy_helper.from_array(np.asarray(value, order="C"), name)
        return name

    def op(self, kind: str, inputs: list[str], outputs: int = 1, **attributes):
        names = [f"{kind}_{len(self.nodes)}_{i}" if i else f"{kind}_{len(self.nodes)}" for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, inputs, names, name=names[0], **attributes))
        return names[0] if outputs == 1 else names

    def dense(self, name: str, x: str, layer: Dense) -> str:
        product = self.int8_product(name, x, layer.weight) if self.int8 else self.op("MatMul", [x, self.constant(name + ".weight", layer.weight)])
        return self.op("Add", [product, self.constant(name + ".bias", layer.bias)])

    def int8_product(self, name: str, x: str, weight: np.ndarray) -> str:
        """x @ weight with x quantised when it runs (u8, one scale) and weight beforehand (i8, one scale per column)."""
        if x not in self.quantised:
            self.quantised[x] = self.op("DynamicQuantizeLinear", [x], outputs=3)
        values, scale, zero = self.quantised[x]
        table, scales = quantise(weight, axis=0, top=self.top)
        product = self.op("MatMulInteger", [
            values, self.constant(name + ".weight", table), zero, self.constant("zero", np.array(0, np.int8)),
        ])
        both = self.op("Mul", [scale, self.constant(name + ".scale", scales)])
        return self.op("Mul", [self.op("Cast", [product], to=TensorProto.FLOAT), both])

    def norm(self, name: str, x: str, layer: Norm) -> str:
        parameters = [self.constant(name + ".weight", layer.weight), self.constant(name + ".bias", layer.bias)]
        return self.op("LayerNormalization", [x, *parameters], axis=-1, epsilon=NORM_EPSILON)


def quantise(weight: np.ndarray, axis: int, top: int) -> tuple[np.ndarray, np.ndarray]:
    """Symmetric: weight ≈ table * scale, with one scale per slice, the largest magnitude of which becomes `top`."""
    scale = np.maximum(np.abs(weight).max(axis=axis), 1e-12).astype(np.float32) / np.float32(top)
    table = np.clip(np.rint(weight / np.expand_dims(scale, axis)), -top, top).astype(np.int8)
    return table, scale


def embed_pieces(g: Graph, encoder: Encoder) -> str:
    """Word and position embedding of every piece: [batch, piece, 384]."""
    if g.int8:
        table, scale = quantise(encoder.words, axis=1, top=127)
        rows = g.op("Cast", [g.op("Gather", [g.constant("words", table), "ids"])], to=TensorProto.FLOAT)
        words = g.op("Mul", [rows, g.op("Gather", [g.constant("words.scale", scale[:, None]), "ids"])])
    else:
        words = g.op("Gather", [g.constant("words", encoder.words), "ids"])
    length = g.op("Shape", ["ids"], start=1, end=2)
    zero, axis = g.constant("first", np.array([0], np.int64)), g.constant("axis", np.array([0], np.int64))
    positions = g.op("Slice", [g.constant("positions", encoder.positions), zero, length, axis])
    total = g.op("Add", [words, positions])
    if encoder.shapes is not None:
        total = g.op("Add", [total, g.op("Gather", [g.constant("shapes table", encoder.shapes), "shapes"])])
    return g.norm("embedding.norm", total, encoder.norm)


def encode_layer(g: Graph, name: str, x: str, layer: Layer) -> str:
    width = layer.query.bias.shape[0]
    by_head = g.constant("by head", np.array([0, 0, HEADS, width // HEADS], np.int64))
    joined = g.constant("joined", np.array([0, 0, width], np.int64))

    def heads(part: str, dense: Dense, perm: list[int]) -> str:
        return g.op("Transpose", [g.op("Reshape", [g.dense(f"{name}.{part}", x, dense), by_head])], perm=perm)

    query = heads("query", layer.query, [0, 2, 1, 3])
    key = heads("key", layer.key, [0, 2, 3, 1])
    value = heads("value", layer.value, [0, 2, 1, 3])
    weights = g.op("Softmax", [g.op("MatMul", [query, key])], axis=-1)
    mixed = g.op("Transpose", [g.op("MatMul", [weights, value])], perm=[0, 2, 1, 3])
    attended = g.dense(f"{name}.attended", g.op("Reshape", [mixed, joined]), layer.attended)
    x = g.norm(f"{name}.attended.norm", g.op("Add", [attended, x]), layer.attended_norm)
    inner = g.op("Gelu", [g.dense(f"{name}.inner", x, layer.inner)])
    return g.norm(f"{name}.outer.norm", g.op("Add", [g.dense(f"{name}.outer", inner, layer.outer), x]), layer.outer_norm)


def mean_of_pieces(g: Graph, x: str) -> str:
    """The mean over the pieces, scaled to length 1: [batch, 384]."""
    mean = g.op("ReduceMean", [x, g.constant("piece axis", np.array([1], np.int64))], keepdims=0)
    squares = g.op("ReduceSum", [g.op("Mul", [mean, mean]), g.constant("last axis", np.array([-1], np.int64))], keepdims=1)
    return g.op("Div", [mean, g.op("Sqrt", [squares])])


def answer(g: Graph, x: str, heads: Heads) -> dict[str, list]:
    """The outputs of the reader, with their shapes."""
    links = g.dense("links", x, heads.links)
    g.int8 = False  # the tags' few columns: nothing to gain, and the last step stays exact
    widths = [TAGS, NAME_TAGS, len(PAIRINGS)]
    marks = g.dense("marks", x, heads.marks)
    parts = g.op("Split", [marks, g.constant("widths", np.array(widths, np.int64))], outputs=3, axis=-1)
    tables = [g.op("Identity", [g.constant(name, table)]) for name, table in (("distance table", heads.distances), ("layout table", heads.layouts))]
    per_piece = lambda width: ["batch", "piece", width]
    found = dict(zip(parts, map(per_piece, widths))) | {links: per_piece(heads.links.bias.shape[0])}
    found |= {tables[0]: list(heads.distances.shape), tables[1]: list(heads.layouts.shape)}
    return rename(g, dict(zip(("logits", "names", "none", "links", "distances", "layouts"), found)), found)


def rename(g: Graph, names: dict[str, str], shapes: dict[str, list]) -> dict[str, list]:
    """Gives values the names by which the program asks for them."""
    public = {value: name for name, value in names.items()}
    for node in g.nodes:
        node.output[:] = [public.get(value, value) for value in node.output]
    return {name: shapes[value] for name, value in names.items()}


def build(encoder: Encoder, int8: bool, bits: int = 8) -> ModelProto:
    """The whole model: `logits`, `names`, `none` and `links` per piece and the tables of linking where the encoder has heads, else
    `embedding` [batch, 384]. All windows of a batch have one length: there is no mask, since the program runs each window by itself."""
    g = Graph(int8, bits)
    x = embed_pieces(g, encoder)
    for number, layer in enumerate(encoder.layers):
        x = encode_layer(g, f"layer.{number}", x, layer)
    if encoder.heads:
        outputs = answer(g, x, encoder.heads)
    else:
        last = mean_of_pieces(g, x)
        outputs = rename(g, {"embedding": last}, {last: ["batch", encoder.positions.shape[1]]})
    inputs = ("ids",) if encoder.shapes is None else ("ids", "shapes")
    model = helper.make_model(
        helper.make_graph(
            g.nodes, "reader" if encoder.heads else "embedding",
            [helper.make_tensor_value_info(name, TensorProto.INT32, ["batch", "piece"]) for name in inputs],
            [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in outputs.items()],
            list(g.constants.values()),
        ),
        opset_imports=[helper.make_opsetid("", OPSET)], ir_version=9, producer_name="sayso training/export.py",
    )
    checker.check_model(model, full_check=True)
    return model
