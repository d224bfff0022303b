"""The network that is trained: MiniLM with a shape embedding, and heads for tags, links, names and antecedents."""

from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn.functional import gelu, scaled_dot_product_attention

WIDTH, LAYERS, HEADS, INNER = 384, 6, 12, 1536
WORDS, POSITIONS = 30522, 512
NORM_EPSILON = 1e-12

# Shapes of a piece: three gaps before it by three ways of using capitals (see pieces.py).
SHAPES = 9
TAGS = 7
NAME_TAGS = 7
# Numbers per linking vector, and the vectors of each piece in the order in which they stand beside each other.
LINK_WIDTH = 48
LINK_VECTORS = ("cue_to_content", "cue_to_source", "content", "source", "anaphor", "antecedent")
# Pairs differ by signed distance in pieces, cut into buckets; see `bucket`.
BUCKETS = 22
# Flags of a pair: same sentence, same paragraph.
LAYOUTS = 4
# The pairings that are learned (to which cue a content belongs, which source a cue has, to which name a mention refers), each with
# the vectors of the mention that asks and of the one that answers.
PAIRINGS = {"content": ("content", "cue_to_content"), "source": ("cue_to_source", "source"), "antecedent": ("anaphor", "antecedent")}


def bucket(distance: Tensor) -> Tensor:
    """The bucket of a signed distance in pieces: logarithmic on both sides, 11 buckets each."""
    size = distance.abs().clamp(max=700).float()
    steps = torch.floor(torch.log2(size + 1) * 1.2).long().clamp(max=BUCKETS // 2 - 1)
    return torch.where(distance < 0, steps, steps + BUCKETS // 2)


def bucket_of(distance: int) -> int:
    """The bucket of one distance."""
    return int(bucket(torch.tensor(distance)))


class Dropout(nn.Module):
    """Sets about one number in ten to 0 while training. Draws one random byte per number: PyTorch's own dropout takes an eighth of a
    training step on a CPU."""

    KEPT_FROM = 26
    random = np.random.Generator(np.random.SFC64(1))

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        drawn = torch.frombuffer(bytearray(self.random.bytes(x.numel())), dtype=torch.uint8).view(x.shape)
        return x * (drawn >= self.KEPT_FROM).to(x.dtype).mul_(256 / (256 - self.KEPT_FROM))


class Attention(nn.Module):
    """Self-attention in the naming of Hugging Face's BertModel, without dropout on its weights: CPUs have no fast kernel for that."""

    def __init__(self):
        super().__init__()
        self.self = nn.ModuleDict({part: nn.Linear(WIDTH, WIDTH) for part in ("query", "key", "value")})
        self.output = nn.ModuleDict({"dense": nn.Linear(WIDTH, WIDTH), "LayerNorm": nn.LayerNorm(WIDTH, NORM_EPSILON)})
        self.dropout = Dropout()

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, _ = x.shape
        split = lambda part: self.self[part](x).view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)
        mixed = scaled_dot_product_attention(split("query"), split("key"), split("value"), attn_mask=mask)
        mixed = mixed.transpose(1, 2).reshape(batch, length, WIDTH)
        return self.output["LayerNorm"](self.dropout(self.output["dense"](mixed)) + x)


class Layer(nn.Module):
    """One encoder layer."""

    def __init__(self):
        super().__init__()
        self.attention = Attention()
        self.intermediate = nn.ModuleDict({"dense": nn.Linear(WIDTH, INNER)})
        self.output = nn.ModuleDict({"dense": nn.Linear(INNER, WIDTH), "LayerNorm": nn.LayerNorm(WIDTH, NORM_EPSILON)})
        self.dropout = Dropout()

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        x = self.attention(x, mask)
        inner = gelu(self.intermediate["dense"](x))
        return self.output["LayerNorm"](self.dropout(self.output["dense"](inner)) + x)


class Encoder(nn.Module):
    """MiniLM-L6: pieces [batch, piece] to vectors [batch, piece, 384]."""

    def __init__(self):
        super().__init__()
        self.embeddings = nn.ModuleDict({
            "word_embeddings": nn.Embedding(WORDS, WIDTH),
            "position_embeddings": nn.Embedding(POSITIONS, WIDTH),
            "token_type_embeddings": nn.Embedding(2, WIDTH),
            "shape_embeddings": nn.Embedding(SHAPES, WIDTH),
            "LayerNorm": nn.LayerNorm(WIDTH, NORM_EPSILON),
        })
        nn.init.zeros_(self.embeddings["shape_embeddings"].weight)
        self.encoder = nn.ModuleDict({"layer": nn.ModuleList(Layer() for _ in range(LAYERS))})
        self.dropout = Dropout()

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        tables = self.embeddings
        positions = torch.arange(ids.shape[1])
        x = (
            tables["word_embeddings"](ids) + tables["position_embeddings"](positions)
            + tables["token_type_embeddings"].weight[0] + tables["shape_embeddings"](shapes)
        )
        x = self.dropout(tables["LayerNorm"](x))
        bias = torch.where(mask, 0.0, -10000.0)[:, None, None, :].to(x.dtype)
        for layer in self.encoder["layer"]:
            x = layer(x, bias)
        return x


class Reader(nn.Module):
    """Encoder and heads. `out` gives attribution tags, `names` the tags of named mentions, `links` the linking vectors."""

    def __init__(self):
        super().__init__()
        self.enc = Encoder()
        self.out = nn.Linear(WIDTH, TAGS)
        self.names = nn.Linear(WIDTH, NAME_TAGS)
        self.links = nn.Linear(WIDTH, LINK_WIDTH * len(LINK_VECTORS))
        # For every pairing: a weight per distance bucket and per layout, and what "none of them" scores.
        self.distance = nn.Parameter(torch.zeros(len(PAIRINGS), BUCKETS))
        self.layout = nn.Parameter(torch.zeros(len(PAIRINGS), LAYOUTS))
        self.none = nn.Linear(LINK_WIDTH, len(PAIRINGS))
        self.dropout = Dropout()

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Tag logits [batch, piece, 7], name logits [batch, piece, 7], linking vectors [batch, piece, 6, 48]."""
        x = self.dropout(self.enc(ids, shapes, mask))
        vectors = self.links(x).unflatten(-1, (len(LINK_VECTORS), LINK_WIDTH))
        return self.out(x), self.names(x), vectors

    def pair_scores(self, pairing: str, queries: Tensor, keys: Tensor, distance: Tensor, layout: Tensor) -> Tensor:
        """Scores [query, 1 + key] of one pairing from vectors [query, 48] and [key, 48], the signed distance in pieces from
        query to key and the layout [query, key]; the first column is "none"."""
        kind = list(PAIRINGS).index(pairing)
        scores = queries @ keys.T * LINK_WIDTH**-0.5
        scores = scores + self.distance[kind][bucket(distance)] + self.layout[kind][layout]
        return torch.cat([self.none(queries)[:, kind : kind + 1], scores], 1)


def read_reader(path: Path) -> Reader:
    """A reader that was trained before, from its model.safetensors."""
    model = Reader()
    model.load_state_dict(load_file(path))
    return model.eval()
